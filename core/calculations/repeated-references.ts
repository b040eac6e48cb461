import type { Account } from "../records/book.ts";
import type { Customer } from "../records/customer.ts";
import { isInForce, type Known } from "../records/known-fact.ts";
import { isTakenBack, type Receipt } from "../records/receipt.ts";
import { codeKey } from "../values/text.ts";

/** A receipt, and whose it is. */
interface Received {
  readonly customer: Customer;
  readonly receipt: Receipt;
}

/**
 * Receipts that share bank reference 银行流水号, currency and amount, whoever they were booked for: likely the same
 * money twice. One transfer for several customers has other amounts; a draft and its bounce cancel out.
 *
 * @example
 * repeatedReferences([emptyAccount({ id: "c1.0", code: "K1", name: "Ann" })]) // => []
 */
export function repeatedReferences(accounts: Iterable<Account>): (readonly Received[])[] {
  const byReference = new Map<string, Received[]>();
  for (const { customer, receipts } of accounts)
    for (const receipt of receipts) {
      if (!receipt.bankReference || !stands(receipt)) continue;
      const key = `${codeKey(receipt.bankReference)} ${receipt.currency} ${receipt.amount}`;
      byReference.set(key, [...(byReference.get(key) ?? []), { customer, receipt }]);
    }
  return [...byReference.values()].filter(({ length }) => length > 1);
}

function stands(receipt: Known<Receipt>): boolean {
  return isInForce(receipt) && !isTakenBack(receipt);
}
