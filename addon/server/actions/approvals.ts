import {
  type Account,
  type Approval,
  type ApprovalSubject,
  approvalStateOf,
  byRequest,
  type Change,
  compareText,
  creditStandingOf,
  decidedOf,
  decisionOf,
  fileOf,
  judgementOf,
  type Known,
  moneyText,
  nameKey,
  policyOn,
  recordOf,
  subjectText,
  waitingFor,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { effectsOf } from "../approvals/granted.ts";
import { inForceText } from "../approvals/in-force.ts";
import { requested, type Wish } from "../approvals/requests.ts";
import { actorOf, decidersAsked, namedDecider } from "../deciders.ts";
import type { Ledger } from "../ledger.ts";
import { loadCustomer, loadCustomers } from "../loaded-accounts.ts";
import { draftOf, idsFor, positionOf } from "../plan.ts";
import { book, currentUser } from "./booking.ts";
import { scopeOf, todayIn } from "./reading.ts";
import { type AskedReading, readAsked } from "./reading-asked.ts";

type Line = Output<"approvals">["approvals"][number];

/** How many a list of all shows, the latest first. */
const LATEST = 200;

/** The queue of approvals 审批, the oldest request first, or the latest of all. */
export function approvals(input: Input<"approvals">): Output<"approvals"> {
  const { only, ...asked } = input;
  const reading = readAsked(asked);
  const { ledger, asOf } = reading;
  const all = reading.accounts.flatMap((account) =>
    fileOf(account)
      .approvals.filter(({ voided }) => voided === 0)
      .map((approval) => ({ account, approval })),
  );
  const waiting = all.filter(({ approval }) => approvalStateOf(approval, asOf) === "waiting");
  const shown =
    only === "waiting"
      ? waiting.sort((a, b) => byRequest(a.approval, b.approval))
      : all.sort((a, b) => compareText(lastDay(b.approval), lastDay(a.approval))).slice(0, LATEST);
  return {
    asOf,
    approvals: shown.map(({ account, approval }) => lineOf(account, approval, reading)),
    ...decidersAsked(ledger.book.users),
  };
}

function lastDay(approval: Approval): string {
  return decisionOf(approval)?.on ?? approval.requestedOn;
}

function lineOf(account: Account, approval: Known<Approval>, reading: AskedReading): Line {
  const { subject, currency, amount, reason, requestedBy, requestedOn, answerBy } = approval;
  const { language } = reading.ledger.style;
  const { id: customer, code, name } = account.customer;
  const state = approvalStateOf(approval, reading.asOf);
  const decision = decisionOf(approval);
  const { as: _, ...decided } = decision ?? { as: undefined };
  return {
    ...{ id: approval.id, customer, code, name, kind: subject.kind, currency },
    asked: subjectText(subject, { account, currency, language }),
    inForce: inForceText(subject, account, reading),
    ...(amount === undefined ? {} : { amount }),
    ...(subject.kind === "release" && subject.order ? { order: subject.order } : {}),
    ...(reason ? { reason } : {}),
    ...{ requestedBy, requestedOn, answerBy, state },
    isOwn: requestedBy !== "" && nameKey(requestedBy) === nameKey(currentUser().user),
    ...(decision ? { decision: decided as NonNullable<Line["decision"]> } : {}),
    ...(state === "waiting" ? { standing: standingOf(account, reading) } : {}),
  };
}

function standingOf(account: Account, reading: AskedReading): NonNullable<Line["standing"]> {
  const { settings } = reading.ledger.book;
  const scope = scopeOf(reading);
  const { exposure, customer, overdue, brokenPromises, grade } = creditStandingOf(account, scope);
  return {
    grade,
    score: judgementOf(account, scope).grade.score,
    currency: settings.baseCurrency,
    ...(exposure.isKnown ? { exposure: exposure.total } : {}),
    ...(customer.limitType === "amount" && customer.limit !== undefined ? { limit: customer.limit } : {}),
    overdue: overdue.amount,
    overdueDays: overdue.oldestDays,
    brokenPromises,
  };
}

/** Asks for a limit, terms, a grade, a release or 抹零: nothing changes until somebody else has decided. */
export function requestApproval(input: Input<"requestApproval">): Output<"requestApproval"> {
  return book(input, (ledger) => {
    const account = loadCustomer(ledger, input.customer);
    const today = todayIn(ledger);
    const wish = wishOf(input, account, ledger);
    const stands = waitingFor(account, wish.subject, { asOf: today, knownAt: ledger.book.head.seq });
    if (stands) throw new Refusal("requestStands", { on: stands.requestedOn });
    const ids = idsFor(ledger.book.head.seq + 1);
    const changes = requested(account, wish, { ledger, ids, by: actorOf(input.by), today });
    return draftOf("requestApproval", input.action, "", changes);
  });
}

function wishOf(
  { subject, amount, reason }: Input<"requestApproval">,
  account: Account,
  ledger: Ledger,
): Wish {
  if (subject.kind === "limit" && subject.limitType === "amount" && subject.limit === undefined)
    throw new Refusal("limitWithoutAmount", {});
  if (subject.kind === "release" && amount === undefined) throw new Refusal("releaseWithoutAmount", {});
  const open = subject.kind === "smallDifference" ? openOn(subject, account, ledger) : undefined;
  const sum = open ?? amount;
  return {
    subject: plainSubject(subject),
    ...(sum === undefined ? {} : { amount: sum }),
    ...(reason ? { reason } : {}),
  };
}

/** A limit that is no sum has none: what is read and decided is what is granted. */
function plainSubject(subject: ApprovalSubject): ApprovalSubject {
  if (subject.kind !== "limit" || subject.limitType === "amount") return subject;
  const { limit: _, ...rest } = subject;
  return rest;
}

/** What is open of the line that somebody asks to let go. */
function openOn(at: { item: string; line: number }, account: Account, { book: { settings } }: Ledger) {
  const item = account.items.find(({ id, voided }) => id === at.item && voided === 0);
  const { lines } = positionOf(account, settings, item?.currency ?? "");
  const found = lines.find((each) => each.item.id === at.item && each.line === at.line);
  if (!found) throw new Refusal("lineNotOpen", {});
  return found.open;
}

/** Grants or refuses requests, all in one entry: the decision and what follows from it stand or fall together. */
export function decideApprovals(input: Input<"decideApprovals">): Output<"decideApprovals"> {
  return book(input, (ledger) => {
    const by = namedDecider(ledger.book.users, input.by);
    const ids = idsFor(ledger.book.head.seq + 1);
    loadCustomers(
      ledger,
      input.approvals.map(({ customer }) => customer),
    );
    const byCustomer = new Map<string, string[]>();
    for (const { id, customer } of input.approvals)
      byCustomer.set(customer, [...new Set([...(byCustomer.get(customer) ?? []), id])]);
    const changes = [...byCustomer].flatMap(([customer, wanted]): Change[] => {
      const account = loadCustomer(ledger, customer);
      const decided = wanted.map((id) => decidedIn(account, id, { input, by, ledger }));
      const puts = decided.map((row): Change => ({ put: "approval", row }));
      return [...puts, ...effectsOf(account, decided, ids, ledger)];
    });
    return draftOf("decideApprovals", input.action, "", changes);
  });
}

interface Deciding {
  readonly input: Input<"decideApprovals">;
  readonly by: string;
  readonly ledger: Ledger;
}

function decidedIn(account: Account, id: string, { input, by, ledger }: Deciding): Approval {
  const approval = fileOf(account).approvals.find((each) => each.id === id && each.voided === 0);
  if (!approval) throw new Refusal("approvalUnknown", {});
  const { as, reason, ceiling, until } = input;
  const made = {
    ...{ as, by },
    ...(reason ? { reason } : {}),
    ...(ceiling === undefined ? {} : { ceiling }),
    ...(until === undefined ? {} : { until }),
  };
  const today = todayIn(ledger);
  const decided = decidedOf(recordOf(approval), made, policyOn(ledger.book, today), today);
  if (typeof decided !== "string") return decided;
  const { name: customer } = account.customer;
  switch (decided) {
    case "decided":
      throw new Refusal("approvalDecided", { customer });
    case "lapsed":
      throw new Refusal("approvalLapsed", { customer });
    case "ownRequest":
      throw new Refusal("ownRequest", { name: approval.requestedBy });
    case "nobody":
      throw new Refusal("deciderUnnamed", {});
    case "alreadyPast":
      throw new Refusal("untilPast", { today });
    case "untilBeyondAsked":
      throw new Refusal("untilBeyondAsked", { asked: untilAsked(approval) });
    case "ceilingTooHigh":
      throw new Refusal("ceilingTooHigh", { most: mostOf(approval) });
  }
}

function untilAsked({ subject }: Approval): string {
  return subject.kind === "limit" ? (subject.until ?? "") : "";
}

function mostOf({ amount, currency }: Approval): string {
  return amount === undefined ? "" : `${moneyText(amount, currency)} ${currency}`;
}

/** Takes one's own request back; in a ledger that does not know who asked, anybody may. */
export function withdrawApproval(input: Input<"withdrawApproval">): Output<"withdrawApproval"> {
  return book(input, (ledger) => {
    const account = loadCustomer(ledger, input.customer);
    const approval = fileOf(account).approvals.find((each) => each.id === input.id && each.voided === 0);
    if (!approval) throw new Refusal("approvalUnknown", {});
    const today = todayIn(ledger);
    const customer = account.customer.name;
    if (decisionOf(approval) || approval.withdrawnOn) throw new Refusal("approvalDecided", { customer });
    const { requestedBy: name } = approval;
    const actor = actorOf(input.by);
    if (name !== "" && actor !== "" && nameKey(name) !== nameKey(actor))
      throw new Refusal("notOwnRequest", { name });
    const row = { ...recordOf(approval), withdrawnOn: today };
    return draftOf("withdrawApproval", input.action, "", [{ put: "approval", row }]);
  });
}
