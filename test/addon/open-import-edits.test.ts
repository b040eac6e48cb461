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

  it("is not set back below a later change, before the close or after it", () => {
    for (const close of ["last", "between", "first"]) {
      const { bench, batch } = sent();
      const [first, second] = [bench.action(), bench.action()];
      const typed = (action: string, 金额: number) => {
        bench.typeRow("应收明细", 2, { 金额 });
        bench.call("takeOver", { action });
      };
      typed(first, 50);
      if (close === "first") bench.call("importClose", { batch });
      typed(second, 70);
      if (close === "between") bench.call("importClose", { batch });
      const undo = (of: string) => bench.refusal("undo", { action: bench.action(), of: `${of}:items` });
      expect([close, undo(first)]).toEqual([close, "dependsOn"]);
      expect(undo(second)).toBe("done");
      expect(undo(first)).toBe("done");
      if (close === "last") bench.call("importClose", { batch });
      expect(bench.aged().balance).toBe(4_000);
      expect(bench.checkUp()).toMatchObject({ sound: true });
    }
  });

  it("moved and settled elsewhere settles no more at the close than is open: the rest is unapplied", () => {
    for (const [meanwhile, open, unapplied] of [
      [10_000, {}, -10_000],
      [6_000, {}, -6_000],
    ] as const) {
      const paid = { customerCode: "K002", bankReference: "B1", date: "2026-02-01", amount: 10_000 };
      const { bench, customer } = ImportBench.withCustomer();
      bench.customer("K002", "广州恒通");
      bench.item(customer, "XS-1", day, 10_000);
      const batch = bench.openImport();
      bench.send(batch, "receipts", [paid]);
      bench.typeRow("收款", 2, { 客户编码: "K001" });
      bench.takeOver();
      bench.receipt(meanwhile, "2026-03-01", { customer });
      const told = { problems: [{ kind: "settledMeanwhile", number: "XS-1" }] };
      expect(bench.call("importClose", { batch })).toMatchObject(told);
      expect(bench.call("importClose", { batch })).toMatchObject(told);
      expect(bench.openOf(customer)).toEqual(open);
      expect(bench.aged()).toEqual({ balance: unapplied, unapplied });
      expect(bench.checkUp()).toMatchObject({ sound: true });
      expect(bench.call("rebuild", {})).toMatchObject({ restored: 0 });
    }
  });

  it("is shown with the customer with whom it stood last, also after the discard", () => {
    for (const isBack of [false, true]) {
      const { bench, batch } = sent();
      bench.customer("K002", "广州恒通");
      const action = bench.action();
      bench.typeRow("应收明细", 2, { 客户编码: "K002" });
      bench.call("takeOver", { action });
      if (isBack) bench.call("undo", { action: bench.action(), of: `${action}:items` });
      discard(bench, batch);
      expect(bench.cell("应收明细", 2, "客户名称")).toBe(isBack ? "深圳市鸿运达" : "广州恒通");
      expect(bench.checkUp()).toMatchObject({ sound: true });
      expect(bench.call("rebuild", {})).toMatchObject({ restored: 0 });
    }
  });
});

describe("a draft that an open import brought", () => {
  it("is none yet: it is not listed and cannot bounce, and the import can be discarded", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.item(customer, "N1", "2026-01-01", 5_000);
    const batch = bench.openImport();
    bench.send(batch, "receipts", [{ bankReference: "B1", date: "2026-02-01", amount: 3_000 }]);
    bench.typeRow("收款", 2, { 方式: "银行承兑", 票据到期日: "2026-08-01" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.call("drafts", {})).toEqual({ drafts: [] });
    const receipt = String(bench.cell("收款", 2, "ID"));
    const bounce = { action: bench.action(), customer, receipt, date: "2026-03-01" };
    expect(bench.refusal("dishonour", bounce)).toBe("draftPending");
    expect(bench.refusal("markDraft", { ...bounce, state: "collected" })).toBe("draftPending");
    expect(bench.call("undoBatch", { action: bench.action(), batch })).toMatchObject({ undone: 1 });
    expect(bench.aged()).toEqual({ balance: 5_000, unapplied: 0 });
  });
});
