import type { Currency } from "../../core/index.ts";

/**
 * Currencies that a table may be in that does not say it: the ledger's own first, then those of what is owed and of
 * customers who owe nothing yet.
 *
 * @example
 * currenciesInUse("CNY", ["USD"], [{ currency: "CNY" }]) // => ["CNY", "USD"]
 */
export function currenciesInUse(
  own: Currency,
  owed: readonly Currency[],
  customers: readonly { readonly currency: Currency }[],
): readonly [Currency, ...Currency[]] {
  const others = new Set([...owed, ...customers.map(({ currency }) => currency)]);
  others.delete(own);
  return [own, ...others];
}
