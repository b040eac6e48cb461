import type { Customer } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import { accountByCode, isCodeTaken } from "../loaded-accounts.ts";
import { draftOf, idsFor, refuseUnknownCurrency } from "../plan.ts";
import { book } from "./booking.ts";

/** Adds a customer; its code must be free. */
export function addCustomer(input: Input<"addCustomer">): Output<"addCustomer"> {
  return book(input, (ledger) => {
    const { parentCode, payerCode, ...rest } = input.customer;
    refuseUnknownCurrency(rest.currency);
    const id = idsFor(ledger.book.head.seq + 1).customer();
    if (isCodeTaken(rest.code)) throw new Refusal("codeTaken", { code: rest.code });
    const parent = parentCode ? { parent: idOfCode(ledger, parentCode) } : {};
    const payer = payerCode ? { payer: idOfCode(ledger, payerCode) } : {};
    const row: Customer = { id, ...rest, ...parent, ...payer };
    return draftOf("addCustomer", input.action, "", [{ put: "customer", row }]);
  });
}

function idOfCode(ledger: Ledger, code: string): string {
  const account = accountByCode(ledger, code);
  if (!account) throw new Refusal("customerUnknown", { customer: code });
  // Its row names the other customer by code: that one must be at hand when the row is written.
  ledger.book.accounts.set(account.customer.id, account);
  return account.customer.id;
}
