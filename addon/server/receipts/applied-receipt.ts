import {
  type Account,
  type Application,
  applyCash,
  type Change,
  type Money,
  minus,
  negated,
  type OpenCredit,
  type Receipt,
  smaller,
  sumOf,
  ZERO,
} from "../../../core/index.ts";
import { positionOf } from "../plan.ts";
import { type AppliedBy, allocationsOf, paidBack } from "./allocating.ts";

/** What becomes of a receipt's money: where it goes, and what of it pays back refunds owed without a line. */
export interface ReceiptApplied {
  readonly application: Application;
  readonly paysBack: Money;
  readonly changes: Change[];
}

/**
 * Puts a receipt as it comes in, by whichever door, on what is open on an account. What refunds 退款 left owed
 * without a line is paid first; a refund of more than is unapplied opens what was settled last.
 */
export function appliedReceipt(
  receipt: Receipt,
  account: Account,
  by: AppliedBy,
  wishes: ReturnType<typeof wishesOf> = wishesOf(receipt),
): ReceiptApplied {
  const { lines, credits } = positionOf(account, by.settings, receipt.currency);
  const paysBack = receipt.amount > 0 ? smaller(owedWithoutLine(credits), receipt.amount) : ZERO;
  const application = applyCash(minus(receipt.amount, paysBack), lines, wishes, by.policy);
  const excess = minus(negated(receipt.amount), unappliedIn(credits));
  const changes = [
    ...allocationsOf(application.parts, receipt, by),
    ...paidBack(account, receipt, excess, by),
  ];
  return { application, paysBack, changes };
}

/** Money and credits on no line. */
export function unappliedIn(credits: readonly OpenCredit[]): Money {
  return sumOf(credits.map(({ open }) => open).filter((open) => open > 0));
}

/** What was paid back beyond all that came in: owed again, and on no line. */
export function owedWithoutLine(credits: readonly OpenCredit[]): Money {
  return negated(sumOf(credits.map(({ open }) => open).filter((open) => open < 0)));
}

/** What a receipt says of where its money goes. */
type Wishes = Pick<Receipt, "designation" | "note" | "order"> & { readonly items?: readonly string[] };

/** The same as the rule of application takes it. */
export function wishesOf(input: Wishes) {
  const stated = [input.designation, input.note].filter(Boolean).join(" ");
  return {
    stated,
    ...(input.items ? { items: input.items } : {}),
    ...(input.order ? { order: input.order } : {}),
  };
}
