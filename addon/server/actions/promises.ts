import { currencyOf } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { actorOf } from "../deciders.ts";
import { loadCustomer } from "../loaded-accounts.ts";
import { draftOf, idsFor, refuseUnknownCurrency } from "../plan.ts";
import { book } from "./booking.ts";
import { todayIn } from "./reading.ts";

/** Records a promise to pay 付款承诺; whether it is kept, the receipts say. */
export function addPromise(input: Input<"addPromise">): Output<"addPromise"> {
  return book(input, (ledger) => {
    const account = loadCustomer(ledger, input.customer);
    const { until, amount, items, note, madeOn = todayIn(ledger) } = input;
    if (until < madeOn) throw new Refusal("promiseBackwards", { madeOn });
    const currency = input.currency ?? currencyOf(account, ledger.book);
    refuseUnknownCurrency(currency, account);
    const row = {
      id: idsFor(ledger.book.head.seq + 1).promise(),
      ...{ customer: account.customer.id, madeOn, until, currency, amount, by: actorOf(input.by) },
      ...(items ? { items } : {}),
      ...(note ? { note } : {}),
    };
    return draftOf("addPromise", input.action, "", [{ put: "promise", row }]);
  });
}
