import { type Approval, type ApprovalSubject, decisionOf } from "../records/approval.ts";
import type { Account } from "../records/book.ts";
import { fileOf } from "../records/credit-file.ts";
import type { Known } from "../records/known-fact.ts";
import { DUNNING_LEVELS, type PromiseToPay, type Reminder } from "../records/reminder.ts";
import { moneyText } from "../values/money.ts";
import type { Fields, Language } from "./column.ts";
import type { RowContext } from "./rows.ts";
import { termsText } from "./terms-text.ts";
import { ADJUSTMENT_REASONS, LIMIT_TYPES } from "./words.ts";

/** What of a customer's credit file stands beside its name. */
export function creditFields(account: Account): Fields {
  const { holds, reviews, reminders } = fileOf(account);
  const held = holds.filter((each) => each.voided === 0 && each.lifted === undefined);
  const hold = held.find(({ kind }) => kind === "block") ?? held[0];
  const review = reviews.filter((each) => each.voided === 0).slice(-1)[0];
  const said = reminders.filter((each) => each.voided === 0 && isSaid(each)).map(({ date }) => date);
  const last = said.sort().slice(-1)[0];
  return {
    ...(hold ? { hold: hold.kind } : {}),
    ...(review ? { grade: review.grade } : {}),
    ...(last ? { lastReminder: last } : {}),
  };
}

function isSaid({ state }: Reminder): boolean {
  return state === "drafted" || state === "sent";
}

/** The approval's row: who asked for what, and what was decided. */
export function approvalFields(approval: Known<Approval>, { account, settings }: RowContext): Fields {
  const { subject, customer, steps, answerBy, policyVersion, withdrawnOn, ...rest } = approval;
  const decision = decisionOf(approval);
  const asked = subjectText(subject, { account, currency: approval.currency, language: settings.language });
  return {
    ...rest,
    customer: account.customer.code,
    customerName: account.customer.name,
    subject: subject.kind,
    ...(asked ? { asked } : {}),
    state: approval.voided > 0 ? "withdrawn" : stateInCell(approval),
    ...(decision ? { decidedBy: decision.by, decidedOn: decision.on } : {}),
    ...(decision?.ceiling === undefined ? {} : { ceiling: decision.ceiling }),
    ...(decision?.until === undefined ? {} : { until: decision.until }),
    ...(decision?.reason === undefined ? {} : { decisionReason: decision.reason }),
  };
}

/** Cells do not change because a day has passed: what has lapsed still waits there, what has expired was granted. */
function stateInCell(approval: Approval): string {
  if (approval.withdrawnOn !== undefined) return "withdrawn";
  return decisionOf(approval)?.as ?? "waiting";
}

/**
 * What is asked for, as one line.
 *
 * @example
 * subjectText({ kind: "limit", limitType: "amount", limit: money(5000000) }, { account: emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), currency: "CNY", language: "en" }) // => "50,000.00 CNY"
 */
export function subjectText(
  subject: ApprovalSubject,
  {
    account,
    currency,
    language,
  }: { readonly account: Pick<Account, "items">; readonly currency: string; readonly language: Language },
): string {
  const zh = language === "zh";
  switch (subject.kind) {
    case "limit": {
      const { limit, limitType, until } = subject;
      const sum =
        limit === undefined
          ? (LIMIT_TYPES[limitType]?.[language] ?? limitType)
          : `${moneyText(limit, currency)} ${currency}`;
      return until ? `${sum}${zh ? "，至 " : " until "}${until}` : sum;
    }
    case "terms":
      return subject.terms ? termsText(subject.terms, language) : zh ? "不设付款条件" : "No terms";
    case "grade":
      return subject.grade;
    case "release":
      return subject.order ?? (zh ? "下一张订单" : "Next order");
    case "smallDifference": {
      const item = account.items.find(({ id }) => id === subject.item);
      const reason = ADJUSTMENT_REASONS[subject.reason]?.[language] ?? subject.reason;
      return item?.number ? `${reason} ${item.number}` : reason;
    }
  }
}

/** A row of the collection log: a reminder or a promise. */
export function collectionFields(
  fact: Known<Reminder> | Known<PromiseToPay>,
  { account }: Pick<RowContext, "account">,
): Fields {
  const { code, name } = account.customer;
  const who = { customer: code, customerName: name, state: fact.voided > 0 ? "void" : "inForce" };
  if ("madeOn" in fact) {
    const { madeOn, items, ...rest } = fact;
    return { ...rest, ...who, date: madeOn, what: "promise" };
  }
  const { state, lines, total, policyVersion, ...rest } = fact;
  const highest = Math.max(-1, ...lines.map(({ level }) => DUNNING_LEVELS.indexOf(level)));
  const level = DUNNING_LEVELS[highest];
  return {
    ...rest,
    ...who,
    what: state,
    ...(level ? { level } : {}),
    ...(total === undefined ? {} : { amount: total }),
  };
}

/** Reminders and promises of an account, which one tab shows. */
export function collectionOf(account: Account): (Known<Reminder> | Known<PromiseToPay>)[] {
  const { reminders, promises } = fileOf(account);
  return [...reminders, ...promises];
}
