import {
  type Currency,
  type CurrencySum,
  type CurrencyTotals,
  type Money,
  minus,
  moneyFromDecimal,
  type Problem,
  plus,
  type RowsRead,
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
  /** What the table itself says, as it was read. */
  readonly currencies: readonly CurrencyTotals[];
  readonly problems: readonly Problem[];
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

export function importReportOf({ totals }: RowsRead, outcome: Outcome): ImportReport {
  const { batch, known, problems, taken } = outcome;
  return {
    batch,
    rowsRead: totals.rowsRead,
    rowsTaken: taken.rows,
    rowsListed: totals.rowsRead - taken.rows,
    rowsKnown: known,
    ...(outcome.proposals > 0 ? { proposals: outcome.proposals } : {}),
    ...sumsOf(totals.currencies, outcome),
    currencies: totals.currencies,
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
