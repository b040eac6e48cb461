import type { Account } from "../records/book.ts";
import { type Money, money } from "../values/money.ts";

/** A due line, or money and credit, of which more is used than it has. */
export interface OverSettled {
  /** The id of the item, or of the receipt. */
  readonly record: string;
  readonly over: Money;
}

/**
 * By how much more is put on due lines, or taken from receipts and credits, than they have 超额核销, on the day on which
 * it is most: by the keys of {@link lineKey} and the ids of receipts and credits. Records of imports that are still
 * open are counted too.
 *
 * @example
 * overSettledOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" })).size // => 0
 */
export function overSettledOf(account: Account): ReadonlyMap<string, OverSettled> {
  const has = amountsOf(account);
  const found = new Map<string, OverSettled>();
  for (const [key, { record, days }] of usedOf(account)) {
    const over = mostBeyond(days, has.get(key) ?? 0);
    if (over > 0) found.set(key, { record, over: money(over) });
  }
  return found;
}

/**
 * Names a due line of an item.
 *
 * @example
 * lineKey({ item: "i1.0", line: 0 }) // => "i1.0 0"
 */
export function lineKey({ item, line }: { readonly item: string; readonly line: number }): string {
  return `${item} ${line}`;
}

function amountsOf({ items, receipts }: Account): Map<string, number> {
  const has = new Map<string, number>();
  for (const { id: item, amount, lines, voided } of items) {
    if (voided > 0) continue;
    has.set(item, -amount);
    for (const [line, each] of lines.entries()) has.set(lineKey({ item, line }), each.amount);
  }
  for (const { id, amount, voided } of receipts) if (voided === 0) has.set(id, amount);
  return has;
}

interface Used {
  readonly record: string;
  /** What each day adds. */
  readonly days: Map<string, number>;
}

function usedOf({ allocations }: Account): Map<string, Used> {
  const used = new Map<string, Used>();
  const add = (key: string, record: string, day: string, amount: number) => {
    const own = used.get(key) ?? { record, days: new Map<string, number>() };
    own.days.set(day, (own.days.get(day) ?? 0) + amount);
    used.set(key, own);
  };
  for (const { from, item, line, amount, date, voided } of allocations) {
    if (voided > 0) continue;
    add(lineKey({ item, line }), item, date, amount);
    add(from, from, date, amount);
  }
  return used;
}

function mostBeyond(days: ReadonlyMap<string, number>, amount: number): number {
  let sum = 0;
  let most = 0;
  for (const day of [...days.keys()].sort()) {
    sum += days.get(day) ?? 0;
    most = Math.max(most, beyond(sum, amount));
  }
  return most;
}

/** How far a sum is outside of what lies between nothing and an amount. */
function beyond(sum: number, amount: number): number {
  return amount >= 0 ? Math.max(sum - amount, -sum) : Math.max(amount - sum, sum);
}
