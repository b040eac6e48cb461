import { type Cell, isFormula, type Op } from "../ops.ts";
import { cellAt, layerAt, type Tab, type Workbook } from "../workbook.ts";
import { indexOf, lettersOf } from "./formulas.ts";
import type { Runtime } from "./runtime.ts";

/** What happened to a tab that formulas name: a new name, or columns that stand elsewhere now. */
export interface TabChange {
  /** The tab's name before. */
  readonly tab: string;
  readonly name?: string;
  readonly column?: (at: number) => number;
}

/** Finds the formulas that name a tab, and later writes them so that they mean the same cells as before. */
export function formulasFollowing(book: Workbook, change: TabChange): (run: Runtime) => void {
  const formulas = book.tabs.flatMap((tab) => formulasOf(tab));
  return (run) => {
    for (const { tab, row, col, f, v } of formulas) {
      const text = followed(f, change);
      if (text === f) continue;
      const at = tab.name === change.tab && change.column ? change.column(col) : col;
      run.quiet([{ do: "set", tab: tab.id, row, col: at, cells: [[{ f: text, v }]] }]);
    }
  };
}

function formulasOf(tab: Tab) {
  return tab.cells.flatMap((line, down) =>
    line.flatMap((cell, right) => (isFormula(cell) ? [{ tab, row: down + 1, col: right + 1, ...cell }] : [])),
  );
}

const REFERENCE = /'([^']+)'!(?:([A-Z]+):([A-Z]+)|(\d+:\d+))/g;

function followed(formula: string, change: TabChange): string {
  return formula.replace(REFERENCE, (whole, tab: string, from?: string, to?: string, rows?: string) => {
    if (tab !== change.tab) return whole;
    const moved = (letters = "") => lettersOf(change.column?.(indexOf(letters)) ?? indexOf(letters));
    return `'${change.name ?? tab}'!${rows ?? `${moved(from)}:${moved(to)}`}`;
  });
}

/** What is read of a range that names whole columns. */
export interface ColumnRange {
  getColumn(): number;
  getNumColumns(): number;
}

/** Moves one whole column to stand before another, with its cells, formats and metadata. */
export function movedColumn(run: Runtime, tab: Tab, columns: ColumnRange, before: number): void {
  const from = columns.getColumn();
  if (columns.getNumColumns() !== 1) throw new Error("Sheet.moveColumns of several columns is not emulated");
  const to = before > from ? before - 1 : before;
  const column = (at: number) => {
    if (at === from) return to;
    const closed = at > from ? at - 1 : at;
    return closed >= to ? closed + 1 : closed;
  };
  const follow = formulasFollowing(run.workbook, { tab: tab.name, column });
  run.quiet(moveOps(tab, from, before));
  follow(run);
}

/** What moving a column does to its tab; formulas that name it are another matter. */
export function moveOps(tab: Tab, from: number, before: number): Op[] {
  const source = from >= before ? from + 1 : from;
  const cells: Cell[][] = tab.cells.map((_, down) => [cellAt(tab, down + 1, from)]);
  const format = layerAt(tab.formats, tab.rows, from) ?? "";
  const tags = tab.tags.filter((tag) => tag.col === from);
  return [
    { do: "insertCols", tab: tab.id, col: before, count: 1 },
    ...(cells.length > 0 ? [{ do: "set" as const, tab: tab.id, row: 1, col: before, cells }] : []),
    { do: "format", tab: tab.id, row: 1, col: before, rows: 0, cols: 1, format },
    ...tags.map(({ key, value }): Op => ({ do: "tag", tab: tab.id, col: before, key, value })),
    { do: "removeCols", tab: tab.id, col: source, count: 1 },
  ];
}
