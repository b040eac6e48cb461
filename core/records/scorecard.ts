import * as z from "zod/mini";
import { MoneyShape } from "./shapes.ts";

/** 信用等级, best first. N is not graded yet: cash in advance until it is. */
export const GradeShape = z.enum(["A", "B", "C", "D", "N"]);

export type Grade = z.infer<typeof GradeShape>;

/** What the ledger itself knows of a customer. */
export const OWN_FACTORS = [
  "onTime",
  "delay",
  "lately",
  "overdueNow",
  "limitUse",
  "relationship",
  "volume",
  "steadiness",
  "activeMonths",
  "returned",
] as const;

/** What comes from outside, 0 to 100 with a source: it has its points here, and its own forms. */
export const OUTSIDE_FACTORS = ["financials", "visits", "legalRisk"] as const;

export const FactorShape = z.enum([...OWN_FACTORS, ...OUTSIDE_FACTORS]);

export type Factor = z.infer<typeof FactorShape>;

/** A step of a factor: a measure up to (or, of factors where more is better, from) `at` earns `share` percent of its points. */
const StepShape = z.object({ at: z.number(), share: z.int().check(z.gte(0), z.lte(100)) });

export type Step = z.infer<typeof StepShape>;

const FactorRuleShape = z.object({
  /** Points at most. */
  weight: z.int().check(z.gte(0), z.lte(100)),
  /** The best first; a measure that reaches no step earns nothing. */
  steps: z.array(StepShape).check(z.maxLength(12)),
});

export type FactorRule = z.infer<typeof FactorRuleShape>;

/** 评分卡: what earns points, and which score is which grade. */
export const ScorecardShape = z.object({
  factors: z.record(FactorShape, FactorRuleShape),
  /** The least score of each grade; below C is D. */
  cutPoints: z.object({ A: z.number(), B: z.number(), C: z.number() }),
  /** 宽限期: so many days beyond terms still count as on time. */
  graceDays: z.int().check(z.gte(0), z.lte(60)),
  /** Due dates so many days back are "lately", and so many months back are looked at altogether. */
  recentDays: z.int().check(z.gte(1), z.lte(730)),
  historyMonths: z.int().check(z.gte(1), z.lte(120)),
  /** With fewer parts paid or past due a customer is not graded. */
  leastPayments: z.int().check(z.gte(0), z.lte(100)),
  /** With fewer parts, or months of dealing, the grade is at best `fewGrade`. */
  fewPayments: z.int().check(z.gte(0), z.lte(1000)),
  fewMonths: z.int().check(z.gte(0), z.lte(120)),
  fewGrade: GradeShape,
  /**
   * With more past due for more than so many days than a share (basis points) of a year's sales, the grade is at
   * best that.
   */
  overdueCaps: z.array(z.object({ days: z.int(), share: z.int(), grade: GradeShape })).check(z.maxLength(6)),
  /** Yearly volume is measured in this amount of the ledger's own currency; without it volume is missing. */
  volumeUnit: z.exactOptional(MoneyShape),
});

export type Scorecard = z.infer<typeof ScorecardShape>;

const upTo = (...pairs: [at: number, share: number][]): Step[] => pairs.map(([at, share]) => ({ at, share }));

/** The scorecard of a ledger that has not set one. */
export const DEFAULT_SCORECARD: Scorecard = {
  factors: {
    onTime: {
      weight: 25,
      steps: upTo([9500, 100], [9000, 88], [8000, 70], [7000, 55], [5500, 38], [4000, 22], [2000, 8]),
    },
    delay: { weight: 20, steps: upTo([0.5, 100], [2, 85], [5, 68], [10, 50], [20, 30], [30, 15], [60, 5]) },
    lately: { weight: 20, steps: upTo([0.5, 100], [2, 85], [5, 68], [10, 50], [20, 30], [30, 15], [60, 5]) },
    overdueNow: { weight: 15, steps: upTo([0, 100], [100, 80], [300, 55], [800, 25], [1500, 10]) },
    limitUse: { weight: 5, steps: upTo([6000, 100], [8000, 80], [9500, 60], [10000, 40]) },
    relationship: { weight: 4, steps: upTo([36, 100], [24, 80], [12, 60], [6, 30]) },
    volume: { weight: 3, steps: upTo([100, 100], [20, 70], [5, 40], [1, 20]) },
    steadiness: { weight: 3, steps: upTo([0.5, 100], [0.8, 70], [1.2, 40], [2, 20]) },
    activeMonths: { weight: 3, steps: upTo([11, 100], [8, 75], [5, 50], [2, 25]) },
    returned: { weight: 2, steps: upTo([100, 100], [300, 70], [800, 40], [1500, 20]) },
    financials: { weight: 0, steps: upTo([80, 100], [60, 70], [40, 40], [20, 20]) },
    visits: { weight: 0, steps: upTo([80, 100], [60, 70], [40, 40], [20, 20]) },
    legalRisk: { weight: 0, steps: upTo([80, 100], [60, 70], [40, 40], [20, 20]) },
  },
  cutPoints: { A: 80, B: 62, C: 42 },
  graceDays: 0,
  recentDays: 180,
  historyMonths: 24,
  leastPayments: 3,
  fewPayments: 6,
  fewMonths: 6,
  fewGrade: "B",
  overdueCaps: [
    { days: 60, share: 200, grade: "C" },
    { days: 90, share: 500, grade: "D" },
  ],
};
