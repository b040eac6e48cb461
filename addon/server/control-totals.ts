import { type Account, type Book, carriesDebt, isInForce, money, type Settings } from "../../core/index.ts";
import type { Output } from "../protocol.ts";

type Totals = Output<"check">["totals"];

/** Items less receipts is what customers owe: added up from the facts, and independently from balances. */
export function totalsOf({ accounts, settings }: Pick<Book, "accounts" | "settings">): Totals {
  return totalsOfAccounts(accounts.values(), settings);
}

/** The same of some accounts. */
export function totalsOfAccounts(accounts: Iterable<Account>, settings: Settings): Totals {
  const sums = new Map<string, { items: number; receipts: number }>();
  const of = (currency: string) => {
    const known = sums.get(currency) ?? { items: 0, receipts: 0 };
    sums.set(currency, known);
    return known;
  };
  for (const account of accounts) {
    for (const item of account.items) {
      if (isInForce(item) && carriesDebt(item, settings)) of(item.currency).items += item.amount;
    }
    for (const receipt of account.receipts)
      if (isInForce(receipt)) of(receipt.currency).receipts += receipt.amount;
  }
  return [...sums].map(([currency, { items, receipts }]) => ({
    currency,
    items: money(items),
    receipts: money(receipts),
    balance: money(items - receipts),
  }));
}
