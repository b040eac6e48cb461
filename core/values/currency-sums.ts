import { type Currency, type Money, plus } from "./money.ts";
import { compareText } from "./text.ts";

/** A sum of one currency. */
export interface CurrencySum {
  readonly currency: Currency;
  readonly amount: Money;
}

/**
 * Adds amounts up, each currency for itself 分币种合计, in the order of their codes: a sum of several
 * currencies is no amount of anything.
 *
 * @example
 * sumsByCurrency([{ currency: "USD", amount: money(5) }, { currency: "CNY", amount: money(7) }, { currency: "USD", amount: money(1) }]) // => [{ currency: "CNY", amount: 7 }, { currency: "USD", amount: 6 }]
 */
export function sumsByCurrency(amounts: Iterable<CurrencySum>): CurrencySum[] {
  const sums = new Map<Currency, Money>();
  for (const { currency, amount } of amounts) {
    const sum = sums.get(currency);
    sums.set(currency, sum === undefined ? amount : plus(sum, amount));
  }
  const found = [...sums].map(([currency, amount]) => ({ currency, amount }));
  return found.sort((a, b) => compareText(a.currency, b.currency));
}

/**
 * Compares currencies for lists in which amounts of two are never in one order: the ledger's own first, then the
 * others by their codes.
 *
 * @example
 * ["USD", "CNY", "EUR"].sort(ownFirst("CNY")) // => ["CNY", "EUR", "USD"]
 */
export function ownFirst(own: Currency): (a: Currency, b: Currency) => number {
  return (a, b) => Number(b === own) - Number(a === own) || compareText(a, b);
}
