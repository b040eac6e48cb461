import {
  approvalStateOf,
  creditPolicyOf,
  creditStandingOf,
  currencyOf,
  DUNNING_LEVELS,
  fileOf,
  holdsInForce,
  isKnownAt,
  isThereAt,
  type Known,
  limitOn,
  money,
  monthsAfter,
  orderCheckOf,
  orderPolicyOf,
  orderReasonText,
  pausedUntilOf,
  paymentHistogramOf,
  paymentsOf,
  promisesOf,
  type Reminder,
  subjectText,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { actingIn } from "../deciders.ts";
import { gradeLineIn } from "./grade.ts";
import { historyIn } from "./history.ts";
import { scopeOf } from "./reading.ts";
import { type OneReading, readOne } from "./reading-asked.ts";

type Card = Output<"standing">;

/** How many of each kind a card shows. */
const SHOWN = 5;

/** Everything the ledger thinks of one customer 信用状况: reads its account alone, and changes nothing. */
export function standing(input: Input<"standing">): Card {
  const reading = readOne(input);
  const { account, asOf, policy, ledger } = reading;
  const { id, code, name } = account.customer;
  const { baseCurrency: currency } = ledger.book.settings;
  const history = historyIn({ ...reading, accounts: [account] });
  const byPayments = [...history.customers].sort((a, b) => b.payments - a.payments);
  return {
    ...{ id, code, name, asOf, currency, policyVersion: policy.version },
    grade: gradeLineIn(account, reading),
    ...decisionIn(reading),
    ...agreedIn(reading),
    ...fileIn(reading),
    history: byPayments,
    histogram: paymentHistogramOf(paymentsIn(reading, byPayments[0]?.currency ?? currency)),
    expected: history.expected,
    acting: actingIn(ledger.book.users),
  };
}

function decisionIn(reading: OneReading) {
  const { account, policy, asOf, ledger } = reading;
  const currency = ledger.book.settings.baseCurrency;
  const found = creditStandingOf(account, scopeOf(reading));
  const rules = orderPolicyOf(policy, currency);
  const check = orderCheckOf({ amount: money(0) }, found, rules, asOf);
  const { decision, wouldBe, exposure, parts, available } = check;
  const { limitType, limit } = found.customer;
  const wording = {
    ...{ language: ledger.style.language, currency },
    ...(available === undefined ? {} : { available }),
  };
  const { observeUntil } = rules;
  return {
    decision,
    ...(wouldBe ? { wouldBe } : {}),
    ...(observeUntil && observeUntil >= asOf ? { observeUntil } : {}),
    reasons: check.reasons.map((each) => ({
      ...{ kind: each.kind, decision: each.decision, text: orderReasonText(each, wording) },
    })),
    ...(exposure === undefined ? {} : { exposure }),
    ...(parts ? { parts } : {}),
    ...(limitType === "amount" && limit !== undefined ? { limit } : {}),
    ...(available === undefined ? {} : { available }),
    releases: found.releases.map((each) => ({ ...each })),
    overdue: { ...found.overdue },
  };
}

function agreedIn(reading: OneReading): Pick<Card, "agreed"> {
  const { account, ledger } = reading;
  const { limitType = "notSet", limit, limitUntil: until } = limitOn(account, scopeOf(reading));
  return {
    agreed: {
      ...{ limitType, currency: currencyOf(account, ledger.book) },
      ...(limit === undefined ? {} : { limit }),
      ...(until ? { until } : {}),
    },
  };
}

/** What stands in the customer's credit file, the latest first. */
function fileIn(reading: OneReading) {
  const { account, asOf, asKnownAt: knownAt } = reading;
  const scope = scopeOf(reading);
  const file = fileOf(account);
  const pausedUntil = pausedUntilOf(account, scope);
  return {
    holds: holdsInForce(account, scope).map(({ id, kind, reason, by, on }) => ({ id, kind, reason, by, on })),
    promises: latest(promisesOf(account, scope)).map(
      ({ id, madeOn, until, currency, amount, state, note }) => ({
        ...{ id, madeOn, until, currency, amount, state },
        ...(note ? { note } : {}),
      }),
    ),
    requests: latest(
      file.approvals.filter((each) => isKnownAt(each, knownAt) && each.requestedOn <= asOf),
    ).map((each) => requestTold(each, reading)),
    reminders: latest(file.reminders.filter((each) => isThereAt(each, { asOf, knownAt }))).map(reminderTold),
    ...(pausedUntil && pausedUntil >= asOf ? { pausedUntil } : {}),
    ...reviewIn(reading),
  };
}

function latest<T>(facts: readonly T[]): T[] {
  return facts.slice(-SHOWN).reverse();
}

function requestTold(
  approval: Known<ReturnType<typeof fileOf>["approvals"][number]>,
  { account, asOf, ledger }: OneReading,
): Card["requests"][number] {
  const { id, subject, currency, requestedOn, requestedBy } = approval;
  const { language } = ledger.style;
  return {
    ...{ id, kind: subject.kind, requestedOn, requestedBy },
    asked: subjectText(subject, { account, currency, language }),
    state: approvalStateOf(approval, asOf),
  };
}

function reminderTold({ id, date, state, lines, currency, total, channel, until }: Reminder) {
  const level = DUNNING_LEVELS[Math.max(-1, ...lines.map((line) => DUNNING_LEVELS.indexOf(line.level)))];
  return {
    ...{ id, date, state },
    ...(level ? { level } : {}),
    ...(currency ? { currency } : {}),
    ...(total === undefined ? {} : { total }),
    ...(channel ? { channel } : {}),
    ...(until ? { until } : {}),
  };
}

function reviewIn({ account, asOf, asKnownAt, policy }: OneReading): Pick<Card, "review"> {
  const done = fileOf(account).reviews.filter((each) => isKnownAt(each, asKnownAt) && each.on <= asOf);
  const last = done[done.length - 1];
  if (!last) return {};
  const { on, by, grade } = last;
  const dueOn = monthsAfter(on, creditPolicyOf(policy).matrix[grade].reviewMonths);
  return { review: { on, by, grade, dueOn } };
}

function paymentsIn({ account, asOf, asKnownAt: knownAt, ledger }: OneReading, currency: string) {
  const { debtCarriedBy } = ledger.book.settings;
  return paymentsOf(account, { asOf, knownAt, debtCarriedBy, currency });
}
