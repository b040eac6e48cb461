import { type Currency, decimalText, type Money, negated, ZERO } from "../values/money.ts";
import type { OwnTotal } from "./control-totals.ts";
import { isSideField } from "./debit-credit.ts";
import { sumOfDecimals } from "./decimal-text.ts";
import type { AssembledRow } from "./document-rows.ts";
import type { ImportRow, LedgerRowIs, SideField } from "./import-row.ts";
import type { RawTable } from "./raw-table.ts";
import { readAmount } from "./read-amount.ts";
import type { ReadingContext } from "./row-reader.ts";
import type { SkippedRow } from "./row-roles.ts";

/** How many rows, and their sum as decimal text in major units. */
export interface SideSum {
  readonly rows: number;
  readonly amount: string;
}

/** What the rows of a ledger 往来明细账 were read as, of one currency; all sums above zero. */
export interface SideTotals {
  readonly currency: Currency;
  readonly debits: SideSum;
  /** Credits that are money which came in, and those that are credit notes. */
  readonly receipts: SideSum;
  readonly creditNotes: SideSum;
}

/**
 * Debits and credits among rows that were read, and as what credits were read; none of a table without sides.
 *
 * @example
 * sideTotalsOf([{ row: 2, currency: "CNY", amount: money(-7000), readAs: "receipt" }])[0]?.receipts // => { rows: 1, amount: "70" }
 */
export function sideTotalsOf(rows: readonly ImportRow[]): SideTotals[] {
  const currencies = [...new Set(rows.flatMap(({ readAs, currency }) => (readAs ? currency : [])))].sort();
  return currencies.map((currency) => {
    const sum = (is: LedgerRowIs): SideSum => {
      const own = rows.filter((row) => row.readAs === is && row.currency === currency);
      const amounts = own.map(({ amount = ZERO }) => (is === "debit" ? amount : positive(amount)));
      return { rows: own.length, amount: sumOfDecimals(amounts.map((each) => decimalText(each, currency))) };
    };
    return { currency, debits: sum("debit"), receipts: sum("receipt"), creditNotes: sum("creditNote") };
  });
}

function positive(amount: Money): Money {
  return amount < 0 ? negated(amount) : amount;
}

interface TotalsInput {
  readonly table: RawTable;
  readonly skipped: readonly SkippedRow[];
  readonly context: ReadingContext;
}

/**
 * The totals that a ledger states of each side, against the rows above: all of them, or those since another total,
 * balance or sub-heading. Those of a whole year 本年累计 may hold what is not in the table, and are not compared.
 */
export function ownSideTotalsOf(assembled: readonly AssembledRow[], input: TotalsInput): OwnTotal[] {
  const { skipped, context } = input;
  const isReceipts = context.mapping.kind === "receipts";
  const sides = context.columns.filter(
    ({ field }) => isSideField(field) && !(isReceipts && field === "debit"),
  );
  const totals = skipped.filter(({ reason, text }) => reason === "total" && !/累计|year/i.test(text));
  return totals.flatMap((total) =>
    sides.flatMap((column) => ownTotal(total, column, assembled, input) ?? []),
  );
}

/** A total of what stands since the one above it. */
const OF_A_PART = /本[日月季期页]|小计|sub-?total/i;

function ownTotal(
  { row, text }: SkippedRow,
  { field, index, numberStyle = "point", unitPlaces = 0 }: ReadingContext["columns"][number],
  assembled: readonly AssembledRow[],
  { table, skipped, context }: TotalsInput,
): OwnTotal | undefined {
  const expected = { currency: context.mapping.currency, style: numberStyle, unitPlaces };
  const read = readAmount(table.rows[row - 1]?.[index], expected);
  if (read.kind !== "amount" || !isSideField(field)) return undefined;
  const starts = [0, ...skipped.map((each) => each.row).filter((each) => each < row)];
  const sums = starts.map((from) => sumBetween(from, row, field, assembled));
  const amount = sumOfDecimals([read.decimal]);
  const agrees = sums.includes(amount);
  const sum = (OF_A_PART.test(text) ? sums[sums.length - 1] : sums[0]) ?? "0";
  return { row, side: field, amount, agrees, ...(agrees ? {} : { sum }) };
}

function sumBetween(from: number, to: number, side: SideField, rows: readonly AssembledRow[]): string {
  const within = rows.filter(({ head }) => head.row > from && head.row < to);
  return sumOfDecimals(within.map(({ head }) => head.sides[side]?.decimal ?? "0"));
}
