import { CURRENCIES } from "../values/currencies.ts";
import type { Currency } from "../values/money.ts";
import { halfWidth } from "./raw-table.ts";

const NAMES: Readonly<Record<string, Currency>> = {
  RMB: "CNY",
  CNH: "CNY",
  "CN¥": "CNY",
  "¥": "CNY",
  人民币: "CNY",
  人民币元: "CNY",
  元: "CNY",
  元整: "CNY",
  圆: "CNY",
  US$: "USD",
  $: "USD",
  美元: "USD",
  美金: "USD",
  HK$: "HKD",
  港元: "HKD",
  港币: "HKD",
  NT$: "TWD",
  新台币: "TWD",
  A$: "AUD",
  澳元: "AUD",
  C$: "CAD",
  CA$: "CAD",
  加元: "CAD",
  S$: "SGD",
  新加坡元: "SGD",
  "€": "EUR",
  欧元: "EUR",
  "£": "GBP",
  英镑: "GBP",
  "JP¥": "JPY",
  日元: "JPY",
  日圆: "JPY",
  "₹": "INR",
  "₩": "KRW",
  韩元: "KRW",
};

const DOLLARS = new Set(["AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "USD", "MXN"]);
const byName = new Map<string, Currency>([
  ...CURRENCIES.map((code): [string, Currency] => [code, code]),
  ...Object.entries(NAMES),
]);

/** Every way a currency can be written beside an amount, longest first. */
export const CURRENCY_WORDS: readonly string[] = [...byName.keys()].sort((a, b) => b.length - a.length);

/**
 * The currency 币种 that a word names: a code, a Chinese name or a sign, full width or half. "$" is the expected currency
 * when that is a dollar, else USD; "¥", 元 and 圆 are the expected currency when that is the yen, else CNY.
 *
 * @example
 * currencyNamed("人民币", "USD") // => "CNY"
 * @example
 * currencyNamed("$", "CAD") // => "CAD"
 * @example
 * currencyNamed("gold", "CNY") // => undefined
 */
export function currencyNamed(word: string, expected: Currency): Currency | undefined {
  const name = halfWidth(word).trim().toUpperCase();
  if (name === "$" && DOLLARS.has(expected)) return expected;
  if (["¥", "元", "圆"].includes(name) && expected === "JPY") return expected;
  return byName.get(name);
}

/**
 * Whether a word is every ledger's word for its own money where that is called so: 元 is yuan, yen and dollar,
 * and says which only in a ledger of yuan or yen.
 *
 * @example
 * isAnybodysYuan("元", "HKD") // => true
 * @example
 * isAnybodysYuan("元", "CNY") // => false
 */
export function isAnybodysYuan(word: string, expected: Currency): boolean {
  return isYuan(word) && expected !== "CNY" && expected !== "JPY";
}

/**
 * Whether a word is 元 without a country.
 *
 * @example
 * isYuan("港元") // => false
 */
export function isYuan(word: string): boolean {
  return ["元", "圆", "元整"].includes(word.trim());
}
