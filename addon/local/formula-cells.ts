import { type Cell, isFormula } from "./ops.ts";
import type { Tab } from "./tab.ts";

/** A formula, and where it stands. */
export interface FormulaCell {
  readonly row: number;
  readonly col: number;
  readonly f: string;
  readonly v: Exclude<Cell, object>;
}

/**
 * The rows of each tab that hold or held a formula, by identity: they are asked for with every row that is
 * inserted or removed, and a ledger of 100,000 rows has formulas in a dozen of them.
 */
const rowsWithFormulas = new WeakMap<Tab, Set<readonly Cell[]>>();

/** Remembers a row in which a formula was written. */
export function noteFormula(tab: Tab, row: readonly Cell[]): void {
  rowsWithFormulas.get(tab)?.add(row);
}

/** Every formula of a tab. */
export function formulasIn(tab: Tab): FormulaCell[] {
  const known = rowsWithFormulas.get(tab) ?? new Set(tab.cells.filter((row) => row.some(isFormula)));
  rowsWithFormulas.set(tab, known);
  if (known.size === 0) return [];
  return tab.cells.flatMap((row, down) => (known.has(row) ? formulasOfRow(row, down + 1) : []));
}

function formulasOfRow(cells: readonly Cell[], row: number): FormulaCell[] {
  return cells.flatMap((cell, right) => (isFormula(cell) ? [{ row, col: right + 1, ...cell }] : []));
}
