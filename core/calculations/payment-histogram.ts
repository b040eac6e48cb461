import { type Money, plus, ZERO } from "../values/money.ts";
import type { Payment } from "./payments.ts";

/** Payments that came within ten days of each other, by days beyond terms; the first and the last bin are open. */
export interface PaymentBin {
  /** Days beyond terms of the first day of the bin. */
  readonly from: number;
  readonly payments: number;
  readonly amount: Money;
}

const DAYS_A_BIN = 10;
const FIRST_FROM = -30;
const BINS = 12;

/**
 * When a customer pays 付款天数分布: what it paid by days beyond terms, in twelve bins of ten days, from 30 days early.
 *
 * @example
 * paymentHistogramOf([]).length // => 12
 * @example
 * paymentHistogramOf([]).map(({ from }) => from)[3] // => 0
 */
export function paymentHistogramOf(payments: readonly Payment[]): PaymentBin[] {
  const paid = payments.filter((each) => each.paid !== undefined && each.notTheirs === undefined);
  return Array.from({ length: BINS }, (_, at) => {
    const own = paid.filter(({ days }) => binOf(days) === at);
    return {
      from: FIRST_FROM + at * DAYS_A_BIN,
      payments: own.length,
      amount: own.reduce<Money>((sum, { amount }) => plus(sum, amount), ZERO),
    };
  });
}

function binOf(days: number): number {
  const at = Math.floor((days - FIRST_FROM) / DAYS_A_BIN);
  return Math.min(BINS - 1, Math.max(0, at));
}
