import {
  type Factor,
  type FactorRule,
  FactorShape,
  type Grade,
  type Scorecard,
} from "../records/scorecard.ts";
import { allocate, money } from "../values/money.ts";
import { type GradeFacts, isMoreBetter } from "./grade-facts.ts";

/** What one factor earns: so many of so many points, all of them together the score. */
export interface FactorPoints {
  readonly factor: Factor;
  readonly measure: number;
  readonly points: number;
  readonly most: number;
}

/** Why a grade is no better than it is, though the score is. */
export type GradeCap =
  | { readonly why: "notEnoughPayments"; readonly found: number; readonly needed: number }
  | { readonly why: "fewPayments"; readonly found: number; readonly needed: number }
  | { readonly why: "fewMonths"; readonly found: number; readonly needed: number }
  /** Found in basis points of a year's sales. */
  | { readonly why: "oldDebts"; readonly days: number; readonly found: number; readonly grade: Grade };

/** One factor a step better, and what it would come to. */
export interface GradeStep {
  readonly factor: Factor;
  /** The measure from which the next step holds. */
  readonly at: number;
  readonly score: number;
  readonly grade: Grade;
}

/** 信用等级, with everything that it follows from. */
export interface GradeDecision {
  readonly grade: Grade;
  /** 0 to 100; the points add up to it. */
  readonly score: number;
  readonly points: readonly FactorPoints[];
  readonly caps: readonly GradeCap[];
  /** Factors with points in the policy of which nothing is known. */
  readonly missing: readonly Factor[];
  /** Single steps that would change the grade. */
  readonly steps: readonly GradeStep[];
}

const ORDER: readonly Grade[] = ["A", "B", "C", "D", "N"];

/**
 * Credit grade 信用等级 by a weighted scorecard: each factor earns a share of its points by a step that never gives more for
 * worse; factors of which nothing is known leave their points to the others, and too little evidence or old debts cap
 * the grade. Without enough evidence it is N.
 *
 * @example
 * gradeOf({ measures: { onTime: 10000, delay: 0 }, payments: 12, months: 24, oldDebts: [] }, DEFAULT_SCORECARD).grade // => "A"
 */
export function gradeOf(facts: GradeFacts, card: Scorecard): GradeDecision {
  const { score, points } = scored(facts, card);
  const caps = capsOf(facts, card);
  const grade = gradeOfScore(score, caps, card);
  return { grade, score, points, caps, missing: missingOf(facts, card), steps: stepsOf(facts, card, grade) };
}

/**
 * The worse of two grades; N is the last.
 *
 * @example
 * worseGrade("B", "D") // => "D"
 */
export function worseGrade(a: Grade, b: Grade): Grade {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

interface Earned {
  readonly factor: Factor;
  readonly measure: number;
  readonly weight: number;
  readonly share: number;
}

function scored(facts: GradeFacts, card: Scorecard): { score: number; points: FactorPoints[] } {
  const earned = FactorShape.options.flatMap((factor): Earned[] => {
    const measure = facts.measures[factor];
    const rule = card.factors[factor];
    if (measure === undefined || !rule || rule.weight === 0) return [];
    return [{ factor, measure, weight: rule.weight, share: shareOf(factor, measure, rule) }];
  });
  const weights = earned.map(({ weight }) => weight);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return { score: 0, points: [] };
  const parts = earned.map(({ weight, share }) => weight * share);
  const score = Math.floor(parts.reduce((sum, part) => sum + part, 0) / all);
  const points = score > 0 ? allocate(money(score), parts) : parts.map(() => 0);
  const most = allocate(money(100), weights);
  return {
    score,
    points: earned.map(({ factor, measure }, i) => ({
      ...{ factor, measure, points: points[i] ?? 0, most: most[i] ?? 0 },
    })),
  };
}

/** The share of its points, in percent, that a measure earns. */
function shareOf(factor: Factor, measure: number, { steps }: FactorRule): number {
  const isReached = (at: number) => (isMoreBetter(factor) ? measure >= at : measure <= at);
  return Math.max(0, ...steps.filter(({ at }) => isReached(at)).map(({ share }) => share));
}

function gradeOfScore(score: number, caps: readonly GradeCap[], card: Scorecard): Grade {
  const { A, B, C } = card.cutPoints;
  const own: Grade = score >= A ? "A" : score >= B ? "B" : score >= C ? "C" : "D";
  return caps.map((cap) => gradeOfCap(cap, card)).reduce(worseGrade, own);
}

function capsOf({ payments, months, oldDebts }: GradeFacts, card: Scorecard): GradeCap[] {
  const { leastPayments, fewPayments, fewMonths, overdueCaps } = card;
  if (payments < leastPayments) return [{ why: "notEnoughPayments", found: payments, needed: leastPayments }];
  const old = overdueCaps.flatMap(({ days, share, grade }, i): GradeCap[] =>
    (oldDebts[i] ?? 0) > share ? [{ why: "oldDebts", days, found: oldDebts[i] ?? 0, grade }] : [],
  );
  return [
    ...(payments < fewPayments
      ? [{ why: "fewPayments", found: payments, needed: fewPayments } as const]
      : []),
    ...(months < fewMonths ? [{ why: "fewMonths", found: months, needed: fewMonths } as const] : []),
    ...old,
  ];
}

function gradeOfCap(cap: GradeCap, card: Scorecard): Grade {
  if (cap.why === "notEnoughPayments") return "N";
  return cap.why === "oldDebts" ? cap.grade : card.fewGrade;
}

function missingOf({ measures }: GradeFacts, card: Scorecard): Factor[] {
  return FactorShape.options.filter(
    (factor) => (card.factors[factor]?.weight ?? 0) > 0 && measures[factor] === undefined,
  );
}

function stepsOf(facts: GradeFacts, card: Scorecard, grade: Grade): GradeStep[] {
  return FactorShape.options.flatMap((factor): GradeStep[] => {
    const at = nextStep(factor, facts, card);
    if (at === undefined) return [];
    const better = { ...facts, measures: { ...facts.measures, [factor]: at } };
    const { score } = scored(better, card);
    const would = gradeOfScore(score, capsOf(better, card), card);
    return ORDER.indexOf(would) < ORDER.indexOf(grade) ? [{ factor, at, score, grade: would }] : [];
  });
}

function nextStep(factor: Factor, { measures }: GradeFacts, card: Scorecard): number | undefined {
  const measure = measures[factor];
  const rule = card.factors[factor];
  if (measure === undefined || !rule) return undefined;
  const now = shareOf(factor, measure, rule);
  const better = rule.steps.filter(({ share }) => share > now);
  return better.reduce<{ at: number; share: number } | undefined>(
    (next, step) => (next && next.share <= step.share ? next : step),
    undefined,
  )?.at;
}
