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

describe("a customer with another name", () => {
  it("keeps the former one as an alias, which search, imports and typed rows know", () => {
    const { bench, customer } = ledger();
    bench.typeRow("客户", 2, { 客户名称: "鸿运达新材料" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, restored: 0, problems: [] });
    expect(bench.cell("客户", 2, "别名")).toBe("深圳市鸿运达");
    expect(again(bench)).toEqual({ taken: 0, restored: 0, problems: [] });
    expect(bench.call("customers", {})).toMatchObject({
      customers: [{ id: customer, aliases: ["深圳市鸿运达"] }],
    });
    bench.typeRow("应收明细", 3, { 单号: "T", 客户编码: "深圳市鸿运达", 单据日期: "2026-03-01", 金额: 1 });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.balance("K001")).toBe(97_100);
    const open = { action: "import-0001", source: "f", sourceHash: "h", rows: 1, amounts: [], layout: "" };
    const { batch } = bench.call<{ batch: string }>("importOpen", open);
    const row = { row: 2, occurrence: 1, currency: "CNY", customerName: "深圳市鸿运达", number: "U" };
    const rows = [{ ...row, date: "2026-03-02", amount: 500 }];
    bench.call("importChunk", { batch, kind: "items", from: 0, rows });
    bench.call("importClose", { batch });
    expect(bench.balance("K001")).toBe(97_600);
  });

  it("has no alias that is another customer's name, nor the same name in another spelling", () => {
    const { bench } = ledger();
    bench.customer("K002", "深圳市鸿运达（集团）");
    bench.typeRow("客户", 2, { 客户名称: "深圳市 鸿运达" });
    bench.takeOver();
    expect(bench.cell("客户", 2, "别名") ?? "").toBe("");
    bench.typeRow("客户", 3, { 客户名称: "深圳市鸿运达" });
    bench.typeRow("客户", 2, { 客户名称: "深圳市鸿运达（集团）" });
    bench.takeOver();
    expect(bench.cell("客户", 2, "别名") ?? "").not.toContain("集团");
  });

  it("keeps it when the take-over is cut off at any call", () => {
    const { bench: whole } = ledger();
    whole.typeRow("客户", 2, { 客户名称: "鸿运达新材料" });
    const copy = () => new TypedBench({ workbook: whole.copy().workbook });
    const { calls } = copy().run("takeOver", { action: "action-whole" }).run.counts;
    for (let at = 1; at <= calls; at += 1) {
      const cut = copy();
      cut.runKilled("takeOver", { action: "action-take" }, { at, mode: "after" });
      cut.call("takeOver", { action: "action-next", all: true });
      cut.call("takeOver", { action: "action-last", all: true });
      expect(cut.cell("客户", 2, "别名"), `killed after call ${at}`).toBe("深圳市鸿运达");
    }
  });

  it("loses an alias that somebody takes away", () => {
    const { bench } = ledger();
    bench.typeRow("客户", 2, { 客户名称: "鸿运达新材料" });
    bench.takeOver();
    bench.typeRow("客户", 2, { 别名: "" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, restored: 0, problems: [] });
    expect(bench.cell("客户", 2, "别名") ?? "").toBe("");
  });
});

describe("a customer with another code", () => {
  it("has it in all its rows at once, and nothing is left to do", () => {
    const { bench } = ledger();
    bench.typeRow("客户", 2, { 编码: "K009", 客户名称: "鸿运达新" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, restored: 0, problems: [] });
    expect(codes(bench)).toEqual(["K009", "K009"]);
    expect(bench.cell("应收明细", 2, "客户名称")).toBe("鸿运达新");
    expect(bench.cell("核销", 2, "客户名称")).toBe("鸿运达新");
    expect(bench.checkUp().sound).toBe(true);
    bench.typeRow("应收明细", 2, { 备注: "甲" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, restored: 0, problems: [] });
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

  it("has it among the contacts too, where nothing else is touched", () => {
    const { bench } = ledger();
    bench.customer("K002", "二");
    for (const [row, code, name] of [
      [2, "K001", "张经理"],
      [3, "K002", "李经理"],
      [4, " k001 ", "王经理"],
      [5, "没有的", "赵经理"],
    ] as const)
      bench.typeRow("联系人", row, { 客户编码: code, 姓名: name, 电话: "013800000000" });
    bench.typeRow("客户", 2, { 编码: "K002-新" });
    bench.typeRow("客户", 3, { 编码: "K001" });
    bench.takeOver();
    const column = (heading: string) => [2, 3, 4, 5].map((row) => bench.cell("联系人", row, heading));
    expect(column("客户编码")).toEqual(["K002-新", "K001", "K002-新", "没有的"]);
    expect(column("姓名")).toEqual(["张经理", "李经理", "王经理", "赵经理"]);
    expect(column("电话")).toEqual(new Array(4).fill("013800000000"));
  });

  it("is meant by its former code in new rows while nobody else has it", () => {
    const { bench } = ledger();
    bench.typeRow("客户", 2, { 编码: "K009" });
    bench.takeOver();
    bench.typeRow("应收明细", 3, { 单号: "T", 客户编码: "K001", 单据日期: "2026-03-01", 金额: 1 });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect([bench.balance("K009"), bench.cell("应收明细", 3, "客户编码")]).toEqual([97_100, "K009"]);
  });

  /** 鸿运达 was the code of the one, and its name; the other is named exactly so now. */
  const namesakes = (name = "鸿运达") => {
    const bench = new TypedBench();
    bench.call("setup", { language: "zh" });
    bench.customer("鸿运达", "旧名");
    bench.typeRow("客户", 2, { 编码: "K001" });
    bench.takeOver();
    const other = bench.customer("K002", name);
    bench.typeRow("应收明细", 2, { 单号: "T", 客户编码: "鸿运达", 单据日期: "2026-03-01", 金额: 1 });
    return { bench, other };
  };

  it("is not meant by its former code where another one is named exactly so", () => {
    const { bench } = namesakes();
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect([bench.balance("K001"), bench.balance("K002")]).toEqual([0, 100]);
  });

  it.each([
    ["is named so in another spelling", "鸿 运 达", {}],
    ["has it as an alias", "别的", { 别名: "鸿运达" }],
  ])("is asked about where another one %s", (_what, name, more) => {
    const { bench } = namesakes(name);
    bench.typeRow("客户", 3, more);
    expect(bench.takeOver().problems).toMatchObject([{ kind: "customerAmbiguous", found: "鸿运达" }]);
    expect([bench.balance("K001"), bench.balance("K002")]).toEqual([0, 0]);
  });

  it("keeps its rows that still show the former code where another one is named so: they are listed", () => {
    const { bench } = ledger();
    bench.typeRow("客户", 2, { 编码: "K009" });
    bench.takeOver();
    bench.customer("K002", "K001");
    bench.typeRow("应收明细", 2, { 客户编码: "K001" });
    expect(bench.takeOver().problems).toMatchObject([{ kind: "formerCode", found: "K001", code: "K009" }]);
    expect([bench.balance("K009"), bench.balance("K002")]).toEqual([97_000, 0]);
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
    bench.typeRow("联系人", 2, { 客户编码: "K001", 姓名: "张经理" });
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
      const contact = cut.cell("联系人", 2, "客户编码");
      expect([at, ...codes(cut), contact]).toEqual([at, "K009", "K009", "K009"]);
    }
  });
});
