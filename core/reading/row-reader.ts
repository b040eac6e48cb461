import type { PlainDate } from "../values/date.ts";
import { type Currency, decimalText, type Money, negated, ZERO } from "../values/money.ts";
import type { Problem, ProblemDetails } from "../values/problem.ts";
import { documentWordOf, saysNotInForce, yesNoOf } from "./cell-words.ts";
import type { ColumnMapping, LocatedColumn } from "./column-mapping.ts";
import { currencyNamed } from "./currency-names.ts";
import { type Directions, sidesIn, turnTo } from "./direction.ts";
import { fieldTypeOf, KIND_RULES } from "./import-kinds.ts";
import type { AmountField, DateField, GoodsField, ImportGoodsLine, TextField } from "./import-row.ts";
import { cellTextOf, isBlankCell, type RawCell } from "./raw-table.ts";
import { readAmount } from "./read-amount.ts";
import { readDate } from "./read-date.ts";
import type { ImportField } from "./synonyms.ts";

/** One row as read, before it is known whether it is taken. */
export interface RowReading {
  readonly row: number;
  readonly cells: readonly RawCell[];
  readonly texts: Partial<Record<TextField, string>>;
  readonly dates: Partial<Record<DateField, PlainDate>>;
  readonly amounts: Partial<Record<AmountField, Money>>;
  readonly goods: ImportGoodsLine;
  disputed?: boolean;
  /** Left out when the row names a currency that is not known. */
  currency?: Currency;
  /** The row says none, and nobody told that of the table. */
  currencyAssumed?: true;
  /** The row itself says none, whoever told that of the table. */
  currencyUnsaid?: true;
  /** The exact figure of the counted field, when it could be read. */
  counted?: { readonly amount: Money; readonly decimal: string; readonly rounded: boolean };
  readonly filled: Set<ImportField>;
  readonly problems: Problem[];
}

/** What all rows of a table share while they are read. */
export interface ReadingContext {
  readonly table: string;
  readonly mapping: ColumnMapping;
  readonly columns: readonly LocatedColumn[];
  readonly countedField: ImportField | undefined;
  readonly directions: Directions;
}

/** Reads one row's cells; whatever cannot be read becomes a problem of the row. */
export function readRow(row: number, cells: readonly RawCell[], context: ReadingContext): RowReading {
  const reading: RowReading = {
    row,
    cells,
    texts: {},
    dates: {},
    amounts: {},
    goods: { row },
    filled: new Set(),
    problems: [],
  };
  const currency = rowCurrency(cells, reading, context);
  if (currency !== undefined) reading.currency = currency;
  for (const column of context.columns) {
    const cell = cells[column.index];
    if (cell === undefined || isBlankCell(cell)) continue;
    reading.filled.add(column.field);
    readCell(column, cell, reading, context);
  }
  turn(cells, reading, context);
  return reading;
}

/**
 * Adds a problem for each needed cell that is empty; not for one that could not be read. Where the
 * counted field has a column, no other amount stands in for it.
 */
export function checkNeeded(reading: RowReading, context: ReadingContext): void {
  const { columns, countedField, mapping } = context;
  for (const fields of KIND_RULES[mapping.kind].neededCells) {
    const wanted = fields.filter((field) => columns.some((column) => column.field === field));
    const needed = wanted.filter(
      (field) => field === countedField || !wanted.includes(countedField ?? field),
    );
    const able = needed.length > 0 ? needed : fields;
    if (!able.some((field) => reading.filled.has(field)))
      report(able[0], "cellMissing", {}, reading, context);
  }
}

function rowCurrency(
  cells: readonly RawCell[],
  reading: RowReading,
  context: ReadingContext,
): Currency | undefined {
  const { columns, mapping, countedField } = context;
  const column = columns.find(({ field }) => field === "currency");
  const cell = column === undefined ? "" : (cells[column.index] ?? "");
  if (!isBlankCell(cell)) {
    const named = currencyNamed(cellTextOf(cell), mapping.currency);
    if (named === undefined) report("currency", "currencyUnknown", { found: shown(cell) }, reading, context);
    return named;
  }
  const counted = columns.find(({ field }) => field === countedField);
  const read = counted ? readAmount(cells[counted.index], expectation(counted, mapping.currency)) : undefined;
  if (read?.kind === "amount" && read.currency !== undefined) return read.currency;
  reading.currencyUnsaid = true;
  if (!mapping.currencyTold) reading.currencyAssumed = true;
  return mapping.currency;
}

function expectation(column: LocatedColumn, currency: Currency) {
  const { numberStyle, unitPlaces } = column;
  return {
    currency,
    ...(numberStyle === undefined ? {} : { style: numberStyle }),
    ...(unitPlaces === undefined ? {} : { unitPlaces }),
  };
}

function readCell(column: LocatedColumn, cell: RawCell, reading: RowReading, context: ReadingContext): void {
  const { field } = column;
  if (isDateField(field)) return readDay(field, column, cell, reading, context);
  if (isAmountField(field) || field === "goodsAmount")
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

/** A figure on the credit side 贷 is below zero. */
function turn(cells: readonly RawCell[], reading: RowReading, context: ReadingContext): void {
  for (const { field, side, said } of sidesIn(cells, context.directions)) {
    if (side === undefined) report("direction", "wordUnknown", { found: said }, reading, context);
    if (turnTo(side, field, reading, context.countedField) === "done") continue;
    const amount = reading.amounts[field] ?? ZERO;
    const text = (sum: Money) => decimalText(sum, reading.currency ?? context.mapping.currency);
    const readings = side === 0 ? [text(amount), "0"] : [text(amount), text(negated(amount))];
    report(field, "amountAmbiguous", { found: text(amount), readings }, reading, context);
  }
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
  field: AmountField | "goodsAmount",
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
    report(field, "amountAmbiguous", { found, readings: read.readings }, reading, context);
  }
  if (read.kind !== "amount") return;
  if (read.currency !== undefined && read.currency !== currency) {
    return report(field, "currencyDiffers", { found, expected: currency }, reading, context);
  }
  if (field === context.countedField) reading.counted = read;
  if (field === "goodsAmount") Object.assign(reading.goods, { goodsAmount: read.amount });
  else reading.amounts[field] = read.amount;
}

function report<Kind extends Problem["kind"]>(
  field: ImportField | undefined,
  kind: Kind,
  details: ProblemDetails[Kind],
  reading: RowReading,
  { table, columns }: ReadingContext,
): void {
  const column = columns.find((other) => other.field === field)?.heading;
  const place = { table, row: reading.row, ...(column === undefined ? {} : { column }) };
  reading.problems.push({ kind, place, ...details } as Problem); // the details of that very kind
}

function shown(cell: RawCell): string {
  return String(cell).trim().slice(0, 80);
}

function isDateField(field: ImportField): field is DateField {
  return fieldTypeOf(field) === "date";
}

function isAmountField(field: ImportField): field is AmountField {
  return fieldTypeOf(field) === "amount" && field !== "goodsAmount";
}

function isGoodsField(field: ImportField): field is GoodsField {
  return field.startsWith("goods");
}

function isTextField(field: ImportField): field is TextField {
  return (
    !isDateField(field) &&
    !isAmountField(field) &&
    !isGoodsField(field) &&
    field !== "currency" &&
    field !== "disputed" &&
    field !== "direction"
  );
}

/** The word for what the document is, when its type says so. */
export function documentWordIn({ texts }: RowReading) {
  return texts.documentKind === undefined ? undefined : documentWordOf(texts.documentKind);
}
