import { type ImportKind, KIND_RULES } from "../reading/import-kinds.ts";
import type { ImportRow } from "../reading/import-row.ts";
import { type Money, ZERO } from "../values/money.ts";

/**
 * The figure of a row that counts 计入金额, with the sign that the file gives it: of a snapshot and of opening
 * balances what is open, else the amount. It is what control totals add up and what the record is made of.
 *
 * @example
 * countedAmountOf({ row: 2, currency: "CNY", amount: money(100), openAmount: money(70) }, "openItems") // => 70
 * @example
 * countedAmountOf({ row: 2, currency: "CNY", amount: money(100), openAmount: money(70) }, "items") // => 100
 */
export function countedAmountOf(row: ImportRow, kind: ImportKind): Money {
  const [first, second] = KIND_RULES[kind].counted.includes("openAmount")
    ? [row.openAmount, row.amount]
    : [row.amount, row.openAmount];
  return first ?? second ?? ZERO;
}
