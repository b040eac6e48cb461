import type { PlainDate } from "../values/date.ts";
import { minus, money, plus, ZERO } from "../values/money.ts";
import { leftOf } from "./exposure.ts";
import { isBarred, isByHand, type OrderSums, reasonsOf, softened } from "./order-reasons.ts";
import type {
  CreditStanding,
  Cure,
  OrderAsked,
  OrderCheck,
  OrderDecision,
  OrderPolicy,
  OrderReason,
} from "./order-shape.ts";

const SEVERITY: readonly OrderDecision[] = ["notOnAccount", "allow", "warn", "unknown", "hold", "block"];

const RANK: readonly OrderReason["kind"][] = [
  ...([
    "released",
    "prepaid",
    "cashCustomer",
    "stopped",
    "held",
    "limitExpired",
    "limitNotSet",
    "gap",
  ] as const),
  ...(["stale", "receiptsNotStated", "overLimit", "overdue", "overduePerhapsPaid", "brokenPromise"] as const),
  ...(["notTakenOver"] as const),
  ...(["disputed", "grade", "withinLimit"] as const),
];

/**
 * Order check 订单检查: whether an order may go on account, why, and what would cure it. The heaviest reason decides.
 * Exposure equal to the limit passes. What is missing or stale is unknown, never allowed; a prepaid order and a draft
 * of one hold nothing; of a natural person only a person may hold anything.
 *
 * @example
 * orderCheckOf({ amount: money(10000) }, { customer: { limitType: "amount", limit: money(5000) }, exposure: { isKnown: true, total: money(0), parts: { open: money(0), delivered: money(0), orders: money(0), drafts: money(0), unapplied: money(0) } }, grade: "A", overdue: { amount: money(0), oldestDays: 0 }, disputed: money(0), brokenPromises: 0, holds: [], releases: [], receiptsEnteredThrough: plainDate("2026-11-22") }, { overdueWarnDays: 3, overdueHoldDays: 30, smallAmount: money(1000), receiptLagDays: 3, staleDays: 14, atOrder: { A: "allow", B: "allow", C: "warn", D: "hold", N: "hold" } }, plainDate("2026-11-22")).decision // => "hold"
 */
export function orderCheckOf(
  order: OrderAsked,
  standing: CreditStanding,
  policy: OrderPolicy,
  asOf: PlainDate,
): OrderCheck {
  const sums = sumsOf(order, standing);
  const found = reasonsOf(order, standing, policy, asOf, sums);
  const reasons = softened(found, order, standing).sort(byWeight);
  const wouldBe = heaviestOf(reasons.map((each) => each.decision));
  const isObserving = policy.observeUntil !== undefined && asOf <= policy.observeUntil;
  const decision = isObserving ? heaviestOf(reasons.map(observed)) : wouldBe;
  return {
    decision,
    ...(decision === wouldBe ? {} : { wouldBe }),
    reasons,
    cure: isBarred(wouldBe) || wouldBe === "unknown" ? curesOf(reasons, order, sums) : [],
    ...(standing.exposure.isKnown ? { exposure: sums.after, parts: standing.exposure.parts } : {}),
    ...(sums.available === undefined ? {} : { available: sums.available }),
    asOf,
  };
}

function heaviestOf(decisions: readonly OrderDecision[]): OrderDecision {
  const heaviest = Math.max(-1, ...decisions.map((decision) => SEVERITY.indexOf(decision)));
  return SEVERITY[heaviest] ?? "unknown";
}

/** While a ledger observes no rule keeps an order back; what a person holds, and what is not known, stays so. */
function observed(reason: OrderReason): OrderDecision {
  return isBarred(reason.decision) && !isByHand(reason) ? "warn" : reason.decision;
}

function sumsOf(order: OrderAsked, { customer, exposure }: CreditStanding): OrderSums {
  const total = exposure.isKnown ? exposure.total : money(0);
  const others = minus(total, order.counted ?? money(0));
  const after = plus(others, leftOf(order.amount, order.shipped ?? money(0)));
  const { limit } = customer;
  if (customer.limitType !== "amount" || limit === undefined) return { after };
  return { after, limit, ...(exposure.isKnown ? { available: minus(limit, others) } : {}) };
}

function byWeight(a: OrderReason, b: OrderReason): number {
  return (
    SEVERITY.indexOf(b.decision) - SEVERITY.indexOf(a.decision) || RANK.indexOf(a.kind) - RANK.indexOf(b.kind)
  );
}

/** The sum that pays for all that money cures, the order that still fits, and somebody to ask: none releases from a stop. */
function curesOf(reasons: readonly OrderReason[], order: OrderAsked, { available }: OrderSums): Cure[] {
  const { amount, shipped = ZERO } = order;
  const over = reasons.find((each) => each.kind === "overLimit");
  const overdue = reasons.find((each) => each.kind === "overdue" && each.decision === "hold");
  const due = Math.max(
    over?.kind === "overLimit" ? over.over : 0,
    overdue?.kind === "overdue" ? overdue.amount : 0,
  );
  const isOnly = (kinds: readonly OrderReason["kind"][]) =>
    reasons.every(({ kind, decision }) => !isBarred(decision) || kinds.includes(kind));
  const fitting = available !== undefined && available > 0 ? plus(available, shipped) : amount;
  return [
    ...(due > 0 && isOnly(["overLimit", "overdue"]) ? [{ kind: "pay", amount: money(due) } as const] : []),
    ...(over && fitting < amount && isOnly(["overLimit"])
      ? [{ kind: "reduceTo", amount: fitting } as const]
      : []),
    ...(reasons.some(({ decision }) => decision === "block") ? [] : [{ kind: "ask" } as const]),
  ];
}
