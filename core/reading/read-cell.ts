import type { Currency } from "../values/money.ts";
import { saysNotInForce, yesNoOf } from "./cell-words.ts";
import type { LocatedColumn } from "./column-mapping.ts";
import { isSideField } from "./debit-credit.ts";
import { isAmountField, isDateField, isGoodsField, isTextField } from "./field-groups.ts";
import type { AmountField, DateField, SideField } from "./import-row.ts";
import { cellTextOf, type RawCell } from "./raw-table.ts";
import { readAmount } from "./read-amount.ts";
import { readDate } from "./read-date.ts";
import { report, shown } from "./row-problem.ts";
import type { ReadingContext, RowReading } from "./row-reader.ts";

/** Reads a cell into its row's field; what cannot be read becomes a problem of the row. */
export function readCell(
  column: LocatedColumn,
  cell: RawCell,
  reading: RowReading,
  context: ReadingContext,
): void {
  const { field } = column;
  if (isDateField(field)) return readDay(field, column, cell, reading, context);
  if (isAmountField(field) || isSideField(field) || field === "goodsAmount")
    return readMoney(field, column, cell, reading, context);
  if (isGoodsField(field)) {
    Object.assign(reading.goods, { [field]: cellTextOf(cell) });
  } else if (field === "disputed") {
    const answer = yesNoOf(cell);
    if (answer === undefined) report(field, "wordUnknown", { found: shown(cell) }, reading, context);
    else reading.disputed = answer;
  } else if (isTextField(field)) {
    if (field === "status") readState(column, cell, reading, context);
    reading.texts[field] = cellTextOf(cell);
  }
}

/** What is known of the figures of a column before they are read. */
export function expectation(column: LocatedColumn, currency: Currency) {
  const { numberStyle, unitPlaces } = column;
  return {
    currency,
    ...(numberStyle === undefined ? {} : { style: numberStyle }),
    ...(unitPlaces === undefined ? {} : { unitPlaces }),
  };
}

/** One state in which a document does not count is enough. */
function readState(
  { heading: column }: LocatedColumn,
  cell: RawCell,
  reading: RowReading,
  { table }: ReadingContext,
): void {
  if (!saysNotInForce(column, cell)) return;
  const place = { table, row: reading.row, column };
  reading.problems.push({ kind: "documentNotInForce", place, found: shown(cell) });
}

function readDay(
  field: DateField,
  { dateOrder }: LocatedColumn,
  cell: RawCell,
  reading: RowReading,
  context: ReadingContext,
): void {
  const read = readDate(cell, dateOrder === undefined ? {} : { order: dateOrder });
  const found = shown(cell);
  if (read.kind === "date") reading.dates[field] = read.date;
  if (read.kind === "refused") report(field, "dateUnreadable", { found, why: read.why }, reading, context);
  if (read.kind === "ambiguous") {
    report(field, "dateAmbiguous", { found, readings: read.readings }, reading, context);
  }
}

function readMoney(
  field: AmountField | SideField | "goodsAmount",
  column: LocatedColumn,
  cell: RawCell,
  reading: RowReading,
  context: ReadingContext,
): void {
  const currency = reading.currency ?? context.mapping.currency;
  const read = readAmount(cell, expectation(column, currency));
  const found = shown(cell);
  if (read.kind === "refused") report(field, "amountUnreadable", { found, why: read.why }, reading, context);
  if (read.kind === "ambiguous") {
    const isUnsaid = column.numberStyle === undefined && column.unitPlaces === undefined;
    const ask = isUnsaid ? { ask: "style" as const } : {};
    report(field, "amountAmbiguous", { found, readings: read.readings, ...ask }, reading, context);
  }
  if (read.kind !== "amount") return;
  if (read.currency !== undefined && read.currency !== currency) {
    return report(field, "currencyDiffers", { found, expected: currency }, reading, context);
  }
  if (field === context.countedField) reading.counted = read;
  if (isSideField(field)) reading.sides[field] = read;
  else if (field === "goodsAmount") Object.assign(reading.goods, { goodsAmount: read.amount });
  else reading.amounts[field] = read.amount;
}
