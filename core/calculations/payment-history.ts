import type { PlainDate } from "../values/date.ts";
import { daysAfter } from "../values/date.ts";
import type { Money } from "../values/money.ts";
import { type NotTheirs, type Payment, paymentsTotal } from "./payments.ts";

/** How a customer paid, in one currency, up to a day; figures that nothing speaks of are absent. */
export interface PaymentHistory {
  /** Parts of due lines that were paid, and what they add up to. */
  readonly payments: number;
  readonly amount: Money;
  /** 加权超账期天数: days beyond terms, weighted by amount; early ones count as they are. */
  readonly meanDays?: number;
  readonly medianDays?: number;
  /** Share of the money that came by the due date and its grace days, in basis points. */
  readonly onTimeShare?: number;
  readonly worstDays?: number;
  /** Mean days of what was due lately less those of what was due before: positive where it gets worse. */
  readonly trendDays?: number;
  /** Past due and open, besides what is not theirs. */
  readonly overdue: { readonly amount: Money; readonly oldestDays?: number };
  /** Parts left out of all of the above, by reason. */
  readonly notTheirs: Readonly<Partial<Record<NotTheirs, number>>>;
}

/** What is asked of the figures. */
export interface HistoryAsked {
  readonly asOf: PlainDate;
  /** 宽限期: so many days beyond terms are still on time. */
  readonly graceDays: number;
  /** How many days back "lately" reaches, by due date. */
  readonly recentDays: number;
}

/**
 * Payment history 付款历史 of one customer in one currency, from {@link paymentsOf}. By due date, not by day of payment,
 * so that money which comes earlier never moves a payment to where it looks worse. What is not the customer's
 * lateness is counted apart.
 *
 * @example
 * paymentHistoryOf([], { asOf: plainDate("2026-11-22"), graceDays: 0, recentDays: 180 }) // => { payments: 0, amount: 0, overdue: { amount: 0 }, notTheirs: {} }
 */
export function paymentHistoryOf(all: readonly Payment[], asked: HistoryAsked): PaymentHistory {
  const theirs = all.filter(({ notTheirs }) => notTheirs === undefined);
  const paid = theirs.filter((each) => each.paid !== undefined);
  const open = theirs.filter((each) => each.paid === undefined);
  const days = theirs.map((each) => each.days);
  return {
    payments: paid.length,
    amount: paymentsTotal(paid),
    ...present("meanDays", meanDaysOf(theirs)),
    ...present("medianDays", medianOf(paid.map((each) => each.days))),
    ...present("onTimeShare", onTimeShareOf(theirs, asked.graceDays)),
    ...present("worstDays", days.length > 0 ? Math.max(...days) : undefined),
    ...present("trendDays", trendOf(theirs, asked)),
    overdue: {
      amount: paymentsTotal(open),
      ...present("oldestDays", open.length > 0 ? Math.max(...open.map((each) => each.days)) : undefined),
    },
    notTheirs: countedBy(all),
  };
}

/**
 * Days beyond terms weighted by amount; nothing where there is nothing to weigh.
 *
 * @example
 * meanDaysOf([]) // => undefined
 */
export function meanDaysOf(payments: readonly Payment[]): number | undefined {
  const total = paymentsTotal(payments);
  if (total <= 0) return undefined;
  // Whole numbers are added up, so that no order of rows shows in the last digits.
  return payments.reduce((sum, { days, amount }) => sum + days * amount, 0) / total;
}

/**
 * The middle value, of an even number the mean of the two in the middle.
 *
 * @example
 * medianOf([3, 1, 10, 2]) // => 2.5
 */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined || sorted.length % 2 === 1) return upper;
  return ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * Share of what was paid or is past due that came by the due date and its grace days 按期率, in basis points.
 *
 * @example
 * onTimeShareOf([], 0) // => undefined
 */
export function onTimeShareOf(payments: readonly Payment[], graceDays: number): number | undefined {
  const total = paymentsTotal(payments);
  if (total <= 0) return undefined;
  const onTime = paymentsTotal(payments.filter(({ days }) => days <= graceDays));
  return Math.floor((onTime / total) * 10_000);
}

function trendOf(payments: readonly Payment[], { asOf, recentDays }: HistoryAsked): number | undefined {
  const since = daysAfter(asOf, -recentDays);
  const lately = meanDaysOf(payments.filter(({ due }) => due > since));
  const before = meanDaysOf(payments.filter(({ due }) => due <= since));
  return lately === undefined || before === undefined ? undefined : lately - before;
}

function countedBy(payments: readonly Payment[]): Partial<Record<NotTheirs, number>> {
  const counted: Partial<Record<NotTheirs, number>> = {};
  for (const { notTheirs } of payments) if (notTheirs) counted[notTheirs] = (counted[notTheirs] ?? 0) + 1;
  return counted;
}

function present<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
