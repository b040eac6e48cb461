import {
  type ApprovalSubject,
  type Grade,
  GradeShape,
  LimitTypeShape,
  readTerms,
} from "../../../core/index.ts";
import { customerOption, dayOption, needed, neededAmount, oneOf, textOptions } from "./options.ts";
import { notOneOf, notSaid, Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

const SUBJECTS = ["limit", "terms", "grade"] as const;

/** `approvals [--customer K] [--all]`: what waits to be decided, or the latest of all. */
export async function approvals(session: CliSession): Promise<unknown> {
  return session.call("approvals", {
    ...(session.args.flags.has("all") ? {} : { only: "waiting" as const }),
    ...(await customerOption(session)),
  });
}

/** `request --customer K --limit 50000 [--until D] | --limit-type none | --terms T | --grade B [--reason R]`. */
export async function request(session: CliSession): Promise<unknown> {
  const { id, currency } = await session.call("findCustomer", { code: needed(session, "customer") });
  return session.call("requestApproval", {
    ...{ action: session.newAction(), customer: id, subject: subjectOf(session, currency) },
    ...textOptions(session, { reason: "reason", by: "by" }),
  });
}

function subjectOf(session: CliSession, currency: string): ApprovalSubject {
  const { options } = session.args;
  if (options.terms !== undefined) return { kind: "terms", ...termsIn(options.terms) };
  if (options.grade !== undefined) return { kind: "grade", grade: gradeIn(options.grade) };
  const until = dayOption(session, "until", "until");
  if (options.limit !== undefined)
    return { kind: "limit", limitType: "amount", limit: neededAmount(session, "limit", currency), ...until };
  const limitType = oneOf(session, "limit-type", LimitTypeShape.options);
  if (limitType === undefined) throw notSaid(SUBJECTS.join(", --"));
  return { kind: "limit", limitType, ...until };
}

function termsIn(text: string) {
  const terms = readTerms(text);
  if (terms) return { terms };
  throw new Refused({
    en: `The terms "${text}" are not understood. Write such as "Net 30" or "月结30天".`,
    zh: `读不懂付款条件“${text}”。请写成“30天”“月结30天”或“Net 30”。`,
  });
}

function gradeIn(text: string): Grade {
  const grade = GradeShape.safeParse(text.toUpperCase());
  if (!grade.success) throw notOneOf("grade", GradeShape.options);
  return grade.data;
}

/** `release --customer K --amount N [--order R] [--reason R]`: asks that an order may go on account. */
export async function release(session: CliSession): Promise<unknown> {
  const { id } = await session.call("findCustomer", { code: needed(session, "customer") });
  const { settings } = await session.call("settings", {});
  const { order } = session.args.options;
  return session.call("requestApproval", {
    ...{ action: session.newAction(), customer: id },
    subject: { kind: "release", ...(order ? { order } : {}) },
    amount: neededAmount(session, "amount", settings.baseCurrency),
    ...textOptions(session, { reason: "reason", by: "by" }),
  });
}

/** How many one call decides. */
const DECIDED_AT_ONCE = 200;

/** `approve --id P | --customer K | --all [--refuse] [--ceiling N] [--until D] [--reason R] [--by NAME]`. */
export async function approve(session: CliSession): Promise<unknown> {
  const { options, flags } = session.args;
  const isChosen = options.id !== undefined || options.customer !== undefined || flags.has("all");
  if (!isChosen) throw notSaid("id");
  const { approvals: waiting } = await session.call("approvals", { only: "waiting" });
  const wanted = waiting.filter(
    ({ id, code }) =>
      (options.id === undefined || id === options.id) &&
      (options.customer === undefined || code === options.customer),
  );
  if (wanted.length === 0)
    throw new Refused({
      en: "Nothing like that waits to be decided: see `approvals`.",
      zh: "没有这样的待审批申请：请看 approvals。",
    });
  const currency = wanted[0]?.currency ?? "CNY";
  return session.call("decideApprovals", {
    action: session.newAction(),
    approvals: wanted.slice(0, DECIDED_AT_ONCE).map(({ id, customer }) => ({ id, customer })),
    as: flags.has("refuse") ? "refused" : "granted",
    ...(options.ceiling === undefined ? {} : { ceiling: neededAmount(session, "ceiling", currency) }),
    ...dayOption(session, "until", "until"),
    ...textOptions(session, { reason: "reason", by: "by" }),
  });
}

/** `withdraw --id P`: takes one's own request back. */
export async function withdraw(session: CliSession): Promise<unknown> {
  const wanted = needed(session, "id");
  const { approvals: waiting } = await session.call("approvals", { only: "waiting" });
  const found = waiting.find(({ id }) => id === wanted);
  return session.call("withdrawApproval", {
    action: session.newAction(),
    id: wanted,
    customer: found?.customer ?? "",
    ...textOptions(session, { by: "by" }),
  });
}

/** `hold --customer K --reason R [--stop] | --lift`: holds a customer's orders, or lifts its holds. */
export async function hold(session: CliSession): Promise<unknown> {
  const { id: customer } = await session.call("findCustomer", { code: needed(session, "customer") });
  const reason = needed(session, "reason");
  const by = textOptions(session, { by: "by" });
  const action = session.newAction();
  if (!session.args.flags.has("lift")) {
    const kind = session.args.flags.has("stop") ? "block" : "hold";
    return session.call("hold", { action, customer, kind, reason, ...by });
  }
  const { holds } = await session.call("standing", { customer });
  const [first] = holds;
  return session.call("liftHold", { action, customer, hold: first?.id ?? "", reason, ...by });
}

/** `review [--customer K] [--by NAME]`: records today's grade of one customer, or of all that are due. */
export async function review(session: CliSession): Promise<{ reviewed: number }> {
  const one = await customerOption(session);
  const due = one.customer
    ? [one.customer]
    : (await session.call("duties", {})).reviews.map(({ customer }) => customer);
  const by = textOptions(session, { by: "by" });
  for (let from = 0; from < due.length; from += REVIEWED_AT_ONCE) {
    const customers = due.slice(from, from + REVIEWED_AT_ONCE);
    await session.call("reviewGrades", { action: partOf(session, from), customers, ...by });
  }
  return { reviewed: due.length };
}

const REVIEWED_AT_ONCE = 200;

/** Each part of a run is an action of its own. */
function partOf(session: CliSession, from: number): string {
  return from === 0 ? session.newAction() : `${session.newAction()}:${from}`.slice(0, 64);
}
