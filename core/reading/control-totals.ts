import { type Currency, decimalText } from "../values/money.ts";
import { directionOf } from "./cell-words.ts";
import { hasSides } from "./debit-credit.ts";
import { differenceOfDecimals, sumOfDecimals } from "./decimal-text.ts";
import type { AssembledRow } from "./document-rows.ts";
import type { SideField } from "./import-row.ts";
import { openingRows } from "./ledger-rows.ts";
import type { RawTable } from "./raw-table.ts";
import { readAmount } from "./read-amount.ts";
import type { ReadingContext, RowReading } from "./row-reader.ts";
import type { SkippedRow } from "./row-roles.ts";
import { ownSideTotalsOf, type SideTotals, sideTotalsOf } from "./side-totals.ts";

/**
 * The control totals 合计核对 of a table read: rows, and the counted amount of each currency, beside the
 * totals that the file itself states.
 */
export interface ControlTotals {
  /** Data rows: taken + listed. Rows of one document count each. */
  readonly rowsRead: number;
  readonly rowsTaken: number;
  readonly rowsListed: number;
  /** Totals, sub-headings, repeated headings, footers: no data. */
  readonly rowsSkipped: number;
  readonly currencies: readonly CurrencyTotals[];
  readonly ownTotals: readonly OwnTotal[];
  /** Of a table with a column for each side: what was read as what. */
  readonly sides?: readonly SideTotals[];
  /** Of such a table: rows with what was owed before it 期初余额, which are in no sum. */
  readonly openingRows?: readonly number[];
}

/** All figures as decimal text in major units; taken + listed − rounding difference = sum in file. */
export interface CurrencyTotals {
  /** "" for rows whose currency is not known. */
  readonly currency: Currency;
  readonly amountTaken: string;
  readonly amountListed: string;
  readonly sumInFile: string;
  readonly roundingDifference: string;
  readonly rowsRounded: number;
  /** Listed rows whose amount could not be read: they are in none of the sums. */
  readonly rowsWithoutAmount: number;
}

/** A total that the file states in the counted column, and whether the rows above it agree. */
export interface OwnTotal {
  readonly row: number;
  /** Of a ledger: the side that it is the total of. */
  readonly side?: SideField;
  readonly amount: string;
  /** Where it does not agree: what its rows add up to, those since the total above it or all. */
  readonly sum?: string;
  readonly agrees: boolean;
}

interface TotalsInput {
  readonly table: RawTable;
  readonly headers: readonly string[];
  readonly skipped: readonly SkippedRow[];
  readonly context: ReadingContext;
}

/** Adds up what was taken and listed, exactly, and compares it with the file's own totals. */
export function controlTotalsOf(assembled: readonly AssembledRow[], input: TotalsInput): ControlTotals {
  const counted = assembled.flatMap((document) => countedIn(document, input.context));
  const rowsTaken = counted.filter(({ taken }) => taken).length;
  const currencies = [...new Set(counted.map(({ currency }) => currency))].sort();
  return {
    rowsRead: counted.length,
    rowsTaken,
    rowsListed: counted.length - rowsTaken,
    rowsSkipped: input.skipped.length,
    currencies:
      input.context.countedField === undefined
        ? []
        : currencies.map((currency) => totalsIn(currency, counted)),
    ...(ofLedger(assembled, input) ?? { ownTotals: ownTotalsOf(counted, input) }),
  };
}

function ofLedger(assembled: readonly AssembledRow[], input: TotalsInput) {
  if (!hasSides(input.context.columns)) return undefined;
  const openings = openingRows(input.table, input.headers, input.skipped);
  return {
    ownTotals: ownSideTotalsOf(assembled, input),
    sides: sideTotalsOf(assembled.flatMap(({ row }) => row ?? [])),
    ...(openings.length > 0 ? { openingRows: openings } : {}),
  };
}

interface CountedRow {
  readonly row: number;
  readonly currency: Currency;
  readonly taken: boolean;
  readonly rounded: boolean;
  /** The exact figure; left out when it could not be read. */
  readonly decimal?: string;
  readonly amount: string;
}

function countedIn({ head, lines, row }: AssembledRow, { mapping }: ReadingContext): CountedRow[] {
  const taken = row !== undefined;
  const counts = (reading: RowReading) => mapping.rowsAre !== "linesRepeatingTotal" || reading === head;
  return [head, ...lines].map((reading) => {
    const currency = reading.currency ?? "";
    const base = { row: reading.row, currency, taken, rounded: false };
    if (!counts(reading)) return { ...base, decimal: "0", amount: "0" };
    if (!reading.counted) return { ...base, amount: "0" };
    const { amount, decimal, rounded } = reading.counted;
    return { ...base, rounded, decimal, amount: decimalText(amount, currency || mapping.currency) };
  });
}

function totalsIn(currency: Currency, all: readonly CountedRow[]): CurrencyTotals {
  const rows = all.filter((row) => row.currency === currency);
  const sum = (some: readonly CountedRow[]) => sumOfDecimals(some.map(({ amount }) => amount));
  const sumInFile = sumOfDecimals(rows.map(({ decimal = "0" }) => decimal));
  return {
    currency,
    amountTaken: sum(rows.filter(({ taken }) => taken)),
    amountListed: sum(rows.filter(({ taken }) => !taken)),
    sumInFile,
    roundingDifference: differenceOfDecimals(sum(rows), sumInFile),
    rowsRounded: rows.filter(({ rounded }) => rounded).length,
    rowsWithoutAmount: rows.filter(({ taken, decimal }) => !taken && decimal === undefined).length,
  };
}

/** A total of the rows since the one above it. */
const SUBTOTAL = /小计|本页|sub-?total/i;

function directionsAt({ directions, countedField }: ReadingContext): number | undefined {
  return countedField === undefined ? undefined : directions[countedField];
}

function ownTotalsOf(counted: readonly CountedRow[], { table, skipped, context }: TotalsInput): OwnTotal[] {
  const column = context.columns.find(({ field }) => field === context.countedField);
  if (!column) return [];
  const { numberStyle, unitPlaces } = column;
  const expected = {
    currency: context.mapping.currency,
    style: numberStyle ?? ("point" as const),
    ...(unitPlaces === undefined ? {} : { unitPlaces }),
  };
  let previous = 0;
  const side = directionsAt(context);
  return skipped.flatMap(({ row, reason, text }) => {
    const read = readAmount(table.rows[row - 1]?.[column.index], expected);
    if (reason !== "total" || read.kind !== "amount") return [];
    const isCredit = side !== undefined && directionOf(table.rows[row - 1]?.[side] ?? "") === -1;
    const amount = isCredit ? differenceOfDecimals("0", read.decimal) : sumOfDecimals([read.decimal]);
    const [all = "0", since = "0"] = [0, previous].map((from) =>
      sumOfDecimals(
        counted.filter((other) => other.row > from && other.row < row).map(({ decimal = "0" }) => decimal),
      ),
    );
    previous = row;
    const agrees = amount === all || amount === since;
    return [{ row, amount, agrees, ...(agrees ? {} : { sum: SUBTOTAL.test(text) ? since : all }) }];
  });
}
