import { decimalText, type Money, negated, ZERO } from "../values/money.ts";
import { type CreditWord, creditWordOf, documentWordOf } from "./cell-words.ts";
import type { MappedColumn } from "./column-mapping.ts";
import { turnTo } from "./direction.ts";
import { fieldsNamed } from "./header-words.ts";
import type { SideField } from "./import-row.ts";
import { report } from "./row-problem.ts";
import type { ReadingContext, RowReading } from "./row-reader.ts";
import type { ImportField } from "./synonyms.ts";

/**
 * A ledger with a column for each side 往来明细账: 借方金额 adds to what is owed, 贷方金额 takes off it. A row has its
 * amount in one of them; the balances beside them are no amounts of the row.
 */

/** What such a table's other columns of figures are not: the row's amount, or what is open of it. */
const NOT_OF_LEDGER: readonly ImportField[] = ["amount", "openAmount", "settledAmount", "direction"];

/** Whether headings name both sides, and the day of each row: a list of balances has none. */
export function isLedger(headers: readonly string[]): boolean {
  const named = headers.map((header) => fieldsNamed(header));
  const has = (field: ImportField) =>
    named.some((fields) => fields.some(([name, match]) => name === field && match !== "part"));
  return has("debit") && has("credit") && has("date");
}

/** Whether a column of such a table, or of any other, may be that field. */
export function suitsLedger(field: ImportField, isOne: boolean): boolean {
  return isOne ? !NOT_OF_LEDGER.includes(field) : !isSideField(field);
}

export function isSideField(field: ImportField): field is SideField {
  return field === "debit" || field === "credit";
}

/** Whether rows have their amount in a column of its side. */
export function hasSides(columns: readonly MappedColumn[]): boolean {
  return columns.some(({ field }) => isSideField(field));
}

/** Makes the figure of one side the row's amount, by the rule by which a direction 借贷方向 turns it. */
export function foldSides(reading: RowReading, context: ReadingContext): void {
  const { debit, credit } = reading.sides;
  const text = (sum: Money) => decimalText(sum, reading.currency ?? context.mapping.currency);
  if (reading.filled.has("debit") || reading.filled.has("credit")) reading.filled.add("amount");
  if (debit && credit && debit.amount !== ZERO && credit.amount !== ZERO)
    return report("credit", "bothSides", sums(text, debit.amount, credit.amount), reading, context);
  const side = credit && credit.amount !== ZERO ? "credit" : debit ? "debit" : "credit";
  const figure = reading.sides[side];
  if (!figure) return;
  const beside = reading.amounts.amount;
  if (beside !== undefined && beside !== figure.amount) {
    const readings = [text(beside), text(figure.amount)];
    return report(
      side,
      "amountAmbiguous",
      { found: text(figure.amount), readings, ask: "side" },
      reading,
      context,
    );
  }
  reading.side = side;
  if (context.mapping.kind === "receipts") foldReceived(side, text, reading, context);
  else foldOwed(side, text, reading, context);
}

type Text = (sum: Money) => string;

function sums(text: Text, debit: Money, credit: Money) {
  return { debit: text(debit), credit: text(credit) };
}

/** Of documents: a debit is owed, a credit takes off it, and is money or a credit note. */
function foldOwed(side: SideField, text: Text, reading: RowReading, context: ReadingContext): void {
  const figure = reading.sides[side];
  if (!figure) return;
  reading.amounts.amount = figure.amount;
  reading.counted = figure;
  const found = text(figure.amount);
  if (turnTo(side === "credit" ? -1 : 1, "amount", reading, "amount") === "doubtful") {
    const readings = [found, text(negated(figure.amount))];
    return report(side, "amountAmbiguous", { found, readings, ask: "side" }, reading, context);
  }
  const said = creditIn(reading);
  if (side === "debit") {
    const type = documentWordOf(reading.texts.documentKind ?? "");
    const isCredit = type === "creditNote" || type === "return" || type === "receipt";
    if (isCredit && figure.amount > 0)
      report(side, "sideDiffers", { found, word: reading.texts.documentKind ?? "" }, reading, context);
    return;
  }
  if (figure.amount === ZERO) return;
  const credit = said ?? CREDIT_OF[context.mapping.creditsAre ?? "unsaid"];
  if (credit === undefined) report(side, "creditUnclear", { found }, reading, context);
  else reading.credit = credit;
}

const CREDIT_OF = { receipts: "receipt", creditNotes: "creditNote", unsaid: undefined } as const;

/** Of receipts: a credit came in; a debit, or what was credited without money, is none. */
function foldReceived(side: SideField, text: Text, reading: RowReading, context: ReadingContext): void {
  const figure = reading.sides[side];
  if (!figure) return;
  const found = text(figure.amount);
  const said = creditIn(reading);
  const isNone = side === "debit" ? figure.amount !== ZERO : said === "creditNote" || said === "return";
  if (isNone) return report(side, "notReceived", { found }, reading, context);
  reading.amounts.amount = figure.amount;
  reading.counted = figure;
  if (figure.amount >= 0) return;
  const readings = [found, text(negated(figure.amount))];
  report(side, "amountAmbiguous", { found, readings, ask: "side" }, reading, context);
}

/** What the row's type says its credit is, else its summary. */
function creditIn({ texts }: RowReading): CreditWord | undefined {
  const type = documentWordOf(texts.documentKind ?? "");
  if (type === "receipt" || type === "creditNote" || type === "return") return type;
  return creditWordOf(`${texts.documentKind ?? ""} ${texts.note ?? ""}`);
}
