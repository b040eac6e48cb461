import { type Account, codeKey, type Known, type OpenItem, type Receipt } from "../../../core/index.ts";
import { Refusal } from "../../refusal.ts";
import type { Intent } from "./booking.ts";

/**
 * The item of the customer that a new one may be, by whichever door it came: the same number, or one that it had
 * with that day and sum before it was renumbered; without a number the same sum on the same day.
 */
export function itemAlike({ items }: Account, { number, ...row }: OpenItem): Known<OpenItem> | undefined {
  const own = items.filter(({ kind }) => kind === row.kind);
  const standing = own.filter(({ voided }) => voided === 0);
  if (!number) return standing.find((each) => isSameSum(each, row));
  const former = own.filter((each) => isSame(each.number, number) && isSameSum(each, row));
  return standing.find((each) => isSame(each.number, number) || former.some(({ id }) => id === each.id));
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

/**
 * Under which the journal finds a receipt of any customer: the reference of the bank, whoever paid. What has none
 * is looked for among the customer's own, as every document is.
 */
export function receiptKey({ bankReference }: Receipt): string {
  return bankReference ? `receipt:${codeKey(bankReference)}` : "";
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
