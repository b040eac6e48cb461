import type { DayNumber } from "../values/date.ts";
import { type Currency, type Money, money } from "../values/money.ts";
import type { Columns } from "./column-shape.ts";

/** What moved one party's balance in a period: opening + increases + decreases = closing. */
export interface MovementRow {
  readonly customer: string;
  readonly currency: Currency;
  readonly opening: Money;
  readonly increases: Money;
  /** Zero or negative. */
  readonly decreases: Money;
  readonly closing: Money;
}

/** The first and the last day of a period. */
export interface DayPeriod {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/**
 * Movements 本期发生额 of every party: the figures that all statements of a period come to, as known now.
 * Allocations move no balance and are not read.
 *
 * @example
 * movementsOf(columnsOf([], { knownAt: 1, debtCarriedBy: "invoice" }), { from: 20000, to: 20030 }) // => []
 */
export function movementsOf({ parties, lines, credits }: Columns, period: DayPeriod): MovementRow[] {
  const sums = new Float64Array(parties.length * WIDTH);
  addMovements(sums, lines, period, 1);
  addMovements(sums, credits, period, -1);
  return parties.map(({ customer, currency }, party) => {
    const opening = sums[party * WIDTH] ?? 0;
    const increases = sums[party * WIDTH + 1] ?? 0;
    const decreases = sums[party * WIDTH + 2] ?? 0;
    const closing = money(opening + increases + decreases);
    return {
      customer,
      currency,
      opening: money(opening),
      increases: money(increases),
      decreases: money(decreases),
      closing,
    };
  });
}

/** Opening, increases, decreases. */
const WIDTH = 3;

function addMovements(
  sums: Float64Array,
  { party, day, amount }: Pick<Columns["credits"], "party" | "day" | "amount">,
  { from, to }: DayPeriod,
  sign: 1 | -1,
): void {
  for (let i = 0; i < party.length; i += 1) {
    const at = day[i] ?? 0;
    if (at > to) continue;
    const moved = sign * (amount[i] ?? 0);
    const cell = (party[i] ?? 0) * WIDTH + (at < from ? 0 : moved > 0 ? 1 : 2);
    sums[cell] = (sums[cell] ?? 0) + moved;
  }
}
