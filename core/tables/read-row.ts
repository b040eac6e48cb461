import { currencyNamed } from "../reading/currency-names.ts";
import { cellTextOf, halfWidth, isBlankCell, type RawCell } from "../reading/raw-table.ts";
import { readAmount } from "../reading/read-amount.ts";
import { readDate } from "../reading/read-date.ts";
import type { Currency } from "../values/money.ts";
import type { Place, Problem } from "../values/problem.ts";
import type { Column, Field, Fields, Language, Table } from "./column.ts";

/** A row of one of our tabs as it was read: fields by key, and what could not be read. */
export interface RowReadBack {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  /** Columns of which nobody knows what they say: they are no typing, and not empty either. */
  readonly unread: readonly string[];
  /** No hand column holds anything. */
  readonly isBlank: boolean;
}

/** Where a tab's columns stand, and how its cells are to be read. */
export interface RowReader {
  readonly table: Table;
  /** Position of each column by key, from 0. */
  readonly positions: ReadonlyMap<string, number>;
  readonly language: Language;
  readonly currency: Currency;
  /** The currency of a customer as a cell names it: what a blank currency means in that row. */
  readonly currencyOf?: (customer: string) => Currency | undefined;
  /** The currency of the record with that id: what a blank one means in its row before all others. */
  readonly currencyOfRecord?: (id: string) => Currency | undefined;
}

/**
 * Reads a row that people may have typed, strictly: what cannot be read is a problem with its place,
 * never a guess. Days come as ISO text, currencies as codes; an amount is in its row's currency or none.
 */
export function readTableRow(cells: readonly RawCell[], row: number, reader: RowReader): RowReadBack {
  const fields: Record<string, Field> = {};
  const problems: Problem[] = [];
  const unread: string[] = [];
  let isBlank = true;
  const [own, typed] = [ownUnitOf(cells, reader), unitOf(cells, reader)];
  for (const column of reader.table.columns) {
    const cell = cells[reader.positions.get(column.key) ?? -1];
    // What the ledger wrote stays in the record's currency, whatever a hand says of it now.
    const unit = column.owner === "machine" ? (own ?? typed) : typed;
    if (column.type === "money" && unit === undefined) unread.push(column.key);
    if (cell === undefined || isBlankCell(cell)) continue;
    if (column.owner !== "machine") isBlank = false;
    if (unread.includes(column.key)) continue;
    const place = { table: reader.table.name[reader.language], row, column: column.name[reader.language] };
    const read = readField(cell, column, unit, place);
    if (typeof read === "object") {
      problems.push(read);
      unread.push(column.key);
    } else if (read !== undefined) fields[column.key] = read;
  }
  return { fields, problems, unread, isBlank };
}

/** The currency of the row's record, where the row has one. */
function ownUnitOf(
  cells: readonly RawCell[],
  { positions, currencyOfRecord }: RowReader,
): Currency | undefined {
  return currencyOfRecord?.(cellTextOf(cells[positions.get("id") ?? -1]));
}

/** The currency that a row is in; none where its cell says one that is not known. */
function unitOf(cells: readonly RawCell[], reader: RowReader): Currency | undefined {
  const cellOf = (key: string) => cells[reader.positions.get(key) ?? -1];
  const known = ownUnitOf(cells, reader);
  const expected = known ?? reader.currencyOf?.(cellTextOf(cellOf("customer"))) ?? reader.currency;
  const column = reader.table.columns.find(({ key }) => key === "currency");
  const typed = cellOf("currency");
  if (column?.owner !== "hand" || isBlankCell(typed) || cellTextOf(typed) === known) return expected;
  return currencyNamed(cellTextOf(typed), expected);
}

function readField(cell: RawCell, column: Column, unit: Currency | undefined, place: Place): Field | Problem {
  if (column.key === "currency" && column.owner === "hand")
    return unit ?? { kind: "currencyUnknown", place, found: cellTextOf(cell) };
  switch (column.type) {
    case "money":
      return unit === undefined ? undefined : readMoney(cell, unit, place);
    case "date":
      return readDay(cell, place);
    case "choice":
    case "flag":
      return readChoice(cell, column, place);
    case "number":
      return typeof cell === "number" ? cell : readNumber(cellTextOf(cell), place);
    case "rate":
      return typeof cell === "number" ? cell : readRate(cellTextOf(cell), place);
    default:
      return cellTextOf(cell).trim();
  }
}

function readMoney(cell: RawCell, currency: Currency, place: Place): Field | Problem {
  const read = readAmount(cell, { currency, style: "point" });
  if (read.kind === "nothing") return undefined;
  const found = cellTextOf(cell);
  if (read.kind === "ambiguous") return { kind: "amountAmbiguous", place, found, readings: read.readings };
  if (read.kind === "refused") return { kind: "amountUnreadable", place, found, why: read.why };
  const { currency: named = currency } = read;
  if (named !== currency) return { kind: "currencyDiffers", place, found, expected: currency };
  return read.rounded ? { kind: "amountUnreadable", place, found, why: "tooFine" } : read.amount;
}

function readDay(cell: RawCell, place: Place): Field | Problem {
  const read = readDate(cell, {});
  if (read.kind === "date") return read.date;
  if (read.kind === "nothing") return undefined;
  const found = cellTextOf(cell);
  return read.kind === "ambiguous"
    ? { kind: "dateAmbiguous", place, found, readings: read.readings }
    : { kind: "dateUnreadable", place, found, why: read.why };
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/;

function readNumber(text: string, place: Place): Field | Problem {
  const plain = halfWidth(text).trim();
  return NUMBER.test(plain) ? Number(plain) : { kind: "amountUnreadable", place, found: text };
}

/** "13%" in text is what 13% is in a cell of numbers: 0.13. */
function readRate(text: string, place: Place): Field | Problem {
  const [, percent = ""] = /^(.*?)\s*%$/.exec(halfWidth(text).trim()) ?? [];
  return NUMBER.test(percent) ? Number(`${percent}e-2`) : readNumber(text, place);
}

/** A coded value by its word in either language, or by its code. */
function readChoice(cell: RawCell, column: Column, place: Place): Field | Problem {
  const text = cellTextOf(cell).trim();
  const key = text.normalize("NFKC").toLowerCase();
  for (const [code, words] of Object.entries(column.choices ?? {})) {
    if (![code, words.zh, words.en].some((word) => word.toLowerCase() === key)) continue;
    return column.type === "flag" ? code === "yes" : code;
  }
  return { kind: "wordUnknown", place, found: text };
}
