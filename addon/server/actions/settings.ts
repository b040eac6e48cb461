import {
  creditPolicyOf,
  ITEMS,
  ORDERS,
  policyOn,
  RECEIPTS,
  type Settings,
  type Table,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { asksDecider, decidersOf } from "../deciders.ts";
import type { Ledger } from "../ledger.ts";
import { loadAll } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";
import { draftOf, refuseUnknownCurrency } from "../plan.ts";
import { book } from "./booking.ts";
import { plannedAfter } from "./policies.ts";
import { todayIn } from "./reading.ts";

/** The settings and the policy in force today. */
export function settings(): Output<"settings"> {
  const ledger = openLedger("read");
  const today = todayIn(ledger);
  const policy = policyOn(ledger.book, today);
  const { users } = ledger.book;
  return {
    settings: ledger.book.settings,
    policy,
    credit: creditPolicyOf(policy),
    planned: plannedAfter(ledger.book, today),
    deciders: decidersOf(users).map(({ name }) => name),
    asksName: asksDecider(users),
    debtCarrierFixed: hasRows(ledger, ITEMS) || hasDocuments(ledger),
    baseCurrencyFixed:
      [ITEMS, RECEIPTS, ORDERS].some((table) => hasRows(ledger, table)) || hasAmounts(ledger),
  };
}

/** Changes what is given; the rest stays. */
export function saveSettings(input: Input<"saveSettings">): Output<"saveSettings"> {
  return book(input, (ledger) => {
    const { settings } = ledger.book;
    if (input.settings.baseCurrency !== settings.baseCurrency)
      refuseUnknownCurrency(input.settings.baseCurrency);
    const row: Settings = { ...settings, ...input.settings };
    // Once there are documents, another carrier of the debt would make every balance another one.
    if (row.debtCarriedBy !== settings.debtCarriedBy && hasDocuments(ledger))
      throw new Refusal("debtCarrierFixed", {});
    // Amounts that are there, and customers without a currency of their own, are in the one that there is.
    if (row.baseCurrency !== settings.baseCurrency && hasAmounts(ledger))
      throw new Refusal("baseCurrencyFixed", { currency: settings.baseCurrency });
    return draftOf("settings", input.action, "", [{ put: "settings", row }]);
  });
}

/** Whether a tab was left with rows: that costs no call. */
function hasRows({ state }: Ledger, { key }: Table): boolean {
  const heading = 1;
  return (state.left.expected[key]?.ids ?? 0) > heading;
}

/** Documents that were undone count too: the journal has them. */
function hasDocuments(ledger: Ledger): boolean {
  loadAll(ledger);
  return [...ledger.book.accounts.values()].some(({ items }) => items.length > 0);
}

/** Whether any amount is there: a document, money that came in, an order, or a limit. */
function hasAmounts(ledger: Ledger): boolean {
  loadAll(ledger);
  return [...ledger.book.accounts.values()].some(
    ({ customer, items, receipts, orders }) =>
      customer.limit !== undefined || items.length + receipts.length + orders.length > 0,
  );
}
