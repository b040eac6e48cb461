import { formulasIn } from "../formula-cells.ts";
import { afterMove } from "../moved-column.ts";
import type { Op } from "../ops.ts";
import type { Workbook } from "../workbook.ts";
import { type ChangedTab, followed, type Shift } from "./references.ts";

/**
 * Makes a change and lets the formulas follow it, as a sheet does: whoever names rows or columns that
 * went elsewhere, or a tab that has another name, means the same cells as before; what was removed is
 * "#REF!". Tells every operation that this was.
 */
export function applyFollowed(book: Workbook, op: Op): Op[] {
  const following = formulasFollowing(book, op);
  const all = [op, ...following];
  for (const each of all) book.apply(each);
  return all;
}

/** The formulas to write once the change is made. */
function formulasFollowing(book: Workbook, op: Op): Op[] {
  const change = changeOf(book, op);
  if (!change) return [];
  return book.tabs.flatMap((tab) =>
    formulasIn(tab).flatMap(({ row, col, f, v }): Op[] => {
      const text = followed(f, tab.name, change);
      const place = tab.name === change.name ? placeAfter(row, col, change) : { row, col };
      if (text === f || !place) return [];
      return [{ do: "set", tab: tab.id, ...place, cells: [[{ f: text, v }]] }];
    }),
  );
}

function changeOf(book: Workbook, op: Op): ChangedTab | undefined {
  if (!("tab" in op)) return undefined;
  const name = book.tabs.find((tab) => tab.id === op.tab)?.name;
  if (name === undefined) return undefined;
  switch (op.do) {
    case "renameTab":
      return { name, newName: op.name };
    case "insertRows":
      return { name, rows: inserted(op.row, op.count) };
    case "removeRows":
      return { name, rows: removed(op.row, op.count) };
    case "insertCols":
      return { name, cols: inserted(op.col, op.count) };
    case "removeCols":
      return { name, cols: removed(op.col, op.count) };
    case "moveCols":
      return { name, cols: ends(afterMove(op.col, op.before)) };
    default:
      return undefined;
  }
}

/** Where a formula that stands in the changed tab itself is now; nothing where it was removed. */
function placeAfter(row: number, col: number, { rows, cols }: ChangedTab) {
  const [down] = rows ? (rows(row, row) ?? []) : [row];
  const [right] = cols ? (cols(col, col) ?? []) : [col];
  return down === undefined || right === undefined ? undefined : { row: down, col: right };
}

function inserted(at: number, count: number): Shift {
  return ends((place) => (place >= at ? place + count : place));
}

/** What is removed in the middle or at an end makes a span shorter. */
function removed(at: number, count: number): Shift {
  return (from, to) => {
    if (from >= at && to < at + count) return undefined;
    const start = from < at ? from : Math.max(at, from - count);
    return [start, to < at ? to : Math.max(at - 1, to - count)];
  };
}

function ends(move: (place: number) => number): Shift {
  return (from, to) => {
    const [first, last] = [move(from), move(to)];
    return first <= last ? [first, last] : [last, first];
  };
}

/** What is read of a range that names whole columns. */
export interface ColumnRange {
  getColumn(): number;
  getNumColumns(): number;
}

/** The column that a range names. */
export function onlyColumnOf(columns: ColumnRange): number {
  if (columns.getNumColumns() !== 1) throw new Error("Sheet.moveColumns of several columns is not emulated");
  return columns.getColumn();
}
