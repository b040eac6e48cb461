import type { Account } from "../records/book.ts";
import { type Money, money } from "../values/money.ts";

/** A due line, or money and credit, of which more is used than it has. */
export interface OverSettled {
  /** The id of the item, or of the receipt. */
  readonly record: string;
  readonly over: Money;
}

/**
 * By how much more is put on due lines, or taken from receipts and credits, than they have 超额核销: by the keys of
 * {@link lineKey} and the ids of receipts and credits. Records of imports that are still open are counted too.
 *
 * @example
 * overSettledOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" })).size // => 0
 */
export function overSettledOf(account: Account): ReadonlyMap<string, OverSettled> {
  const has = amountsOf(account);
  const found = new Map<string, OverSettled>();
  for (const [key, { record, amount: used }] of usedOf(account)) {
    const over = beyond(used, has.get(key) ?? 0);
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

function usedOf({ allocations }: Account): Map<string, { record: string; amount: number }> {
  const used = new Map<string, { record: string; amount: number }>();
  const add = (key: string, record: string, amount: number) =>
    used.set(key, { record, amount: (used.get(key)?.amount ?? 0) + amount });
  for (const { from, item, line, amount, voided } of allocations) {
    if (voided > 0) continue;
    add(lineKey({ item, line }), item, amount);
    add(from, from, amount);
  }
  return used;
}

/** How far a sum is outside of what lies between nothing and an amount. */
function beyond(sum: number, amount: number): number {
  return amount >= 0 ? Math.max(sum - amount, -sum) : Math.max(amount - sum, sum);
}
