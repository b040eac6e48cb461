import {
  type Change,
  daysAfter,
  type Money,
  money,
  monthsAfter,
  type OpenItem,
  type PlainDate,
  plus,
  type Receipt,
} from "../../core/index.ts";
import type { SampleDesk } from "./desk.ts";
import type { SampleCustomer } from "./people.ts";
import { settled } from "./settlement.ts";

/** A payment that a customer will make. */
interface Planned {
  readonly on: PlainDate;
  readonly pay: () => Change[];
}

/** The sample's receipts: each customer pays as is their habit, some late, some too little, some by draft. */
export class SamplePayments {
  private readonly desk: SampleDesk;
  private readonly due: Planned[] = [];

  constructor(desk: SampleDesk) {
    this.desk = desk;
  }

  /** When and how the customer will pay the document. */
  plan(person: SampleCustomer, item: OpenItem): void {
    if (item.dispute) return;
    const { random } = this.desk;
    const base = item.lines[0]?.due ?? daysAfter(item.date, 45);
    const on = daysAfter(base, this.delay(person));
    if (person.habit === "veryLate" && random() < 0.25) return;
    const share = person.habit === "partial" && random() < 0.5 ? 0.6 : 1;
    const rounded = random() < 0.15 ? money(Math.floor(item.amount / 1000) * 1000) : item.amount;
    const extra = person.habit === "overpays" && random() < 0.3 ? money(50_000) : money(0);
    const amount = plus(money(Math.round(rounded * share)), extra);
    this.due.push({ on, pay: () => this.receipt(person, on, amount) });
  }

  /** What has been paid by a day; today somebody has paid whom nobody knows. */
  until(through: PlainDate): Change[] {
    const now = this.due.filter((each) => each.on <= through).sort((a, b) => (a.on < b.on ? -1 : 1));
    for (const each of now) this.due.splice(this.due.indexOf(each), 1);
    const unknown = through === this.desk.today ? [this.unidentified()] : [];
    return [...now.flatMap((each) => each.pay()), ...unknown];
  }

  private delay(person: SampleCustomer): number {
    const roll = this.desk.random();
    if (person.habit === "late") return Math.floor(5 + roll * 40);
    if (person.habit === "veryLate") return Math.floor(40 + roll * 90);
    return Math.floor(-4 + roll * 8);
  }

  private unidentified(): Change {
    const { ids, today, words } = this.desk;
    const row: Receipt = {
      id: ids.receipt(),
      date: daysAfter(today, -2),
      currency: "CNY",
      amount: money(2_000_000),
      method: "transfer",
      payerName: words.payer,
      note: words.note,
    };
    return { put: "receipt", row };
  }

  private receipt(person: SampleCustomer, on: PlainDate, amount: Money): Change[] {
    if (amount <= 0) return [];
    const { desk } = this;
    const account = desk.account(person);
    const isDraft = person.habit === "drafts" && desk.random() < 0.5;
    const row: Receipt = {
      id: desk.ids.receipt(),
      customer: account.customer.id,
      date: on,
      currency: person.currency ?? "CNY",
      amount,
      method: isDraft ? "bankDraft" : "transfer",
      bankReference: `${on.replace(/-/g, "")}${String(Math.floor(desk.random() * 1e8)).padStart(8, "0")}`,
      ...(isDraft ? { draft: this.draft(on) } : {}),
    };
    account.receipts.push({ ...row, seq: 1, voided: 0 });
    return [{ put: "receipt", row }, ...settled(account, row, desk.ids)];
  }

  private draft(on: PlainDate): NonNullable<Receipt["draft"]> {
    const { random, today, words } = this.desk;
    const maturity = monthsAfter(on, 6);
    const state = maturity < today ? "collected" : "held";
    const number = `5${String(Math.floor(random() * 1e9)).padStart(9, "0")}`;
    return { number, acceptor: words.acceptor, maturity, state };
  }
}
