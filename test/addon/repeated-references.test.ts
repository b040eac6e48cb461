import { describe, expect, it } from "vitest";
import { ImportBench } from "./import-bench.ts";

const day = "2026-01-05";
const paid = { date: day, amount: 4_000, bankReference: "B1" };

const found = (bench: ImportBench) =>
  bench
    .call<{ problems: { kind: string; where?: string[] }[] }>("check", {})
    .problems.filter(({ kind }) => kind === "referenceRepeated");

describe("one bank reference 银行流水号 on two receipts of one amount", () => {
  it("is found by the check-up: what an import brought for one customer, and the form for another", () => {
    const { bench } = ImportBench.withCustomer();
    const other = bench.customer("K002", "广州恒通");
    bench.imported("receipts", [paid]);
    bench.receipt(4_000, "2026-01-06", { customer: other, bankReference: "b1 " });
    expect(found(bench)).toMatchObject([
      {
        place: { table: "收款" },
        found: "B1",
        amount: "40.00",
        where: ["深圳市鸿运达 2026-01-05", "广州恒通 2026-01-06"],
      },
    ]);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("is none once one of them is taken back", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const action = bench.action();
    const receipt = { ...paid, customer, method: "transfer" };
    bench.call("addReceipt", { action, receipt });
    bench.call("addReceipt", { action: bench.action(), receipt, allowDuplicate: true });
    expect(found(bench)).toHaveLength(1);
    bench.call("undo", { action: bench.action(), of: action });
    expect(found(bench)).toEqual([]);
  });

  it("is none for another amount, or another currency: one transfer may pay for several", () => {
    const { bench, customer } = ImportBench.withCustomer();
    for (const other of [{}, { amount: 5_000 }, { currency: "USD" }]) {
      const receipt = { ...paid, customer, method: "transfer", ...other };
      bench.call("addReceipt", { action: bench.action(), receipt, allowDuplicate: true });
    }
    expect(found(bench)).toEqual([]);
  });
});
