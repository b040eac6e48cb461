import { QuickBench } from "./quick-bench.ts";

/** What a take-over tells. */
export interface TakenOver {
  readonly taken: number;
  readonly restored: number;
  readonly problems: { kind: string; found?: string; place: { row?: number; column?: string } }[];
}

/** What a check-up tells, as far as tests look. */
export interface CheckUp {
  readonly sound: boolean;
  readonly toTake: number;
  readonly problems: unknown[];
}

interface WaitingApproval {
  readonly id: string;
  readonly customer: string;
  readonly code: string;
  readonly kind: string;
  readonly asked: string;
  readonly inForce: string;
}

let actions = 0;

/** A ledger in Chinese in which a person types by the headings' names. */
export class TypedBench extends QuickBench {
  /** A ledger with one customer K001 under these terms. */
  static withCustomer(customer: object = {}): { bench: TypedBench; customer: string } {
    const bench = new TypedBench();
    bench.call("setup", { language: "zh" });
    return { bench, customer: bench.customer("K001", "深圳市鸿运达", customer) };
  }

  customer(code: string, name: string, more: object = {}): string {
    const input = { action: this.action(), customer: { code, name, ...more } };
    return this.call<{ id: string }>("addCustomer", input).id;
  }

  item(customer: string, number: string, date: string, amount: number, more: object = {}): string {
    const item = { customer, kind: "invoice", number, date, amount, ...more };
    return this.call<{ id: string }>("addItem", { action: this.action(), item }).id;
  }

  receipt(amount: number, date: string, more: object = {}): string {
    const receipt = { date, amount, method: "transfer", ...more };
    return this.call<{ id: string }>("addReceipt", { action: this.action(), receipt }).id;
  }

  /** Opens an import and sends one row of a document of K001; says what came of it. */
  importRow(number: string, date: string, amount: number): { batch: string; answer: unknown } {
    const open = {
      action: this.action(),
      source: "f.csv",
      sourceHash: "h",
      rows: 1,
      amounts: [],
      layout: "",
    };
    const { batch } = this.call<{ batch: string }>("importOpen", open);
    const row = { row: 2, occurrence: 1, currency: "CNY", customerCode: "K001", number, date, amount };
    return { batch, answer: this.call("importChunk", { batch, kind: "items", from: 0, rows: [row] }) };
  }

  /** Everything that waits to be decided, as `customer code: what is asked (what is in force)`. */
  waiting(): { id: string; customer: string; told: string }[] {
    const { approvals } = this.call<{ approvals: WaitingApproval[] }>("approvals", { only: "waiting" });
    return approvals.map(({ id, customer, code, kind, asked, inForce }) => {
      return { id, customer, told: `${code} ${kind}: ${asked} (${inForce})` };
    });
  }

  /** Somebody else than who asked decides on all that waits. */
  decideAll(as: "granted" | "refused" = "granted", more: object = {}): void {
    const approvals = this.waiting().map(({ id, customer }) => ({ id, customer }));
    this.call("decideApprovals", { action: this.action(), approvals, as, by: "陈主管", ...more });
  }

  action(): string {
    actions += 1;
    return `action-${actions}`;
  }

  /** Types cells of one row, each under its heading. */
  typeRow(tab: string, row: number, values: Record<string, string | number>): void {
    for (const [heading, value] of Object.entries(values))
      this.type(tab, row, this.column(tab, heading), [[value]]);
  }

  /** What stands in a row under a heading. */
  cell(tab: string, row: number, heading: string): unknown {
    return this.cells(tab)[row - 1]?.[this.column(tab, heading) - 1];
  }

  takeOver(): TakenOver {
    return this.call<TakenOver>("takeOver", { action: this.action() });
  }

  checkUp(): CheckUp {
    return this.call<CheckUp>("check", {});
  }

  /** Due dates of the open lines of a customer, by document number. */
  dues(customer: string, asOf = "2026-12-31"): Record<string, string | undefined> {
    const { open } = this.call<{ open: { number: string; due?: string }[] }>("customer", {
      id: customer,
      asOf,
    });
    return Object.fromEntries(open.map(({ number, due }) => [number, due]));
  }

  balance(code: string): number | undefined {
    const { customers } = this.call<{ customers: { code: string; balance: number }[] }>("customers", {
      asOf: "2026-12-31",
    });
    return customers.find((customer) => customer.code === code)?.balance;
  }

  column(tab: string, heading: string): number {
    const at = (this.cells(tab)[0] ?? []).findIndex((each) => String(each).split(" ")[0] === heading);
    if (at < 0) throw new Error(`no column ${heading} in ${tab}`);
    return at + 1;
  }
}
