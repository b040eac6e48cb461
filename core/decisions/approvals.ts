import {
  type Approval,
  type ApprovalDecision,
  type ApprovalSubject,
  approvalStateOf,
  decisionOf,
  isUndecided,
} from "../records/approval.ts";
import type { Account } from "../records/book.ts";
import { fileOf } from "../records/credit-file.ts";
import { creditPolicyOf } from "../records/credit-policy.ts";
import type { Customer } from "../records/customer.ts";
import { isKnownAt } from "../records/known-fact.ts";
import type { Policy } from "../records/policy.ts";
import { canonicalText } from "../values/canonical-text.ts";
import { daysAfter, type PlainDate } from "../values/date.ts";
import { type Currency, type Money, minus } from "../values/money.ts";
import { nameKey } from "../values/text.ts";

/** What somebody asks for. */
export interface ApprovalAsked {
  readonly id: string;
  readonly customer: string;
  readonly subject: ApprovalSubject;
  readonly currency: Currency;
  readonly amount?: Money;
  readonly reason?: string;
  readonly by: string;
}

/**
 * A request 申请 with one step, open for as many days as the policy says.
 *
 * @example
 * requestOf({ id: "o1.0", customer: "c1.0", subject: { kind: "release" }, currency: "CNY", amount: money(100), by: "Ann" }, DEFAULT_POLICY, plainDate("2026-11-22")).answerBy // => "2026-12-22"
 */
export function requestOf(asked: ApprovalAsked, policy: Policy, today: PlainDate): Approval {
  const { by, ...rest } = asked;
  return {
    ...rest,
    requestedBy: by,
    requestedOn: today,
    answerBy: daysAfter(today, creditPolicyOf(policy).approvals.answerDays),
    policyVersion: policy.version,
    steps: [{ right: "decide" }],
  };
}

/** Why somebody may not decide, or not so. */
export type DecisionBarred =
  | "decided"
  | "lapsed"
  | "ownRequest"
  | "nobody"
  | "ceilingTooHigh"
  | "untilBeyondAsked"
  | "alreadyPast";

/** What somebody decides. */
export interface DecisionMade {
  readonly as: "granted" | "refused";
  readonly by: string;
  readonly reason?: string;
  readonly ceiling?: Money;
  readonly until?: PlainDate;
}

/**
 * The approval with that decision, or why it cannot be: nobody approves their own request, nor what is decided or has
 * lapsed, and nobody grants more than was asked for. A release holds for the policy's days where no other day is said.
 *
 * @example
 * decidedOf(requestOf({ id: "o1.0", customer: "c1.0", subject: { kind: "release" }, currency: "CNY", amount: money(100), by: "Ann" }, DEFAULT_POLICY, plainDate("2026-11-22")), { as: "granted", by: "ann" }, DEFAULT_POLICY, plainDate("2026-11-22")) // => "ownRequest"
 */
export function decidedOf(
  approval: Approval,
  made: DecisionMade,
  policy: Policy,
  today: PlainDate,
): Approval | DecisionBarred {
  const barred = barredFrom(approval, made, today);
  if (barred) return barred;
  const until = made.until ?? expiryOf(approval, made, policy, today);
  const decision: ApprovalDecision = { ...made, on: today, ...(until ? { until } : {}) };
  const next = approval.steps.findIndex((step) => step.decision === undefined);
  const steps = approval.steps.map((step, i) => (i === next ? { ...step, decision } : step));
  return { ...approval, steps };
}

function barredFrom(approval: Approval, made: DecisionMade, today: PlainDate): DecisionBarred | undefined {
  if (!isUndecided(approval)) return "decided";
  const state = approvalStateOf(approval, today);
  if (state === "lapsed") return "lapsed";
  if (made.by.trim() === "") return "nobody";
  if (made.as === "granted" && nameKey(made.by) === nameKey(approval.requestedBy)) return "ownRequest";
  if (made.until !== undefined && made.until < today) return "alreadyPast";
  const { amount, subject } = approval;
  const asked = subject.kind === "limit" ? subject.until : undefined;
  if (made.until !== undefined && asked !== undefined && made.until > asked) return "untilBeyondAsked";
  const isTooHigh = made.ceiling !== undefined && amount !== undefined && minus(made.ceiling, amount) > 0;
  return isTooHigh ? "ceilingTooHigh" : undefined;
}

function expiryOf(
  { subject }: Approval,
  { as }: DecisionMade,
  policy: Policy,
  today: PlainDate,
): PlainDate | undefined {
  if (as === "refused") return undefined;
  if (subject.kind === "limit") return subject.until;
  return subject.kind === "release"
    ? daysAfter(today, creditPolicyOf(policy).approvals.releaseDays)
    : undefined;
}

/**
 * The customer as it is once an approval is granted; nothing where the approval itself is what holds. A limit is granted
 * up to the ceiling, from that day on.
 *
 * @example
 * customerAfter({ id: "c1.0", code: "K1", name: "Ann" }, { subject: { kind: "limit", limitType: "none" }, steps: [{ right: "decide", decision: { as: "granted", by: "Bo", on: plainDate("2026-11-22") } }] })?.limitType // => "none"
 */
export function customerAfter(
  customer: Customer,
  approval: Pick<Approval, "subject" | "steps">,
): Customer | undefined {
  const decision = decisionOf(approval);
  const { subject } = approval;
  if (decision?.as !== "granted") return undefined;
  if (subject.kind === "terms") {
    const { terms, ...rest } = customer;
    return subject.terms ? { ...rest, terms: subject.terms } : rest;
  }
  if (subject.kind !== "limit") return undefined;
  const { limitType, limit, limitSince, limitUntil, ...rest } = customer;
  return {
    ...rest,
    ...limitGranted(subject, decision),
    limitSince: decision.on,
    ...(decision.until === undefined ? {} : { limitUntil: decision.until }),
  };
}

/** Up to the ceiling: no limit at all becomes one by amount; only a limit by amount has one. */
function limitGranted(
  { limitType, limit }: Extract<ApprovalSubject, { kind: "limit" }>,
  { ceiling }: ApprovalDecision,
): Pick<Customer, "limitType" | "limit"> {
  if (limitType === "unlimited" && ceiling !== undefined) return { limitType: "amount", limit: ceiling };
  return limitType === "amount" && limit !== undefined
    ? { limitType, limit: ceiling ?? limit }
    : { limitType };
}

/**
 * The request that waits for the same subject already: asked twice it stands once.
 *
 * @example
 * waitingFor(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { kind: "release" }, { asOf: plainDate("2026-11-22"), knownAt: 9 }) // => undefined
 */
export function waitingFor(
  account: Account,
  subject: ApprovalSubject,
  { asOf, knownAt }: { readonly asOf: PlainDate; readonly knownAt: number },
): Approval | undefined {
  return approvalsOf(account, knownAt).find(
    (each) =>
      each.requestedOn <= asOf &&
      approvalStateOf(each, asOf) === "waiting" &&
      canonicalText(each.subject) === canonicalText(subject),
  );
}

/**
 * Every approval of a customer in its latest version, as known at a place in the journal.
 *
 * @example
 * approvalsOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), 9) // => []
 */
export function approvalsOf(account: Account, knownAt: number) {
  return fileOf(account).approvals.filter((each) => isKnownAt(each, knownAt));
}

/**
 * Whether an approval that waits may still be answered by somebody.
 *
 * @example
 * mayDecide({ requestedBy: "Ann", steps: [{ right: "decide" }] }, "Bo") // => true
 */
export function mayDecide(
  approval: Pick<Approval, "requestedBy" | "steps" | "withdrawnOn">,
  by: string,
): boolean {
  return isUndecided(approval) && by.trim() !== "" && nameKey(by) !== nameKey(approval.requestedBy);
}
