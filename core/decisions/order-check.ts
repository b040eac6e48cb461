import type { Customer } from "../records/customer.ts";
import type { Grade } from "../records/scorecard.ts";
import { daysBetween, type PlainDate } from "../values/date.ts";
import { type Money, minus, money, plus } from "../values/money.ts";
import type { Exposure, ExposureGap, ExposureParts } from "./exposure.ts";

/** 下单判断, the mildest first; `notOnAccount` stands apart: a customer that pays cash is no risk. */
export type OrderDecision = "notOnAccount" | "allow" | "warn" | "unknown" | "hold" | "block";

/** What the policy says about orders. */
export interface OrderPolicy {
  /** Past due so long is worth a warning, and so long a hold. */
  readonly overdueWarnDays: number;
  readonly overdueHoldDays: number;
  /** What is owed below this is never the reason for anything. */
  readonly smallAmount: Money;
  /** Overdue that a receipt not entered yet could cure only warns while receipts are so many days behind. */
  readonly receiptLagDays: number;
  /** With receipts further behind than this nothing is said for certain. */
  readonly staleDays: number;
  /** What a grade alone decides at order time. */
  readonly atOrder: Readonly<Record<Grade, "allow" | "warn" | "hold">>;
  /** 观察期: up to this day nothing is held; what would be is said. */
  readonly observeUntil?: PlainDate;
}

/** 信用冻结: by hand, with its reason; `block` is a stop of supply. */
export interface HoldInForce {
  readonly kind: "hold" | "block";
  readonly reason: string;
  readonly by: string;
}

/** 放行: for one order or for all, up to a sum, until a day. */
export interface ReleaseInForce {
  readonly by: string;
  readonly order?: string;
  readonly ceiling: Money;
  readonly until: PlainDate;
}

/** The customer as the ledger knows it on that day; sums in the ledger's own currency. */
export interface CreditStanding {
  readonly customer: Pick<Customer, "limitType" | "limit" | "naturalPerson" | "onAccount">;
  readonly exposure: Exposure;
  readonly grade: Grade;
  readonly limitUntil?: PlainDate;
  /** Past due and worth a word, not disputed: its sum and the days of the oldest. */
  readonly overdue: { readonly amount: Money; readonly oldestDays: number };
  readonly disputed: Money;
  readonly brokenPromises: number;
  readonly holds: readonly HoldInForce[];
  readonly releases: readonly ReleaseInForce[];
  readonly receiptsEnteredThrough?: PlainDate;
}

/** The order that is asked about. */
export interface OrderAsked {
  readonly amount: Money;
  readonly reference?: string;
  /** What of this order counts in the exposure already: it is compared, not added. */
  readonly counted?: Money;
  /** What of it was delivered or invoiced: that is owed, or was paid, and is not added again. */
  readonly shipped?: Money;
  readonly isPrepaid?: boolean;
  /** A draft or quotation 报价 never holds. */
  readonly isDraft?: boolean;
}

/** Why: what was found, and what it alone decides. */
export type OrderReason = { readonly decision: OrderDecision } & (
  | { readonly kind: "prepaid" | "cashCustomer" | "limitNotSet" | "withinLimit" | "receiptsNotStated" }
  | { readonly kind: "stopped" | "held"; readonly reason: string; readonly by: string }
  | { readonly kind: "limitExpired"; readonly until: PlainDate }
  | { readonly kind: "overLimit"; readonly over: Money; readonly limit: Money }
  | { readonly kind: "overdue"; readonly amount: Money; readonly days: number }
  | {
      readonly kind: "overduePerhapsPaid";
      readonly amount: Money;
      readonly days: number;
      readonly through: PlainDate;
    }
  | { readonly kind: "brokenPromise"; readonly count: number }
  | { readonly kind: "disputed"; readonly amount: Money }
  | { readonly kind: "grade"; readonly grade: Grade }
  | { readonly kind: "stale"; readonly days: number }
  | { readonly kind: "gap"; readonly gap: ExposureGap }
  | { readonly kind: "released"; readonly by: string; readonly until: PlainDate; readonly ceiling: Money }
);

/** What would make it pass: money that comes in, a smaller order, or somebody who says so. */
export type Cure =
  | { readonly kind: "pay"; readonly amount: Money }
  | { readonly kind: "reduceTo"; readonly amount: Money }
  | { readonly kind: "ask" };

/** 订单检查, with its arithmetic; sums are absent where they are not known. */
export interface OrderCheck {
  readonly decision: OrderDecision;
  /** What would be decided after the time of observing. */
  readonly wouldBe?: OrderDecision;
  /** The heaviest first, and of equal ones what somebody can do most about. */
  readonly reasons: readonly OrderReason[];
  readonly cure: readonly Cure[];
  readonly exposure?: Money;
  readonly parts?: ExposureParts;
  /** Limit less exposure without this order; negative beyond it. */
  readonly available?: Money;
  readonly asOf: PlainDate;
}

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
  const decision = reasons[0]?.decision ?? "unknown";
  const isObserving = policy.observeUntil !== undefined && asOf <= policy.observeUntil;
  const observed = isObserving && isBarred(decision);
  return {
    decision: observed ? "warn" : decision,
    ...(observed ? { wouldBe: decision } : {}),
    reasons,
    cure: isBarred(decision) || decision === "unknown" ? curesOf(reasons, order, sums) : [],
    ...(standing.exposure.isKnown ? { exposure: sums.after, parts: standing.exposure.parts } : {}),
    ...(sums.available === undefined ? {} : { available: sums.available }),
    asOf,
  };
}

function isBarred(decision: OrderDecision): boolean {
  return decision === "hold" || decision === "block";
}

interface Sums {
  /** Exposure with this order; what is not known of it is nothing here. */
  readonly after: Money;
  readonly limit?: Money;
  readonly available?: Money;
}

function sumsOf(order: OrderAsked, { customer, exposure }: CreditStanding): Sums {
  const total = exposure.isKnown ? exposure.total : money(0);
  const others = minus(total, order.counted ?? money(0));
  const after = plus(others, money(Math.max(0, minus(order.amount, order.shipped ?? money(0)))));
  const { limit } = customer;
  if (customer.limitType !== "amount" || limit === undefined) return { after };
  return { after, limit, ...(exposure.isKnown ? { available: minus(limit, others) } : {}) };
}

function reasonsOf(
  order: OrderAsked,
  standing: CreditStanding,
  policy: OrderPolicy,
  asOf: PlainDate,
  sums: Sums,
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
      until >= asOf && amount <= ceiling && (order === undefined || order === reference),
  );
  return fitting && { by: fitting.by, until: fitting.until, ceiling: fitting.ceiling };
}

function limitReasons(
  { customer, exposure, limitUntil }: CreditStanding,
  asOf: PlainDate,
  { after, limit }: Sums,
): OrderReason[] {
  if (isNotSet(customer)) return [{ kind: "limitNotSet", decision: "unknown" }];
  const gaps = exposure.isKnown ? [] : exposure.missing;
  const over = limit === undefined ? 0 : minus(after, limit);
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

/** A limit by amount without its amount is none: blank is not 0. */
function isNotSet({ limitType, limit }: CreditStanding["customer"]): boolean {
  return limitType === undefined || limitType === "notSet" || (limitType === "amount" && limit === undefined);
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
  { brokenPromises, disputed, grade }: CreditStanding,
  { smallAmount, atOrder }: OrderPolicy,
): OrderReason[] {
  return [
    ...(brokenPromises > 0
      ? [{ kind: "brokenPromise", decision: "warn", count: brokenPromises } as const]
      : []),
    ...(disputed > smallAmount ? [{ kind: "disputed", decision: "warn", amount: disputed } as const] : []),
    ...(atOrder[grade] === "allow" ? [] : [{ kind: "grade", decision: atOrder[grade], grade } as const]),
  ];
}

/** Rules hold no draft of an order and no natural person; what a person holds by hand stays held. */
function softened(
  reasons: readonly OrderReason[],
  { isDraft }: OrderAsked,
  { customer }: CreditStanding,
): OrderReason[] {
  return reasons.map((reason) => {
    const isByHand = reason.kind === "held" || reason.kind === "stopped";
    const isSoft = isDraft || (customer.naturalPerson && !isByHand);
    return isSoft && isBarred(reason.decision) ? { ...reason, decision: "warn" } : reason;
  });
}

function byWeight(a: OrderReason, b: OrderReason): number {
  return (
    SEVERITY.indexOf(b.decision) - SEVERITY.indexOf(a.decision) || RANK.indexOf(a.kind) - RANK.indexOf(b.kind)
  );
}

/** The sum that pays for all that money cures, the order that still fits, and always somebody to ask. */
function curesOf(reasons: readonly OrderReason[], { amount }: OrderAsked, { available }: Sums): Cure[] {
  const over = reasons.find((each) => each.kind === "overLimit");
  const overdue = reasons.find((each) => each.kind === "overdue" && each.decision === "hold");
  const due = Math.max(
    over?.kind === "overLimit" ? over.over : 0,
    overdue?.kind === "overdue" ? overdue.amount : 0,
  );
  const isOnly = (kinds: readonly OrderReason["kind"][]) =>
    reasons.every(({ kind, decision }) => !isBarred(decision) || kinds.includes(kind));
  const fits = over && available !== undefined && available > 0 && available < amount;
  return [
    ...(due > 0 && isOnly(["overLimit", "overdue"]) ? [{ kind: "pay", amount: money(due) } as const] : []),
    ...(fits && isOnly(["overLimit"]) ? [{ kind: "reduceTo", amount: available } as const] : []),
    { kind: "ask" },
  ];
}
