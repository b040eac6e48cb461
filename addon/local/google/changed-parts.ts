import { type Cell, isFormula, type Op } from "../ops.ts";
import { cellAt } from "../tab.ts";
import type { Workbook } from "../workbook.ts";

/**
 * A write of a large block as the runs of rows in which it changes anything. Scripts write whole blocks
 * because calls are dear; the disk and other browser tabs need only the difference.
 */
export function changedParts(op: Op, workbook: Workbook): Op[] {
  if (op.do !== "set" || op.cells.length < 2) return [op];
  const tab = workbook.tabs.find((candidate) => candidate.id === op.tab);
  if (!tab) return [op];
  const parts: { do: "set"; tab: string; row: number; col: number; cells: Cell[][] }[] = [];
  for (const [down, line] of op.cells.entries()) {
    const row = op.row + down;
    if (line.every((cell, right) => isSame(cell, cellAt(tab, row, op.col + right)))) continue;
    const last = parts[parts.length - 1];
    if (last && last.row + last.cells.length === row) last.cells.push(line);
    else parts.push({ do: "set", tab: op.tab, row, col: op.col, cells: [line] });
  }
  return parts;
}

function isSame(a: Cell, b: Cell): boolean {
  return isFormula(a) ? isFormula(b) && a.f === b.f : a === b;
}
