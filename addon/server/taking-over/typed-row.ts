import type { RowReadBack } from "../../../core/index.ts";

/** A row of a tab as it was read, and where it stands. */
export interface TypedRow extends RowReadBack {
  readonly row: number;
  /** Columns of amounts and days whose cells hold text, such as 100元: read, but added up by no formula. */
  readonly asText: readonly string[];
  /** Days that stand as text with the year last, such as 13/10/2026, by column. */
  readonly yearLast: Readonly<Record<string, string>>;
}
