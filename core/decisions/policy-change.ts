import type { Account } from "../records/book.ts";
import type { Policy } from "../records/policy.ts";
import type { Grade } from "../records/scorecard.ts";
import { type Money, money } from "../values/money.ts";
import { creditStandingOf, orderPolicyOf, type StandingScope } from "./credit-standing.ts";
import { judgementOf } from "./judgement.ts";
import { orderCheckOf } from "./order-check.ts";
import type { OrderDecision } from "./order-shape.ts";

/** What a policy makes of a customer. */
export interface UnderPolicy {
  readonly grade: Grade;
  /** The limit that it would propose, in the ledger's own currency. */
  readonly limit: Money;
  readonly termDays: number;
  /** What it would decide on the next order, however small. */
  readonly decision: OrderDecision;
}

/** A customer of whom another policy makes something else. */
export interface PolicyEffect {
  readonly before: UnderPolicy;
  readonly after: UnderPolicy;
}

/**
 * What another policy would make of a customer 政策影响; nothing where it is the same.
 *
 * @example
 * policyEffectOn(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), DEFAULT_POLICY, { asOf: plainDate("2026-11-22"), knownAt: 1, policy: DEFAULT_POLICY, settings: DEFAULT_SETTINGS }) // => undefined
 */
export function policyEffectOn(
  account: Account,
  other: Policy,
  scope: StandingScope,
): PolicyEffect | undefined {
  const before = underPolicy(account, scope);
  const after = underPolicy(account, { ...scope, policy: other });
  const keys = ["grade", "limit", "termDays", "decision"] as const;
  return keys.every((key) => before[key] === after[key]) ? undefined : { before, after };
}

function underPolicy(account: Account, scope: StandingScope): UnderPolicy {
  const { grade, override, proposal } = judgementOf(account, scope);
  const { policy, settings, asOf } = scope;
  const standing = creditStandingOf(account, scope);
  const { decision } = orderCheckOf(
    { amount: money(0) },
    standing,
    orderPolicyOf(policy, settings.baseCurrency),
    asOf,
  );
  return {
    grade: override?.grade ?? grade.grade,
    limit: proposal.limit,
    termDays: proposal.termDays,
    decision,
  };
}
