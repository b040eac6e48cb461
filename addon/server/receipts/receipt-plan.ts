import {
  type Account,
  type Application,
  type AppliedPart,
  type Change,
  policyOn,
  type Receipt,
  remainderOf,
  SettlingDays,
  UNIDENTIFIED,
  ZERO,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { todayIn } from "../actions/reading.ts";
import { requested } from "../approvals/requests.ts";
import { actorOf } from "../deciders.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount } from "../loaded-accounts.ts";
import { type IdMaker, refuseClosed, refuseUnknownCurrency } from "../plan.ts";
import { appliedReceipt, type ReceiptApplied, wishesOf } from "./applied-receipt.ts";
import { refundEffect } from "./refund-effect.ts";
import { limitOf, notSmall, restsOf, settled, shareLimit } from "./small-difference.ts";

type ReceiptInput = Input<"addReceipt">["receipt"];

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
  refuseUnknownCurrency(input.currency, account);
  const policy = policyOn(ledger.book, input.date);
  const by = { settings, policy, ids, days: new SettlingDays(account) };
  const receipt = receiptOf(input, ids.receipt(), account, settings.baseCurrency);
  const {
    application,
    paysBack,
    changes: own,
  } = input.customer ? appliedReceipt(receipt, account, by, wishesOf(input)) : notApplied(receipt);
  const difference = remainderOf(application);
  const limit = limitOf(receipt, difference, by);
  const allowed = limit !== undefined && difference > ZERO && difference <= limit;
  const changes: Change[] = [{ put: "receipt", row: receipt }, ...own];
  if (input.settleDifference && difference > 0) {
    if (!allowed) throw notSmall(difference, limit, receipt.currency);
    changes.push(...settled(application, receipt, input.settleDifference, by));
  } else if (input.askDifference) {
    changes.push(...askedToLetGo(account, restsOf(application), input.askDifference, { ledger, ids }));
  }
  const isMissing =
    limit === undefined && difference > ZERO && difference <= shareLimit(receipt, difference, policy);
  const isAbove = limit !== undefined && difference > limit;
  const small = {
    ...{ difference, differenceAllowed: allowed, smallAmountMissing: isMissing },
    ...(isAbove ? { differenceLimit: limit } : {}),
    ...(paysBack > ZERO ? { paysBack } : {}),
  };
  const refund = isRefund(receipt) ? { refund: refundEffect(ledger, account, receipt, changes) } : {};
  return { receipt, changes, preview: { ...previewOf(application), ...small, ...refund } };
}

/** 申请抹零: a request for each line that is left open in part. */
function askedToLetGo(
  account: Account,
  rests: readonly AppliedPart[],
  reason: NonNullable<ReceiptInput["askDifference"]>,
  { ledger, ids }: { readonly ledger: Ledger; readonly ids: IdMaker },
): Change[] {
  const asking = { ledger, ids, by: actorOf(), today: todayIn(ledger) };
  return rests.flatMap(({ line: { item, line }, amount }) => {
    const subject = { kind: "smallDifference" as const, item: item.id, line, reason };
    return requested(account, { subject, amount }, asking);
  });
}

/** 退款: money paid back to a customer who is known. */
function isRefund({ amount, customer }: Receipt): boolean {
  return amount < ZERO && customer !== undefined;
}

/** Money of nobody known goes nowhere yet. */
function notApplied({ amount }: Receipt): ReceiptApplied {
  return { application: { parts: [], unapplied: amount }, paysBack: ZERO, changes: [] };
}

function receiptOf(input: ReceiptInput, id: string, account: Account, base: string): Receipt {
  const { items, settleDifference, askDifference, currency, ...rest } = input;
  return { id, ...rest, currency: currency ?? account.customer.currency ?? base };
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
