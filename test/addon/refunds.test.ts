import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

/** 退款: money paid back is a receipt with a negative amount; unapplied money is zero or negative at any time. */
interface Line {
  readonly current: number;
  readonly buckets: readonly number[];
  readonly unapplied: number;
  readonly balance: number;
}

function benchWith(...invoices: number[]) {
  const { bench, customer } = TypedBench.withCustomer();
  for (const [i, amount] of invoices.entries())
    bench.call("addItem", {
      action: `item-000${i}`,
      item: { customer, kind: "invoice", number: `N-${i}`, date: "2026-01-05", due: "2026-02-04", amount },
    });
  let n = 0;
  const receipt = (amount: number, date: string) => {
    n += 1;
    const own = { customer, date, amount, method: "transfer", bankReference: `B-${n}` };
    return bench.call<{ action: string }>("addReceipt", { action: `receipt-${n}`, receipt: own });
  };
  const line = () => bench.call<{ customers: Line[] }>("aging", { asOf: "2026-12-31" }).customers[0];
  return { bench, customer, receipt, line };
}

describe("money paid back", () => {
  it("that had settled an invoice makes it open and overdue again", () => {
    const { receipt, line } = benchWith(1_000);
    receipt(1_000, "2026-03-01");
    receipt(-1_000, "2026-03-05");
    expect(line()).toMatchObject({ buckets: [0, 0, 0, 0, 1_000], unapplied: 0, balance: 1_000 });
  });

  it("of an over-payment goes from what is unapplied, and is not put on later invoices", () => {
    const { bench, customer, receipt, line } = benchWith(1_000);
    receipt(1_500, "2026-03-01");
    receipt(-500, "2026-03-05");
    expect(line()).toMatchObject({ unapplied: 0, balance: 0 });
    const later = {
      customer,
      kind: "invoice",
      number: "N-9",
      date: "2026-04-01",
      due: "2026-05-01",
      amount: 500,
    };
    bench.call("addItem", { action: "item-0009", item: later });
    expect(bench.run("apply", { action: "apply-0001", customer }).reply).toMatchObject({
      why: "nothingToApply",
    });
    expect(line()).toMatchObject({ buckets: [0, 0, 0, 0, 500], unapplied: 0, balance: 500 });
  });

  it("of more than was unapplied: first that, then what was settled last; undone it is as before", () => {
    const { bench, receipt, line } = benchWith(600, 400);
    receipt(1_200, "2026-03-01");
    const before = line();
    const { action } = receipt(-500, "2026-03-05");
    expect(line()).toMatchObject({ buckets: [0, 0, 0, 0, 300], unapplied: 0, balance: 300 });
    bench.call("undo", { action: "undo-0001", of: action });
    expect(line()).toEqual(before);
  });

  it("bars the undo of the receipt that it pays back", () => {
    const { bench, receipt, line } = benchWith(1_000);
    const { action } = receipt(1_000, "2026-03-01");
    receipt(-1_000, "2026-03-05");
    expect(bench.run("undo", { action: "undo-0001", of: action }).reply).toMatchObject({ why: "dependsOn" });
    expect(line()).toMatchObject({ unapplied: 0, balance: 1_000 });
  });

  it("typed in its tab is the same, and so is an imported one", () => {
    const { bench, receipt, line } = benchWith(1_000);
    receipt(1_000, "2026-03-01");
    bench.typeRow("收款", 3, { 客户编码: "K001", 收款日期: "2026-03-05", 金额: -4 });
    bench.call("takeOver", { action: "take-0001", all: true });
    expect(line()).toMatchObject({ buckets: [0, 0, 0, 0, 400], unapplied: 0 });
    const row = {
      row: 2,
      occurrence: 1,
      currency: "CNY",
      customerCode: "K001",
      date: "2026-03-09",
      amount: -600,
      bankReference: "Q2",
    };
    const open = {
      action: "import-01",
      source: "a.csv",
      sourceHash: "h",
      rows: 1,
      amounts: [],
      layout: "l",
    };
    const { batch } = bench.call<{ batch: string }>("importOpen", open);
    bench.call("importChunk", { batch, kind: "receipts", from: 0, rows: [row] });
    bench.call("importClose", { batch });
    expect(line()).toMatchObject({ buckets: [0, 0, 0, 0, 1_000], unapplied: 0, balance: 1_000 });
    expect(bench.call("check", {})).toMatchObject({ sound: true });
  });
});
