import type { ImportKind } from "../reading/import-kinds.ts";
import type { ImportRow } from "../reading/import-row.ts";
import { type Money, minus, money, negated, plus, ZERO } from "../values/money.ts";

/** What a row says of the settlement of its document, as positive amounts, credits too. */
export interface StatedSettlement {
  readonly settled: Money;
  /** Below zero where more came in than was owed. */
  readonly open: Money;
}

/**
 * How much of a document its own row says is settled: nothing where it does not say, `unclear` where what
 * it says cannot be. What an opening or a snapshot says is open is the document's amount itself.
 *
 * @example
 * statedSettlement({ row: 2, currency: "CNY", openAmount: money(30) }, money(100), "items") // => { settled: 70, open: 30 }
 * @example
 * statedSettlement({ row: 2, currency: "CNY", amount: money(100), settledAmount: money(50), openAmount: money(70) }, money(70), "openItems") // => "unclear"
 * @example
 * statedSettlement({ row: 2, currency: "CNY", openAmount: money(130) }, money(100), "items") // => "unclear"
 */
export function statedSettlement(
  row: ImportRow,
  amount: Money,
  kind: ImportKind,
): StatedSettlement | "unclear" | undefined {
  const isSnapshot = (kind === "openings" || kind === "openItems") && row.openAmount !== undefined;
  if (isSnapshot) return addsUp(row) ? { settled: ZERO, open: positive(amount) } : "unclear";
  const total = positive(amount);
  const ofSign = (stated: Money | undefined) =>
    stated === undefined ? undefined : amount < 0 ? positive(stated) : stated;
  const [settled, open] = [ofSign(row.settledAmount), ofSign(row.openAmount)];
  if (settled !== undefined) {
    if (open !== undefined && plus(settled, open) !== total) return "unclear";
    return possible(settled, amount);
  }
  if (open !== undefined) return possible(minus(total, open), amount);
  if (kind === "settledItems") return row.settledOn ? possible(total, amount) : undefined;
  return undefined;
}

/** What came in and what is open make the amount, where a snapshot says all three. */
function addsUp({ amount, settledAmount, openAmount }: ImportRow): boolean {
  if (amount === undefined || settledAmount === undefined || openAmount === undefined) return true;
  const sum = plus(positive(settledAmount), openAmount < 0 && amount > 0 ? openAmount : positive(openAmount));
  return sum === positive(amount);
}

/** A debt may be over-paid; a credit cannot be used up more than once. */
function possible(settled: Money, amount: Money): StatedSettlement | "unclear" {
  const open = minus(positive(amount), settled);
  return settled < 0 || (amount < 0 && open < 0) ? "unclear" : { settled, open };
}

function positive(amount: Money): Money {
  return amount < 0 ? negated(amount) : money(amount);
}
