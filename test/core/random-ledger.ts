import fc from "fast-check";
import {
  applyCash,
  applyEntry,
  type Book,
  type Change,
  columnsOf,
  DEFAULT_POLICY,
  dateOfDayNumber,
  dayNumberOf,
  dueLinesOf,
  type Entry,
  emptyBook,
  later,
  money,
  negated,
  type OpenLine,
  openLinesOf,
  type PlainDate,
  packAccount,
  plainDate,
  type Receipt,
  type Terms,
  unpackAccount,
} from "../../core/index.ts";

/** Something that happens to a customer, as fast-check draws it. */
export type Step =
  | { do: "item"; customer: number; currency: string; amount: number; day: number; terms: Terms }
  | { do: "receipt"; customer: number; currency: string; amount: number; day: number; designated: number }
  | { do: "dishonour"; pick: number; day: number }
  | { do: "undo"; pick: number };

/** What a fact adds to what its customer owes, from its own date and place in the journal on. */
export interface Fact {
  readonly id: string;
  readonly customer: string;
  readonly currency: string;
  readonly date: PlainDate;
  readonly owed: number;
  readonly seq: number;
  readonly voided: number;
}

export const FIRST_DAY = dayNumberOf(plainDate("2025-11-15"));
export const DAYS = 150;
const CUSTOMERS = ["c1.0", "c2.0", "c3.0"];
const CURRENCIES = ["CNY", "USD", "JPY"];
const END_OF_TIME = 0x7ffffff0;

const simple: fc.Arbitrary<Terms> = fc.oneof(
  fc.constant({ kind: "cash" as const }),
  fc.record({ kind: fc.constant("net" as const), days: fc.integer({ min: 0, max: 90 }) }),
  fc.record({ kind: fc.constant("afterTaxInvoice" as const), days: fc.constant(30) }),
);

const net = (days: number) => ({ kind: "net" as const, days });
const terms: fc.Arbitrary<Terms> = fc.oneof(
  simple,
  fc.constant({ kind: "split" as const, parts: [1, 2, 4].map((n) => ({ weight: n, terms: net(n * 15) })) }),
  fc.constant({ kind: "retention" as const, basisPoints: 500, months: 3, rest: net(30) }),
);

const place = {
  customer: fc.nat({ max: 2 }),
  currency: fc.constantFrom(...CURRENCIES),
  day: fc.nat({ max: DAYS }),
};

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("item" as const), ...place, amount: amounts(-2_000), terms }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constant("receipt" as const), ...place },
      ...{ amount: amounts(1), designated: fc.nat() },
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("dishonour" as const), pick: fc.nat(), day: place.day }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("undo" as const), pick: fc.nat() }) },
);

/** Negative amounts are credit notes. */
function amounts(min: number): fc.Arbitrary<number> {
  return fc.integer({ min, max: 9_999 }).filter((amount) => amount !== 0);
}

export const steps: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 1, maxLength: 40 });

/** Lives through steps as the add-on does: each action is applied to accounts read back from their cells. */
export class RandomLedger {
  book: Book = emptyBook();
  readonly entries: Entry[] = [];
  readonly facts: Fact[] = [];

  constructor(steps: readonly Step[]) {
    for (const id of CUSTOMERS) this.enter({ put: "customer", row: { id, code: id, name: id } });
    for (const each of steps) this.live(each);
  }

  private get seq(): number {
    return this.entries.length + 1;
  }

  private live(each: Step): void {
    if (each.do === "item") this.item(each);
    else if (each.do === "receipt") this.receipt(each);
    else if (each.do === "dishonour") this.dishonour(each);
    else this.undo(each.pick);
  }

  private item(of: Extract<Step, { do: "item" }>): void {
    const { amount, currency } = of;
    const [id, customer, date] = [`i${this.seq}.0`, customerOf(of), dayOf(of)];
    const lines = dueLinesOf(money(amount), of.terms, { date });
    const kind = amount < 0 ? ("creditNote" as const) : ("invoice" as const);
    this.fact({ id, customer, currency, date, owed: amount });
    const row = { id, customer, kind, number: `N-${this.seq}`, date, currency, amount: money(amount), lines };
    this.enter({ put: "item", row });
  }

  private receipt(of: Extract<Step, { do: "receipt" }>): void {
    const { currency } = of;
    const [id, customer, date, amount] = [`r${this.seq}.0`, customerOf(of), dayOf(of), money(of.amount)];
    const row: Receipt = { id, customer, date, currency, amount, method: "transfer" };
    const lines = this.open(customer).filter((line) => line.item.currency === currency);
    const wished = of.designated % 3 === 0 ? lines[of.designated % (lines.length || 1)] : undefined;
    const wishes = wished ? { items: [wished.item.id] } : {};
    const { parts } = applyCash(amount, lines, wishes, DEFAULT_POLICY);
    const allocations = parts.map((part, i): Change => {
      const { line, item } = part.line;
      const own = { id: `a${this.seq}.${i + 1}`, customer, date: later(date, item.date), from: id };
      const { rule } = part;
      return {
        put: "allocation",
        row: { ...own, item: item.id, line, amount: part.amount, rule, policyVersion: 1 },
      };
    });
    this.fact({ id, customer, currency, date, owed: -amount });
    this.enter({ put: "receipt", row }, ...allocations);
  }

  /** A draft comes back: a negative receipt, and what it had settled is open again. */
  private dishonour({ pick, day }: Extract<Step, { do: "dishonour" }>): void {
    const accounts = [...this.book.accounts.values()];
    const live = accounts.flatMap((account) => account.receipts.filter((each) => each.voided === 0));
    const paid = live.filter((each) => each.amount > 0 && !live.some((other) => other.reverses === each.id));
    const receipt = paid[pick % (paid.length || 1)];
    if (!receipt) return;
    const { seq, voided, batch, ...known } = receipt;
    const [id, date] = [`r${this.seq}.0`, later(known.date, dayOf({ day }))];
    const row: Receipt = { ...known, id, date, amount: negated(known.amount), reverses: known.id };
    const settled = accounts.flatMap((each) => each.allocations).filter((each) => each.voided === 0);
    const back = settled.filter((each) => each.from === known.id);
    const reopened = back.map(({ seq: _seq, voided: _voided, batch: _batch, ...each }, i): Change => {
      const own = { id: `a${this.seq}.${i + 1}`, from: id, date: later(date, each.date) };
      return { put: "allocation", row: { ...each, ...own, amount: negated(each.amount), rule: "reopened" } };
    });
    this.fact({ id, customer: known.customer ?? "", currency: known.currency, date, owed: known.amount });
    this.enter({ put: "receipt", row }, ...reopened);
  }

  /** Takes an action back on which no other depends. */
  private undo(pick: number): void {
    const entry = this.entries[pick % this.entries.length];
    const made = entry?.changes.flatMap((each) =>
      each.put === "item" || each.put === "receipt" ? [each.row] : [],
    );
    const first = made?.[0];
    const account = this.book.accounts.get(first?.customer ?? "");
    const fact = this.facts.findIndex((each) => each.id === first?.id && each.voided === 0);
    const known = this.facts[fact];
    if (!first || !account || !known) return;
    const live = account.allocations.filter((each) => each.voided === 0);
    const own = live.filter((each) => each.id.startsWith(`a${known.seq}.`));
    const depends = live.some((each) => !own.includes(each) && [each.item, each.from].includes(first.id));
    if (depends || account.receipts.some((each) => each.reverses === first.id && each.voided === 0)) return;
    this.facts[fact] = { ...known, voided: this.seq };
    const ids = [first.id, ...own.map((each) => each.id)];
    this.enter(...ids.map((id): Change => ({ put: "void", row: { id, customer: account.customer.id } })));
  }

  private open(customer: string): OpenLine[] {
    const account = this.book.accounts.get(customer);
    const options = { knownAt: Number.MAX_SAFE_INTEGER - 1, debtCarriedBy: "invoice" as const };
    return account ? openLinesOf(columnsOf([account], options), END_OF_TIME) : [];
  }

  private fact(fact: Omit<Fact, "seq" | "voided">): void {
    this.facts.push({ ...fact, seq: this.seq, voided: 0 });
  }

  private enter(...changes: Change[]): void {
    const place = { seq: this.seq, action: `action-${this.seq}`, key: "", kind: "test" };
    const entry: Entry = { ...place, changes, at: "", user: "", knownBy: "nobody" };
    for (const [id, account] of this.book.accounts) {
      const read = unpackAccount(packAccount(account));
      if (read) this.book.accounts.set(id, read);
    }
    this.book = applyEntry(this.book, entry);
    this.entries.push(entry);
  }
}

function customerOf({ customer }: { customer: number }): string {
  return CUSTOMERS[customer] ?? "c1.0";
}

function dayOf({ day }: { day: number }): PlainDate {
  return dateOfDayNumber(FIRST_DAY + day);
}
