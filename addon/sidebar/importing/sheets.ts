import type { RawTable } from "../../../core/index.ts";

/** The sheets of a chosen file 工作表: those that can be seen, and hidden ones, which are read only if they are chosen. */
export interface Sheets {
  readonly seen: readonly RawTable[];
  readonly hidden: readonly RawTable[];
}

/** Sheets in which something stands. */
export function sheetsOf(tables: readonly RawTable[]): Sheets {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  return { seen: filled.filter(({ hidden }) => !hidden), hidden: filled.filter(({ hidden }) => hidden) };
}

/** The one sheet that is taken without a question: the only one that can be seen. */
export function onlySheet({ seen }: Sheets): RawTable | undefined {
  return seen.length === 1 ? seen[0] : undefined;
}
