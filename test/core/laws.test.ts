import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  type Account,
  agingOf,
  applyEntry,
  columnsOf,
  DEFAULT_POLICY,
  dayNumberOf,
  EMPTY_HEAD,
  type Entry,
  emptyBook,
  type Head,
  packAccount,
  readJournal,
  readTerms,
  rowsOfEntry,
  type SimpleTerms,
  type Terms,
  termsText,
  unpackAccount,
} from "../../core/index.ts";
import { typeIn } from "../addon/fault-scenes.ts";
import { QuickBench } from "../addon/quick-bench.ts";
import { DAYS, type Fact, FIRST_DAY, RandomLedger, steps } from "./random-ledger.ts";

/** The laws of domain.md E.8 and the round trips, on ledgers that are drawn. SEED repeats a run. */
const IS_DEEP = process.env.DEEP !== undefined;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
fc.configureGlobal({ seed, numRuns: IS_DEEP ? 20_000 : 150 });
console.log(`laws: SEED=${seed}`);

const ledger = steps.map((each) => new RandomLedger(each));
const asOf = fc.integer({ min: FIRST_DAY - 5, max: FIRST_DAY + DAYS + 120 });

function agingAt(accounts: Iterable<Account>, day: number, knownAt: number) {
  return agingOf(columnsOf(accounts, { knownAt, debtCarriedBy: "invoice" }), day, DEFAULT_POLICY);
}

/** What everybody owed on a day, added up from the facts that were known at a place in the journal. */
function owedAt(facts: readonly Fact[], day: number, knownAt: number): Map<string, number> {
  const owed = new Map<string, number>();
  for (const fact of facts) {
    const isKnown = fact.seq <= knownAt && (fact.voided === 0 || fact.voided > knownAt);
    const key = `${fact.customer} ${fact.currency}`;
    if (isKnown && dayNumberOf(fact.date) <= day) owed.set(key, (owed.get(key) ?? 0) + fact.owed);
  }
  return owed;
}

describe("law 1: current, buckets and unapplied are the balance", () => {
  it("on every day and as known at every place in the journal", () => {
    fc.assert(
      fc.property(ledger, asOf, fc.nat({ max: 50 }), ({ book, facts, entries }, day, back) => {
        const knownAt = Math.max(0, entries.length - back);
        const owed = owedAt(facts, day, knownAt);
        for (const row of agingAt(book.accounts.values(), day, knownAt)) {
          const parts = row.buckets.reduce<number>((sum, each) => sum + each, row.current + row.unapplied);
          expect(parts).toBe(row.balance);
          expect(row.balance).toBe(owed.get(`${row.customer} ${row.currency}`) ?? 0);
          owed.delete(`${row.customer} ${row.currency}`);
        }
        expect([...owed.values()].filter((each) => each !== 0)).toEqual([]);
      }),
    );
  });

  it("whatever the order of the customers", () => {
    fc.assert(
      fc.property(ledger, asOf, ({ book, entries }, day) => {
        const accounts = [...book.accounts.values()];
        const [there, back] = [accounts, [...accounts].reverse()].map((each) =>
          agingAt(each, day, entries.length).map((row) => JSON.stringify(row)),
        );
        expect(back?.sort()).toEqual(there?.sort());
      }),
    );
  });
});

describe("law 3: nothing is put on more than there is", () => {
  it("of a receipt, of an item and of each of its lines", () => {
    fc.assert(
      fc.property(ledger, ({ book }) => {
        for (const account of book.accounts.values()) {
          for (const item of live(account.items).filter((each) => each.amount > 0)) {
            for (const [line, { amount }] of item.lines.entries()) {
              const put = sumOf(account, (each) => each.item === item.id && each.line === line);
              expect(put).toBeGreaterThanOrEqual(0);
              expect(put).toBeLessThanOrEqual(amount);
            }
          }
          for (const receipt of live(account.receipts).filter((each) => each.amount > 0))
            expect(sumOf(account, (each) => each.from === receipt.id)).toBeLessThanOrEqual(receipt.amount);
        }
      }),
    );
  });
});

function live<T extends { voided: number }>(facts: readonly T[]): T[] {
  return facts.filter((fact) => fact.voided === 0);
}

function sumOf(account: Account, of: (each: Account["allocations"][number]) => boolean): number {
  return live(account.allocations)
    .filter(of)
    .reduce((sum, each) => sum + each.amount, 0);
}

describe("the journal", () => {
  it("replayed is what was lived through", () => {
    fc.assert(
      fc.property(ledger, ({ book, entries }) => {
        const read = readJournal(journalOf(entries).rows, EMPTY_HEAD);
        const again = read.entries.reduce((so, entry) => applyEntry(so, entry), emptyBook());
        expect(read.damage).toEqual([]);
        expect([...again.accounts].map(([, each]) => packAccount(each))).toEqual(
          [...book.accounts].map(([, each]) => packAccount(each)),
        );
      }),
    );
  });

  const edits = fc.record({
    row: fc.nat(),
    col: fc.nat({ max: 12 }),
    text: fc.constantFrom("", "0", "1", "x", "1/1"),
  });

  it("is found damaged after an edit of any cell of an entry's first row", () => {
    fc.assert(
      fc.property(
        ledger,
        edits.filter(({ col }) => col !== PART),
        ({ entries }, { row, col, text }) => {
          const { rows, head } = journalOf(entries);
          expect(isSound(edited(rows, row % rows.length, col, text), head)).toBe(
            rows[row % rows.length]?.[col] === text,
          );
        },
      ),
    );
  });

  // Bug: the cell that numbers an entry's rows is in no hash and not compared (core/records/journal.ts, entryAt).
  it("is found damaged after an edit of the cell that numbers its rows", () => {
    const { rows, head } = journalOf(new RandomLedger([]).entries);
    expect(isSound(edited(rows, 0, PART, "x"), head)).toBe(false);
  });

  it("is found damaged after an edit of any piece of a long payload", () => {
    const { rows, head } = longJournal();
    for (let row = 0; row < rows.length; row += 1)
      expect(isSound(edited(rows, row, PAYLOAD, `${rows[row]?.[PAYLOAD]} `), head)).toBe(false);
  });

  // Bug: of the further rows of a long entry only the payload is looked at: what is typed into their key or
  // action cells is found by the search for duplicates (core/records/journal.ts, entryAt).
  it("is found damaged after an edit of any other cell of a long entry's further rows", () => {
    const { rows, head } = longJournal();
    for (const col of [0, PART, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12])
      expect(isSound(edited(rows, rows.length - 1, col, "x"), head), `column ${col}`).toBe(false);
  });
});

const PART = 1;
const PAYLOAD = 9;

function longJournal() {
  const row = { id: "s1.0", text: "对账单".repeat(40_000) };
  const place = { seq: 1, action: "action-1", key: "", kind: "test", at: "", user: "" };
  return journalOf([{ ...place, knownBy: "nobody", changes: [{ put: "document", row }] }]);
}

function journalOf(entries: readonly Entry[]): { rows: string[][]; head: Head } {
  let head: Head = EMPTY_HEAD;
  const rows = entries.flatMap((entry) => {
    const written = rowsOfEntry(entry, head);
    head = written.head;
    return written.rows;
  });
  return { rows, head };
}

/** The rows verify, and lead to the head that the ledger remembers. */
function isSound(rows: readonly (readonly string[])[], head: Head): boolean {
  const read = readJournal(rows, EMPTY_HEAD);
  return read.damage.length === 0 && read.head.hash === head.hash && read.completeRows === rows.length;
}

function edited(rows: readonly (readonly string[])[], row: number, col: number, text: string): string[][] {
  return rows.map((cells, i) => cells.map((cell, j) => (i === row && j === col ? text : cell)));
}

describe("the same days everywhere", () => {
  const ZONES = ["Asia/Shanghai", "America/New_York", "Pacific/Apia", "Africa/Cairo"];
  /** Among them days without a midnight (Cairo) and those on which clocks change. */
  const DATES = [
    "2023-04-28",
    "2024-04-26",
    "2025-11-02",
    "2026-03-08",
    "2026-04-24",

    "2026-02-28",
  ];
  const zoneOfProcess = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zoneOfProcess;
  });

  /** Aging of items typed by hand and entered by form, in a workbook of a zone, run in another. */
  function agingIn(workbook: string, runningIn: string): string {
    process.env.TZ = runningIn;
    const bench = new QuickBench({ zone: workbook });
    bench.call("setup", { language: "zh" });
    const made = {
      action: "action-c1",
      customer: { code: "K1", name: "甲", terms: { kind: "net", days: 30 } },
    };
    const { id } = bench.call<{ id: string }>("addCustomer", made);
    for (const [i, date] of DATES.entries()) {
      typeIn(bench, "应收明细", 2 + i, { 单号: `T-${i}`, 客户编码: "K1", 单据日期: date, 金额: i + 1 });
    }
    bench.call("takeOver", { action: "take-0001", all: true });
    const item = { customer: id, kind: "invoice", number: "F-1", date: "2026-04-24", amount: 100 };
    bench.call("addItem", { action: "action-i1", item });
    const { open } = bench.call<{ open: object[] }>("customer", { id, asOf: "2026-05-24" });
    const aging = bench.call("aging", { asOf: "2026-05-24" });
    expect(bench.call("takeOver", { action: "take-0002", all: true })).toMatchObject({
      taken: 0,
      problems: [],
    });
    return JSON.stringify([open, aging]);
  }

  const wanted = agingIn("UTC", "UTC");

  it.each(ZONES.flatMap((zone) => ZONES.map((running) => [zone, running])))(
    "in %s, run in %s",
    (zone, running) => {
      expect(agingIn(zone ?? "", running ?? "")).toBe(wanted);
    },
  );
});

describe("what is written is read back as it was", () => {
  const days = fc.integer({ min: 1, max: 999 });
  const months = fc.integer({ min: 0, max: 99 });
  const simple: fc.Arbitrary<SimpleTerms> = fc.oneof(
    fc.constantFrom({ kind: "cash" as const }, { kind: "nextDelivery" as const }),
    fc.record({
      kind: fc.constantFrom(
        "net" as const,
        "afterTaxInvoice" as const,
        "afterStatement" as const,
        "afterAcceptance" as const,
      ),
      days,
    }),
    fc.record({ kind: fc.constant("monthEnd" as const), months, days: fc.integer({ min: 0, max: 999 }) }),
    fc.record({ kind: fc.constant("fixedDay" as const), day: fc.integer({ min: 1, max: 31 }), months }),
  );
  const weight = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100);
  const parts = fc.array(fc.record({ weight, terms: simple }), { minLength: 2, maxLength: 6 });
  const terms: fc.Arbitrary<Terms> = fc.oneof(
    simple,
    fc.record({ kind: fc.constant("split" as const), parts }),
    fc.record({
      ...{ kind: fc.constant("retention" as const), months, rest: simple },
      basisPoints: fc.integer({ min: 1, max: 9_999 }),
    }),
  );

  it.each(["zh", "en"] as const)("terms in %s", (language) => {
    fc.assert(
      fc.property(terms, (each) => {
        expect(readTerms(termsText(each, language))).toEqual(each);
      }),
      { numRuns: IS_DEEP ? 100_000 : 2_000 },
    );
  });

  // Bug: terms may have up to 3,660 days and any number of months, and net 0 is not cash; none of these is
  // read back (core/tables/read-terms.ts, PATTERNS).
  it.each([
    { kind: "net", days: 0 },
    { kind: "net", days: 1_000 },
    { kind: "afterTaxInvoice", days: 3_660 },
    { kind: "monthEnd", months: 120, days: 0 },
  ] as const)("terms of $kind $days days $months months", (each) => {
    expect(readTerms(termsText(each, "zh"))).toEqual(each);
  });

  it("accounts in their cells", () => {
    fc.assert(
      fc.property(ledger, ({ book }) => {
        for (const account of book.accounts.values())
          expect(unpackAccount(packAccount(account))).toEqual(account);
      }),
    );
  });
});
