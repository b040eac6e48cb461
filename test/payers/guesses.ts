import { daysBetween, medianOf, type Payment, type PlainDate, paymentHabitOf } from "../../core/index.ts";
import { meanOf } from "./measures.ts";
import type { SettledInvoice } from "./payers.ts";

/** Days late that were foretold on the day of an invoice, and those that came. */
export interface Guess {
  readonly guess: number;
  readonly actual: number;
}

type Known = readonly Payment[];

/** What can be foretold from what is known on a day: the customer's own payments, and everybody's. */
const WAYS: Readonly<Record<string, (own: Known, everybody: Known) => number>> = {
  "on the due date": () => 0,
  "customer's mean": (own, everybody) =>
    own.length > 0 ? meanOf(days(own)) : (medianOf(days(everybody)) ?? 0),
  "customer's median": (own, everybody) => paymentHabitOf(own, everybody).usualDays,
  "customer's late share": (own) => (own.filter((each) => each.days > 0).length + 1) / (own.length + 2),
};

/** For every invoice from a day on, what each way foretells with the payments that are known by then. */
export function guessesOf(all: readonly SettledInvoice[], from: PlainDate): Map<string, Guess[]> {
  const everybody = all.filter(({ paid }) => paid <= from).map(paymentOf);
  const byCustomer = new Map<string, SettledInvoice[]>();
  for (const each of all) byCustomer.set(each.customer, [...(byCustomer.get(each.customer) ?? []), each]);
  const later = all.filter(({ date }) => date >= from);
  const known = new Map<string, number[]>();
  for (const { customer, date } of later) {
    const key = `${customer} ${date}`;
    if (known.has(key)) continue;
    const own = (byCustomer.get(customer) ?? []).filter(({ paid }) => paid <= date).map(paymentOf);
    known.set(
      key,
      Object.values(WAYS).map((way) => way(own, everybody)),
    );
  }
  return new Map(
    Object.keys(WAYS).map((name, i) => [
      name,
      later.map(({ customer, date, due, paid }) => ({
        guess: known.get(`${customer} ${date}`)?.[i] ?? 0,
        actual: daysBetween(due, paid),
      })),
    ]),
  );
}

function paymentOf({ due, paid, amount }: SettledInvoice): Payment {
  return { item: "", line: 0, due, paid, days: daysBetween(due, paid), amount: amount as Payment["amount"] };
}

function days(payments: Known): number[] {
  return payments.map((each) => each.days);
}
