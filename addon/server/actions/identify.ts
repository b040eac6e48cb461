import {
  type Account,
  type Change,
  dayNumberOf,
  isTakenBack,
  type Known,
  liveFact,
  openCreditsOf,
  policyOn,
  type Receipt,
  recordOf,
  SettlingDays,
  UNIDENTIFIED,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";
import { draftOf, type IdMaker, idsFor } from "../plan.ts";
import { appliedReceipt } from "../receipts/applied-receipt.ts";
import { askWhereAlike, receiptAlike } from "./alike.ts";
import { book } from "./booking.ts";
import { readingOf, todayIn } from "./reading.ts";

/** Receipts that nobody has been found for 不明来款, the oldest first. */
export function unidentified(): Output<"unidentified"> {
  const ledger = openLedger("read");
  loadAccount(ledger, UNIDENTIFIED);
  const { columns } = readingOf(ledger, {});
  const open = openCreditsOf(columns, dayNumberOf(todayIn(ledger)));
  const receipts = open.flatMap(({ record }) => ("method" in record ? [told(record)] : []));
  return { receipts: receipts.sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

function told(receipt: Receipt): Output<"unidentified">["receipts"][number] {
  const { id, date, currency, amount, method, payerName, bankReference, designation, note } = receipt;
  return {
    ...{ id, date, currency, amount, method },
    ...(payerName ? { payerName } : {}),
    ...(bankReference ? { bankReference } : {}),
    ...(designation ? { designation } : {}),
    ...(note ? { note } : {}),
  };
}

/**
 * 认领: gives an unidentified receipt to the customer it is from, and puts it on what is open there. Where one
 * like it stands there, by whichever door it came, it is asked: the same money would be paid twice.
 */
export function identify(input: Input<"identify">): Output<"identify"> {
  return book(input, (ledger) => {
    const receipt = receiptNamed(loadAccount(ledger, UNIDENTIFIED), input.receipt);
    const ids = idsFor(ledger.book.head.seq + 1);
    const account = loadAccount(ledger, input.customer);
    askWhereAlike(input, "", receiptAlike(account, receipt));
    const moved = movedReceipt(ledger, recordOf(receipt), account, ids);
    return draftOf("identify", input.action, "", moved);
  });
}

function receiptNamed(account: Account, id: string): Known<Receipt> {
  const receipt = liveFact(account.receipts, id);
  if (!receipt) throw new Refusal("receiptUnknown", {});
  if (isTakenBack(receipt)) throw new Refusal("receiptTakenBack", {});
  return receipt;
}

/**
 * A receipt that stands with somebody else, or with nobody, moves to a customer under its own id: there
 * it is applied as if it had come in so. None of it may be allocated yet. `to` may be nobody again.
 */
export function movedReceipt(ledger: Ledger, receipt: Receipt, to: Account, ids: IdMaker): readonly Change[] {
  const { customer, ...known } = receipt;
  const left: Change = { put: "void", row: { id: receipt.id, customer: customer ?? UNIDENTIFIED } };
  if (to.customer.id === UNIDENTIFIED) return [left, { put: "receipt", row: known }];
  const row: Receipt = { ...known, customer: to.customer.id };
  const { book } = ledger;
  const by = { settings: book.settings, policy: policyOn(book, row.date), ids, days: new SettlingDays(to) };
  return [left, { put: "receipt", row }, ...appliedReceipt(row, to, by).changes];
}
