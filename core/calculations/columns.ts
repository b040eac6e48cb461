import { type Account, isKnownAt, type Known } from "../records/book.ts";
import type { OpenItem } from "../records/open-item.ts";
import type { Settings } from "../records/policy.ts";
import type { Draft, Receipt } from "../records/receipt.ts";
import { type DayNumber, dayNumberOf } from "../values/date.ts";
import type { Currency } from "../values/money.ts";

/** A line whose due date is not fixed yet. */
export const NOT_FIXED = 0x7fffffff;

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
  /** Due lines of items that carry a debt. `doc` points into `items`. */
  readonly lines: {
    readonly party: Int32Array;
    readonly doc: Int32Array;
    readonly index: Int32Array;
    readonly day: Int32Array;
    readonly due: Int32Array;
    readonly amount: Float64Array;
    /** LINE_DISPUTED, LINE_NOT_INVOICED. */
    readonly flags: Uint8Array;
    /** Day since which the item is disputed; 0 where it is not. */
    readonly disputedFrom: Int32Array;
  };
  /** What can settle a line: receipts, and items that credit the customer. Amounts are positive. */
  readonly credits: {
    readonly party: Int32Array;
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
  /** The records behind the rows; not needed for sums. */
  readonly items: readonly Known<OpenItem>[];
  readonly creditRecords: readonly (Known<OpenItem> | Known<Receipt>)[];
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

/**
 * Lays accounts out as columns, with the facts known at a place in the journal.
 *
 * @example
 * columnsOf([], { knownAt: 1, debtCarriedBy: "invoice" }).parties // => []
 */
export function columnsOf(
  accounts: Iterable<Account>,
  options: { knownAt: number; debtCarriedBy: Settings["debtCarriedBy"] },
): Columns {
  const rows = new RowCollector(options);
  for (const account of accounts) rows.addAccount(account);
  return rows.columns();
}

/** Marks of a due line that aging shows apart, as bits. */
export const LINE_DISPUTED = 1;
export const LINE_NOT_INVOICED = 2;

/** Collects rows account by account, then freezes them into typed columns. */
class RowCollector {
  private readonly parties: Party[] = [];
  private readonly items: Known<OpenItem>[] = [];
  private readonly creditRecords: (Known<OpenItem> | Known<Receipt>)[] = [];
  private readonly line = { party: [] as number[], doc: [] as number[], index: [] as number[] };
  private readonly lineDays = { day: [] as number[], due: [] as number[], amount: [] as number[] };
  private readonly lineMarks = { flags: [] as number[], disputedFrom: [] as number[] };
  private readonly drafts: { party: number; from: DayNumber; until: DayNumber; amount: number }[] = [];
  private readonly credit = { party: [] as number[], day: [] as number[], amount: [] as number[] };
  private readonly allocation = { line: [] as number[], credit: [] as number[] };
  private readonly allocationDays = { day: [] as number[], amount: [] as number[] };
  private readonly options: { knownAt: number; debtCarriedBy: Settings["debtCarriedBy"] };

  constructor(options: { knownAt: number; debtCarriedBy: Settings["debtCarriedBy"] }) {
    this.options = options;
  }

  addAccount(account: Account): void {
    const { knownAt } = this.options;
    const partyOf = this.partiesOf(account.customer.id);
    const firstLine = new Map<string, number>();
    const creditRow = new Map<string, number>();
    const invoiced = new Set(
      account.taxInvoices.flatMap((invoice) => invoice.covers.map((part) => part.item)),
    );
    for (const item of account.items) {
      if (!isKnownAt(item, knownAt) || !carriesDebt(item, this.options)) continue;
      if (item.amount >= 0) firstLine.set(item.id, this.addLines(item, partyOf(item.currency), invoiced));
      else creditRow.set(item.id, this.addCredit(item, partyOf(item.currency), -item.amount));
    }
    for (const receipt of account.receipts) {
      if (!isKnownAt(receipt, knownAt)) continue;
      const party = partyOf(receipt.currency);
      creditRow.set(receipt.id, this.addCredit(receipt, party, receipt.amount));
      if (receipt.draft) this.addDraft(receipt, receipt.draft, party);
    }
    for (const allocation of account.allocations) {
      const line = firstLine.get(allocation.item);
      const credit = creditRow.get(allocation.from);
      if (!isKnownAt(allocation, knownAt) || line === undefined || credit === undefined) continue;
      this.allocation.line.push(line + allocation.line);
      this.allocation.credit.push(credit);
      this.allocationDays.day.push(dayNumberOf(allocation.date));
      this.allocationDays.amount.push(allocation.amount);
    }
  }

  columns(): Columns {
    const { line, lineDays, lineMarks, credit, allocation, allocationDays } = this;
    return {
      parties: this.parties,
      lines: {
        party: Int32Array.from(line.party),
        doc: Int32Array.from(line.doc),
        index: Int32Array.from(line.index),
        day: Int32Array.from(lineDays.day),
        due: Int32Array.from(lineDays.due),
        amount: Float64Array.from(lineDays.amount),
        flags: Uint8Array.from(lineMarks.flags),
        disputedFrom: Int32Array.from(lineMarks.disputedFrom),
      },
      credits: {
        party: Int32Array.from(credit.party),
        day: Int32Array.from(credit.day),
        amount: Float64Array.from(credit.amount),
      },
      allocations: {
        line: Int32Array.from(allocation.line),
        credit: Int32Array.from(allocation.credit),
        day: Int32Array.from(allocationDays.day),
        amount: Float64Array.from(allocationDays.amount),
      },
      drafts: this.drafts,
      items: this.items,
      creditRecords: this.creditRecords,
    };
  }

  private partiesOf(customer: string): (currency: Currency) => number {
    const start = this.parties.length;
    return (currency) => {
      for (let i = start; i < this.parties.length; i += 1) {
        if (this.parties[i]?.currency === currency) return i;
      }
      return this.parties.push({ customer, currency }) - 1;
    };
  }

  private addLines(item: Known<OpenItem>, party: number, invoiced: ReadonlySet<string>): number {
    const doc = this.items.push(item) - 1;
    const first = this.line.party.length;
    const day: DayNumber = dayNumberOf(item.date);
    const disputed = item.dispute ? LINE_DISPUTED : 0;
    const notInvoiced = item.kind === "delivery" && !invoiced.has(item.id) ? LINE_NOT_INVOICED : 0;
    for (const [index, line] of item.lines.entries()) {
      this.line.party.push(party);
      this.line.doc.push(doc);
      this.line.index.push(index);
      this.lineDays.day.push(day);
      this.lineDays.due.push(line.due ? dayNumberOf(line.due) : NOT_FIXED);
      this.lineDays.amount.push(line.amount);
      this.lineMarks.flags.push(disputed | notInvoiced);
      this.lineMarks.disputedFrom.push(item.dispute ? dayNumberOf(item.dispute.since) : 0);
    }
    return first;
  }

  private addCredit(record: Known<OpenItem> | Known<Receipt>, party: number, amount: number): number {
    this.creditRecords.push(record);
    this.credit.party.push(party);
    this.credit.day.push(dayNumberOf(record.date));
    return this.credit.amount.push(amount) - 1;
  }

  private addDraft(receipt: Known<Receipt>, draft: Draft, party: number): void {
    const [from, until] = [dayNumberOf(receipt.date), dayNumberOf(draft.maturity)];
    this.drafts.push({ party, from, until, amount: receipt.amount });
  }
}
