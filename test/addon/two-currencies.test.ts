import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

interface Listed {
  readonly currency: string;
  readonly balance: number;
  readonly overdue: number;
  readonly others: readonly { currency: string; balance: number; overdue: number }[];
}

/** A customer that has an account in its own currency and owes in another. */
describe("a customer in two currencies", () => {
  it("is listed with what it owes in each", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const item = { customer, kind: "invoice", date: "2026-01-05", due: "2026-02-04" };
    bench.call("addItem", {
      action: "item-0001",
      item: { ...item, number: "A", currency: "USD", amount: 3_000 },
    });
    const paid = { customer, date: "2026-01-06", amount: 1_000, method: "cash" };
    bench.call("addReceipt", { action: "receipt-01", receipt: paid });
    const { customers } = bench.call<{ customers: Listed[] }>("customers", { asOf: "2026-12-31" });
    expect(customers).toMatchObject([
      {
        ...{ currency: "CNY", balance: -1_000, overdue: 0 },
        others: [{ currency: "USD", balance: 3_000, overdue: 3_000 }],
      },
    ]);
  });

  it("is told that nothing can be put on anything in another currency", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const item = {
      customer,
      kind: "invoice",
      number: "A",
      date: "2026-01-05",
      currency: "USD",
      amount: 3_000,
    };
    bench.call("addItem", { action: "item-0001", item });
    const paid = { customer, date: "2026-01-06", amount: 1_000, method: "cash" };
    bench.call("addReceipt", { action: "receipt-01", receipt: paid });
    const before = JSON.stringify(bench.tab("_journal").cells);
    const { reply } = bench.run("apply", { action: "apply-0001", customer });
    expect(reply).toMatchObject({ ok: false, kind: "refusal", why: "nothingToApply" });
    expect(JSON.stringify(bench.tab("_journal").cells)).toBe(before);
  });
});

/** 日元 counts no hundredths: a thousand of it is less than a hundred of another, and compares with nothing. */
it("Today never puts sums of two currencies into one order: the ledger's own comes first", () => {
  const { bench, customer } = TypedBench.withCustomer();
  const owed = (number: string, currency: string, amount: number) => {
    const item = { kind: "invoice", date: "2026-01-05", due: "2026-02-04", number, currency, amount };
    const of = number === "A" ? customer : bench.customer(number, `客户${number}`);
    bench.call("addItem", { action: bench.action(), item: { ...item, customer: of } });
  };
  owed("A", "JPY", 900_000);
  owed("B", "CNY", 100);
  owed("C", "USD", 5_000);
  owed("D", "CNY", 7_000);
  owed("E", "JPY", 950_000);
  const { toDo } = bench.call<Output<"today">>("today", { asOf: "2026-12-31" });
  const overdue = toDo.filter(({ kind }) => kind === "overdue");
  expect(overdue.map(({ currency, amount }) => `${currency} ${amount}`)).toEqual([
    "CNY 7000",
    "CNY 100",
    "JPY 950000",
    "JPY 900000",
    "USD 5000",
  ]);
});
