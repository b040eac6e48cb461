import { noteFormula } from "./formula-cells.ts";
import { moveColumn } from "./moved-column.ts";
import { type Cell, isFormula, type Op, type Rectangle, type TabId } from "./ops.ts";
import { shiftCols, shiftRows } from "./shifted-tab.ts";
import { type Layer, newTab, type Tab, tabAsOps } from "./tab.ts";

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

function addLayer<T>(layers: Layer<T>[], at: Rectangle, value: T): void {
  const { row, col, rows, cols } = at;
  const same = layers.findIndex((l) => l.row === row && l.col === col && l.rows === rows && l.cols === cols);
  if (same >= 0) layers.splice(same, 1);
  layers.push({ row, col, rows, cols, value });
}
