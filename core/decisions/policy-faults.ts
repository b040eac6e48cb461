import { type CreditPolicy, creditPolicyOf, type GradeTerms } from "../records/credit-policy.ts";
import type { Policy } from "../records/policy.ts";
import { DUNNING_LEVELS, templateFaults } from "../records/reminder.ts";
import { type Factor, FactorShape, type Grade } from "../records/scorecard.ts";
import { isMoreBetter } from "./grade-facts.ts";

/** What in a policy would break a promise that it makes: a better grade never gives less, better behaviour never costs. */
export type PolicyFault =
  | {
      readonly kind: "betterGivesLess";
      readonly better: Grade;
      readonly worse: Grade;
      readonly what: GradeWhat;
    }
  | { readonly kind: "cutPoints" | "nothingGraded" | "ladderOrder" | "bucketOrder" | "repeatedSegment" }
  | { readonly kind: "stepsOrder"; readonly factor: Factor }
  | { readonly kind: "repeatedLevel" | "repeatedTemplate"; readonly level: string }
  | { readonly kind: "templatePlace"; readonly place: string }
  | { readonly kind: "holdBeforeWarn" }
  | { readonly kind: "repeatedRate"; readonly currency: string };

/** What a grade may have, as a person would name it. */
export type GradeWhat = "needShare" | "limitCap" | "termDays" | "deposit" | "atOrder" | "reviewMonths";

const GRADES: readonly Grade[] = ["A", "B", "C", "D", "N"];

/**
 * The faults of a policy 政策检查: with one it is not put in force.
 *
 * @example
 * policyFaultsOf(DEFAULT_POLICY) // => []
 */
export function policyFaultsOf(policy: Policy): PolicyFault[] {
  const credit = creditPolicyOf(policy);
  const isRising = (edges: readonly number[]) =>
    edges.every((edge, i) => i === 0 || edge > (edges[i - 1] ?? 0));
  return [
    ...(isRising(policy.bucketEdges) ? [] : [{ kind: "bucketOrder" } as const]),
    ...matrixFaults(credit),
    ...scorecardFaults(credit),
    ...dunningFaults(credit),
    ...orderFaults(credit),
  ];
}

function orderFaults({ orders, rates }: CreditPolicy): PolicyFault[] {
  const days = repeated(rates.map(({ currency, from }) => `${currency} ${from}`));
  const currencies = new Set(days.map((day) => day.slice(0, 3)));
  return [
    ...(orders.overdueHoldDays < orders.overdueWarnDays ? [{ kind: "holdBeforeWarn" } as const] : []),
    ...[...currencies].map((currency) => ({ kind: "repeatedRate", currency }) as const),
  ];
}

function matrixFaults({ matrix }: CreditPolicy): PolicyFault[] {
  return GRADES.slice(1).flatMap((worse, i): PolicyFault[] => {
    const better = GRADES[i] ?? "A";
    return givenLess(matrix[better], matrix[worse]).map((what) => ({
      kind: "betterGivesLess",
      ...{ better, worse, what },
    }));
  });
}

const HARDER: readonly GradeTerms["atOrder"][] = ["allow", "warn", "hold"];

function givenLess(better: GradeTerms, worse: GradeTerms): GradeWhat[] {
  const capOf = ({ limitCap }: GradeTerms): number => limitCap ?? Number.POSITIVE_INFINITY;
  const found: [GradeWhat, boolean][] = [
    ["needShare", better.needShare < worse.needShare],
    ["limitCap", capOf(better) < capOf(worse)],
    ["termDays", better.termDays < worse.termDays],
    ["deposit", better.deposit > worse.deposit],
    ["atOrder", HARDER.indexOf(better.atOrder) > HARDER.indexOf(worse.atOrder)],
    ["reviewMonths", better.reviewMonths < worse.reviewMonths],
  ];
  return found.filter(([, isLess]) => isLess).map(([what]) => what);
}

function scorecardFaults({ scorecard }: CreditPolicy): PolicyFault[] {
  const { A, B, C } = scorecard.cutPoints;
  const weights = FactorShape.options.map((factor) => scorecard.factors[factor]?.weight ?? 0);
  const unordered = FactorShape.options.filter((factor) => !areStepsInOrder(scorecard, factor));
  return [
    ...(A > B && B > C ? [] : [{ kind: "cutPoints" } as const]),
    ...(weights.every((weight) => weight === 0) ? [{ kind: "nothingGraded" } as const] : []),
    ...unordered.map((factor) => ({ kind: "stepsOrder", factor }) as const),
  ];
}

/** The best step first, and each further one worth less. */
function areStepsInOrder({ factors }: CreditPolicy["scorecard"], factor: Factor): boolean {
  const steps = factors[factor]?.steps ?? [];
  return steps.every((step, i) => {
    const before = steps[i - 1];
    if (!before) return true;
    const isWorse = isMoreBetter(factor) ? step.at < before.at : step.at > before.at;
    return isWorse && step.share < before.share;
  });
}

function dunningFaults({ dunning }: CreditPolicy): PolicyFault[] {
  const { ladder, templates, gentler } = dunning;
  const ordered = [...ladder].sort((a, b) => a.fromDays - b.fromDays);
  const places = ordered.map(({ level }) => DUNNING_LEVELS.indexOf(level));
  const isLater = (at: number) => (ordered[at]?.fromDays ?? 0) > (ordered[at - 1]?.fromDays ?? 0);
  const isInOrder = places.every((place, i) => i === 0 || (place > (places[i - 1] ?? 0) && isLater(i)));
  const levels = ladder.map(({ level }) => level);
  const named = templates.map(({ level, language }) => `${level} ${language}`);
  const segments = gentler.map(({ segment }) => segment);
  return [
    ...(isInOrder ? [] : [{ kind: "ladderOrder" } as const]),
    ...repeated(levels).map((level) => ({ kind: "repeatedLevel", level }) as const),
    ...repeated(named).map((level) => ({ kind: "repeatedTemplate", level }) as const),
    ...(repeated(segments).length > 0 ? [{ kind: "repeatedSegment" } as const] : []),
    ...[...new Set(templates.flatMap(templateFaults))].map(
      (place) => ({ kind: "templatePlace", place }) as const,
    ),
  ];
}

function repeated<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}
