import type { RawCell } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { dayOfCell } from "../cells.ts";
import { CELLS_PER_CALL, findSheet, readCells, type SheetCell, workbookZone } from "../google.ts";
import { Refusal } from "../refusal.ts";

/** The cells of a tab of this workbook, part by part, for the import to read like a file. */
export function tabRows(input: Input<"tabRows">): Output<"tabRows"> {
  const sheet = findSheet(input.tab);
  if (!sheet) throw new Refusal("tabMissing", { tab: input.tab });
  const last = sheet.getLastRow();
  const cols = Math.max(1, sheet.getLastColumn());
  const count = Math.min(last - input.from, Math.floor(CELLS_PER_CALL / cols));
  if (count <= 0) return { rows: [], total: last };
  const style = { language: "zh" as const, zone: workbookZone() };
  const rawOf = (cell: SheetCell): RawCell => dayOfCell(cell, style) ?? (cell instanceof Date ? "" : cell);
  return { rows: readCells(sheet, input.from + 1, 1, count, cols).map((row) => row.map(rawOf)), total: last };
}
