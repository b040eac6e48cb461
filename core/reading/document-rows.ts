import { type Currency, decimalText, type Money, moneyFromDecimal } from "../values/money.ts";
import type { Problem } from "../values/problem.ts";
import type { RowsAre } from "./column-mapping.ts";
import { hasSides } from "./debit-credit.ts";
import { sumOfDecimals } from "./decimal-text.ts";
import type { AmountField, ImportGoodsLine, ImportRow } from "./import-row.ts";
import { documentWordIn, type ReadingContext, type RowReading, readRow } from "./row-reader.ts";

/** The rows of one document: its head, and further lines. */
export interface DocumentRows {
  readonly head: RowReading;
  readonly lines: readonly RowReading[];
}

/** A document with its problems; the row is missing when it could not be made. */
export interface AssembledRow extends DocumentRows {
  readonly row?: ImportRow;
  readonly problems: readonly Problem[];
}

/**
 * Joins consecutive rows of one number into documents, as the mapping says. A line that says no currency is
 * in that of its document.
 */
export function documentsOf(readings: readonly RowReading[], context: ReadingContext): DocumentRows[] {
  const { rowsAre } = context.mapping;
  const isJoined = rowsAre !== "documents" && !hasSides(context.columns);
  const documents: { head: RowReading; lines: RowReading[] }[] = [];
  for (const reading of readings) {
    const last = documents[documents.length - 1];
    if (last && isJoined && continues(reading, last.head, rowsAre))
      last.lines.push(inCurrencyOf(last.head, reading, context));
    else documents.push({ head: reading, lines: [] });
  }
  return documents;
}

function inCurrencyOf(head: RowReading, line: RowReading, context: ReadingContext): RowReading {
  const { currency } = head;
  if (!line.currencyUnsaid || currency === undefined || currency === line.currency) return line;
  const mapping = { ...context.mapping, currency };
  const again = readRow(line.row, line.cells, { ...context, mapping });
  return { ...again, texts: line.texts, filled: line.filled };
}

/** Two currencies make no sum: the document is listed, with each line that says another one than its head. */
function otherCurrencies({ head, lines }: DocumentRows, context: ReadingContext): Problem[] {
  const { currency: expected } = head;
  const column = context.columns.find(({ field }) => field === "currency")?.heading;
  return lines.flatMap(({ row, currency: found }): Problem[] => {
    if (found === undefined || expected === undefined || found === expected) return [];
    const place = { table: context.table, row, ...(column === undefined ? {} : { column }) };
    return [{ kind: "currencyDiffers", place, found, expected }];
  });
}

/** A line says nothing of the head that differs from it; a repeated total must be the same figure. */
function continues(line: RowReading, head: RowReading, rowsAre: RowsAre): boolean {
  if (head.texts.number === undefined) return false;
  const sameTexts = (["number", "customerCode", "customerName"] as const).every((field) =>
    sameOrBlank(line.texts[field], head.texts[field]),
  );
  if (!sameTexts || !sameOrBlank(line.dates.date, head.dates.date)) return false;
  if (line.texts.number === undefined && line.filled.has("customerName")) return false;
  return rowsAre === "linesAddingUp" || sameOrBlank(line.counted?.decimal, head.counted?.decimal);
}

function sameOrBlank(value: unknown, expected: unknown): boolean {
  return value === undefined || value === expected;
}

/** Makes the import row of a document, unless something in any of its rows is wrong. */
export function assembleRow(document: DocumentRows, context: ReadingContext): AssembledRow {
  const { head, lines } = document;
  const problems = [
    ...[head, ...lines].flatMap((reading) => reading.problems),
    ...otherCurrencies(document, context),
  ];
  const currency = head.currency;
  if (problems.length > 0 || currency === undefined) return { ...document, problems };
  const amounts = context.mapping.rowsAre === "linesAddingUp" ? addedUp(document, currency) : head.amounts;
  if (amounts === undefined) return { ...document, problems: [tooLong(head, context)] };
  const goods = goodsOf(document, context.mapping.rowsAre);
  const { credit } = head;
  const documentWord = credit === undefined || credit === "receipt" ? documentWordIn(head) : credit;
  const row: ImportRow = {
    row: head.row,
    ...(lines.length > 0 ? { rows: [head.row, ...lines.map((line) => line.row)] } : {}),
    currency,
    ...(head.currencyAssumed ? { currencyAssumed: true } : {}),
    ...head.texts,
    ...head.dates,
    ...amounts,
    ...(head.disputed === undefined ? {} : { disputed: head.disputed }),
    ...(documentWord === undefined ? {} : { documentWord }),
    ...readAs(head),
    ...(goods.length > 0 ? { goods } : {}),
  };
  return { ...document, row, problems };
}

function readAs({ side, credit }: RowReading): Pick<ImportRow, "readAs"> {
  if (side === undefined) return {};
  if (side === "debit") return { readAs: "debit" };
  return { readAs: credit === undefined || credit === "receipt" ? "receipt" : "creditNote" };
}

const ADDED_UP: readonly AmountField[] = ["amount", "tax", "openAmount", "settledAmount"];

/** Sums of each amount over the rows; `undefined` when one has more digits than money can hold. */
function addedUp(
  { head, lines }: DocumentRows,
  currency: Currency,
): Partial<Record<AmountField, Money>> | undefined {
  const sums: Partial<Record<AmountField, Money>> = { ...head.amounts };
  for (const field of ADDED_UP) {
    const parts = [head, ...lines].flatMap(({ amounts }) => amounts[field] ?? []);
    if (parts.length < 2) continue;
    const total = moneyFromDecimal(sumOfDecimals(parts.map((part) => decimalText(part, currency))), currency);
    if (!total) return undefined;
    sums[field] = total.amount;
  }
  return sums;
}

function tooLong(head: RowReading, { table }: ReadingContext): Problem {
  const found = head.counted?.decimal ?? "";
  return { kind: "amountUnreadable", place: { table, row: head.row }, found, why: "tooLong" };
}

/** Where the rows add up to the document, a row's own amount is that of its goods. */
function goodsOf({ head, lines }: DocumentRows, rowsAre: RowsAre): ImportGoodsLine[] {
  const rows = [head, ...lines].filter(({ goods }) => Object.keys(goods).length > 1);
  return rows.map(({ goods, amounts }) => {
    const isOwn = rowsAre === "linesAddingUp" && goods.goodsAmount === undefined;
    return isOwn && amounts.amount !== undefined ? { ...goods, goodsAmount: amounts.amount } : goods;
  });
}
