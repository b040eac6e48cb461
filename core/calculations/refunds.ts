import type { Account } from "../records/book.ts";
import { isInForce } from "../records/known-fact.ts";
import type { Allocation } from "../records/receipt.ts";
import type { Currency } from "../values/money.ts";
import { type Money, minus, money, smaller, ZERO } from "../values/money.ts";
import type { OpenCredit } from "./open-amounts.ts";
import { lineKey } from "./over-settled.ts";

/**
 * What is left of unapplied money once refunds 退款 have used it up, the oldest first, currency by
 * currency. A refund of more than there was keeps a negative rest: that much is owed again.
 *
 * @example
 * afterRefunds([]) // => []
 */
export function afterRefunds(credits: readonly OpenCredit[]): OpenCredit[] {
  const left = new Map<Currency, Money>();
  for (const { currency, open } of credits)
    if (open < 0) left.set(currency, money((left.get(currency) ?? ZERO) - open));
  const kept = credits.map((credit) => {
    if (credit.open < 0) return credit;
    const used = smaller(left.get(credit.currency) ?? ZERO, credit.open);
    left.set(credit.currency, minus(left.get(credit.currency) ?? ZERO, used));
    return { ...credit, open: minus(credit.open, used) };
  });
  return withRests(kept, left).filter(({ open }) => open !== 0);
}

/** The rest of a currency's refunds stands at the latest of them. */
function withRests(credits: readonly OpenCredit[], left: Map<Currency, Money>): OpenCredit[] {
  const rests = new Map(left);
  return [...credits]
    .reverse()
    .map((credit) => {
      if (credit.open >= 0) return credit;
      const rest = smaller(rests.get(credit.currency) ?? ZERO, money(-credit.open));
      rests.set(credit.currency, minus(rests.get(credit.currency) ?? ZERO, rest));
      return { ...credit, open: money(-rest) };
    })
    .reverse();
}

/** So much of a due line that was settled, and is owed again. */
export type Reopening = Pick<Allocation, "item" | "line" | "amount">;

/**
 * What is owed again when more is paid back than was unapplied: the lines that were settled last are open
 * again first. Amounts are positive.
 *
 * @example
 * reopenedByRefund(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), "CNY", money(100)) // => []
 */
export function reopenedByRefund(account: Account, currency: Currency, refund: Money): Reopening[] {
  const own = new Map(
    account.items.flatMap((item) => (item.currency === currency ? [[item.id, item.kind]] : [])),
  );
  const receipts = new Set(account.receipts.map(({ id }) => id));
  const settled = new Map<string, Reopening>();
  for (const each of account.allocations) {
    const { item, line, amount } = each;
    const kind = own.get(item);
    if (!isInForce(each) || kind === undefined) continue;
    // An adjustment that a credit took up was never paid.
    if (kind === "adjustment" && !receipts.has(each.from)) continue;
    const key = lineKey({ item, line });
    const before = settled.get(key)?.amount ?? ZERO;
    // What was settled once more stands at its latest place.
    settled.delete(key);
    settled.set(key, { item, line, amount: money(before + amount) });
  }
  const reopened: Reopening[] = [];
  let left = refund;
  for (const each of [...settled.values()].reverse()) {
    const amount = smaller(left, each.amount);
    if (amount <= 0) continue;
    reopened.push({ ...each, amount });
    left = minus(left, amount);
  }
  return reopened;
}
