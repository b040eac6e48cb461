import {
  type Account,
  type Application,
  type AppliedPart,
  applyCash,
  type Change,
  type Money,
  minus,
  negated,
  type OpenCredit,
  policyOn,
  type Receipt,
  remainderOf,
  sumOf,
  UNIDENTIFIED,
  ZERO,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount } from "../loaded-accounts.ts";
import { type IdMaker, type Position, positionOf, refuseClosed, refuseUnknownCurrency } from "../plan.ts";
import { allocationsOf, paidBack, wishesOf } from "./allocating.ts";
import { limitOf, notSmall, settled, shareLimit } from "./small-difference.ts";

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
  const isAbove = limit !== undefined && difference > limit;
  const small = {
    ...{ difference, differenceAllowed: allowed, smallAmountMissing: isMissing },
    ...(isAbove ? { differenceLimit: limit } : {}),
  };
  return { receipt, changes, preview: { ...previewOf(application), ...small } };
}

const NOTHING_OPEN: Position = { lines: [], credits: [] };

function unappliedIn(credits: readonly OpenCredit[]): Money {
  return sumOf(credits.map(({ open }) => open).filter((open) => open > 0));
}

function receiptOf(input: ReceiptInput, id: string, account: Account, base: string): Receipt {
  const { items, settleDifference, currency, ...rest } = input;
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
