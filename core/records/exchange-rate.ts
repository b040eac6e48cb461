import * as z from "zod/mini";
import type { PlainDate } from "../values/date.ts";
import { type Currency, converted, type Money } from "../values/money.ts";
import { CurrencyShape, PlainDateShape } from "./shapes.ts";

/** 汇率: what one unit of a currency is worth in the ledger's own from a day on, in millionths. */
export const ExchangeRateShape = z.object({
  currency: CurrencyShape,
  from: PlainDateShape,
  millionths: z.int().check(z.positive()),
});

export type ExchangeRate = z.infer<typeof ExchangeRateShape>;

/**
 * An amount in the ledger's own currency, by the latest rate from a day up to the one asked for; nothing where there is
 * none: a missing rate is unknown, never zero.
 *
 * @example
 * inBaseCurrency(money(10000), "USD", { base: "CNY", rates: [{ currency: "USD", from: plainDate("2026-01-01"), millionths: 7_100_000 }], on: plainDate("2026-11-22") }) // => 71000
 * @example
 * inBaseCurrency(money(10000), "USD", { base: "CNY", rates: [], on: plainDate("2026-11-22") }) // => undefined
 */
export function inBaseCurrency(
  amount: Money,
  currency: Currency,
  {
    base,
    rates,
    on,
  }: { readonly base: Currency; readonly rates: readonly ExchangeRate[]; readonly on: PlainDate },
): Money | undefined {
  if (currency === base) return amount;
  const known = rates.filter((rate) => rate.currency === currency && rate.from <= on);
  const [latest] = known.sort((a, b) => (a.from < b.from ? 1 : -1));
  return latest && converted(amount, { from: currency, to: base, millionths: latest.millionths });
}
