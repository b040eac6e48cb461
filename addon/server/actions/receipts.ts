import {
  type Account,
  type Allocation,
  type Application,
  type AppliedPart,
  allocationDate,
  applyCash,
  type Change,
  isTakenBack,
  later,
  liveFact,
  type Money,
  minus,
  moneyText,
  negated,
  type OpenCredit,
  type OpenItem,
  type OpenLine,
  type PlainDate,
  type Policy,
  plus,
  policyOn,
  type Receipt,
  recordOf,
  remainderOf,
  reopenedByRefund,
  type Settings,
  smallAmountIn,
  smaller,
  smallShareOf,
  sumOf,
  UNIDENTIFIED,
  ZERO,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { type Ledger, loadAccount, openLedger } from "../ledger.ts";
import { draftOf, type IdMaker, idsFor, type Position, positionOf, refuseClosed } from "../plan.ts";
import { readEntryUnder } from "../single-entries.ts";
import { askWhereAlike, receiptAlike } from "./alike.ts";
import { book } from "./booking.ts";

type ReceiptInput = Input<"addReceipt">["receipt"];

/** Where the money of a receipt would go; nothing is written. */
export function previewReceipt(input: Input<"previewReceipt">): Output<"previewReceipt"> {
  const ledger = openLedger("read");
  const { preview, receipt } = planReceipt(ledger, input.receipt, idsFor(ledger.book.head.seq + 1));
  const booked = readEntryUnder(keyOf(receipt))?.changes.find((change) => change.put === "receipt");
  const alike = booked?.row ?? ownAlike(ledger, receipt);
  return alike ? { ...preview, alike: factsOfAlike(ledger, alike) } : preview;
}

/** A receipt like it among the customer's own, which may have come by an import or typed. */
function ownAlike(ledger: Ledger, receipt: Receipt): Receipt | undefined {
  return receiptAlike(loadAccount(ledger, receipt.customer ?? UNIDENTIFIED), receipt);
}

/** Whose it is may be somebody else: a transfer's number is one of the bank, not of a customer. */
function factsOfAlike(ledger: Ledger, receipt: Receipt): NonNullable<Output<"previewReceipt">["alike"]> {
  const { id, customer, date, method, currency, amount, bankReference } = receipt;
  return {
    ...{ id, date, method, currency, amount },
    customerName: customer === undefined ? "" : loadAccount(ledger, customer).customer.name,
    ...(bankReference === undefined ? {} : { bankReference }),
  };
}

/** Records a receipt and puts it on the customer's open items. */
export function addReceipt(input: Input<"addReceipt">): Output<"addReceipt"> {
  return book(input, (ledger) => {
    const { receipt, changes } = planReceipt(ledger, input.receipt, idsFor(ledger.book.head.seq + 1));
    askWhereAlike(input, keyOf(receipt), ownAlike(ledger, receipt));
    return draftOf("addReceipt", input.action, keyOf(receipt), changes);
  });
}

export interface ReceiptPlan {
  readonly receipt: Receipt;
  readonly changes: Change[];
  readonly preview: Output<"previewReceipt">;
}

/** What a receipt would write, and where its money would go. */
export function planReceipt(ledger: Ledger, input: ReceiptInput, ids: IdMaker): ReceiptPlan {
  const { settings } = ledger.book;
  refuseClosed(input.date, settings);
  const account = loadAccount(ledger, input.customer ?? UNIDENTIFIED);
  const policy = policyOn(ledger.book, input.date);
  const by = { settings, policy, ids };
  const receipt = receiptOf(input, ids.receipt(), account, settings.baseCurrency);
  const { lines, credits } = input.customer ? positionOf(account, settings, receipt.currency) : NOTHING_OPEN;
  const application = applyCash(receipt.amount, lines, wishesOf(input), policy);
  const difference = remainderOf(application);
  const limit = limitOf(receipt, difference, by);
  const allowed = limit !== undefined && difference > ZERO && difference <= limit;
  const changes: Change[] = [
    { put: "receipt", row: receipt },
    ...allocationsOf(application.parts, receipt, by),
    ...paidBack(account, receipt, minus(negated(receipt.amount), unappliedIn(credits)), by),
  ];
  if (input.settleDifference && difference > 0) {
    if (!allowed) throw notSmall(difference, limit, receipt.currency);
    changes.push(...settled(application, receipt, input.settleDifference, by));
  }
  const isMissing =
    limit === undefined && difference > ZERO && difference <= shareLimit(receipt, difference, policy);
  const small = { difference, differenceAllowed: allowed, smallAmountMissing: isMissing };
  return { receipt, changes, preview: { ...previewOf(application), ...small } };
}

/** What 抹零 may settle of a receipt; nothing where the policy says no amount in its currency. */
function limitOf(receipt: Receipt, difference: Money, { settings, policy }: AppliedBy): Money | undefined {
  const smallAmount = smallAmountIn(receipt.currency, policy, settings.baseCurrency);
  if (smallAmount === undefined) return undefined;
  return smaller(smallAmount, shareLimit(receipt, difference, policy));
}

function shareLimit({ amount }: Receipt, difference: Money, { smallShare }: Policy): Money {
  return smallShareOf(plus(amount, difference), smallShare);
}

const NOTHING_OPEN: Position = { lines: [], credits: [] };

function unappliedIn(credits: readonly OpenCredit[]): Money {
  return sumOf(credits.map(({ open }) => open).filter((open) => open > 0));
}

/** 退款: what is paid back beyond unapplied money is owed again, on what was settled last. */
function paidBack(account: Account, refund: Receipt, excess: Money, by: AppliedBy): Change[] {
  if (refund.amount >= 0 || refund.reverses !== undefined || excess <= 0) return [];
  return reopenedByRefund(account, refund.currency, excess).map(({ item, line, amount }): Change => {
    const of = liveFact(account.items, item)?.date ?? refund.date;
    const date = allocationDate(refund.date, of, by.settings);
    const put = { id: by.ids.allocation(), customer: account.customer.id, date, from: refund.id, item, line };
    const row = {
      ...put,
      amount: negated(amount),
      rule: "reopened",
      policyVersion: by.policy.version,
    } as const;
    return { put: "allocation", row };
  });
}

function receiptOf(input: ReceiptInput, id: string, account: Account, base: string): Receipt {
  const { items, settleDifference, currency, ...rest } = input;
  return { id, ...rest, currency: currency ?? account.customer.currency ?? base };
}

function wishesOf(input: Pick<ReceiptInput, "designation" | "note" | "items" | "order">) {
  const stated = [input.designation, input.note].filter(Boolean).join(" ");
  return {
    stated,
    ...(input.items ? { items: input.items } : {}),
    ...(input.order ? { order: input.order } : {}),
  };
}

/** Allocations of a receipt as it came in, by what it says of itself, on what is open on an account. */
export function applied(receipt: Receipt, account: Account, by: AppliedBy): Change[] {
  const { lines } = positionOf(account, by.settings, receipt.currency);
  const { parts } = applyCash(receipt.amount, lines, wishesOf(receipt), by.policy);
  return allocationsOf(parts, receipt, by);
}

interface AppliedBy {
  readonly settings: Settings;
  readonly policy: Policy;
  readonly ids: IdMaker;
}

/** Allocations as facts: each dated the later of the two documents, with rule and policy version. */
function allocationsOf(
  parts: readonly AppliedPart[],
  from: { id: string; date: PlainDate },
  by: AppliedBy,
): Change[] {
  const { ids, policy, settings } = by;
  return parts.map(({ line, amount, rule }) => {
    const row: Allocation = {
      id: ids.allocation(),
      customer: line.item.customer,
      date: allocationDate(from.date, line.item.date, settings),
      from: from.id,
      item: line.item.id,
      line: line.line,
      amount,
      rule,
      policyVersion: policy.version,
    };
    return { put: "allocation", row };
  });
}

/** 抹零: an adjustment for what is left on the partly settled lines, and its allocations. */
function settled(
  application: Application,
  receipt: Receipt,
  reason: NonNullable<ReceiptInput["settleDifference"]>,
  by: AppliedBy,
): Change[] {
  const rests = restsOf(application);
  const total = rests.reduce((sum, rest) => plus(sum, rest.amount), ZERO);
  const [first] = rests;
  if (!first) return [];
  const amount = negated(total);
  const adjustment: OpenItem = {
    id: by.ids.item(),
    customer: first.line.item.customer,
    kind: "adjustment",
    date: receipt.date,
    currency: receipt.currency,
    amount,
    lines: [{ amount, due: receipt.date, basis: "stated" }],
    reason,
  };
  return [{ put: "item", row: adjustment }, ...allocationsOf(rests, adjustment, by)];
}

function restsOf(application: Application): AppliedPart[] {
  const settledOn = new Map<OpenLine, number>();
  for (const part of application.parts) {
    settledOn.set(part.line, plus(part.amount, (settledOn.get(part.line) ?? ZERO) as never));
  }
  return [...settledOn]
    .map(([line, amount]) => ({ line, amount: minus(line.open, amount as never), rule: "byHand" as const }))
    .filter((rest) => rest.amount > 0);
}

function previewOf({ parts, unapplied }: Application) {
  return { parts: parts.map(partOf), unapplied };
}

function partOf({ line, amount, rule }: AppliedPart) {
  const { item } = line;
  return {
    item: item.id,
    line: line.line,
    open: line.open,
    amount,
    rule,
    ...(item.number ? { number: item.number } : {}),
    ...(line.due ? { due: line.due } : {}),
  };
}

/** The bank's reference, else customer + amount + date: a second one is asked about. */
function keyOf(receipt: Receipt): string {
  if (receipt.bankReference) return `receipt:${receipt.bankReference}`;
  return `receipt:${receipt.customer ?? UNIDENTIFIED}:${receipt.date}:${receipt.amount}`;
}

function notSmall(difference: Money, limit: Money | undefined, currency: string): Refusal {
  if (limit === undefined) return new Refusal("noSmallAmount", { currency });
  const [amount, most] = [moneyText(difference, currency), moneyText(limit, currency)];
  return new Refusal("differenceTooLarge", { amount, limit: most });
}

/** Puts unapplied money and credits of a customer on its open items, oldest money first. */
export function apply(input: Input<"apply">): Output<"apply"> {
  return book(input, (ledger) => {
    const account = loadAccount(ledger, input.customer);
    const ids = idsFor(ledger.book.head.seq + 1);
    const changes = allocateAll(ledger, account, ids);
    if (changes.length === 0) throw new Refusal("nothingToApply", {});
    return draftOf("apply", input.action, "", changes);
  });
}

/** Allocations that put all unapplied money and credits of an account on its open items. */
export function allocateAll(ledger: Ledger, account: Account, ids: IdMaker): Change[] {
  const { settings } = ledger.book;
  const changes: Change[] = [];
  for (const currency of new Set(account.items.map((item) => item.currency))) {
    const { credits, lines } = positionOf(account, settings, currency);
    let open = lines;
    for (const { record, open: amount } of credits) {
      const policy = policyOn(ledger.book, record.date);
      if (amount < 0 && "method" in record)
        changes.push(...paidBack(account, record, negated(amount), { settings, policy, ids }));
      const wishes = "method" in record ? wishesOf(record) : {};
      const application = applyCash(amount, open, wishes, policy);
      changes.push(...allocationsOf(application.parts, record, { settings, policy, ids }));
      open = remaining(open, application.parts);
    }
  }
  return changes;
}

function remaining(lines: readonly OpenLine[], parts: readonly AppliedPart[]): OpenLine[] {
  return lines.map((line) => {
    const taken = parts
      .filter((part) => part.line === line)
      .reduce((sum, part) => plus(sum, part.amount), ZERO);
    return taken === 0 ? line : { ...line, open: minus(line.open, taken) };
  });
}

/** A draft that did not pay: a negative receipt, and what it had settled open again from that day. */
export function dishonour(input: Input<"dishonour">): Output<"dishonour"> {
  return book(input, (ledger) => {
    const account = loadAccount(ledger, input.customer);
    const receipt = liveFact(account.receipts, input.receipt);
    if (!receipt?.draft || isTakenBack(receipt)) throw new Refusal("notADraft", {});
    refuseClosed(input.date, ledger.book.settings);
    if (input.date < receipt.date) throw new Refusal("beforeReceipt", { date: receipt.date });
    const ids = idsFor(ledger.book.head.seq + 1);
    const known = recordOf(receipt);
    const back: Receipt = {
      ...known,
      id: ids.receipt(),
      date: input.date,
      amount: negated(receipt.amount),
      reverses: receipt.id,
    };
    const bounced: Receipt = { ...known, draft: { ...receipt.draft, state: "dishonoured" } };
    const changes: Change[] = [
      { put: "receipt", row: back },
      { put: "receipt", row: bounced },
      ...reopenings(account, receipt.id, back, ids),
    ];
    return draftOf("dishonour", input.action, "", changes);
  });
}

function reopenings(account: Account, from: string, back: Receipt, ids: IdMaker): Change[] {
  const settledBy = account.allocations.filter((each) => each.from === from && each.voided === 0);
  return settledBy.map((allocation) => ({
    put: "allocation",
    row: {
      ...recordOf(allocation),
      id: ids.allocation(),
      date: later(back.date, allocation.date),
      from: back.id,
      amount: negated(allocation.amount),
      rule: "reopened",
    },
  }));
}
