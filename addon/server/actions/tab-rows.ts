import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { rawCell } from "../cells.ts";
import { CELLS_PER_CALL, findSheet, readCells, workbookZone } from "../google.ts";

/** The cells of a tab of this workbook, part by part, for the import to read like a file. */
export function tabRows(input: Input<"tabRows">): Output<"tabRows"> {
  const sheet = findSheet(input.tab);
  if (!sheet) throw new Refusal("tabMissing", { tab: input.tab });
  const last = sheet.getLastRow();
  const cols = Math.max(1, sheet.getLastColumn());
  const count = Math.min(last - input.from, Math.floor(CELLS_PER_CALL / cols));
  if (count <= 0) return { rows: [], total: last };
  const style = { language: "zh" as const, zone: workbookZone() };
  const rows = readCells(sheet, input.from + 1, 1, count, cols);
  return { rows: rows.map((row) => row.map((cell) => rawCell(cell, style))), total: last };
}
