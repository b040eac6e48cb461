import type { IRange } from "@univerjs/core";
import { lastColumnOf, lastRowOf, type Tab } from "../../tab.ts";

/** The command that every way of sorting ends in. */
export const SORT = "sheet.command.sort-range";

export interface SortParams {
  readonly subUnitId?: string;
  readonly range?: IRange;
}

/**
 * Widens a sort to the whole table below its frozen headers, before it runs: a part of the columns
 * sorted alone would tear rows apart, and headers would be sorted among the rows.
 */
export function sortWholeRows({ range }: SortParams, tab: Tab | undefined): void {
  if (!range || !tab) return;
  range.startColumn = 0;
  range.endColumn = Math.max(range.endColumn, lastColumnOf(tab) - 1);
  range.endRow = Math.max(range.endRow, lastRowOf(tab) - 1);
  if (tab.frozen.rows > 0) range.startRow = tab.frozen.rows;
}
