import { type Cell, isFormula, type NumberFormat, type Op, type Style, type TabId } from "./ops.ts";

/** A tab's cells and looks, in memory. Rows are ragged: what is beyond a row's end is empty. */
export interface Tab {
  readonly id: TabId;
  name: string;
  hidden: boolean;
  /** The size of the grid, as Google's getMaxRows and getMaxColumns tell it. */
  rows: number;
  cols: number;
  cells: Cell[][];
  formats: Layer<NumberFormat>[];
  styles: Layer<Style>[];
  validations: Layer<readonly string[]>[];
  protections: Layer<string>[];
  notes: Map<string, string>;
  frozen: { rows: number; cols: number };
  widths: Map<number, number>;
  tags: { col: number; key: string; value: string }[];
  /** Counts changes of shape: rows, columns or tabs inserted, removed, moved. */
  structure: number;
}

/** A rectangle that carries a value; the last layer that covers a cell wins. `rows: 0` has no end. */
export interface Layer<T> {
  row: number;
  col: number;
  rows: number;
  cols: number;
  value: T;
}

/** A tab on which nothing stands yet. */
export function newTab(id: TabId, name: string, rows: number, cols: number): Tab {
  return {
    id,
    name,
    hidden: false,
    rows,
    cols,
    cells: [],
    formats: [],
    styles: [],
    validations: [],
    protections: [],
    notes: new Map(),
    frozen: { rows: 0, cols: 0 },
    widths: new Map(),
    tags: [],
    structure: 0,
  };
}

/** The value that the topmost layer gives a cell. */
export function layerAt<T>(layers: readonly Layer<T>[], row: number, col: number): T | undefined {
  for (let i = layers.length - 1; i >= 0; i -= 1) {
    const layer = layers[i];
    if (layer && covers(layer, row, col)) return layer.value;
  }
  return undefined;
}

/** The cell at a place; "" where nothing was ever written. */
export function cellAt(tab: Tab, row: number, col: number): Cell {
  return tab.cells[row - 1]?.[col - 1] ?? "";
}

/** The last row that holds anything, 0 for an empty tab. */
export function lastRowOf(tab: Tab): number {
  let row = tab.cells.length;
  while (row > 0 && !hasContent(tab.cells[row - 1])) row -= 1;
  return row;
}

/** The last column that holds anything, 0 for an empty tab. */
export function lastColumnOf(tab: Tab): number {
  let last = 0;
  for (const row of tab.cells) {
    for (let col = row.length; col > last; col -= 1) {
      if (row[col - 1] !== "" && row[col - 1] !== undefined) last = col;
    }
  }
  return last;
}

/** The operations that make one tab. */
export function* tabAsOps(tab: Tab, at: number): Generator<Op> {
  const { id } = tab;
  yield { do: "addTab", tab: id, name: tab.name, at, rows: tab.rows, cols: tab.cols };
  if (tab.hidden) yield { do: "hideTab", tab: id, hidden: true };
  for (let start = 0; start < tab.cells.length; start += 1000) {
    yield {
      do: "set",
      tab: id,
      row: start + 1,
      col: 1,
      cells: squared(tab.cells.slice(start, start + 1000)),
    };
  }
  for (const { value, ...at } of tab.formats) yield { do: "format", tab: id, ...at, format: value };
  for (const { value, ...at } of tab.styles) yield { do: "style", tab: id, ...at, style: value };
  for (const { value, ...at } of tab.validations) yield { do: "validate", tab: id, ...at, list: value };
  for (const { value, ...at } of tab.protections) yield { do: "protect", tab: id, ...at, warning: value };
  for (const [key, note] of tab.notes) {
    const [row = 1, col = 1] = key.split(":").map(Number);
    yield { do: "note", tab: id, row, col, note };
  }
  for (const [col, pixels] of tab.widths) yield { do: "width", tab: id, col, pixels };
  for (const tag of tab.tags) yield { do: "tag", tab: id, ...tag };
  if (tab.frozen.rows || tab.frozen.cols) yield { do: "freeze", tab: id, ...tab.frozen };
}

function covers(layer: Layer<unknown>, row: number, col: number): boolean {
  if (row < layer.row || col < layer.col || col >= layer.col + layer.cols) return false;
  return layer.rows === 0 || row < layer.row + layer.rows;
}

function hasContent(row: readonly Cell[] | undefined): boolean {
  return row?.some((cell) => isFormula(cell) || cell !== "") ?? false;
}

function squared(rows: Cell[][]): Cell[][] {
  const width = Math.max(...rows.map((row) => row.length), 0);
  return rows.map((row) => [...row, ...new Array<Cell>(width - row.length).fill("")]);
}
