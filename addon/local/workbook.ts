import { noteFormula } from "./formula-cells.ts";
import { moveColumn } from "./moved-column.ts";
import {
  type Cell,
  isFormula,
  type NumberFormat,
  type Op,
  type Rectangle,
  type Style,
  type TabId,
} from "./ops.ts";

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

/** The whole workbook: ordered tabs and properties. It changes by operations only. */
export class Workbook {
  tabs: Tab[] = [];
  properties = new Map<string, string>();
  /** Counts applied operations since the workbook was made. */
  revision = 0;

  tab(id: TabId): Tab {
    const tab = this.tabs.find((candidate) => candidate.id === id);
    if (!tab) throw new Error(`no tab with id ${id}`);
    return tab;
  }

  apply(op: Op): void {
    this.revision += 1;
    applyOp(this, op);
  }

  /** The operations that make this workbook from an empty one: a checkpoint, or what a new page loads. */
  *asOps(): Generator<Op> {
    for (const [at, tab] of this.tabs.entries()) yield* tabAsOps(tab, at);
    for (const [key, value] of this.properties) yield { do: "property", key, value };
  }
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

function applyOp(book: Workbook, op: Op): void {
  switch (op.do) {
    case "addTab":
      book.tabs.splice(op.at, 0, newTab(op.tab, op.name, op.rows, op.cols));
      return;
    case "removeTab":
      book.tabs = book.tabs.filter((tab) => tab.id !== op.tab);
      return;
    case "moveTab": {
      const tab = book.tab(op.tab);
      book.tabs = book.tabs.filter((other) => other !== tab);
      book.tabs.splice(op.at, 0, tab);
      return;
    }
    case "property":
      if (op.value === null) book.properties.delete(op.key);
      else book.properties.set(op.key, op.value);
      return;
    default:
      applyToTab(book.tab(op.tab), op);
  }
}

type TabOp = Exclude<Op, { do: "addTab" | "removeTab" | "moveTab" | "property" }>;

function applyToTab(tab: Tab, op: TabOp): void {
  switch (op.do) {
    case "set":
      return setCells(tab, op.row, op.col, op.cells);
    case "insertRows":
    case "removeRows":
      return shiftRows(tab, op.row, op.do === "insertRows" ? op.count : -op.count);
    case "insertCols":
    case "removeCols":
      return shiftCols(tab, op.col, op.do === "insertCols" ? op.count : -op.count);
    case "moveCols":
      return moveColumn(tab, op.col, op.before);
    case "format":
      return addLayer(tab.formats, op, op.format);
    case "style":
      return addLayer(tab.styles, op, op.style);
    case "validate":
      return addLayer(tab.validations, op, op.list ?? []);
    case "protect":
      return addLayer(tab.protections, op, op.warning);
    default:
      return applyLook(tab, op);
  }
}

type LookOp = Extract<Op, { do: "renameTab" | "hideTab" | "note" | "freeze" | "width" | "tag" }>;

function applyLook(tab: Tab, op: LookOp): void {
  switch (op.do) {
    case "renameTab":
      tab.name = op.name;
      return;
    case "hideTab":
      tab.hidden = op.hidden;
      return;
    case "note":
      if (op.note === "") tab.notes.delete(`${op.row}:${op.col}`);
      else tab.notes.set(`${op.row}:${op.col}`, op.note);
      return;
    case "freeze":
      tab.frozen = { rows: op.rows, cols: op.cols };
      return;
    case "width":
      tab.widths.set(op.col, op.pixels);
      return;
    case "tag":
      tab.tags = tab.tags.filter((tag) => tag.key !== op.key);
      tab.tags.push({ col: op.col, key: op.key, value: op.value });
      return;
  }
}

function newTab(id: TabId, name: string, rows: number, cols: number): Tab {
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

function setCells(tab: Tab, row: number, col: number, cells: Cell[][]): void {
  for (const [down, line] of cells.entries()) {
    const index = row - 1 + down;
    while (tab.cells.length <= index) tab.cells.push([]);
    const target = tab.cells[index] ?? [];
    while (target.length < col - 1) target.push("");
    for (const [right, cell] of line.entries()) {
      target[col - 1 + right] = cell;
      if (isFormula(cell)) noteFormula(tab, target);
    }
    tab.rows = Math.max(tab.rows, index + 1);
    tab.cols = Math.max(tab.cols, target.length);
  }
}

function shiftRows(tab: Tab, row: number, by: number): void {
  tab.structure += 1;
  tab.rows += by;
  if (by > 0) {
    while (tab.cells.length < row - 1) tab.cells.push([]);
    tab.cells.splice(row - 1, 0, ...Array.from({ length: by }, () => []));
  } else {
    tab.cells.splice(row - 1, -by);
  }
  const layers = [tab.formats, tab.styles, tab.validations, tab.protections] as Layer<unknown>[][];
  for (const list of layers) shiftLayers(list, "row", "rows", row, by);
  shiftNotes(tab, "row", row, by);
}

function shiftCols(tab: Tab, col: number, by: number): void {
  tab.structure += 1;
  tab.cols += by;
  for (const line of tab.cells) {
    if (line.length < col) continue;
    if (by > 0) line.splice(col - 1, 0, ...new Array<Cell>(by).fill(""));
    else line.splice(col - 1, -by);
  }
  const layers = [tab.formats, tab.styles, tab.validations, tab.protections] as Layer<unknown>[][];
  for (const list of layers) shiftLayers(list, "col", "cols", col, by);
  shiftNotes(tab, "col", col, by);
  tab.tags = tab.tags
    .filter((tag) => !(by < 0 && tag.col >= col && tag.col < col - by))
    .map((tag) => ({ ...tag, col: moved(tag.col, col, by) }));
  tab.widths = new Map([...tab.widths].map(([at, pixels]) => [moved(at, col, by), pixels]));
}

/** Moves layers with their rows or columns. What is removed takes its layers along; size 0 goes to the end. */
function shiftLayers(
  layers: Layer<unknown>[],
  start: "row" | "col",
  size: "rows" | "cols",
  at: number,
  by: number,
): void {
  for (let i = layers.length - 1; i >= 0; i -= 1) {
    const layer = layers[i];
    if (!layer) continue;
    const isEndless = layer[size] === 0;
    const end = layer[start] + layer[size];
    // A column's format down to the end grows when a row is inserted where it starts.
    if (isEndless && at === layer[start] && by > 0) continue;
    if (!isEndless)
      layer[size] += by > 0 ? grownBy(layer[start], end, at, by) : -within(layer[start], end, at, -by);
    if (!isEndless && layer[size] === 0) layers.splice(i, 1);
    else layer[start] = moved(layer[start], at, by);
  }
}

function grownBy(start: number, end: number, at: number, by: number): number {
  return at > start && at < end ? by : 0;
}

/** How many of the removed rows or columns a layer covers. */
function within(start: number, end: number, at: number, count: number): number {
  return Math.max(0, Math.min(end, at + count) - Math.max(start, at));
}

function shiftNotes(tab: Tab, axis: "row" | "col", at: number, by: number): void {
  const shifted = new Map<string, string>();
  for (const [key, note] of tab.notes) {
    const [row = 1, col = 1] = key.split(":").map(Number);
    const place = axis === "row" ? row : col;
    if (by < 0 && place >= at && place < at - by) continue;
    shifted.set(axis === "row" ? `${moved(row, at, by)}:${col}` : `${row}:${moved(col, at, by)}`, note);
  }
  tab.notes = shifted;
}

function moved(place: number, at: number, by: number): number {
  return place >= at ? Math.max(at, place + by) : place;
}

function addLayer<T>(layers: Layer<T>[], at: Rectangle, value: T): void {
  const { row, col, rows, cols } = at;
  const same = layers.findIndex((l) => l.row === row && l.col === col && l.rows === rows && l.cols === cols);
  if (same >= 0) layers.splice(same, 1);
  layers.push({ row, col, rows, cols, value });
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
