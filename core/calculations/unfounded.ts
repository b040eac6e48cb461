import type { Account } from "../records/book.ts";
import type { Known } from "../records/known-fact.ts";
import type { Allocation } from "../records/receipt.ts";

/**
 * Allocations that nothing carries any more: their item, line or money is not there, or more is put on or
 * taken from it than it has. Taken back, what they held is open and unapplied again. Only a damaged journal
 * leaves such.
 *
 * @example
 * unfoundedAllocations(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" })) // => []
 */
export function unfoundedAllocations(account: Account): Known<Allocation>[] {
  const live = account.allocations.filter((each) => each.voided === 0);
  const limits = limitsOf(account);
  let kept = live;
  for (;;) {
    const sums = sumsOf(kept);
    const fitting = kept.filter((each) => endsOf(each).every((end) => fits(sums.get(end), limits.get(end))));
    if (fitting.length === kept.length) break;
    kept = fitting;
  }
  const founded = new Set(kept);
  return live.filter((each) => !founded.has(each));
}

/** How much may be allocated from and to: a reversal takes as much back as it has. */
type Limits = ReadonlyMap<string, { readonly least: number; readonly most: number }>;

function limitsOf({ items, receipts }: Account): Limits {
  const limits = new Map<string, { least: number; most: number }>();
  const isLive = (fact: { voided: number }) => fact.voided === 0;
  for (const { id, amount, lines } of items.filter(isLive)) {
    for (const [line, part] of lines.entries()) limits.set(`${id}/${line}`, { least: 0, most: part.amount });
    if (amount < 0) limits.set(id, { least: 0, most: -amount });
  }
  for (const { id, amount } of receipts.filter(isLive))
    limits.set(id, { least: Math.min(0, amount), most: Math.max(0, amount) });
  return limits;
}

function endsOf({ item, line, from }: Allocation): readonly string[] {
  return [`${item}/${line}`, from];
}

function sumsOf(allocations: readonly Allocation[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const each of allocations)
    for (const end of endsOf(each)) sums.set(end, (sums.get(end) ?? 0) + each.amount);
  return sums;
}

function fits(sum = 0, limit?: { least: number; most: number }): boolean {
  return limit !== undefined && sum >= limit.least && sum <= limit.most;
}
