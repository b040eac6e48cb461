import * as z from "zod/mini";
import {
  ApprovalSubjectShape,
  CurrencyShape,
  GradeShape,
  HoldShape,
  LineShape,
  MoneyShape,
  PlainDateShape,
} from "../../core/index.ts";
import { ActionId, Booked } from "./shapes.ts";

/** Who acts, where the ledger does not know it. */
const by = z.exactOptional(LineShape);

const Who = { customer: z.string(), code: z.string(), name: z.string() };

/** What the ledger thinks of the customer today, for whoever decides; sums are in the ledger's own currency. */
const Standing = z.object({
  grade: GradeShape,
  score: z.int(),
  currency: CurrencyShape,
  exposure: z.exactOptional(MoneyShape),
  limit: z.exactOptional(MoneyShape),
  overdue: MoneyShape,
  overdueDays: z.int(),
  brokenPromises: z.int(),
});

/** An approval 审批 as the queue shows it. */
const ApprovalLine = z.object({
  id: z.string(),
  ...Who,
  kind: z.enum(["limit", "terms", "grade", "release", "smallDifference"]),
  /** As a person reads it, and what is in force now; "" is nothing. */
  asked: z.string(),
  inForce: z.string(),
  currency: CurrencyShape,
  amount: z.exactOptional(MoneyShape),
  order: z.exactOptional(z.string()),
  reason: z.exactOptional(z.string()),
  requestedBy: z.string(),
  requestedOn: PlainDateShape,
  answerBy: PlainDateShape,
  state: z.enum(["waiting", "granted", "refused", "withdrawn", "lapsed", "expired"]),
  /** It was asked for by whoever looks: somebody else decides. */
  isOwn: z.boolean(),
  decision: z.exactOptional(
    z.object({
      by: z.string(),
      on: PlainDateShape,
      reason: z.exactOptional(z.string()),
      ceiling: z.exactOptional(MoneyShape),
      until: z.exactOptional(PlainDateShape),
    }),
  ),
  /** Only of those that wait. */
  standing: z.exactOptional(Standing),
});

/** Calls about approvals 审批, holds 信用冻结 and reviews 信用复审. */
export const APPROVALS_CALLS = {
  approvals: {
    input: z.object({
      /** Those that wait; otherwise the latest of all. */
      only: z.exactOptional(z.literal("waiting")),
      customer: z.exactOptional(z.string()),
    }),
    output: z.object({
      asOf: PlainDateShape,
      approvals: z.array(ApprovalLine),
      /** Who decides, where the ledger has users, and whether the person must say which of them they are. */
      deciders: z.array(z.string()),
      asksName: z.boolean(),
    }),
  },
  /** Asks for something; what is in force stands until somebody else has decided. */
  requestApproval: {
    input: z.object({
      action: ActionId,
      customer: z.string(),
      subject: ApprovalSubjectShape,
      /** Of a release: the order's sum, in the ledger's own currency. */
      amount: z.exactOptional(MoneyShape.check(z.refine((amount) => amount > 0))),
      reason: z.exactOptional(LineShape),
      by,
    }),
    output: Booked,
  },
  /** Grants or refuses; several at once, all in one entry. */
  decideApprovals: {
    input: z.object({
      action: ActionId,
      approvals: z
        .array(z.object({ id: z.string(), customer: z.string() }))
        .check(z.minLength(1), z.maxLength(200)),
      as: z.enum(["granted", "refused"]),
      by,
      reason: z.exactOptional(LineShape),
      ceiling: z.exactOptional(MoneyShape.check(z.refine((amount) => amount >= 0))),
      until: z.exactOptional(PlainDateShape),
    }),
    output: Booked,
  },
  /** Takes one's own request back. */
  withdrawApproval: {
    input: z.object({ action: ActionId, id: z.string(), customer: z.string(), by }),
    output: Booked,
  },
  /** 冻结: holds a customer's orders, or stops its supply, until somebody who decides lifts it. */
  hold: {
    input: z.object({
      action: ActionId,
      customer: z.string(),
      kind: HoldShape.shape.kind,
      reason: LineShape,
      by,
    }),
    output: Booked,
  },
  /** 解除冻结 */
  liftHold: {
    input: z.object({ action: ActionId, customer: z.string(), hold: z.string(), reason: LineShape, by }),
    output: Booked,
  },
  /** 信用复审: records the grades of customers as somebody has looked at them today. */
  reviewGrades: {
    input: z.object({
      action: ActionId,
      customers: z.array(z.string()).check(z.minLength(1), z.maxLength(500)),
      by,
    }),
    output: Booked,
  },
} as const;
