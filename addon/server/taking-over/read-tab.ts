import { dayReadings, type Field, type RawCell, type RowReader, readTableRow } from "../../../core/index.ts";
import { Refusal } from "../../refusal.ts";
import { isAsText, rawCell } from "../cells.ts";
import { readColumns, type SheetCell } from "../google.ts";
import { allPositionsIn, sheetOf } from "../tabs.ts";
import type { RowWrite } from "../views/row-write.ts";
import type { Desk } from "./desk.ts";
import type { TypedRow } from "./typed-row.ts";

/**
 * Every row of the desk's tab as hands have left it, beside what the journal says of it.
 *
 * @throws Refusal - `tabMissing`, `columnMissing`.
 */
export function readTab(desk: Desk, projection: ReadonlyMap<string, RowWrite>): TypedRow[] {
  const { table, ledger } = desk;
  const { style, state, book } = ledger;
  const sheet = sheetOf(table, style.language);
  if (!sheet) throw new Refusal("tabMissing", { tab: table.name[style.language] });
  const headings = state.tabs.get(table.key)?.headings ?? [];
  const positions = allPositionsIn(table, headings, sheet, style.language);
  const reader: RowReader = {
    currencyOf: (customer) => desk.currencyOf(customer),
    currencyOfRecord: (id) => textOf(projection.get(id)?.fields.currency),
    table,
    positions,
    language: style.language,
    currency: book.settings.baseCurrency,
  };
  return readColumns(sheet, 1, Math.max(...positions.values()) + 1).map((cells, i) => {
    const raw = cells.map((cell) => rawCell(cell, style));
    const texts = textColumns(cells, reader);
    const yearLast = yearLastIn(raw, texts, reader);
    return { row: i + 2, asText: texts, yearLast, ...readTableRow(raw, i + 2, reader) };
  });
}

function textColumns(cells: readonly SheetCell[], { table, positions }: RowReader): string[] {
  const texts = table.columns.filter((column) => isAsText(cells[positions.get(column.key) ?? -1], column));
  return texts.map(({ key }) => key);
}

function yearLastIn(
  cells: readonly RawCell[],
  texts: readonly string[],
  { positions }: RowReader,
): Record<string, string> {
  const found = texts.flatMap((key): [string, string][] => {
    const cell = cells[positions.get(key) ?? -1] ?? "";
    return dayReadings(cell) ? [[key, String(cell)]] : [];
  });
  return Object.fromEntries(found);
}

function textOf(field: Field): string | undefined {
  return typeof field === "string" ? field : undefined;
}
