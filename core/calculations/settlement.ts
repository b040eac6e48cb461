import type { Account } from "../records/book.ts";
import { PENDING } from "../records/known-fact.ts";
import { type Money, money, ZERO } from "../values/money.ts";

/** How much of each item and each credit of an account is allocated now, batches still open included. */
export interface Settlement {
  readonly ofItem: (id: string) => Money;
  readonly ofCredit: (id: string) => Money;
}

/**
 * Adds an account's allocations up by both their ends, in one pass.
 *
 * @example
 * settlementOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" })).ofItem("i1.0") // => 0
 */
export function settlementOf(account: Account): Settlement {
  const byItem = new Map<string, Money>();
  const byCredit = new Map<string, Money>();
  for (const { item, from, amount, voided } of account.allocations) {
    if (voided > 0) continue;
    byItem.set(item, money((byItem.get(item) ?? 0) + amount));
    byCredit.set(from, money((byCredit.get(from) ?? 0) + amount));
  }
  return { ofItem: (id) => byItem.get(id) ?? ZERO, ofCredit: (id) => byCredit.get(id) ?? ZERO };
}

/**
 * The same of what counts: allocations of imports that are still open wait for their close.
 *
 * @example
 * countedSettlementOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" })).ofCredit("r1.0") // => 0
 */
export function countedSettlementOf(account: Account): Settlement {
  return settlementOf({ ...account, allocations: account.allocations.filter(({ seq }) => seq !== PENDING) });
}
