import { daysAfter, type PlainDate, weekdayOf } from "../values/date.ts";
import { type Money, plus, ZERO } from "../values/money.ts";
import { compareText } from "../values/text.ts";
import type { OpenLine } from "./open-amounts.ts";
import { expectedOn, type PaymentHabit } from "./payment-forecast.ts";

/** Money expected in the week from a Monday on; without one, what nothing foretells. */
export interface ExpectedWeek {
  readonly from?: PlainDate;
  readonly amount: Money;
}

/**
 * Expected cash by week 预计回款: open lines of one currency by the day on which their customer usually pays, the weeks in
 * order. Lines without a fixed due date, and those later than anything that was ever paid, are expected in no week.
 *
 * @example
 * expectedByWeek([], plainDate("2026-11-22"), () => paymentHabitOf([], [])) // => []
 */
export function expectedByWeek(
  lines: readonly OpenLine[],
  asOf: PlainDate,
  habitOf: (line: OpenLine) => PaymentHabit,
): ExpectedWeek[] {
  const weeks = new Map<string, Money>();
  for (const line of lines) {
    const day = line.due && expectedOn(line.due, asOf, habitOf(line));
    const from = day ? mondayOf(day) : "";
    weeks.set(from, plus(weeks.get(from) ?? ZERO, line.open));
  }
  return [...weeks]
    .sort(([a], [b]) => compareText(a || "9999", b || "9999"))
    .map(([from, amount]) => (from ? { from: from as PlainDate, amount } : { amount }));
}

/**
 * The Monday of a day's week.
 *
 * @example
 * mondayOf(plainDate("2026-11-22")) // => "2026-11-16"
 */
export function mondayOf(day: PlainDate): PlainDate {
  return daysAfter(day, -((weekdayOf(day) + 6) % 7));
}
