import { type Money, minus, plus, ZERO } from "../values/money.ts";
import type { Statement } from "./statement-shape.ts";

/**
 * Money on no document 未核销收款, with its minus, in the aging foot: without what was refunded and is owed again.
 *
 * @example
 * unappliedIn({ unapplied: money(-30), owedAgain: money(20) }) // => -50
 */
export function unappliedIn({
  unapplied,
  owedAgain = ZERO,
}: Pick<Statement["aging"], "unapplied" | "owedAgain">): Money {
  return minus(unapplied, owedAgain);
}

/**
 * What a statement asks to be paid now: what is past due after all money not applied yet, so that nothing is asked
 * for twice. Nothing is asked where it is not above zero.
 *
 * @example
 * askedNow({ pastDue: money(80), aging: { unapplied: money(-30) } }) // => 50
 */
export function askedNow({
  pastDue,
  aging,
}: {
  readonly pastDue: Money;
  readonly aging: Pick<Statement["aging"], "unapplied" | "owedAgain">;
}): Money {
  return plus(pastDue, unappliedIn(aging));
}
