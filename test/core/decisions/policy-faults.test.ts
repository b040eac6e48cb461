import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CreditPolicy,
  creditProposalOf,
  DEFAULT_CREDIT_POLICY,
  DEFAULT_POLICY,
  type Factor,
  FactorShape,
  type Grade,
  type GradeTerms,
  money,
  type Policy,
  type PolicyFault,
  plainDate,
  policyDifferences,
  policyFaultsOf,
  policyFaultText,
} from "../../../core/index.ts";

const { matrix, scorecard, dunning } = DEFAULT_CREDIT_POLICY;

function policyWith(change: Partial<CreditPolicy>): Policy {
  return { ...DEFAULT_POLICY, credit: { ...DEFAULT_CREDIT_POLICY, ...change } };
}

const graded = (grade: Grade, terms: Partial<GradeTerms>) =>
  policyWith({ matrix: { ...matrix, [grade]: { ...matrix[grade], ...terms } } });
const carded = (change: Partial<typeof scorecard>) => policyWith({ scorecard: { ...scorecard, ...change } });
const dunned = (change: Partial<typeof dunning>) => policyWith({ dunning: { ...dunning, ...change } });

const TEMPLATE = {
  level: "firm",
  language: "en",
  subject: "{firm}",
  opening: "{customer}",
  closing: "",
} as const;

describe("faults of a policy", () => {
  it("has none as it comes", () => {
    expect(policyFaultsOf(DEFAULT_POLICY)).toEqual([]);
    expect(policyFaultsOf(policyWith({}))).toEqual([]);
  });

  // What a better grade may have is at least what the next one may have, each value by itself.
  it.each<[string, Grade, Partial<GradeTerms>, object]>([
    ["share of need", "A", { needShare: 9_999 }, { better: "A", worse: "B", what: "needShare" }],
    [
      "cap where the worse one has none",
      "B",
      { limitCap: money(1) },
      { better: "B", worse: "C", what: "limitCap" },
    ],
    ["days", "C", { termDays: 61 }, { better: "B", worse: "C", what: "termDays" }],
    ["deposit", "B", { deposit: 3_001 }, { better: "B", worse: "C", what: "deposit" }],
    ["order decision", "A", { atOrder: "warn" }, { better: "A", worse: "B", what: "atOrder" }],
    ["time to the next review", "D", { reviewMonths: 4 }, { better: "C", worse: "D", what: "reviewMonths" }],
    ["and no grade gets no more than D", "N", { termDays: 1 }, { better: "D", worse: "N", what: "termDays" }],
  ])("are told of a better grade that gets less: %s", (_, grade, terms, found) => {
    expect(policyFaultsOf(graded(grade, terms))).toContainEqual({ kind: "betterGivesLess", ...found });
  });

  it.each<[string, Policy, PolicyFault]>([
    ["two grades from the same score", carded({ cutPoints: { A: 62, B: 62, C: 42 } }), { kind: "cutPoints" }],
    ["C from a higher score than B", carded({ cutPoints: { A: 80, B: 62, C: 70 } }), { kind: "cutPoints" }],
    ["nothing that has points", carded({ factors: unweighed() }), { kind: "nothingGraded" }],
    [
      "a step for worse that earns as much",
      carded({ factors: { ...scorecard.factors, delay: stepped([1, 100], [5, 100]) } }),
      { kind: "stepsOrder", factor: "delay" },
    ],
    [
      "a step for better that comes later, where more is better",
      carded({ factors: { ...scorecard.factors, onTime: stepped([5000, 100], [9000, 50]) } }),
      { kind: "stepsOrder", factor: "onTime" },
    ],
    [
      "a higher level before a lower one",
      dunned({
        ladder: [
          { level: "firm", fromDays: 5 },
          { level: "friendly", fromDays: 10 },
        ],
      }),
      { kind: "ladderOrder" },
    ],
    [
      "two levels from the same day",
      dunned({
        ladder: [
          { level: "friendly", fromDays: 5 },
          { level: "firm", fromDays: 5 },
        ],
      }),
      { kind: "ladderOrder" },
    ],
    [
      "a level twice",
      dunned({
        ladder: [
          { level: "friendly", fromDays: 3 },
          { level: "friendly", fromDays: 9 },
        ],
      }),
      { kind: "repeatedLevel", level: "friendly" },
    ],
    [
      "a segment twice",
      dunned({
        gentler: [
          { segment: "VIP", levels: 1 },
          { segment: "VIP", levels: 2 },
        ],
      }),
      { kind: "repeatedSegment" },
    ],
    [
      "two templates for one level and language",
      dunned({ templates: [TEMPLATE, { ...TEMPLATE, closing: "." }] }),
      { kind: "repeatedTemplate", level: "firm en" },
    ],
    [
      "a name in braces that nothing stands for",
      dunned({ templates: [{ ...TEMPLATE, opening: "{costumer}" }] }),
      { kind: "templatePlace", place: "costumer" },
    ],
    ["buckets that fall", { ...DEFAULT_POLICY, bucketEdges: [60, 30] }, { kind: "bucketOrder" }],
    [
      "held sooner than warned of",
      policyWith({ orders: { ...DEFAULT_CREDIT_POLICY.orders, overdueWarnDays: 31 } }),
      { kind: "holdBeforeWarn" },
    ],
    [
      "two rates of a currency from the same day",
      policyWith({ rates: [rate("USD", 7_100_000), rate("USD", 7_200_000), rate("EUR", 1)] }),
      { kind: "repeatedRate", currency: "USD" },
    ],
  ])("are told of %s, in both languages", (_, policy, fault) => {
    expect(policyFaultsOf(policy)).toContainEqual(fault);
    for (const language of ["zh", "en"] as const) {
      const sentence = policyFaultText(fault, language);
      expect(sentence).toMatch(language === "zh" ? /^[^您你！]+。$/ : /^[^!]+[.:][^!]*\.$/);
    }
  });

  it("leave alone what a firm may do otherwise: gentler levels left out, the same for all grades, no grade at all for new ones", () => {
    const same = { needShare: 10_000, termDays: 30, deposit: 0, atOrder: "allow", reviewMonths: 6 } as const;
    expect(policyFaultsOf(policyWith({ matrix: { A: same, B: same, C: same, D: same, N: same } }))).toEqual(
      [],
    );
    expect(policyFaultsOf(dunned({ ladder: [{ level: "final", fromDays: 0 }] }))).toEqual([]);
    expect(policyFaultsOf(dunned({ templates: [TEMPLATE, { ...TEMPLATE, language: "zh-CN" }] }))).toEqual([]);
  });
});

function unweighed() {
  const entries = FactorShape.options.map(
    (factor): [Factor, CreditPolicy["scorecard"]["factors"][Factor]] => [
      factor,
      { ...scorecard.factors[factor], weight: 0 },
    ],
  );
  return Object.fromEntries(entries) as typeof scorecard.factors;
}

function stepped(...pairs: [number, number][]) {
  return { weight: 20, steps: pairs.map(([at, share]) => ({ at, share })) };
}

function rate(currency: string, millionths: number) {
  return { currency, from: plainDate("2026-11-01"), millionths };
}

describe("a policy without faults", () => {
  const anyTerms = fc.record({
    needShare: fc.nat(20_000),
    limitCap: fc.option(fc.nat(5_000_000), { nil: undefined }),
    termDays: fc.nat(120),
    deposit: fc.nat(10_000),
    atOrder: fc.constantFrom("allow", "warn", "hold"),
    reviewMonths: fc.integer({ min: 1, max: 24 }),
  });
  const GRADES = ["A", "B", "C", "D", "N"] as const;

  it("never gives a better grade less, for shorter, with a larger deposit or a harder decision", () => {
    let right = 0;
    fc.assert(
      fc.property(
        fc.array(anyTerms, { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        fc.nat(100_000_000),
        fc.nat(180),
        (drawn, isSorted, peak, days) => {
          const rows = isSorted ? fallen(drawn) : drawn;
          const policy = matrixOf(rows);
          if (policyFaultsOf(policy).length > 0) return;
          right += 1;
          const credit = policy.credit ?? DEFAULT_CREDIT_POLICY;
          const given = GRADES.map((grade) => ({
            ...creditProposalOf({ grade, peakMonth: money(peak), terms: { kind: "net", days } }, credit),
            hardness: ["allow", "warn", "hold"].indexOf(credit.matrix[grade].atOrder),
          }));
          for (const [i, worse] of given.slice(1).entries()) {
            const better = given[i];
            expect(better?.limit).toBeGreaterThanOrEqual(worse.limit);
            expect(better?.termDays).toBeGreaterThanOrEqual(worse.termDays);
            expect(better?.deposit).toBeLessThanOrEqual(worse.deposit);
            expect(better?.hardness).toBeLessThanOrEqual(worse.hardness);
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(right, "policies without faults that were drawn").toBeGreaterThan(100);
  });

  type Drawn = NonNullable<typeof anyTerms extends fc.Arbitrary<infer T> ? T : never>;

  function matrixOf(rows: readonly Drawn[]): Policy {
    const termsOf = (at: number): GradeTerms => {
      const { limitCap, ...rest } = rows[at] ?? { ...matrix.N, limitCap: undefined };
      return { ...rest, ...(limitCap === undefined ? {} : { limitCap: money(limitCap) }) };
    };
    return policyWith({
      matrix: { A: termsOf(0), B: termsOf(1), C: termsOf(2), D: termsOf(3), N: termsOf(4) },
    });
  }

  /** The same values, each kind put in the order that a policy wants. */
  function fallen(rows: readonly Drawn[]): Drawn[] {
    const down = (key: "needShare" | "termDays" | "reviewMonths") =>
      rows.map((row) => row[key]).sort((a, b) => b - a);
    const [shares, days, months] = [down("needShare"), down("termDays"), down("reviewMonths")];
    const caps = rows.map(({ limitCap }) => limitCap ?? Number.POSITIVE_INFINITY).sort((a, b) => b - a);
    const deposits = rows.map(({ deposit }) => deposit).sort((a, b) => a - b);
    const orders = rows.map(({ atOrder }) => atOrder).sort((a, b) => (a === b ? 0 : a < b ? -1 : 1));
    return rows.map((row, i) => ({
      needShare: shares[i] ?? 0,
      limitCap: Number.isFinite(caps[i]) ? caps[i] : undefined,
      termDays: days[i] ?? 0,
      deposit: deposits[i] ?? 0,
      atOrder: { allow: "allow", hold: "warn", warn: "hold" }[orders[i] ?? row.atOrder] as Drawn["atOrder"],
      reviewMonths: months[i] ?? 1,
    }));
  }
});

describe("what a policy says otherwise than another", () => {
  it("is nothing of the same, and each value once, under the part that people set it in", () => {
    expect(policyDifferences(DEFAULT_POLICY, policyWith({}))).toEqual([]);
    const next: Policy = {
      ...policyWith({
        matrix: { ...matrix, C: { ...matrix.C, termDays: 45, limitCap: money(5_000_000) } },
        rates: [rate("USD", 7_100_000)],
        dunning: { ...dunning, gentler: [{ segment: "VIP", levels: 1 }] },
      }),
      observeUntil: plainDate("2026-12-31"),
    };
    expect(policyDifferences(DEFAULT_POLICY, next)).toEqual([
      { part: "grades", path: ["matrix", "C", "termDays"], before: 30, after: 45 },
      { part: "grades", path: ["matrix", "C", "limitCap"], after: 5_000_000 },
      { part: "orders", path: ["observeUntil"], after: "2026-12-31" },
      { part: "dunning", path: ["gentler", "VIP"], after: 1 },
      { part: "rates", path: ["USD", "2026-11-01"], after: 7_100_000 },
    ]);
  });

  it("names what went away", () => {
    const rated = policyWith({ rates: [rate("USD", 7_100_000)] });
    expect(policyDifferences(rated, policyWith({}))).toEqual([
      { part: "rates", path: ["USD", "2026-11-01"], before: 7_100_000 },
    ]);
  });
});
