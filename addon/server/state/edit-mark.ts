import { TABLES } from "../../../core/index.ts";
import { CELLS_PER_CALL, lastRowOf, readCells, type Sheet } from "../google.ts";
import { isHiddenTab } from "../hidden-tabs.ts";
import { addMark, doubtTab } from "./marks.ts";

/** Rows of a tab that hands were at. */
export interface Touched {
  readonly row: number;
  readonly rows: number;
}

/**
 * Remembers where a person typed, pasted or deleted, so that the next action looks there. A row in which
 * nothing stands is none to take over: that a row of the ledger's own is gone, its id tells by its absence.
 */
export function markTouched(sheet: Sheet, touched: Touched): void {
  const tab = sheet.getName();
  if (isHiddenTab(tab)) return doubtTab(tab);
  const table = TABLES.find(({ name }) => name.zh === tab || name.en === tab);
  if (!table) return;
  const ranges = filledIn(sheet, touched).map(({ row, rows }) => `${row}:${rows}`);
  if (ranges.length > 0) addMark(table, ranges);
}

/** The runs of rows with content. Of more cells than one call reads it is not asked. */
function filledIn(sheet: Sheet, { row, rows }: Touched): Touched[] {
  const height = Math.min(rows, lastRowOf(sheet) - row + 1);
  if (height <= 0) return [];
  const width = sheet.getMaxColumns();
  if (height * width > CELLS_PER_CALL) return [{ row, rows: height }];
  const cells = readCells(sheet, row, 1, height, width);
  return runsOf(cells.map((line) => line.some((cell) => cell !== ""))).map((run) => ({
    row: row + run.row,
    rows: run.rows,
  }));
}

function runsOf(filled: readonly boolean[]): Touched[] {
  const starts = filled.flatMap((is, at) => (is && !filled[at - 1] ? [at] : []));
  return starts.map((at) => {
    const end = filled.indexOf(false, at);
    return { row: at, rows: (end < 0 ? filled.length : end) - at };
  });
}
