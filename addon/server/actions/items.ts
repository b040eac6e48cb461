import { type Account, documentLinesOf, negated, type OpenItem, type Settings } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { loadAccount } from "../loaded-accounts.ts";
import { draftOf, idsFor, refuseClosed, refuseUnknownCurrency } from "../plan.ts";
import { askWhereAlike, itemAlike } from "./alike.ts";
import { book } from "./booking.ts";

type ItemInput = Input<"addItem">["item"];

/** Records an open item; its terms, or the customer's, decide the due lines unless a day is stated. */
export function addItem(input: Input<"addItem">): Output<"addItem"> {
  return book(input, (ledger) => {
    const account = loadAccount(ledger, input.item.customer);
    const { settings } = ledger.book;
    refuseClosed(input.item.date, settings);
    refuseUnknownCurrency(input.item.currency, account);
    const id = idsFor(ledger.book.head.seq + 1).item();
    const row = itemOf(input.item, id, account, settings);
    askWhereAlike(input, "", itemAlike(account, row));
    return draftOf("addItem", input.action, "", [{ put: "item", row }]);
  });
}

const CREDITS = new Set<OpenItem["kind"]>(["creditNote", "return", "rebate", "deduction"]);

/** The item as it is recorded: credits are negative however they were typed. */
export function itemOf(input: ItemInput, id: string, account: Account, settings: Settings): OpenItem {
  const { due, terms, currency, amount, ...rest } = input;
  const signed = CREDITS.has(input.kind) && amount > 0 ? negated(amount) : amount;
  const own = currency ?? account.customer.currency ?? settings.baseCurrency;
  const stated = { date: input.date, ...(due ? { due } : {}), ...(terms ? { terms } : {}) };
  const lines = documentLinesOf(signed, stated, account.customer, settings.restDays);
  return { id, ...rest, currency: own, amount: signed, lines };
}
