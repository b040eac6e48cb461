import type { CreditPolicy, GradeTerms } from "../records/credit-policy.ts";
import type { Grade } from "../records/scorecard.ts";
import type { Terms } from "../records/terms.ts";
import { type Money, money, shareOf } from "../values/money.ts";

/** What bounds a limit. */
export type LimitBoundKind = "need" | "gradeShare" | "gradeCap" | "capacity";

/** A bound of a limit, in the ledger's own currency. */
export interface LimitBound {
  readonly kind: LimitBoundKind;
  readonly amount: Money;
}

/** 额度建议: what a customer could have, and everything that bounds it. */
export interface CreditProposal {
  readonly limit: Money;
  /** Every bound; the first is the one that binds. */
  readonly bounds: readonly LimitBound[];
  readonly termDays: number;
  readonly deposit: number;
  /** Bounds of which nothing is known. */
  readonly missing: readonly LimitBoundKind[];
}

/** What a proposal starts from; sums in the ledger's own currency. */
export interface ProposalFacts {
  readonly grade: Grade;
  /** Sales of the best month of the last twelve, with tax. */
  readonly peakMonth: Money;
  readonly terms?: Terms;
  /** 偿付能力, from outside, where it is known. */
  readonly capacity?: Money;
  /** 担保: what is secured stands beside what the grade may have. */
  readonly secured?: Money;
}

/**
 * Limit and terms proposed 额度与账期建议: what the customer needs (the best month over its terms and the tolerated days),
 * what its grade may have of it, and what it can bear where that is known: the least of them, rounded down to two
 * figures. The customer's own delay is no need: who pays late gets no larger limit for it.
 *
 * @example
 * creditProposalOf({ grade: "B", peakMonth: money(10_000_000), terms: { kind: "net", days: 45 } }, DEFAULT_CREDIT_POLICY).limit // => 20000000
 */
export function creditProposalOf(facts: ProposalFacts, policy: CreditPolicy): CreditProposal {
  const allowed = policy.matrix[facts.grade];
  const termDays = Math.min(facts.terms ? termDaysOf(facts.terms) : allowed.termDays, allowed.termDays);
  const bounds = boundsOf(facts, allowed, termDays + policy.toleratedDays);
  const [least] = bounds;
  return {
    limit: roundedDown(least?.amount ?? money(0)),
    bounds,
    termDays,
    deposit: allowed.deposit,
    missing: facts.capacity === undefined ? ["capacity"] : [],
  };
}

function boundsOf(facts: ProposalFacts, allowed: GradeTerms, days: number): LimitBound[] {
  const need = money(Math.floor((facts.peakMonth * days) / DAYS_A_MONTH));
  const secured = facts.secured ?? 0;
  const bounds: LimitBound[] = [
    { kind: "need", amount: need },
    { kind: "gradeShare", amount: money(shareOf(need, allowed.needShare) + secured) },
    ...(allowed.limitCap === undefined
      ? []
      : [{ kind: "gradeCap", amount: money(allowed.limitCap + secured) } as const]),
    ...(facts.capacity === undefined ? [] : [{ kind: "capacity", amount: facts.capacity } as const]),
  ];
  return bounds.sort((a, b) => a.amount - b.amount);
}

const DAYS_A_MONTH = 30;

/** Two figures, the rest noughts, never up. */
function roundedDown(amount: Money): Money {
  const unit = 10 ** Math.max(0, String(Math.trunc(amount)).length - 2);
  return money(Math.floor(amount / unit) * unit);
}

/**
 * How many days at most lie between a document and its due date 账期天数; of terms that wait for an event, those that run
 * from it.
 *
 * @example
 * termDaysOf({ kind: "monthEnd", months: 1, days: 10 }) // => 72
 */
export function termDaysOf(terms: Terms): number {
  switch (terms.kind) {
    case "cash":
      return 0;
    case "net":
    case "afterTaxInvoice":
    case "afterStatement":
    case "afterAcceptance":
      return terms.days;
    case "monthEnd":
      return (terms.months + 1) * LONGEST_MONTH + terms.days;
    case "fixedDay":
      return (terms.months + 1) * LONGEST_MONTH;
    case "nextDelivery":
      return LONGEST_MONTH;
    case "split":
      return Math.max(...terms.parts.map((part) => termDaysOf(part.terms)));
    case "retention":
      return termDaysOf(terms.rest);
  }
}

const LONGEST_MONTH = 31;
