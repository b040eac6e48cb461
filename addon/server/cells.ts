import {
  type Column,
  type Currency,
  dateOfDayNumber,
  decimalsOf,
  decimalText,
  type Field,
  type Fields,
  type Language,
  money,
  moneyFromDecimal,
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
  const currency = typeof fields.currency === "string" ? fields.currency : "CNY";
  return columns.map((column) => (column ? cellOf(fields[column.key], column, currency, style) : ""));
}

/** One field as a cell. An empty field is an empty cell. */
export function cellOf(field: Field, column: Column, currency: Currency, style: CellStyle): SheetCell {
  if (field === undefined || field === "") return "";
  switch (column.type) {
    case "money":
      return typeof field === "number" ? Number(decimalText(money(field), currency)) : "";
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

/** Days from the spreadsheet's day 0 (1899-12-30) to 1970-01-01. */
export const SERIAL_OF_1970 = 25_569;

/** The day with a spreadsheet's serial number. */
export function dayOfSerial(serial: number): PlainDate {
  return dateOfDayNumber(Math.floor(serial) - SERIAL_OF_1970);
}

/** A number cell as money, exact to the minor unit. */
export function moneyOfNumber(cell: number, currency: Currency): number | undefined {
  return moneyFromDecimal(cell.toFixed(decimalsOf(currency) + 4), currency)?.amount;
}
