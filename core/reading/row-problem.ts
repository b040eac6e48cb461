import type { Problem, ProblemDetails } from "../values/problem.ts";
import type { RawCell } from "./raw-table.ts";
import type { ReadingContext, RowReading } from "./row-reader.ts";
import type { ImportField } from "./synonyms.ts";

/** Lists a row: the problem is placed at the field's column, where it has one. */
export function report<Kind extends Problem["kind"]>(
  field: ImportField | undefined,
  kind: Kind,
  details: ProblemDetails[Kind],
  reading: RowReading,
  { table, columns }: ReadingContext,
): void {
  const column = columns.find((other) => other.field === field)?.heading;
  const place = { table, row: reading.row, ...(column === undefined ? {} : { column }) };
  reading.problems.push({ kind, place, ...details } as Problem); // the details of that very kind
}

/** A cell as a problem shows it. */
export function shown(cell: RawCell): string {
  return String(cell).trim().slice(0, 80);
}
