import { isSameField } from "../../../core/index.ts";
import { cellsOf, isAsText } from "../cells.ts";
import { readCells, readColumns, type SheetCell, writeCells } from "../google.ts";
import { isBookedAs } from "../taking-over/restated-rows.ts";
import type { RowWrite } from "./row-write.ts";
import type { TabLayout } from "./tab-layout.ts";

/** By these fields a typed row is recognised again. */
const IDENTIFYING = ["kind", "customer", "code", "name", "reference", "number", "date", "amount"];

/** A row of cells and where it stands. */
interface FoundRow {
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

/** The row in which a person typed the record: where it was read, or wherever it has moved since. */
export function typedRowOf(write: RowWrite, layout: TabLayout): FoundRow | undefined {
  const { typedAt: at } = write;
  if (at === undefined) return undefined;
  const { sheet } = layout;
  const width = sheet.getMaxColumns();
  const there = at <= sheet.getMaxRows() ? readCells(sheet, at, 1, 1, width)[0] : undefined;
  if (there && isTyped(there, write, layout)) return { row: at, cells: there };
  const rows = readColumns(sheet, 1, width);
  const moved = rows.findIndex((cells) => isTyped(cells, write, layout));
  return moved < 0 ? undefined : { row: moved + 2, cells: rows[moved] ?? [] };
}

/** The row says what the record says, and has no id yet. */
function isTyped(cells: readonly SheetCell[], write: RowWrite, layout: TabLayout): boolean {
  const id = String(cells[layout.at("id") - 1] ?? "");
  if (id !== "" && id !== write.wrongId) return false;
  const fields = layout.fieldsIn(cells, write.fields);
  const typed = IDENTIFYING.filter((key) => fields[key] !== undefined);
  const isBooked = (key: string) => isBookedAs(key, fields[key], write.fields, write.otherNames);
  return typed.length > 0 && typed.every(isBooked);
}

/**
 * Hand columns that say it otherwise than it was booked: a customer by name, a credit without its sign, an amount as
 * text.
 */
export function restatedColumns(write: RowWrite, { cells }: FoundRow, layout: TabLayout): Set<string> {
  const typed = layout.fieldsIn(cells, write.fields);
  const isText = (key: string) =>
    write.table.columns.some((column) => column.key === key && isAsText(cells[layout.at(key) - 1], column));
  const isOther = (key: string) => isText(key) || !isSameField(typed[key], write.fields[key]);
  return new Set(Object.keys(typed).filter((key) => typed[key] !== undefined && isOther(key)));
}

/**
 * Writes machine cells and blank cells that the ledger has decided; never over typing. A copied row may
 * bring machine cells that its own record leaves blank: they are emptied.
 */
export function fillRow(write: RowWrite, { row, cells }: FoundRow, layout: TabLayout): void {
  const order = layout.order();
  const wanted = cellsOf(write.fields, order, layout.style);
  const isDecided = (i: number) => write.columns?.includes(order[i]?.key ?? "") ?? false;
  const isWritten = (i: number) =>
    cells[i] === "" ? wanted[i] !== "" : order[i]?.owner === "machine" || isDecided(i);
  for (let at = 0; at < order.length; at += 1) {
    const run: SheetCell[] = [];
    while (order[at] && isWritten(at)) run.push(wanted[at++] ?? "");
    if (run.length > 0) writeCells(layout.sheet, row, at - run.length + 1, [run]);
  }
}
