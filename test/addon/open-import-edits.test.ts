import { describe, expect, it } from "vitest";
import { ImportBench } from "./import-bench.ts";

const day = "2026-01-05";
const row = { number: "N1", date: day, amount: 4_000 };

/** An import of one document that is sent and not closed yet; its row stands in the tab. */
function sent(rows: readonly Readonly<Record<string, string | number>>[] = [row], kind = "items") {
  const { bench, customer } = ImportBench.withCustomer();
  const batch = bench.openImport(rows.length);
  bench.send(batch, kind, rows);
  return { bench, customer, batch };
}

const discard = (bench: ImportBench, batch: string) =>
  bench.call("undoBatch", { action: bench.action(), batch });

describe("a record of an import that is still open, changed by hand", () => {
  it("counts from the close, as it says then", () => {
    const { bench, batch } = sent();
    bench.typeRow("应收明细", 2, { 金额: 70, 备注: "改" });
    bench.takeOver();
    expect(bench.aged().balance).toBe(0);
    bench.call("importClose", { batch });
    expect(bench.aged().balance).toBe(7_000);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("goes with the import when that is discarded", () => {
    const { bench, batch } = sent();
    bench.typeRow("应收明细", 2, { 金额: 70 });
    bench.takeOver();
    discard(bench, batch);
    expect(bench.aged().balance).toBe(0);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("moved to another customer still waits for the close, and goes with the discard", () => {
    for (const end of ["importClose", "undoBatch"]) {
      const { bench, batch } = sent();
      bench.customer("K002", "广州恒通");
      bench.typeRow("应收明细", 2, { 客户编码: "K002" });
      bench.takeOver();
      expect([bench.aged("K001").balance, bench.aged("K002").balance]).toEqual([0, 0]);
      bench.call(end, end === "importClose" ? { batch } : { action: bench.action(), batch });
      expect(bench.aged("K002").balance).toBe(end === "importClose" ? 4_000 : 0);
      expect(bench.checkUp()).toMatchObject({ sound: true });
    }
  });

  it("a receipt given to another customer settles nothing there before the close", () => {
    const paid = { bankReference: "B1", date: "2026-02-01", amount: 4_000 };
    const { bench, batch } = sent([paid], "receipts");
    const other = bench.customer("K002", "广州恒通");
    bench.item(other, "XS-2", day, 9_000);
    bench.typeRow("收款", 2, { 客户编码: "K002" });
    bench.takeOver();
    expect(bench.openOf(other)).toEqual({ "XS-2": 9_000 });
    expect(bench.aged("K002")).toEqual({ balance: 9_000, unapplied: 0 });
    discard(bench, batch);
    expect(bench.openOf(other)).toEqual({ "XS-2": 9_000 });
    expect(bench.aged("K002")).toEqual({ balance: 9_000, unapplied: 0 });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });
});
