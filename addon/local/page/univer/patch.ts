import type { ICellData, Styles, Worksheet } from "@univerjs/core";
import { type Cell, isFormula, type Op } from "../../ops.ts";
import type { Tab } from "../../tab.ts";
import { fromCell, toCell } from "./cells.ts";
import { lookAt, type WholeLook, wholeLook } from "./looks.ts";
import { freezeOf } from "./sheet.ts";

/** A mutation of the library on one sheet; the sheet's and the workbook's names are added by who runs it. */
export interface Mutation {
  readonly id: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A change of one cell; `null` takes away what the cell had. */
type Change = Omit<ICellData, "s"> & { s?: WholeLook };
type Matrix = Record<number, Record<number, Change>>;

/** What a patch is written against. */
export interface Written {
  /** The tab after the patch: looks are read from it. */
  readonly tab: Tab;
  readonly sheet: Worksheet;
  readonly styles: Styles;
  formulaAt(row: number, col: number): string | null;
}

/**
 * Operations of the workbook, all of one tab, as mutations; cells and looks between two changes of
 * shape are one mutation. Null when the grid cannot follow and the tab must be loaded again.
 */
export function mutationsOf(ops: readonly Op[], written: Written): Mutation[] | null {
  const mutations: Mutation[] = [];
  let cells: Matrix = {};
  const closeCells = () => {
    if (Object.keys(cells).length > 0)
      mutations.push({ id: "sheet.mutation.set-range-values", params: { cellValue: cells } });
    cells = {};
  };
  for (const op of ops) {
    if (op.do === "insertCols" || op.do === "removeCols" || op.do === "moveCols") return null;
    if (op.do === "set") putCells(cells, op, written);
    else if (op.do === "format" || op.do === "style") putLooks(cells, op, written);
    else if (op.do === "insertRows" || op.do === "removeRows") {
      closeCells();
      mutations.push(rowsMutation(op, written));
      if (op.do === "insertRows")
        putLooks(cells, { ...op, col: 1, rows: op.count, cols: width(written) }, written);
    } else mutations.push(...lookMutations(op, written));
  }
  closeCells();
  return mutations;
}

/** The looks of rows that have just been inserted by hand: without them 00123 would become 123. */
export function dressRows(row: number, count: number, written: Written): Mutation {
  const cells: Matrix = {};
  putLooks(cells, { row, col: 1, rows: count, cols: width(written) }, written);
  return { id: "sheet.mutation.set-range-values", params: { cellValue: cells } };
}

function putCells(cells: Matrix, op: Extract<Op, { do: "set" }>, written: Written): void {
  for (const [down, line] of op.cells.entries()) {
    for (const [right, cell] of line.entries())
      putCell(cells, op.row - 1 + down, op.col - 1 + right, cell, written);
  }
}

// A cell that shows this already is left alone: own typing comes back this way.
function putCell(cells: Matrix, row: number, col: number, cell: Cell, { sheet, formulaAt }: Written): void {
  const now = cells[row]?.[col] ? null : fromCell(sheet.getCellRaw(row, col), formulaAt(row, col));
  if (now !== null && isSame(now, cell)) return;
  const { s: _, ...content } = toCell(cell);
  put(cells, row, col, content);
}

// A formula that has come back without its value yet is computed here already.
function isSame(now: Cell, cell: Cell): boolean {
  if (isFormula(now) && isFormula(cell) && cell.v === "") return now.f === cell.f;
  return JSON.stringify(now) === JSON.stringify(cell);
}

function putLooks(
  cells: Matrix,
  { row, col, rows, cols }: { row: number; col: number; rows: number; cols: number },
  { tab, sheet }: Written,
): void {
  const last = rows === 0 ? sheet.getRowCount() : row + rows - 1;
  for (let at = row; at <= last; at += 1) {
    for (let to = col; to < col + cols; to += 1)
      put(cells, at - 1, to - 1, { s: wholeLook(lookAt(tab, at, to)) });
  }
}

function put(cells: Matrix, row: number, col: number, change: Change): void {
  const line = cells[row] ?? {};
  cells[row] = line;
  line[col] = { ...line[col], ...change };
}

function rowsMutation(op: Extract<Op, { do: "insertRows" | "removeRows" }>, written: Written): Mutation {
  const range = {
    startRow: op.row - 1,
    endRow: op.row - 2 + op.count,
    startColumn: 0,
    endColumn: width(written) - 1,
  };
  return {
    id: op.do === "insertRows" ? "sheet.mutation.insert-row" : "sheet.mutation.remove-rows",
    params: { range },
  };
}

// Names, order and hiding of tabs are the page's own; lists, protection, notes and tags are not drawn.
function lookMutations(op: Op, { tab, sheet }: Written): Mutation[] {
  if (op.do === "freeze") return [{ id: "sheet.mutation.set-frozen", params: { ...freezeOf(tab) } }];
  if (op.do !== "width") return [];
  const column = {
    startRow: 0,
    endRow: sheet.getRowCount() - 1,
    startColumn: op.col - 1,
    endColumn: op.col - 1,
  };
  return [
    { id: "sheet.mutation.set-worksheet-col-width", params: { ranges: [column], colWidth: op.pixels } },
  ];
}

function width({ sheet }: Written): number {
  return sheet.getColumnCount();
}
