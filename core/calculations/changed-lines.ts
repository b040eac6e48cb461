import type { DueLine } from "../records/open-item.ts";
import { allocate, type Money, minus, plus, sumOf, ZERO } from "../values/money.ts";

/**
 * Due lines of an item whose amount was changed: every line keeps what is settled of it, and what is
 * left of the new amount goes on the lines by what was open on each (on the last one where nothing was).
 * The days stay. Nothing where less is left than is settled already.
 *
 * @example
 * linesWithAmount([{ amount: money(50), basis: "stated" }, { amount: money(50), basis: "stated" }], money(90), [money(50), money(30)]).map((line) => line.amount) // => [50, 40]
 */
export function linesWithAmount(
  lines: readonly DueLine[],
  amount: Money,
  settled: readonly Money[],
): DueLine[] | undefined {
  const left = minus(amount, sumOf(settled));
  if (amount > 0 && left < 0) return undefined;
  const open = lines.map((line, i) => Math.max(0, Math.abs(line.amount) - (settled[i] ?? ZERO)));
  const weights = open.some((part) => part > 0)
    ? open
    : lines.map((_, i) => (i === lines.length - 1 ? 1 : 0));
  const parts = allocate(left, weights);
  return lines.map((line, i) => ({ ...line, amount: plus(settled[i] ?? ZERO, parts[i] ?? ZERO) }));
}
