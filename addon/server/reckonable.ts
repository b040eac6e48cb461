import type { Account } from "../../core/index.ts";

/**
 * The most, in minor units, that the amounts of one customer may add up to, signs left aside. What is
 * written must be reckoned for ever after, and ninety such customers still are; nobody owes as much.
 */
const MOST_OF_A_CUSTOMER = 1e14;

/** The first account, of those that were changed since a place in the journal, that the ledger could not add up. */
export function unreckonable(accounts: Iterable<Account>, since: number): Account | undefined {
  for (const account of accounts) {
    if (account.upTo < since) continue;
    const amounts = [...account.items, ...account.receipts];
    const sum = amounts.reduce((total, { amount }) => total + Math.abs(amount), 0);
    if (sum > MOST_OF_A_CUSTOMER) return account;
  }
  return undefined;
}
