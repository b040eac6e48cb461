import type { PlainDate } from "../values/date.ts";
import { type Currency, decimalText, type Money, negated, ZERO } from "../values/money.ts";
import type { Problem } from "../values/problem.ts";
import { type CreditWord, documentWordOf } from "./cell-words.ts";
import type { ColumnMapping, LocatedColumn } from "./column-mapping.ts";
import { currencyNamed } from "./currency-names.ts";
import { foldSides, hasSides, isSideField } from "./debit-credit.ts";
import { type Directions, sidesIn, turnTo } from "./direction.ts";
import { KIND_RULES } from "./import-kinds.ts";
import type { AmountField, DateField, ImportGoodsLine, SideField, TextField } from "./import-row.ts";
import { cellTextOf, isBlankCell, type RawCell } from "./raw-table.ts";
import { readAmount } from "./read-amount.ts";
import { expectation, readCell } from "./read-cell.ts";
import { report, shown } from "./row-problem.ts";
import type { ImportField } from "./synonyms.ts";

/** An amount with the exact figure that it was read from. */
export interface Figure {
  readonly amount: Money;
  readonly decimal: string;
  readonly rounded: boolean;
}

/** One row as read, before it is known whether it is taken. */
export interface RowReading {
  readonly row: number;
  readonly cells: readonly RawCell[];
  readonly texts: Partial<Record<TextField, string>>;
  readonly dates: Partial<Record<DateField, PlainDate>>;
  readonly amounts: Partial<Record<AmountField, Money>>;
  readonly goods: ImportGoodsLine;
  /** Of a ledger 往来明细账: the figures of both sides, which of them is the row's amount, and what a credit is. */
  readonly sides: Partial<Record<SideField, Figure>>;
  side?: SideField;
  credit?: CreditWord;
  disputed?: boolean;
  /** Left out when the row names a currency that is not known. */
  currency?: Currency;
  /** The row says none, and nobody told that of the table. */
  currencyAssumed?: true;
  /** The row itself says none, whoever told that of the table. */
  currencyUnsaid?: true;
  /** The exact figure of the counted field, when it could be read. */
  counted?: Figure;
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
    sides: {},
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
  if (hasSides(context.columns)) foldSides(reading, context);
  else turn(cells, reading, context);
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
      report(
        hasSides(columns) && able[0] === "amount" ? "debit" : able[0],
        "cellMissing",
        {},
        reading,
        context,
      );
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
  for (const counted of columns.filter(({ field }) => field === countedField || isSideField(field))) {
    const read = readAmount(cells[counted.index], expectation(counted, mapping.currency));
    if (read.kind === "amount" && read.currency !== undefined) return read.currency;
  }
  reading.currencyUnsaid = true;
  if (!mapping.currencyTold) reading.currencyAssumed = true;
  return mapping.currency;
}

/** A figure on the credit side 贷 is below zero. */
function turn(cells: readonly RawCell[], reading: RowReading, context: ReadingContext): void {
  for (const { field, side, said } of sidesIn(cells, context.directions)) {
    if (side === undefined) report("direction", "wordUnknown", { found: said }, reading, context);
    if (turnTo(side, field, reading, context.countedField) === "done") continue;
    const amount = reading.amounts[field] ?? ZERO;
    const text = (sum: Money) => decimalText(sum, reading.currency ?? context.mapping.currency);
    const readings = side === 0 ? [text(amount), "0"] : [text(amount), text(negated(amount))];
    report(field, "amountAmbiguous", { found: text(amount), readings, ask: "side" }, reading, context);
  }
}

/** The word for what the document is, when its type says so. */
export function documentWordIn({ texts }: RowReading) {
  return texts.documentKind === undefined ? undefined : documentWordOf(texts.documentKind);
}
