import { meanDaysOf, onTimeShareOf } from "../calculations/payment-history.ts";
import { type Payment, paymentsOf, paymentsTotal } from "../calculations/payments.ts";
import type { Account } from "../records/book.ts";
import { isThereAt, type Known } from "../records/known-fact.ts";
import type { OpenItem } from "../records/open-item.ts";
import { type Factor, OUTSIDE_FACTORS, type Scorecard } from "../records/scorecard.ts";
import { daysAfter, monthsAfter, monthsBetween, type PlainDate } from "../values/date.ts";
import type { Currency } from "../values/money.ts";
import { type DealingScope, dealingsOf, salesIn } from "./dealings.ts";

/** What a grade is made from: a measure for each factor that something is known of. */
export interface GradeFacts {
  readonly measures: Readonly<Partial<Record<Factor, number>>>;
  /** Parts of due lines that were paid or are past due, besides what is not the customer's lateness. */
  readonly payments: number;
  /** What is past due for more than the days of each of the card's caps, in basis points of a year's sales. */
  readonly oldDebts: readonly number[];
  /** Whole months since the first document, or since the customer's own first day. */
  readonly months: number;
}

/** As of which day, and with what of the ledger. */
export interface GradeScope extends DealingScope {
  /** Exposure in basis points of the limit in force; absent where there is no limit to measure it by. */
  readonly limitUse?: number;
  /** 0 to 100, from outside. */
  readonly outside?: Readonly<Partial<Record<Factor, number>>>;
}

/**
 * Measures of one customer 评分依据. In several currencies each measure is the worst of them: good habits in one hide no
 * bad ones in another. Volume counts the ledger's own currency only, since nothing tells the worth of another.
 *
 * @example
 * gradeFactsOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), DEFAULT_SCORECARD, { asOf: plainDate("2026-11-22"), baseCurrency: "CNY", knownAt: 1, debtCarriedBy: "invoice" }).payments // => 0
 */
export function gradeFactsOf(account: Account, card: Scorecard, scope: GradeScope): GradeFacts {
  const items = account.items.filter((item) => isThereAt(item, scope));
  const since = sinceOf(account, items);
  const paying = [...new Set(items.map(({ currency }) => currency))].map((currency) =>
    behaviourOf(account, items, { ...scope, card, currency }),
  );
  return {
    measures: {
      ...worstOf(paying.map(({ measures }) => measures)),
      ...(scope.limitUse === undefined ? {} : { limitUse: scope.limitUse }),
      ...(since ? { relationship: monthsBetween(since, scope.asOf) } : {}),
      ...dealingsOf(account, items, card, scope),
      ...scope.outside,
    },
    payments: paying.reduce((sum, { payments }) => sum + payments, 0),
    oldDebts: card.overdueCaps.map((_, i) => Math.max(0, ...paying.map(({ oldDebts }) => oldDebts[i] ?? 0))),
    months: since ? monthsBetween(since, scope.asOf) : 0,
  };
}

type Measures = Partial<Record<Factor, number>>;

interface InCurrency extends GradeScope {
  readonly card: Scorecard;
  readonly currency: Currency;
}

interface Behaviour {
  readonly measures: Measures;
  readonly payments: number;
  readonly oldDebts: readonly number[];
}

/** How the customer pays in one currency. */
function behaviourOf(account: Account, items: readonly OpenItem[], scope: InCurrency): Behaviour {
  const { card, asOf, currency } = scope;
  const from = monthsAfter(asOf, -card.historyMonths);
  const theirs = paymentsOf(account, scope).filter(
    ({ due, paid, notTheirs }) => !notTheirs && (due > from || paid === undefined),
  );
  const { graceDays, recentDays } = card;
  const onTimeShare = onTimeShareOf(theirs, graceDays);
  const delay = meanDaysOf(theirs.map(notEarly));
  const lately = meanDaysOf(theirs.filter(({ due }) => due > daysAfter(asOf, -recentDays)).map(notEarly));
  const sales = salesIn(
    items.filter((item) => item.currency === currency),
    scope,
  );
  const year = sales.reduce((sum, { amount }) => sum + amount, 0);
  const overdue = theirs.filter(({ paid }) => paid === undefined);
  const shareOver = (days: number) =>
    shareOf(paymentsTotal(overdue.filter((each) => each.days > days)), year);
  return {
    measures: {
      ...(onTimeShare === undefined ? {} : { onTime: onTimeShare }),
      ...(delay === undefined ? {} : { delay }),
      ...(lately === undefined ? {} : { lately }),
      ...(theirs.length === 0 ? {} : { overdueNow: shareOver(0) }),
    },
    payments: theirs.length,
    oldDebts: card.overdueCaps.map(({ days }) => shareOver(days)),
  };
}

/** In basis points, up; of no sales at all everything is more than all. */
function shareOf(amount: number, sales: number): number {
  if (amount <= 0) return 0;
  return sales > 0 ? Math.ceil((amount / sales) * 10_000) : Number.MAX_SAFE_INTEGER;
}

/** Early money earns no more than money on the day, or it would hide what is late. */
function notEarly(payment: Payment): Payment {
  return payment.days > 0 ? payment : { ...payment, days: 0 };
}

/** Factors of which less is worse. */
const MORE_IS_BETTER: ReadonlySet<Factor> = new Set<Factor>([
  ...(["onTime", "relationship", "volume", "activeMonths"] as const),
  ...OUTSIDE_FACTORS,
]);

/**
 * Whether more of a factor is better: of delay less is.
 *
 * @example
 * isMoreBetter("delay") // => false
 */
export function isMoreBetter(factor: Factor): boolean {
  return MORE_IS_BETTER.has(factor);
}

function worstOf(all: readonly Measures[]): Measures {
  const worst: Measures = {};
  for (const measures of all)
    for (const [key, value] of Object.entries(measures)) {
      const factor = key as Factor;
      const known = worst[factor];
      const isWorse = known === undefined || (isMoreBetter(factor) ? value < known : value > known);
      if (isWorse) worst[factor] = value;
    }
  return worst;
}

function sinceOf({ customer }: Account, items: readonly Known<OpenItem>[]): PlainDate | undefined {
  const days = [...items.map(({ date }) => date), ...(customer.since ? [customer.since] : [])];
  return days.reduce<PlainDate | undefined>((first, day) => (first && first < day ? first : day), undefined);
}
