import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Account,
  agingOf,
  bucketOf,
  carriesDebt,
  columnsOf,
  columnsOfFigures,
  DEFAULT_POLICY,
  dateOfDayNumber,
  dayNumberOf,
  isKnownAt,
  movementsOf,
  packAccount,
  unpackFigures,
} from "../../../core/index.ts";
import { anyAccount, anyDay, FROM, PLACES, TO } from "../any-account.ts";

/** Sums over columns against the same sums added up record by record, as the rule says them. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
fc.configureGlobal({ seed, numRuns: 600 });
console.log(`sums by record: SEED=${seed}`);

const view = fc.record({
  asOf: fc.oneof(anyDay, fc.integer({ min: FROM - 2, max: TO + 40 })),
  knownAt: fc.integer({ min: 0, max: PLACES + 1 }),
  debtCarriedBy: fc.constantFrom("invoice" as const, "delivery" as const),
  agingBasis: fc.constantFrom("dueDate" as const, "documentDate" as const),
});
type View = typeof view extends fc.Arbitrary<infer T> ? T : never;

/** Facts that are known there, and of several versions of one record the last. */
function knownFacts<T extends { id: string; seq: number; voided: number }>(
  facts: readonly T[],
  { knownAt }: View,
): T[] {
  return facts.filter((fact) => isKnownAt(fact, knownAt));
}

function countedItems(account: Account, at: View) {
  return knownFacts(account.items, at).filter((item) => carriesDebt(item, at));
}

function lastOf<T extends { id: string }>(facts: readonly T[], id: string): T | undefined {
  return facts.filter((fact) => fact.id === id).at(-1);
}

function creditsOf(account: Account, at: View) {
  const items = countedItems(account, at).filter((item) => item.amount < 0);
  const receipts = knownFacts(account.receipts, at).map(({ id, currency, date, amount }) => ({
    id,
    currency,
    date,
    amount,
  }));
  return [
    ...items.map(({ id, currency, date, amount }) => ({ id, currency, date, amount: -amount })),
    ...receipts,
  ];
}

function owing(account: Account, at: View) {
  return countedItems(account, at).filter((item) => item.amount >= 0);
}

/** Allocations that join two records which are counted; only those of days up to the one asked for. */
function partsOf(account: Account, at: View) {
  const day = dateOfDayNumber(at.asOf);
  return knownFacts(account.allocations, at).flatMap(({ item, from, line, amount, date }) => {
    const [debt, credit] = [lastOf(owing(account, at), item), lastOf(creditsOf(account, at), from)];
    return debt && credit && date <= day ? [{ debt, credit, line, amount }] : [];
  });
}

function openLines(account: Account, at: View, currency: string) {
  return owing(account, at).flatMap((item) =>
    item.lines.map((line, n) => {
      const isThere = dayNumberOf(item.date) <= at.asOf;
      const settled = partsOf(account, at).filter((part) => part.debt === item && part.line === n);
      const open = (isThere ? line.amount : 0) - settled.reduce((sum, part) => sum + part.amount, 0);
      return { item, line, open: item.currency === currency ? open : 0 };
    }),
  );
}

function agedByRecord(account: Account, at: View, currency: string) {
  const lines = openLines(account, at, currency);
  const sum = (of: (line: (typeof lines)[number]) => boolean) =>
    lines.filter(of).reduce((so, { open }) => so + open, 0);
  const lateness = ({ item, line }: (typeof lines)[number]) => {
    const since = at.agingBasis === "documentDate" ? item.date : line.due;
    return since ? at.asOf - dayNumberOf(since) : 0;
  };
  const buckets = [0, 1, 2, 3, 4, 5].map((bucket) =>
    sum((line) => bucketOf(lateness(line), DEFAULT_POLICY.bucketEdges) === bucket),
  );
  const invoiced = new Set(
    knownFacts(account.taxInvoices, at).flatMap(({ covers }) => covers.map((each) => each.item)),
  );
  const day = dateOfDayNumber(at.asOf);
  const drafts = knownFacts(account.receipts, at).filter(
    (each) =>
      each.currency === currency &&
      each.draft &&
      each.date <= day &&
      each.draft.maturity > day &&
      (each.draft.state === "held" ||
        (each.draft.state === "dishonoured" && bouncedAfter(account, each.id, day))),
  );
  return {
    figures: [...buckets, -unappliedByRecord(account, at, currency)],
    ofWhich: {
      disputed: sum(({ item }) => item.dispute !== undefined && item.dispute.since <= day),
      notInvoiced: sum(({ item }) => item.kind === "delivery" && !invoiced.has(item.id)),
      dueNotFixed: sum(({ line }) => line.due === undefined),
      draftsHeld: drafts.reduce((so, { amount }) => so + amount, 0),
    },
  };
}

/** A draft that bounced was held until the day of the bounce. */
function bouncedAfter({ receipts }: Account, draft: string, day: string): boolean {
  const bounce = receipts.filter(({ reverses }) => reverses === draft).at(-1);
  return bounce !== undefined && bounce.date > day;
}

function unappliedByRecord(account: Account, at: View, currency: string): number {
  const credits = creditsOf(account, at).filter(
    (credit) => credit.currency === currency && dayNumberOf(credit.date) <= at.asOf,
  );
  const used = partsOf(account, at).filter(({ credit }) => credit.currency === currency);
  return credits.reduce((so, { amount }) => so + amount, 0) - used.reduce((so, { amount }) => so + amount, 0);
}

function columnsAt(account: Account, at: View) {
  const figures = unpackFigures(packAccount(account));
  if (!figures) throw new Error("the figures are whole");
  return columnsOfFigures([{ customer: account.customer.id, figures, account: () => account }], at);
}

describe("sums over columns are sums over records", () => {
  it("for aging, from records and from figures alone", () => {
    fc.assert(
      fc.property(anyAccount, view, (account, at) => {
        const rows = agingOf(columnsAt(account, at), at.asOf, { ...DEFAULT_POLICY, ...at });
        expect(agingOf(columnsOf([account], at), at.asOf, { ...DEFAULT_POLICY, ...at })).toEqual(rows);
        for (const { currency, current, buckets, unapplied, balance, ofWhich } of rows) {
          const plain = agedByRecord(account, at, currency);
          expect([current, ...buckets, unapplied].map(Number)).toEqual(
            plain.figures.map((figure) => figure + 0),
          );
          expect(ofWhich).toEqual(plain.ofWhich);
          expect(balance).toBe(plain.figures.reduce((so, figure) => so + figure, 0));
        }
        const currencies = [...countedItems(account, at), ...knownFacts(account.receipts, at)].map(
          (each) => each.currency,
        );
        expect(new Set(rows.map((row) => row.currency))).toEqual(new Set(currencies));
      }),
    );
  });

  it("for the movements of a period", () => {
    fc.assert(
      fc.property(anyAccount, view, fc.nat({ max: 60 }), (account, at, length) => {
        const period = { from: at.asOf - length, to: at.asOf };
        for (const row of movementsOf(columnsAt(account, at), period)) {
          const debts = owing(account, at).flatMap((item) =>
            item.lines.map(({ amount }) => ({ ...item, moved: Number(amount) })),
          );
          const moves = [
            ...debts,
            ...creditsOf(account, at).map((credit) => ({ ...credit, moved: -credit.amount })),
          ];
          const own = moves.filter(({ currency }) => currency === row.currency);
          const sum = (of: (day: number, moved: number) => boolean) =>
            own
              .filter((each) => of(dayNumberOf(each.date), each.moved))
              .reduce((so, { moved }) => so + moved, 0);
          const isIn = (day: number) => day >= period.from && day <= period.to;
          expect(row.opening).toBe(sum((day) => day < period.from));
          expect(row.increases).toBe(sum((day, moved) => isIn(day) && moved > 0));
          expect(row.decreases).toBe(sum((day, moved) => isIn(day) && moved < 0));
          expect(row.closing).toBe(sum((day) => day <= period.to));
        }
      }),
    );
  });
});
