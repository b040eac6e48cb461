import { daysAfter, daysBetween, type PlainDate } from "../values/date.ts";
import { medianOf } from "./payment-history.ts";
import type { Payment } from "./payments.ts";

/** How many days beyond terms a customer usually pays. */
export interface PaymentHabit {
  /** Days beyond terms of every payment, ascending. */
  readonly days: readonly number[];
  readonly usualDays: number;
  /** Whose habit it is: with no payment of its own, everybody's; with none at all, none. */
  readonly of: "customer" | "everybody" | "nobody";
}

/**
 * A customer's habit 付款习惯: the median of its own days beyond terms. On public ledgers no mean, no median of the latest
 * payments or of one term alone foretold later payments better.
 *
 * @example
 * paymentHabitOf([], []) // => { days: [], usualDays: 0, of: "nobody" }
 */
export function paymentHabitOf(own: readonly Payment[], everybody: readonly Payment[]): PaymentHabit {
  const mine = daysPaid(own);
  if (mine.length > 0) return { days: mine, usualDays: medianOf(mine) ?? 0, of: "customer" };
  const all = daysPaid(everybody);
  return { days: all, usualDays: medianOf(all) ?? 0, of: all.length > 0 ? "everybody" : "nobody" };
}

function daysPaid(payments: readonly Payment[]): number[] {
  return payments
    .filter(({ paid, notTheirs }) => paid !== undefined && notTheirs === undefined)
    .map(({ days }) => days)
    .sort((a, b) => a - b);
}

/**
 * The day on which an open amount may be expected 预计回款日: its due date and the usual days. What is later than usual
 * already is expected by the median of what came later still; later than anything before, there is no day.
 *
 * @example
 * expectedOn(plainDate("2026-11-01"), plainDate("2026-11-22"), { days: [0, 10, 40], usualDays: 10, of: "customer" }) // => "2026-12-11"
 */
export function expectedOn(due: PlainDate, asOf: PlainDate, habit: PaymentHabit): PlainDate | undefined {
  if (habit.of === "nobody") return undefined;
  const soFar = daysBetween(due, asOf);
  if (habit.usualDays > soFar) return daysAfter(due, Math.round(habit.usualDays));
  const still = medianOf(habit.days.filter((days) => days > soFar));
  return still === undefined ? undefined : daysAfter(due, Math.round(still));
}
