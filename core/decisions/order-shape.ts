import type { Customer } from "../records/customer.ts";
import type { Grade } from "../records/scorecard.ts";
import type { PlainDate } from "../values/date.ts";
import type { Money } from "../values/money.ts";
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
  /** Rows that people typed and the ledger has not taken over yet: what is known may not be all. */
  readonly typedRows?: number;
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
  | { readonly kind: "brokenPromise" | "notTakenOver"; readonly count: number }
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
