import {
  type Change,
  daysAfter,
  dueLinesOf,
  type ItemKind,
  type Money,
  minus,
  money,
  negated,
  type OpenItem,
  type PlainDate,
} from "../../core/index.ts";
import type { SampleDesk } from "./desk.ts";
import type { SamplePayments } from "./payments.ts";
import type { SampleCustomer } from "./people.ts";
import type { SampleWords } from "./words.ts";

/** Months of made-up history. */
export const MONTHS = 18;

/** The sample's documents: invoices month by month, returns, opening balances, some with goods, some disputed. */
export class SampleDocuments {
  private readonly desk: SampleDesk;
  private readonly payments: SamplePayments;
  private number = 0;

  constructor(desk: SampleDesk, payments: SamplePayments) {
    this.desk = desk;
    this.payments = payments;
  }

  /** What one customer gets in a month. */
  of(person: SampleCustomer, begins: PlainDate, month: number): Change[] {
    if (person.habit === "fresh" && month < MONTHS - 2) return [];
    if (person.habit === "quiet" && month > MONTHS - 6) return [];
    const { desk } = this;
    const opening = person.habit === "opening" && month === 0;
    const changes = opening ? [this.item(person, begins, "opening", desk.amount(person.size * 2))] : [];
    for (let i = 0; i < person.pace; i += 1) {
      const date = daysAfter(begins, Math.floor(desk.random() * 27));
      if (date > desk.today) continue;
      changes.push(this.item(person, date, "invoice", desk.amount(person.size)));
      if (desk.random() < 0.03)
        changes.push(this.item(person, daysAfter(date, 3), "return", desk.amount(person.size / 20)));
    }
    return changes;
  }

  private item(person: SampleCustomer, date: PlainDate, kind: ItemKind, amount: Money): Change {
    const { desk } = this;
    const account = desk.account(person);
    const signed = kind === "return" ? negated(amount) : amount;
    this.number += 1;
    const { cutOffDay } = person;
    const received = desk.random() < 0.8 ? { events: { taxInvoice: daysAfter(date, 5) } } : {};
    const row: OpenItem = {
      id: desk.ids.item(),
      customer: account.customer.id,
      kind,
      number: numberOf(kind, date, this.number),
      date,
      currency: person.currency ?? "CNY",
      amount: signed,
      lines: dueLinesOf(signed, person.terms, { date, ...(cutOffDay ? { cutOffDay } : {}), ...received }),
      salesperson: person.salesperson,
      ...(person.habit === "disputes" && kind === "invoice" && desk.random() < 0.15
        ? { dispute: { since: daysAfter(date, 12), reason: desk.words.dispute } }
        : {}),
      ...(kind === "invoice" && desk.random() < 0.3 ? { goods: goodsOf(signed, desk.words) } : {}),
    };
    account.items.push({ ...row, seq: 1, voided: 0 });
    if (kind !== "return") this.payments.plan(person, row);
    return { put: "item", row };
  }
}

function numberOf(kind: ItemKind, date: PlainDate, count: number): string {
  const prefix = { invoice: "XS", opening: "QC", return: "TH" }[kind as "invoice"] ?? "XS";
  return `${prefix}${date.slice(2, 4)}${date.slice(5, 7)}-${String(count).padStart(4, "0")}`;
}

function goodsOf(amount: Money, { goods: [hinges, screws] }: SampleWords): NonNullable<OpenItem["goods"]> {
  const first = money(Math.round(amount * 0.7));
  const price = (part: number, quantity: number) => (part / quantity / 100).toFixed(4);
  return [
    { ...hinges, quantity: "200", price: price(first, 200), amount: first },
    { ...screws, quantity: "50", price: price(amount - first, 50), amount: minus(amount, first) },
  ];
}
