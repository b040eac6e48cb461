import type { Account } from "../records/book.ts";
import type { Known } from "../records/known-fact.ts";
import { type Allocation, isTakenBack } from "../records/receipt.ts";
import type { Currency } from "../values/money.ts";
import { type Money, minus, money, negated, smaller, sumOf, ZERO } from "../values/money.ts";
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
  const own = new Set(account.items.filter((item) => item.currency === currency).map(({ id }) => id));
  const settled = new Map<string, Reopening>();
  for (const { item, line, amount, voided } of account.allocations) {
    if (voided > 0 || !own.has(item)) continue;
    const key = `${item} ${line}`;
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

/** An allocation by which a refund opened a line again, and so much of it as the line cannot have open. */
export interface RefundInVain {
  readonly of: Known<Allocation>;
  readonly amount: Money;
}

/**
 * Refunds 退款 that opened lines again which further reopenings now open whole: what was settled of a line and paid
 * back was never paid, so that so much of the refund, the latest first, is owed without a line.
 *
 * @example
 * refundsInVain(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), []) // => []
 */
export function refundsInVain(account: Account, reopenings: readonly Reopening[]): RefundInVain[] {
  const live = account.allocations.filter(({ voided }) => voided === 0);
  return [...new Set(reopenings.map(lineKey))].flatMap((key) => {
    const isOnLine = (each: Reopening) => lineKey(each) === key;
    const settled = sumOf([...live, ...reopenings].filter(isOnLine).map(({ amount }) => amount));
    return settled < 0 ? takenFrom(refundsOn(account, live.filter(isOnLine)), negated(settled)) : [];
  });
}

/** What refunds opened of a line and has not come back to them, the latest first. */
function refundsOn({ receipts }: Account, onLine: readonly Known<Allocation>[]): RefundInVain[] {
  const refunds = receipts.filter((each) => each.voided === 0 && each.amount < 0 && !isTakenBack(each));
  const found = refunds.flatMap(({ id }) => {
    const own = onLine.filter(({ from }) => from === id);
    const of = own.find(({ amount }) => amount < 0);
    return of ? [{ of, amount: negated(sumOf(own.map(({ amount }) => amount))) }] : [];
  });
  return found.sort((a, b) => (a.of.date < b.of.date ? 1 : a.of.date > b.of.date ? -1 : b.of.seq - a.of.seq));
}

function takenFrom(refunds: readonly RefundInVain[], wanted: Money): RefundInVain[] {
  let left = wanted;
  return refunds.flatMap(({ of, amount: most }) => {
    const amount = smaller(left, most);
    left = minus(left, amount);
    return amount > 0 ? [{ of, amount }] : [];
  });
}
