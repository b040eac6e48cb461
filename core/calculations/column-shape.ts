import type { Account } from "../records/book.ts";
import { type Figures, NO_DAY } from "../records/figures.ts";
import type { OpenItem } from "../records/open-item.ts";
import type { Settings } from "../records/policy.ts";
import type { DayNumber } from "../values/date.ts";
import type { Currency } from "../values/money.ts";

/** A line whose due date is not fixed yet. */
export const NOT_FIXED = NO_DAY;

/** A customer in one currency: the account that amounts belong to. */
export interface Party {
  readonly customer: string;
  readonly currency: Currency;
}

/**
 * The facts of many accounts as columns, in customer order, as known at one place in the journal.
 * Days are day numbers, amounts minor units. This is the form in which whole ledgers are computed.
 */
export interface Columns {
  readonly parties: readonly Party[];
  /** Due lines of items that carry a debt. */
  readonly lines: {
    readonly party: Int32Array;
    /** Place of the item in its account. */
    readonly item: Int32Array;
    /** Place of the line in its item. */
    readonly index: Int32Array;
    readonly day: Int32Array;
    readonly due: Int32Array;
    readonly amount: Float64Array;
    /** LINE_DISPUTED, LINE_NOT_INVOICED, LINE_NOT_FIXED. */
    readonly flags: Uint8Array;
    /** Day since which the item is disputed, by line; only of lines with that mark. */
    readonly disputedFrom: ReadonlyMap<number, DayNumber>;
  };
  /** What can settle a line: receipts, and items that credit the customer. Amounts are positive. */
  readonly credits: {
    readonly party: Int32Array;
    /** Place of the receipt in its account; of an item, counted on after all receipts. */
    readonly record: Int32Array;
    readonly day: Int32Array;
    readonly amount: Float64Array;
  };
  readonly allocations: {
    readonly line: Int32Array;
    readonly credit: Int32Array;
    readonly day: Int32Array;
    readonly amount: Float64Array;
  };
  /** Drafts received, from the day received until the day they mature. */
  readonly drafts: readonly { party: number; from: DayNumber; until: DayNumber; amount: number }[];
  /** The account of a party, with the records behind the rows; not needed for sums. */
  readonly accountOf: (party: number) => Account;
}

/** Marks of a due line that aging shows apart, as bits. */
export const LINE_DISPUTED = 1;
export const LINE_NOT_INVOICED = 2;
export const LINE_NOT_FIXED = 4;

/** From where in the journal, and by which rule, accounts are seen. */
export interface ColumnOptions {
  readonly knownAt: number;
  readonly debtCarriedBy: Settings["debtCarriedBy"];
}

/**
 * Whether an item moves the balance. Of a delivery and its invoice only one carries the debt, as the
 * ledger's settings say; the other is linked and never counted twice.
 *
 * @example
 * carriesDebt({ kind: "delivery" }, { debtCarriedBy: "invoice" }) // => false
 */
export function carriesDebt(
  item: Pick<OpenItem, "kind">,
  settings: Pick<Settings, "debtCarriedBy">,
): boolean {
  return item.kind === "delivery" || item.kind === "invoice" ? item.kind === settings.debtCarriedBy : true;
}

/** An account of which the figures are at hand for now, and the records whenever they are asked for. */
export interface FigureSource {
  readonly customer: string;
  readonly figures: Figures;
  readonly account: () => Account;
}
