import type { Customer } from "../records/customer.ts";
import type { DueLine } from "../records/open-item.ts";
import type { DueBasis, SimpleTerms, StartingEvent, Terms } from "../records/terms.ts";
import {
  dateFromParts,
  dayInMonthOf,
  daysAfter,
  monthOf,
  monthsAfter,
  type PlainDate,
  yearOf,
} from "../values/date.ts";
import { allocate, type Money, minus, shareOf } from "../values/money.ts";
import { type RestDayRule, shiftedDueDate } from "./calendar.ts";

/** What decides the due dates of one document besides its terms. */
export interface DueContext {
  readonly date: PlainDate;
  /** 结算日: last day of the customer's statement period, 31 = month end. */
  readonly cutOffDay?: number;
  /** Days on which starting events happened; a missing one leaves the date open. */
  readonly events?: Partial<Record<StartingEvent, PlainDate>>;
  readonly restDays?: RestDayRule;
}

/**
 * Due lines 到期行 of a document under its terms. They always add up to the amount. A line whose
 * starting event has not happened has no date: it ages as current and is never overdue.
 *
 * @example
 * dueLinesOf(money(10000), { kind: "net", days: 30 }, { date: plainDate("2016-01-22") }) // => [{ amount: 10000, due: "2016-02-21", basis: "documentDate" }]
 * @example
 * dueLinesOf(money(100), { kind: "afterTaxInvoice", days: 30 }, { date: plainDate("2026-01-01") }) // => [{ amount: 100, basis: "taxInvoice", days: 30 }]
 */
export function dueLinesOf(amount: Money, terms: Terms, context: DueContext): DueLine[] {
  switch (terms.kind) {
    case "split": {
      const amounts = allocate(
        amount,
        terms.parts.map((part) => part.weight),
      );
      return terms.parts.map((part, i) => line(amounts[i] ?? minus(amount, amount), part.terms, context));
    }
    case "retention": {
      const held = shareOf(amount, terms.basisPoints);
      const rest = line(minus(amount, held), terms.rest, context);
      const due = shifted(monthsAfter(context.date, terms.months), context);
      return [rest, { amount: held, due, basis: "retention" }];
    }
    default:
      return [line(amount, terms, context)];
  }
}

function line(amount: Money, terms: SimpleTerms, context: DueContext): DueLine {
  const { due, basis, days } = dueOf(terms, context);
  return {
    amount,
    ...(due ? { due: shifted(due, context) } : {}),
    basis,
    ...(days === undefined ? {} : { days }),
  };
}

interface Due {
  readonly due: PlainDate | undefined;
  readonly basis: DueBasis;
  readonly days?: number;
}

function dueOf(terms: SimpleTerms, context: DueContext): Due {
  const { date } = context;
  switch (terms.kind) {
    case "cash":
      return { due: date, basis: "documentDate" };
    case "net":
      return { due: daysAfter(date, terms.days), basis: "documentDate" };
    case "monthEnd":
      return { due: daysAfter(cutOffAfter(context, terms.months), terms.days), basis: "monthEnd" };
    case "fixedDay":
      return { due: fixedDay(date, terms.day, terms.months), basis: "fixedDay" };
    case "afterTaxInvoice":
      return afterEvent("taxInvoice", terms.days, context);
    case "afterStatement":
      return afterEvent("statement", terms.days, context);
    case "afterAcceptance":
      return afterEvent("acceptance", terms.days, context);
    case "nextDelivery":
      return afterEvent("nextDelivery", 0, context);
  }
}

/** The cut-off day that ends the document's period, so many months later. */
function cutOffAfter(context: DueContext, months: number): PlainDate {
  const cutOffDay = context.cutOffDay ?? 31;
  const inOwnMonth = dayInMonthOf(context.date, cutOffDay);
  const later = context.date > inOwnMonth ? months + 1 : months;
  return dayInMonthOf(monthsAfter(firstOfMonth(context.date), later), cutOffDay);
}

/** 当月5日 of a document of the 20th is the next such day: nothing is due before its document. */
function fixedDay(date: PlainDate, day: number, months: number): PlainDate {
  const dayAfter = (count: number) => dayInMonthOf(monthsAfter(firstOfMonth(date), count), day);
  const due = dayAfter(months);
  return due < date ? dayAfter(months + 1) : due;
}

function firstOfMonth(date: PlainDate): PlainDate {
  return dateFromParts(yearOf(date), monthOf(date), 1) ?? date;
}

function afterEvent(event: StartingEvent, days: number, context: DueContext): Due {
  const happened = context.events?.[event];
  return { due: happened ? daysAfter(happened, days) : undefined, basis: event, days };
}

function shifted(date: PlainDate, context: DueContext): PlainDate {
  return shiftedDueDate(date, context.restDays ?? "asIs");
}

/** What a document says of its own due date: a day, or terms that differ from the customer's. */
export interface StatedDue {
  readonly date: PlainDate;
  readonly due?: PlainDate;
  readonly terms?: Terms;
}

/**
 * Due lines of a document of a customer: by the day it states, else by its own terms, else by the
 * customer's. A customer known to pay cash owes at once; where nothing says when, the date is not fixed.
 *
 * @example
 * documentLinesOf(money(100), { date: plainDate("2026-01-01") }, {}) // => [{ amount: 100, basis: "stated" }]
 * @example
 * documentLinesOf(money(100), { date: plainDate("2026-01-01") }, { onAccount: false }) // => [{ amount: 100, due: "2026-01-01", basis: "documentDate" }]
 */
export function documentLinesOf(
  amount: Money,
  stated: StatedDue,
  customer: Pick<Customer, "terms" | "cutOffDay" | "onAccount">,
  restDays: RestDayRule = "asIs",
): DueLine[] {
  const { date, due } = stated;
  if (due) return [{ amount, due, basis: "stated" }];
  const terms = stated.terms ?? customer.terms ?? (customer.onAccount === false ? CASH : undefined);
  if (!terms) return [{ amount, basis: "stated" }];
  const { cutOffDay } = customer;
  return dueLinesOf(amount, terms, { date, restDays, ...(cutOffDay ? { cutOffDay } : {}) });
}

const CASH: Terms = { kind: "cash" };
