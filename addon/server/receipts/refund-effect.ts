import { type Account, type Change, minus, type Receipt } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import type { Ledger } from "../ledger.ts";
import { accountAfter } from "./applying-all.ts";
import { openedAgain, withoutLine } from "./opened-again.ts";

type RefundEffect = NonNullable<Output<"previewReceipt">["refund"]>;

/** What a refund 退款 does, read off the very changes that book it: its three sums add up to it. */
export function refundEffect(
  ledger: Pick<Ledger, "book">,
  account: Account,
  { currency }: Receipt,
  changes: readonly Change[],
): RefundEffect {
  const { seq } = ledger.book.head;
  const before = withoutLine(account, ledger, currency);
  const after = withoutLine(accountAfter(account, changes, seq + 1), ledger, currency);
  return {
    usesUp: minus(before.unapplied, after.unapplied),
    unappliedLeft: after.unapplied,
    reopens: openedAgain(account, changes),
    withoutDocument: minus(after.owed, before.owed),
  };
}
