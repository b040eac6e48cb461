import { type Account, codeKey, type Known, type OpenItem, type Receipt } from "../../../core/index.ts";
import { Refusal } from "../../refusal.ts";
import type { Intent } from "./booking.ts";

/**
 * The item of the customer that a new one may be, by whichever door it came: the same number, or without
 * one the same sum on the same day.
 */
export function itemAlike({ items }: Account, { number, ...row }: OpenItem): Known<OpenItem> | undefined {
  return items.find((each) => {
    if (each.voided > 0 || each.kind !== row.kind) return false;
    return number ? isSame(each.number, number) : isSameSum(each, row);
  });
}

/** The receipt that a new one may be: the same bank reference, or where one has none the same sum on the same day. */
export function receiptAlike({ receipts }: Account, receipt: Receipt): Known<Receipt> | undefined {
  const { bankReference } = receipt;
  return receipts.find((each) => {
    if (each.voided > 0 || each.reverses) return false;
    if (bankReference && each.bankReference) return isSame(each.bankReference, bankReference);
    return isSameSum(each, receipt);
  });
}

/** Asks before a record like one that the customer has is booked. */
export function askWhereAlike(intent: Intent, key: string, alike: { readonly id: string } | undefined): void {
  if (alike && !intent.allowDuplicate) throw new Refusal("duplicateSuspected", { key });
}

type Sum = Pick<Receipt, "date" | "amount" | "currency">;

function isSame(a: string | undefined, b: string): boolean {
  return a !== undefined && codeKey(a) === codeKey(b);
}

function isSameSum(a: Sum, b: Sum): boolean {
  return a.date === b.date && a.amount === b.amount && a.currency === b.currency;
}
