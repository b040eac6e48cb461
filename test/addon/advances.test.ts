import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

/** 预收款: an advance for an order settles items of the order only, never older debts (domain decision 7). */
const advance = { date: "2026-03-01", amount: 50_000, method: "transfer", order: "SO-9" };
const invoice = { kind: "invoice", date: "2026-01-05", due: "2026-02-04", amount: 30_000 };

interface Line {
  readonly code: string;
  readonly unapplied: number;
  readonly balance: number;
}

function benchWithAdvance() {
  const { bench, customer } = TypedBench.withCustomer();
  bench.call("addItem", { action: "item-0001", item: { ...invoice, customer, number: "OLD" } });
  bench.call("addReceipt", { action: "receipt-01", receipt: { ...advance, customer } });
  const unapplied = () =>
    bench.call<{ customers: Line[] }>("aging", { asOf: "2026-12-31" }).customers[0]?.unapplied;
  return { bench, customer, unapplied };
}

describe("an advance for an order", () => {
  it("stays when unapplied money is put on open items, and goes on the order's own", () => {
    const { bench, customer, unapplied } = benchWithAdvance();
    expect(bench.run("apply", { action: "apply-0001", customer }).reply).toMatchObject({
      why: "nothingToApply",
    });
    expect(unapplied()).toBe(-50_000);
    const own = { ...invoice, customer, number: "NEW", order: "SO-9", amount: 20_000 };
    bench.call("addItem", { action: "item-0002", item: own });
    bench.call("apply", { action: "apply-0002", customer });
    expect(unapplied()).toBe(-30_000);
  });

  it("stays when an import is closed that touches the customer", () => {
    const { bench, unapplied } = benchWithAdvance();
    const rows = [
      {
        row: 2,
        occurrence: 1,
        currency: "CNY",
        customerCode: "K001",
        number: "IMP",
        date: "2026-01-09",
        amount: 1_000,
      },
    ];
    const open = {
      action: "import-01",
      source: "a.csv",
      sourceHash: "h",
      rows: 1,
      amounts: [],
      layout: "l",
    };
    const { batch } = bench.call<{ batch: string }>("importOpen", open);
    bench.call("importChunk", { batch, kind: "items", from: 0, rows });
    bench.call("importClose", { batch });
    expect(unapplied()).toBe(-50_000);
  });

  it("stands in its tab with the order, and may be typed there", () => {
    const { bench, unapplied } = benchWithAdvance();
    bench.typeRow("收款", 3, { 客户编码: "K001", 收款日期: "2026-03-02", 金额: 70, 预收订单: "SO-9" });
    bench.call("takeOver", { action: "take-0001", all: true });
    const [headings = [], ...rows] = bench.tab("收款").cells;
    const at = headings.findIndex((heading) => String(heading).startsWith("预收订单"));
    expect(rows.slice(0, 2).map((row) => row[at])).toEqual(["SO-9", "SO-9"]);
    expect(unapplied()).toBe(-57_000);
  });
});
