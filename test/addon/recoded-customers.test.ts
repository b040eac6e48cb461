import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

/** A customer that gets another code or name stays the same customer, in every tab. */
function ledger() {
  const { bench, customer } = TypedBench.withCustomer();
  bench.item(customer, "A", "2026-01-10", 100_000);
  bench.receipt(3_000, "2026-05-01", { customer });
  return { bench, customer };
}

const CODES = [
  ["应收明细", 2],
  ["收款", 2],
] as const;

const codes = (bench: TypedBench) => CODES.map(([tab, row]) => bench.cell(tab, row, "客户编码"));

const again = (bench: TypedBench) => bench.call("takeOver", { action: bench.action(), all: true });

describe("a customer with another code", () => {
  it("has it in all its rows at once, and nothing is left to do", () => {
    const { bench } = ledger();
    bench.typeRow("客户", 2, { 编码: "K009", 客户名称: "鸿运达新" });
    expect(bench.takeOver()).toEqual({ taken: 1, restored: 0, problems: [] });
    expect(codes(bench)).toEqual(["K009", "K009"]);
    expect(bench.cell("应收明细", 2, "客户名称")).toBe("鸿运达新");
    expect(bench.cell("核销", 2, "客户名称")).toBe("鸿运达新");
    expect(bench.checkUp().sound).toBe(true);
    bench.typeRow("应收明细", 2, { 备注: "甲" });
    expect(bench.takeOver()).toEqual({ taken: 1, restored: 0, problems: [] });
  });

  it("has it where it pays for another, and in many rows", () => {
    const { bench, customer } = ledger();
    bench.customer("K002", "门店", { payerCode: "K001" });
    for (let n = 1; n <= 12; n += 1) bench.item(customer, `N-${n}`, "2026-02-01", 100);
    bench.typeRow("客户", 2, { 编码: "K009" });
    bench.takeOver();
    expect(bench.cell("客户", 3, "付款单位编码")).toBe("K009");
    expect(
      bench
        .cells("应收明细")
        .slice(1)
        .map((_, i) => bench.cell("应收明细", i + 2, "客户编码")),
    ).toEqual(new Array(13).fill("K009"));
    expect(bench.checkUp().sound).toBe(true);
  });

  it("keeps its money when another customer takes the code over", () => {
    const { bench } = ledger();
    bench.customer("K002", "二");
    bench.typeRow("客户", 2, { 编码: "K001-旧" });
    bench.typeRow("客户", 3, { 编码: "K001" });
    bench.typeRow("应收明细", 2, { 备注: "甲" });
    bench.takeOver();
    expect(codes(bench)).toEqual(["K001-旧", "K001-旧"]);
    expect(again(bench)).toEqual({ taken: 0, restored: 0, problems: [] });
    expect([bench.balance("K001-旧"), bench.balance("K001")]).toEqual([97_000, 0]);
  });

  it("keeps the money of a row that still shows the former code, and the row is mended", () => {
    const { bench } = ledger();
    bench.typeRow("客户", 2, { 编码: "K009" });
    bench.takeOver();
    bench.typeRow("应收明细", 2, { 客户编码: "K001" });
    expect(bench.takeOver()).toEqual({ taken: 0, restored: 1, problems: [] });
    expect(codes(bench)[0]).toBe("K009");
  });

  it("asks where the former code is another customer's now", () => {
    const { bench } = ledger();
    bench.typeRow("客户", 2, { 编码: "K009" });
    bench.takeOver();
    bench.customer("K001", "新");
    bench.typeRow("应收明细", 2, { 客户编码: "K001" });
    expect(bench.takeOver().problems).toMatchObject([{ kind: "formerCode", found: "K001", code: "K009" }]);
    expect([bench.balance("K009"), bench.balance("K001")]).toEqual([97_000, 0]);
    bench.typeRow("应收明细", 3, { 单号: "T", 客户编码: "K001", 单据日期: "2026-03-01", 金额: 1 });
    bench.takeOver();
    expect(bench.balance("K001")).toBe(100);
  });

  it("is meant by its former code in new rows while nobody else has it", () => {
    const { bench } = ledger();
    bench.typeRow("客户", 2, { 编码: "K009" });
    bench.takeOver();
    bench.typeRow("应收明细", 3, { 单号: "T", 客户编码: "K001", 单据日期: "2026-03-01", 金额: 1 });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect([bench.balance("K009"), bench.cell("应收明细", 3, "客户编码")]).toEqual([97_100, "K009"]);
  });

  it("is the same customer to an import with the former code", () => {
    const { bench } = ledger();
    bench.typeRow("客户", 2, { 编码: "K009" });
    bench.takeOver();
    const { batch } = bench.importRow("NEXT", "2026-06-01", 500);
    bench.call("importClose", { batch });
    expect([bench.balance("K009"), bench.balance("K001")]).toEqual([97_500, undefined]);
  });

  it("whose rewriting was cut off has it everywhere after the next action", () => {
    const { bench, customer } = ledger();
    bench.typeRow("客户", 2, { 编码: "K009" });
    const calls = bench.copy().run("takeOver", { action: "action-take" }).run.counts.calls;
    for (let at = 1; at < calls; at += 1) {
      const cut = new TypedBench({ workbook: bench.copy().workbook });
      cut.runKilled("takeOver", { action: "action-take" }, { at, mode: "before" });
      cut.call("addItem", {
        action: "action-next",
        item: { customer, kind: "invoice", number: "N", date: "2026-06-01", amount: 1 },
      });
      cut.call("takeOver", { action: "action-take", all: true });
      expect([at, ...codes(cut)]).toEqual([at, "K009", "K009"]);
    }
  });
});
