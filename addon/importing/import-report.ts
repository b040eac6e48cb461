import {
  type Currency,
  type CurrencySum,
  type CurrencyTotals,
  decimalText,
  differenceOfDecimals,
  type Money,
  minus,
  moneyFromDecimal,
  moneyText,
  type OwnTotal,
  type Problem,
  plus,
  type RowsRead,
  type SideTotals,
  sideTotalsOf,
  sumOfDecimals,
  ZERO,
} from "../../core/index.ts";

/** What an import did 导入结果; taken + listed = read, in rows and in the money of each currency. */
export interface ImportReport extends Partial<TakenSums> {
  readonly batch: string;
  readonly rowsRead: number;
  readonly rowsTaken: number;
  /** Rows with a problem, and rows the ledger had already. */
  readonly rowsListed: number;
  readonly rowsKnown: number;
  /** Known customers beside whom other terms or another limit wait to be decided; left out where there is none. */
  readonly proposals?: number;
  /** In place of the three figures, where the rows are in several currencies: these make no sum. */
  readonly amounts?: readonly (TakenSums & { readonly currency: Currency })[];
  /** The table's own sums, as decimal text; taken is here too what has become part of the ledger by this import. */
  readonly currencies: readonly CurrencyTotals[];
  /** Of a ledger with a column for each side 借方, 贷方: what its rows were read as, those listed left out. */
  readonly sides?: readonly SideTotals[];
  /** Of such a ledger: rows with what was owed before it 期初余额, which are not imported. */
  readonly openingRows?: readonly number[];
  readonly problems: readonly Problem[];
  /** Totals that the table states and that its rows do not add up to; left out where all agree. */
  readonly totalsDiffering?: readonly DifferingTotal[];
}

/** A total of the table 原表合计 beside the sum of its rows, as people write them. */
export interface DifferingTotal {
  readonly row: number;
  /** Of a ledger: the side that it is the total of. */
  readonly side?: NonNullable<OwnTotal["side"]>;
  readonly stated: string;
  readonly sumOfRows: string;
}

/**
 * The totals of a table that do not agree with its rows, every one of them.
 *
 * @example
 * differingTotals([{ row: 9, amount: "400030", sum: "410030", agrees: false }], "CNY") // => [{ row: 9, stated: "400,030.00", sumOfRows: "410,030.00" }]
 */
export function differingTotals(totals: readonly OwnTotal[], currency: Currency): DifferingTotal[] {
  return totals.flatMap(({ row, side, amount, sum }) =>
    sum === undefined
      ? []
      : [
          {
            row,
            ...(side ? { side } : {}),
            stated: decimalShown(amount, currency),
            sumOfRows: decimalShown(sum, currency),
          },
        ],
  );
}

/**
 * The sums of a report, each with its currency: none where the table has no figure that counts.
 */
export function reportedSums(report: ImportReport): readonly (TakenSums & { readonly currency: Currency })[] {
  const { amounts, currencies, amountTaken, amountListed, roundingDifference } = report;
  if (amounts) return amounts;
  const [only] = currencies;
  if (!only || amountTaken === undefined || amountListed === undefined) return [];
  return [
    { currency: only.currency, amountTaken, amountListed, roundingDifference: roundingDifference ?? "0" },
  ];
}

/** Control totals of one currency against the ledger, in its minor units. */
export interface TakenSums {
  readonly amountTaken: Money;
  readonly amountListed: Money;
  /** In major units: rounding may be finer than the minor unit. */
  readonly roundingDifference: string;
}

interface Outcome {
  readonly batch: string;
  readonly known: number;
  readonly proposals: number;
  readonly problems: readonly Problem[];
  /** What has become part of the ledger. */
  readonly taken: { readonly rows: number; readonly amounts: readonly CurrencySum[] };
  /** Currency of rows whose own is not known. */
  readonly currency: Currency;
}

export function importReportOf({ totals, rows }: RowsRead, outcome: Outcome): ImportReport {
  const { batch, known, problems, taken } = outcome;
  const differing = differingTotals(totals.ownTotals, outcome.currency);
  return {
    batch,
    rowsRead: totals.rowsRead,
    rowsTaken: taken.rows,
    rowsListed: totals.rowsRead - taken.rows,
    rowsKnown: known,
    ...(outcome.proposals > 0 ? { proposals: outcome.proposals } : {}),
    ...(differing.length > 0 ? { totalsDiffering: differing } : {}),
    ...sumsOf(totals.currencies, outcome),
    currencies: totals.currencies.map((each) => takenOf(each, outcome)),
    ...(totals.sides ? { sides: sideTotalsOf(rowsOutside(outcome.problems, rows)) } : {}),
    ...(totals.openingRows ? { openingRows: totals.openingRows } : {}),
    problems,
  };
}

function sumsOf(currencies: readonly CurrencyTotals[], outcome: Outcome): Partial<ImportReport> {
  const amounts = currencies.map((each) => ({ currency: each.currency, ...takenSums(each, outcome) }));
  const [only, ...others] = amounts;
  if (!only) return { amountTaken: ZERO, amountListed: ZERO, roundingDifference: "0" };
  if (others.length > 0) return { amounts };
  const { currency, ...sums } = only;
  return sums;
}

/** What of the table's own sum is in the ledger: the rest is listed, or was there before. */
function takenSums(totals: CurrencyTotals, { taken, currency }: Outcome): TakenSums {
  const unit = totals.currency || currency;
  const [read, listed] = [totals.amountTaken, totals.amountListed].map(
    (decimal) => moneyFromDecimal(decimal, unit)?.amount ?? ZERO,
  );
  const inTable = plus(read ?? ZERO, listed ?? ZERO);
  const amountTaken = taken.amounts.find((sum) => sum.currency === totals.currency)?.amount ?? ZERO;
  const { roundingDifference } = totals;
  return { amountTaken, amountListed: minus(inTable, amountTaken), roundingDifference };
}

/** Rows that the ledger did not list. */
function rowsOutside(problems: readonly Problem[], rows: RowsRead["rows"]): RowsRead["rows"] {
  const listed = new Set(problems.map(({ place }) => place.row));
  return rows.filter(({ row }) => !listed.has(row));
}

/** The same of the table's own figures: rows that the ledger had are not taken, wherever it is said. */
function takenOf(totals: CurrencyTotals, { taken, currency }: Outcome): CurrencyTotals {
  const sum = taken.amounts.find((each) => each.currency === totals.currency)?.amount ?? ZERO;
  const amountTaken = sumOfDecimals([decimalText(sum, totals.currency || currency)]);
  const inTable = sumOfDecimals([totals.amountTaken, totals.amountListed]);
  return { ...totals, amountTaken, amountListed: differenceOfDecimals(inTable, amountTaken) };
}

/**
 * A sum of a table as people write amounts; one that is finer than the currency, or no amount, as it stands.
 *
 * @example
 * decimalShown("400030", "CNY") // => "400,030.00"
 */
export function decimalShown(decimal: string, currency: Currency): string {
  const read = moneyFromDecimal(decimal, currency);
  return read ? moneyText(read.amount, currency) : decimal;
}
