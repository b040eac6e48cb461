import { daysBetween, type PlainDate } from "../values/date.ts";
import { type Money, minus, money } from "../values/money.ts";
import { codeKey } from "../values/text.ts";
import type { Exposure } from "./exposure.ts";
import type {
  CreditStanding,
  OrderAsked,
  OrderDecision,
  OrderPolicy,
  OrderReason,
  ReleaseInForce,
} from "./order-shape.ts";

/** What an order comes to. */
export interface OrderSums {
  /** Exposure with this order; what is not known of it is nothing here. */
  readonly after: Money;
  readonly limit?: Money;
  readonly available?: Money;
}

/**
 * Whether a decision keeps an order back.
 *
 * @example
 * isBarred("warn") // => false
 */
export function isBarred(decision: OrderDecision): boolean {
  return decision === "hold" || decision === "block";
}

/** Every reason that speaks of an order, each with what it alone decides. */
export function reasonsOf(
  order: OrderAsked,
  standing: CreditStanding,
  policy: OrderPolicy,
  asOf: PlainDate,
  sums: OrderSums,
): OrderReason[] {
  const { customer } = standing;
  if (order.isPrepaid) return [{ kind: "prepaid", decision: "allow" }];
  const stops = standing.holds.map(({ kind, reason, by }): OrderReason => {
    return kind === "block"
      ? { kind: "stopped", decision: "block", reason, by }
      : { kind: "held", decision: "hold", reason, by };
  });
  if (customer.onAccount === false || customer.limitType === "none")
    return stops.length > 0 ? stops : [{ kind: "cashCustomer", decision: "notOnAccount" }];
  const release = releaseFor(order, standing.releases, asOf);
  if (release && !stops.some(({ decision }) => decision === "block"))
    return [{ kind: "released", decision: "allow", ...release }];
  const limits = limitReasons(standing, asOf, sums);
  return [
    ...stops,
    ...limits,
    ...overdueReasons(standing, policy, asOf),
    ...datedReasons(standing, policy, asOf),
    ...riskReasons(standing, policy),
    ...(limits.length === 0 ? [{ kind: "withinLimit", decision: "allow" } as const] : []),
  ];
}

/** A release holds for its order up to its sum: a bigger one asks again. */
function releaseFor(
  { amount, reference }: OrderAsked,
  releases: readonly ReleaseInForce[],
  asOf: PlainDate,
): Omit<ReleaseInForce, "order"> | undefined {
  const fitting = releases.find(
    ({ order, ceiling, until }) =>
      until >= asOf && amount <= ceiling && (order === undefined || isSameOrder(order, reference)),
  );
  return fitting && { by: fitting.by, until: fitting.until, ceiling: fitting.ceiling };
}

/** Numbers are compared as people write them: case, width and marks aside. */
function isSameOrder(a: string, b: string | undefined): boolean {
  return b !== undefined && codeKey(a) === codeKey(b);
}

function limitReasons(
  { customer, exposure, limitUntil }: CreditStanding,
  asOf: PlainDate,
  { after, limit }: OrderSums,
): OrderReason[] {
  if (isNotSet(customer, exposure)) return [{ kind: "limitNotSet", decision: "unknown" }];
  const gaps = exposure.isKnown ? [] : exposure.missing;
  const over = limit === undefined || !exposure.isKnown ? 0 : minus(after, limit);
  return [
    ...gaps.map((gap): OrderReason => ({ kind: "gap", decision: "unknown", gap })),
    ...(limitUntil !== undefined && limitUntil < asOf
      ? [{ kind: "limitExpired", decision: "hold", until: limitUntil } as const]
      : []),
    ...(over > 0 && limit !== undefined
      ? [{ kind: "overLimit", decision: "hold", over: money(over), limit } as const]
      : []),
  ];
}

/** A limit by amount without its amount is none: blank is not 0. Without a rate its amount is not known, which is a gap. */
function isNotSet({ limitType, limit }: CreditStanding["customer"], { isKnown }: Exposure): boolean {
  if (limitType === undefined || limitType === "notSet") return true;
  return limitType === "amount" && limit === undefined && isKnown;
}

function overdueReasons(
  { overdue, receiptsEnteredThrough: through }: CreditStanding,
  policy: OrderPolicy,
  asOf: PlainDate,
): OrderReason[] {
  const { amount, oldestDays: days } = overdue;
  if (amount <= policy.smallAmount || days <= policy.overdueWarnDays) return [];
  if (days <= policy.overdueHoldDays) return [{ kind: "overdue", decision: "warn", amount, days }];
  const isBehind = through !== undefined && through < asOf;
  return isBehind && daysBetween(through, asOf) <= policy.receiptLagDays
    ? [{ kind: "overduePerhapsPaid", decision: "warn", amount, days, through }]
    : [{ kind: "overdue", decision: "hold", amount, days }];
}

/** How far behind the receipts are: beyond the policy's days nobody can tell what is owed. */
function datedReasons(
  { receiptsEnteredThrough: through }: CreditStanding,
  { staleDays }: OrderPolicy,
  asOf: PlainDate,
): OrderReason[] {
  if (through === undefined) return [{ kind: "receiptsNotStated", decision: "unknown" }];
  const days = daysBetween(through, asOf);
  return days > staleDays ? [{ kind: "stale", decision: "unknown", days }] : [];
}

function riskReasons(
  { brokenPromises, disputed, grade, typedRows = 0 }: CreditStanding,
  { smallAmount, atOrder }: OrderPolicy,
): OrderReason[] {
  return [
    ...(brokenPromises > 0
      ? [{ kind: "brokenPromise", decision: "warn", count: brokenPromises } as const]
      : []),
    ...(typedRows > 0 ? [{ kind: "notTakenOver", decision: "warn", count: typedRows } as const] : []),
    ...(disputed > smallAmount ? [{ kind: "disputed", decision: "warn", amount: disputed } as const] : []),
    ...(atOrder[grade] === "allow" ? [] : [{ kind: "grade", decision: atOrder[grade], grade } as const]),
  ];
}

/**
 * Whether a person keeps the order back, and not a rule.
 *
 * @example
 * isByHand({ kind: "held", decision: "hold", reason: "papers", by: "Bo" }) // => true
 */
export function isByHand({ kind }: OrderReason): boolean {
  return kind === "held" || kind === "stopped";
}

/** Rules hold no draft of an order and no natural person; what a person holds by hand stays held. */
export function softened(
  reasons: readonly OrderReason[],
  { isDraft }: OrderAsked,
  { customer }: CreditStanding,
): OrderReason[] {
  return reasons.map((reason) => {
    const isSoft = isDraft || (customer.naturalPerson && !isByHand(reason));
    return isSoft && isBarred(reason.decision) ? { ...reason, decision: "warn" } : reason;
  });
}
