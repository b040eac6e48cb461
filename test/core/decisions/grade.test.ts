import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DEFAULT_SCORECARD,
  type Factor,
  type Grade,
  type GradeFacts,
  gradeFactsOf,
  gradeOf,
  isMoreBetter,
  plainDate,
} from "../../../core/index.ts";
import { TestLedger } from "../ledger.ts";

const ORDER: readonly Grade[] = ["A", "B", "C", "D", "N"];
const CARD = DEFAULT_SCORECARD;
const AS_OF = plainDate("2026-11-22");
const SCOPE = { asOf: AS_OF, baseCurrency: "CNY", knownAt: 1_000_000, debtCarriedBy: "invoice" } as const;

const factors = Object.keys(CARD.factors) as Factor[];
const measures = fc.record(
  Object.fromEntries(factors.map((factor) => [factor, fc.double({ min: 0, max: 12_000, noNaN: true })])),
  { requiredKeys: [] },
) as fc.Arbitrary<GradeFacts["measures"]>;
const anyFacts = fc.record({
  measures,
  payments: fc.nat(20),
  months: fc.nat(40),
  oldDebts: fc.array(fc.nat(1_000), { minLength: 2, maxLength: 2 }),
});

describe("the scorecard", () => {
  it("gives points that add up to the score, none more than 100 in all", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { score, points } = gradeOf(facts, CARD);
        expect(points.reduce((sum, each) => sum + each.points, 0)).toBe(score);
        expect(points.length === 0 ? 100 : points.reduce((sum, each) => sum + each.most, 0)).toBe(100);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("never gives a worse grade or score for a better measure, more evidence or smaller old debts", () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom(...factors),
        fc.double({ min: 0, max: 5_000, noNaN: true }),
        (facts, factor, by) => {
          const known = facts.measures[factor];
          fc.pre(known !== undefined);
          const better =
            known === undefined ? 0 : isMoreBetter(factor) ? known + by : Math.max(0, known - by);
          const one = gradeOf(facts, CARD);
          const other = gradeOf(
            {
              measures: { ...facts.measures, [factor]: better },
              payments: facts.payments + 1,
              months: facts.months + 1,
              oldDebts: facts.oldDebts.map((share) => Math.max(0, share - by)),
            },
            CARD,
          );
          expect(other.score).toBeGreaterThanOrEqual(one.score);
          expect(ORDER.indexOf(other.grade)).toBeLessThanOrEqual(ORDER.indexOf(one.grade));
        },
      ),
    );
  });

  it("says of each single step that would change the grade what it comes to", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { grade, steps } = gradeOf(facts, CARD);
        for (const step of steps) {
          const then = gradeOf({ ...facts, measures: { ...facts.measures, [step.factor]: step.at } }, CARD);
          expect([then.grade, then.score]).toEqual([step.grade, step.score]);
          expect(ORDER.indexOf(then.grade)).toBeLessThan(ORDER.indexOf(grade));
        }
      }),
    );
  });

  it("does not grade without three payments, and with few of them gives B at best", () => {
    const best = { onTime: 10_000, delay: 0, lately: 0, overdueNow: 0 };
    const of = (payments: number, months: number) =>
      gradeOf({ measures: best, payments, months, oldDebts: [0, 0] }, CARD).grade;
    expect([of(2, 24), of(3, 24), of(6, 24), of(6, 5)]).toEqual(["N", "B", "A", "B"]);
  });

  it("is capped by old debts of some weight, by the worst of them", () => {
    const best = { onTime: 10_000, delay: 0, lately: 0, overdueNow: 0 };
    const of = (...oldDebts: number[]) =>
      gradeOf({ measures: best, payments: 20, months: 24, oldDebts }, CARD).grade;
    expect([of(200, 0), of(201, 0), of(600, 500), of(600, 501)]).toEqual(["A", "C", "C", "D"]);
  });

  it("names what is missing, and gives its points to the others", () => {
    const { score, missing } = gradeOf(
      { measures: { onTime: 10_000 }, payments: 10, months: 10, oldDebts: [0, 0] },
      CARD,
    );
    expect(score).toBe(100);
    expect(missing).toEqual([
      ...["delay", "lately", "overdueNow", "limitUse", "relationship", "volume", "steadiness"],
      ...["activeMonths", "returned"],
    ]);
  });
});

/** A customer with an invoice a month for a year, each paid so many days after it was due, or not at all. */
function paying(days: readonly (number | undefined)[], amounts: readonly number[] = []): TestLedger {
  const ledger = new TestLedger();
  ledger.customer("c1.0");
  for (const [month, late] of days.entries()) {
    const date = `2026-${String(month + 1).padStart(2, "0")}-01`;
    const item = ledger.item("c1.0", date, amounts[month] ?? 100, { due: date });
    if (late === undefined) continue;
    const paid = dateAfter(date, late);
    const receipt = ledger.receipt("c1.0", paid, amounts[month] ?? 100);
    ledger.allocate("c1.0", paid > date ? paid : date, receipt, item, amounts[month] ?? 100);
  }
  return ledger;
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

function gradeIn(ledger: TestLedger) {
  return gradeOf(gradeFactsOf(ledger.account("c1.0"), CARD, SCOPE), CARD);
}

describe("a grade from the ledger", () => {
  it("is A for money on the day, D for money that does not come", () => {
    expect(gradeIn(paying(Array(11).fill(0))).grade).toBe("A");
    expect(gradeIn(paying(Array(11).fill(undefined))).grade).toBe("D");
  });

  it("is not graded with two documents, whatever they were paid like", () => {
    expect(gradeIn(paying([0, 0])).grade).toBe("N");
  });

  it("never falls when a payment comes earlier, or at all", () => {
    const late = fc.option(fc.integer({ min: -20, max: 200 }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.array(late, { minLength: 3, maxLength: 11 }),
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 11, maxLength: 11 }),
        fc.nat(10),
        fc.integer({ min: 1, max: 150 }),
        (days, amounts, at, earlier) => {
          fc.pre(at < days.length);
          const sooner = days.map((each, i) => (i === at ? Math.max(-20, (each ?? 200) - earlier) : each));
          const [one, other] = [gradeIn(paying(days, amounts)), gradeIn(paying(sooner, amounts))];
          expect(other.score).toBeGreaterThanOrEqual(one.score);
          expect(ORDER.indexOf(other.grade)).toBeLessThanOrEqual(ORDER.indexOf(one.grade));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("is the same in any order of the rows", () => {
    const ledger = paying([0, 5, 40, undefined, 3, 9, 0, 0, 12, 1, 0]);
    const account = ledger.account("c1.0");
    const turned = {
      ...account,
      items: [...account.items].reverse(),
      receipts: [...account.receipts].reverse(),
      allocations: [...account.allocations].reverse(),
    };
    expect(gradeOf(gradeFactsOf(turned, CARD, SCOPE), CARD)).toEqual(gradeIn(ledger));
  });
});
