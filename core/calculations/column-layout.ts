import type { Account } from "../records/book.ts";
import { FIGURE_KINDS, type Figures, NO_DAY, NO_RECORD } from "../records/figures.ts";
import { isKnownAt } from "../records/known-fact.ts";
import { assert } from "../values/assert.ts";
import type { DayNumber } from "../values/date.ts";
import {
  type ColumnOptions,
  type Columns,
  carriesDebt,
  type FigureSource,
  LINE_DISPUTED,
  LINE_NOT_FIXED,
  LINE_NOT_INVOICED,
  type Party,
} from "./column-shape.ts";
import { AllocationSpace, CreditSpace, LineSpace } from "./column-space.ts";

const DELIVERY = FIGURE_KINDS.indexOf("delivery");
const NONE: ReadonlySet<number> = new Set();

/** Lays the figures of many accounts one after the other. */
export class ColumnLayout {
  private readonly options: ColumnOptions;
  private readonly lines = new LineSpace();
  private readonly credits = new CreditSpace();
  private readonly allocations = new AllocationSpace();
  /** Which of {@link FIGURE_KINDS} carry a debt. */
  private readonly counted: readonly boolean[];
  private readonly parties: Party[] = [];
  private readonly accounts: (() => Account)[] = [];
  private readonly drafts: Columns["drafts"][number][] = [];
  /** Row of an item's first due line, in the account under way: by the place of its first version. */
  private readonly lineOf: number[] = [];
  /** Row of a receipt; of an item with a credit, counted on after all receipts. */
  private readonly creditOf: number[] = [];
  /** Items under way that a tax invoice covers. */
  private invoiced = NONE;

  constructor(options: ColumnOptions) {
    this.options = options;
    this.counted = FIGURE_KINDS.map((kind) => carriesDebt({ kind }, options));
  }

  add(source: FigureSource): void {
    const { items, lines, receipts, allocations } = source.figures;
    this.lines.reserve(lines.count);
    this.credits.reserve(items.count + receipts.count);
    this.allocations.reserve(allocations.count);
    forget(this.lineOf, items.count);
    forget(this.creditOf, receipts.count + items.count);
    this.invoiced = invoicedItems(source.figures, this.options.knownAt);
    const partyOf = this.partiesOf(source);
    this.addItems(source.figures, partyOf);
    this.addReceipts(source.figures, partyOf);
    this.addAllocations(source.figures);
  }

  columns(): Columns {
    const { accounts, parties, lines, credits, allocations, drafts } = this;
    const accountOf = (party: number): Account => {
      const account = accounts[party];
      assert(account, "a party belongs to an account");
      return account();
    };
    return {
      parties,
      lines: lines.filled(),
      credits: credits.filled(),
      allocations: allocations.filled(),
      drafts,
      accountOf,
    };
  }

  /** A party is there from the first fact that is known of it. */
  private partiesOf({ customer, figures, account }: FigureSource): (currency: number) => number {
    const known: number[] = [];
    return (place) => {
      const party = known[place];
      if (party !== undefined) return party;
      this.accounts.push(account);
      known[place] = this.parties.push({ customer, currency: figures.currencies[place] ?? "" }) - 1;
      return this.parties.length - 1;
    };
  }

  private addItems(figures: Figures, partyOf: (currency: number) => number): void {
    const { count, currency, kind, lines } = figures.items;
    let line = 0;
    for (let item = 0; item < count; item += 1) {
      if (this.isKnown(figures.items, item) && this.counted[kind[item] ?? 0])
        this.addItem(figures, item, line, partyOf(currency[item] ?? 0));
      line += lines[item] ?? 0;
    }
  }

  /** An item that owes is as many rows as it has due lines; one that credits is one row. */
  private addItem(figures: Figures, item: number, line: number, party: number): void {
    const { first, day, lines } = figures.items;
    const version = first[item] ?? item;
    const amount = sumFrom(figures.lines.amount, line, lines[item] ?? 0);
    const receipts = figures.receipts.count;
    if (amount < 0)
      this.creditOf[receipts + version] = this.addCredit(party, receipts + item, day[item] ?? 0, -amount);
    else {
      this.lineOf[version] = this.lines.count;
      this.addLines(figures, item, line, party);
    }
  }

  private addLines(figures: Figures, item: number, line: number, party: number): void {
    const { lines } = this;
    const { day, lines: counts, disputedFrom } = figures.items;
    const flags = this.flagsOf(figures.items, item);
    for (let index = 0; index < (counts[item] ?? 0); index += 1) {
      const due = figures.lines.due[line + index] ?? NO_DAY;
      lines.party[lines.count] = party;
      lines.item[lines.count] = item;
      lines.index[lines.count] = index;
      lines.day[lines.count] = day[item] ?? 0;
      lines.due[lines.count] = due;
      lines.amount[lines.count] = figures.lines.amount[line + index] ?? 0;
      lines.flags[lines.count] = due === NO_DAY ? flags | LINE_NOT_FIXED : flags;
      if ((flags & LINE_DISPUTED) !== 0) lines.disputedFrom.set(lines.count, disputedFrom[item] ?? NO_DAY);
      lines.count += 1;
    }
  }

  private flagsOf({ kind, first, disputedFrom }: Figures["items"], item: number): number {
    const disputed = disputedFrom[item] === NO_DAY ? 0 : LINE_DISPUTED;
    if (kind[item] !== DELIVERY || this.invoiced.has(first[item] ?? item)) return disputed;
    return disputed | LINE_NOT_INVOICED;
  }

  private addReceipts(figures: Figures, partyOf: (currency: number) => number): void {
    const { count, first, currency, day, amount, maturity } = figures.receipts;
    for (let i = 0; i < count; i += 1) {
      if (!this.isKnown(figures.receipts, i)) continue;
      const party = partyOf(currency[i] ?? 0);
      const from = day[i] ?? 0;
      const sum = amount[i] ?? 0;
      const until = maturity[i] ?? NO_DAY;
      this.creditOf[first[i] ?? i] = this.addCredit(party, i, from, sum);
      if (until !== NO_DAY) this.drafts.push({ party, from, until, amount: sum });
    }
  }

  private addCredit(party: number, record: number, day: DayNumber, amount: number): number {
    const { credits } = this;
    const row = credits.count;
    credits.party[row] = party;
    credits.record[row] = record;
    credits.day[row] = day;
    credits.amount[row] = amount;
    credits.count += 1;
    return row;
  }

  private addAllocations(figures: Figures): void {
    const { count, from, item, line, day, amount } = figures.allocations;
    const { allocations } = this;
    for (let i = 0; i < count; i += 1) {
      const first = this.lineOf[item[i] ?? NO_RECORD] ?? NO_RECORD;
      const credit = this.creditOf[from[i] ?? NO_RECORD] ?? NO_RECORD;
      if (first === NO_RECORD || credit === NO_RECORD || !this.isKnown(figures.allocations, i)) continue;
      const row = allocations.count;
      allocations.line[row] = first + (line[i] ?? 0);
      allocations.credit[row] = credit;
      allocations.day[row] = day[i] ?? 0;
      allocations.amount[row] = amount[i] ?? 0;
      allocations.count += 1;
    }
  }

  private isKnown(facts: Pick<Figures["covers"], "seq" | "voided">, at: number): boolean {
    return isKnownAt({ seq: facts.seq[at] ?? 0, voided: facts.voided[at] ?? 0 }, this.options.knownAt);
  }
}

/** Items that a tax invoice covers, by the place of their first version. */
function invoicedItems({ covers }: Figures, knownAt: number): ReadonlySet<number> {
  if (covers.count === 0) return NONE;
  const known = new Set<number>();
  for (let i = 0; i < covers.count; i += 1) {
    const fact = { seq: covers.seq[i] ?? 0, voided: covers.voided[i] ?? 0 };
    if (isKnownAt(fact, knownAt)) known.add(covers.item[i] ?? NO_RECORD);
  }
  return known;
}

/** Makes the first places say that nothing went anywhere yet. */
function forget(places: number[], count: number): void {
  for (let i = 0; i < count; i += 1) places[i] = NO_RECORD;
}

function sumFrom(values: readonly number[], from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i += 1) sum += values[i] ?? 0;
  return sum;
}
