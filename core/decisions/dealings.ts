import { type ColumnOptions, carriesDebt } from "../calculations/column-shape.ts";
import type { Account } from "../records/book.ts";
import { isThereAt } from "../records/known-fact.ts";
import type { ItemKind, OpenItem } from "../records/open-item.ts";
import type { Factor, Scorecard } from "../records/scorecard.ts";
import { monthsAfter, monthsBetween, type PlainDate } from "../values/date.ts";
import type { Currency } from "../values/money.ts";

/** As of which day, and in which currency sums are. */
export interface DealingScope extends ColumnOptions {
  readonly asOf: PlainDate;
  readonly baseCurrency: Currency;
}

const SALES: ReadonlySet<ItemKind> = new Set<ItemKind>(["invoice", "delivery", "debitNote"]);
const BACK: ReadonlySet<ItemKind> = new Set<ItemKind>(["return", "creditNote"]);
const MONTHS = 12;

/** Documents of the last twelve months that the customer owes for what it bought. */
export function salesIn(items: readonly OpenItem[], scope: DealingScope): OpenItem[] {
  const from = monthsAfter(scope.asOf, -MONTHS);
  return items.filter(
    (item) => item.date > from && SALES.has(item.kind) && item.amount > 0 && carriesDebt(item, scope),
  );
}

/** How much, how steadily and in how many months of the last twelve the customer bought, and what came back. */
export function dealingsOf(
  account: Account,
  items: readonly OpenItem[],
  card: Scorecard,
  scope: DealingScope,
): Partial<Record<Factor, number>> {
  const sales = salesIn(items, scope);
  if (sales.length === 0) return {};
  const from = monthsAfter(scope.asOf, -MONTHS);
  const byMonth = monthlySalesOf(account, scope);
  const steadiness = variationOf(byMonth);
  const total = byMonth.reduce((sum, each) => sum + each, 0);
  const back =
    items.filter(({ kind, date }) => BACK.has(kind) && date > from).length + bouncedIn(account, from, scope);
  return {
    ...(card.volumeUnit && total > 0 ? { volume: total / card.volumeUnit } : {}),
    ...(steadiness === undefined ? {} : { steadiness }),
    activeMonths: new Set(sales.map(({ date }) => monthsBetween(date, scope.asOf))).size,
    returned: Math.floor((back / sales.length) * 10_000),
  };
}

/**
 * Sales of the last twelve months in the ledger's own currency 月销售, counted back from a day, from the first month in which
 * anything was sold; in minor units.
 *
 * @example
 * monthlySalesOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { asOf: plainDate("2026-11-22"), baseCurrency: "CNY", knownAt: 1, debtCarriedBy: "invoice" }) // => []
 */
export function monthlySalesOf({ items }: Account, scope: DealingScope): number[] {
  const known = items.filter((item) => isThereAt(item, scope));
  return monthlySums(
    salesIn(known, scope).filter(({ currency }) => currency === scope.baseCurrency),
    scope.asOf,
  );
}

function monthlySums(sales: readonly OpenItem[], asOf: PlainDate): number[] {
  const back = sales.map(({ date }) => monthsBetween(date, asOf));
  const sums = new Array<number>(back.length > 0 ? Math.max(...back) + 1 : 0).fill(0);
  for (const [i, { amount }] of sales.entries()) sums[back[i] ?? 0] = (sums[back[i] ?? 0] ?? 0) + amount;
  return sums;
}

/** Standard deviation by mean 变异系数 of three months or more. */
function variationOf(sums: readonly number[]): number | undefined {
  if (sums.length < 3) return undefined;
  const mean = sums.reduce((sum, each) => sum + each, 0) / sums.length;
  const square = sums.reduce((sum, each) => sum + (each - mean) ** 2, 0) / sums.length;
  return mean > 0 ? Math.sqrt(square) / mean : undefined;
}

function bouncedIn({ receipts }: Account, from: PlainDate, scope: DealingScope): number {
  return receipts.filter((each) => each.reverses !== undefined && each.date > from && isThereAt(each, scope))
    .length;
}
