import {
  assert,
  type Column,
  type Currency,
  decimalText,
  type Field,
  type Fields,
  type Language,
  money,
  type PlainDate,
  type RawCell,
} from "../../core/index.ts";
import { dayIn, type SheetCell } from "./google.ts";

/** How cells of one tab are written and read: the words' language and the workbook's time zone. */
export interface CellStyle {
  readonly language: Language;
  readonly zone: string;
}

/**
 * A row of a tab as cells, in the order in which the tab's columns stand. Columns the tab lacks are
 * left out; cells that are not ours stay undefined.
 */
export function cellsOf(
  fields: Fields,
  columns: readonly (Column | undefined)[],
  style: CellStyle,
): SheetCell[] {
  return columns.map((column) => (column ? cellOf(fields[column.key], column, fields, style) : ""));
}

/** The currency that the amounts of a row are in: a row without one has no amounts. */
export function currencyOf({ currency }: Fields): Currency {
  assert(typeof currency === "string", "a row with an amount says in which currency");
  return currency;
}

/** One field of a row as a cell. An empty field is an empty cell. */
export function cellOf(field: Field, column: Column, row: Fields, style: CellStyle): SheetCell {
  if (field === undefined || field === "") return "";
  switch (column.type) {
    case "money":
      return typeof field === "number" ? Number(decimalText(money(field), currencyOf(row))) : "";
    case "number":
      return typeof field === "number" ? field : "";
    case "choice":
      return column.choices?.[String(field)]?.[style.language] ?? String(field);
    case "flag":
      return column.choices?.[field === true ? "yes" : "no"]?.[style.language] ?? "";
    case "date":
      return String(field);
    default:
      return safeText(String(field));
  }
}

const DANGEROUS_START = /^[=+\-@\t\r'＝＋－＠]/;

/**
 * The one gate for text that goes into a cell: what a spreadsheet could take for a formula is written
 * with an apostrophe, which the sheet keeps to itself.
 */
export function safeText(text: string): string {
  return DANGEROUS_START.test(text) ? `'${text}` : text;
}

/** The calendar day in a date cell, whatever time zone the script runs in. */
export function dayOfCell(cell: SheetCell, style: CellStyle): PlainDate | undefined {
  if (!(cell instanceof Date)) return undefined;
  return dayIn(style.zone, cell) as PlainDate;
}

/** A cell as core reads it: days as ISO text. */
export function rawCell(cell: SheetCell, style: CellStyle): RawCell {
  if (cell instanceof Date) return dayOfCell(cell, style) ?? "";
  return cell;
}

/** An amount or a day that a hand wrote as text: no formula counts it. */
export function isAsText(cell: SheetCell | undefined, { type, owner }: Column): boolean {
  return owner === "hand" && (type === "money" || type === "date") && typeof cell === "string" && cell !== "";
}
