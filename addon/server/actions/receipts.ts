import { type Receipt, UNIDENTIFIED } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";
import { draftOf, idsFor } from "../plan.ts";
import { allocateAll } from "../receipts/applying-all.ts";
import { planReceipt } from "../receipts/receipt-plan.ts";
import { readEntryUnder } from "../single-entries.ts";
import { askWhereAlike, receiptAlike, receiptKey } from "./alike.ts";
import { book } from "./booking.ts";

/** Where the money of a receipt would go; nothing is written. */
export function previewReceipt(input: Input<"previewReceipt">): Output<"previewReceipt"> {
  const ledger = openLedger("read");
  const { preview, receipt } = planReceipt(ledger, input.receipt, idsFor(ledger.book.head.seq + 1));
  const booked = readEntryUnder(receiptKey(receipt))?.changes.find((change) => change.put === "receipt");
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
    askWhereAlike(input, receiptKey(receipt), ownAlike(ledger, receipt));
    return draftOf("addReceipt", input.action, receiptKey(receipt), changes);
  });
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
