import type { Account } from "../records/book.ts";
import { type Known, PENDING } from "../records/known-fact.ts";
import type { Allocation } from "../records/receipt.ts";
import { type Money, money, ZERO } from "../values/money.ts";
import { compareText } from "../values/text.ts";

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

/**
 * How much was settled by these allocations of one document, or of one of its lines, when it was most 曾核销: day by day,
 * and within a day what was opened again first. What a refund or a bounce has opened since counts as it stood before;
 * of a refund it is what it opened.
 *
 * @example
 * mostSettledBy([]) // => 0
 */
export function mostSettledBy(allocations: readonly Known<Allocation>[]): Money {
  let sum = 0;
  let most = 0;
  const inOrder = [...allocations].sort((a, b) => compareText(a.date, b.date) || a.amount - b.amount);
  for (const { amount } of inOrder) {
    sum += amount;
    most = Math.max(most, Math.abs(sum));
  }
  return money(most);
}

/**
 * The allocations that stand on a document, an item or a receipt, in either direction, batches still open included:
 * while there are any it cannot become another customer's, another currency's or its opposite.
 *
 * @example
 * usesOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), "i1.0") // => []
 */
export function usesOf({ allocations }: Account, id: string): Known<Allocation>[] {
  return allocations.filter(({ item, from, voided }) => voided === 0 && (item === id || from === id));
}
