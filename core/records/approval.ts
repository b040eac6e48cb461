import * as z from "zod/mini";
import type { PlainDate } from "../values/date.ts";
import { compareText } from "../values/text.ts";
import { LimitTypeShape } from "./customer.ts";
import { AdjustmentReasonShape } from "./open-item.ts";
import { GradeShape } from "./scorecard.ts";
import { CurrencyShape, LineShape, MoneyShape, PlainDateShape } from "./shapes.ts";
import { TermsShape } from "./terms.ts";

/** What is asked for 申请事项. A limit is in the customer's own currency. */
export const ApprovalSubjectShape = z.discriminatedUnion("kind", [
  /** 额度, with the day up to which it holds. */
  z.object({
    kind: z.literal("limit"),
    limitType: LimitTypeShape,
    limit: z.exactOptional(MoneyShape),
    until: z.exactOptional(PlainDateShape),
  }),
  /** 付款条件; without terms the customer is to have none of its own. */
  z.object({ kind: z.literal("terms"), terms: z.exactOptional(TermsShape) }),
  /** 等级调整: another grade than the scorecard gives, while it holds. */
  z.object({ kind: z.literal("grade"), grade: GradeShape }),
  /** 放行 of one order; without its number of the next one that is reported. */
  z.object({ kind: z.literal("release"), order: z.exactOptional(LineShape) }),
  /** 抹零 beyond the policy's small amount: what is left on one due line is let go. */
  z.object({
    kind: z.literal("smallDifference"),
    item: z.string(),
    line: z.int().check(z.gte(0)),
    reason: AdjustmentReasonShape,
  }),
]);

export type ApprovalSubject = z.infer<typeof ApprovalSubjectShape>;

const Decision = z.object({
  as: z.enum(["granted", "refused"]),
  by: LineShape,
  on: PlainDateShape,
  reason: z.exactOptional(LineShape),
  /** Granted up to this sum only. */
  ceiling: z.exactOptional(MoneyShape),
  /** Granted up to this day only. */
  until: z.exactOptional(PlainDateShape),
});

export type ApprovalDecision = z.infer<typeof Decision>;

/**
 * An approval 审批: what somebody asks for and somebody else decides. What is in force stands until it is granted;
 * one step decides now, more may follow each other.
 */
export const ApprovalShape = z.object({
  id: z.string(),
  customer: z.string(),
  subject: ApprovalSubjectShape,
  /** The sum that it is about, and its currency. */
  amount: z.exactOptional(MoneyShape),
  currency: CurrencyShape,
  reason: z.exactOptional(LineShape),
  /** Who asked, by name; "" where nobody knows. */
  requestedBy: z.string(),
  requestedOn: PlainDateShape,
  /** Not answered by the end of this day, it has lapsed. */
  answerBy: PlainDateShape,
  policyVersion: z.int(),
  steps: z
    .array(z.object({ right: z.literal("decide"), decision: z.exactOptional(Decision) }))
    .check(z.minLength(1), z.maxLength(5)),
  /** Taken back by whoever had asked. */
  withdrawnOn: z.exactOptional(PlainDateShape),
});

export type Approval = z.infer<typeof ApprovalShape>;

/** How an approval stands: `lapsed` was not answered in time, `expired` was granted and holds no more. */
export type ApprovalState = "waiting" | "granted" | "refused" | "withdrawn" | "lapsed" | "expired";

/**
 * The last word on an approval: of the step that refused, or of the last one once all have granted.
 *
 * @example
 * decisionOf({ steps: [{ right: "decide" }] }) // => undefined
 */
export function decisionOf({ steps }: Pick<Approval, "steps">): ApprovalDecision | undefined {
  const refused = steps.find(({ decision }) => decision?.as === "refused");
  return refused?.decision ?? steps[steps.length - 1]?.decision;
}

/**
 * How an approval stands at the end of a day; what was decided or taken back on a later one is not yet.
 *
 * @example
 * approvalStateOf({ steps: [{ right: "decide" }], answerBy: plainDate("2026-11-30") }, plainDate("2026-12-01")) // => "lapsed"
 */
export function approvalStateOf(
  approval: Pick<Approval, "steps" | "answerBy" | "withdrawnOn">,
  asOf: PlainDate,
): ApprovalState {
  const decision = decisionOf(approval);
  if (decision && decision.on <= asOf) {
    if (decision.as === "refused") return "refused";
    return decision.until !== undefined && decision.until < asOf ? "expired" : "granted";
  }
  if (approval.withdrawnOn !== undefined && approval.withdrawnOn <= asOf) return "withdrawn";
  return approval.answerBy < asOf ? "lapsed" : "waiting";
}

/**
 * Whether nobody has answered it yet, whatever the day is.
 *
 * @example
 * isUndecided({ steps: [{ right: "decide" }] }) // => true
 */
export function isUndecided(approval: Pick<Approval, "steps" | "withdrawnOn">): boolean {
  return decisionOf(approval) === undefined && approval.withdrawnOn === undefined;
}

/**
 * Orders approvals by the day on which they were asked for.
 *
 * @example
 * byRequest({ requestedOn: plainDate("2026-11-01"), id: "o1.0" }, { requestedOn: plainDate("2026-11-02"), id: "o2.0" }) < 0 // => true
 */
export function byRequest(
  a: Pick<Approval, "requestedOn" | "id">,
  b: Pick<Approval, "requestedOn" | "id">,
): number {
  return compareText(a.requestedOn, b.requestedOn) || compareText(a.id, b.id);
}
