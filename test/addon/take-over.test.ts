import { beforeEach, describe, expect, it } from "vitest";
import { Bench } from "./bundle.ts";

let bench: Bench;
let customer: string;

interface TakenOver {
  taken: number;
  restored: number;
  problems: { kind: string; place: { row?: number; column?: string } }[];
}

beforeEach(() => {
  bench = new Bench();
  bench.call("setup", { language: "zh" });
  customer = bench.call<{ id: string }>("addCustomer", {
    action: "action-c1",
    customer: { code: "K001", name: "深圳市鸿运达" },
  }).id;
  bench.call("addItem", {
    action: "action-i1",
    item: {
      customer,
      kind: "invoice",
      number: "INV-1",
      date: "2026-01-15",
      due: "2026-02-14",
      amount: 100_000,
    },
  });
});

const takeOver = (all = false) =>
  bench.call<TakenOver>("takeOver", { action: `take-${Math.random()}`, ...(all ? { all } : {}) });
const balance = () =>
  bench.call<{ totals: { balance: number }[] }>("aging", { asOf: "2026-12-31" }).totals[0]?.balance;
const notTaken = () => bench.call<{ notTakenOver: { rows: number } }>("aging", {}).notTakenOver.rows;
const column = (tab: string, name: string) =>
  (bench.cells(tab)[0] ?? []).findIndex((heading) => String(heading).startsWith(name)) + 1;

function typeItem(row: number, values: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(values))
    bench.type("应收明细", row, column("应收明细", name), [[value]]);
}

describe("what hands type in the tabs", () => {
  it("is said to be missing from the figures until it is taken over, then counts", () => {
    typeItem(3, {
      单号: "INV-2",
      客户编码: "K001",
      单据日期: "2026-03-01",
      到期日: "2026-03-31",
      金额: "1,234.50",
    });
    expect(balance()).toBe(100_000);
    expect(notTaken()).toBeGreaterThan(0);
    expect(takeOver()).toMatchObject({ taken: 1, restored: 0, problems: [] });
    expect(balance()).toBe(223_450);
    expect(notTaken()).toBe(0);
    expect(bench.cells("应收明细")[2]?.[0]).toMatch(/^i\d+\.\d+$/);
    expect(takeOver(true)).toEqual({ taken: 0, restored: 0, problems: [] });
  });

  it("finds the customer by name too, and a new one typed in the same breath", () => {
    const row = 3;
    bench.type("客户", row, column("客户", "编码"), [["K002", "广州恒通"]]);
    typeItem(3, { 客户编码: "广州恒通", 单据日期: "2026-03-01", 金额: 50 });
    expect(takeOver()).toMatchObject({ taken: 2, problems: [] });
    expect(balance()).toBe(105_000);
  });

  it("changes a known item, its due date and amount", () => {
    typeItem(2, { 金额: 900, 到期日: "2026-05-01" });
    expect(takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(balance()).toBe(90_000);
    expect(notTaken()).toBe(0);
  });

  it("puts machine cells and deleted rows back, and lists them", () => {
    bench.type("应收明细", 2, column("应收明细", "未清金额"), [[1]]);
    expect(takeOver()).toMatchObject({ taken: 0, restored: 1, problems: [{ kind: "machineCellTyped" }] });
    expect(bench.cells("应收明细")[1]?.[column("应收明细", "未清金额") - 1]).toBe(1000);
    const tab = bench.workbook.tabs.find((each) => each.name === "应收明细");
    if (tab) bench.workbook.apply({ do: "removeRows", tab: tab.id, row: 2, count: 1 });
    expect(notTaken()).toBe(1);
    expect(takeOver()).toMatchObject({ restored: 1, problems: [{ kind: "rowDeleted" }] });
    expect(bench.cells("应收明细")[1]?.[2]).toBe("INV-1");
    expect(balance()).toBe(100_000);
  });

  it("gives a copied row a new id and keeps the original's", () => {
    const original = bench.cells("应收明细")[1] ?? [];
    bench.type("应收明细", 3, 1, [[...original] as string[]]);
    typeItem(3, { 单号: "INV-1b", 单据日期: "2026-02-01" });
    expect(takeOver()).toMatchObject({ taken: 1 });
    const ids = bench
      .cells("应收明细")
      .slice(1, 3)
      .map((row) => row[0]);
    expect(ids[0]).toBe(original[0]);
    expect(new Set(ids).size).toBe(2);
    expect(balance()).toBe(200_000);
  });

  it("lists what it cannot read with its place, and leaves the row as typed", () => {
    typeItem(3, { 客户编码: "K001", 单据日期: "2026-02-30", 金额: "500+300" });
    const { taken, problems } = takeOver();
    expect(taken).toBe(0);
    expect(problems.map((problem) => [problem.kind, problem.place.row, problem.place.column])).toEqual([
      ["dateUnreadable", 3, "单据日期"],
      ["amountUnreadable", 3, "金额"],
    ]);
    expect(bench.cells("应收明细")[2]?.[column("应收明细", "金额") - 1]).toBe("500+300");
    expect(notTaken()).toBeGreaterThan(0);
  });

  it("lists a wish in a proposed column and leaves what is in force", () => {
    bench.type("客户", 2, column("客户", "信用额度"), [[50_000]]);
    expect(takeOver()).toMatchObject({ taken: 0, problems: [{ kind: "proposed" }] });
  });

  it("refuses to lower an amount below what is settled", () => {
    bench.call("addReceipt", {
      action: "action-r1",
      receipt: { customer, date: "2026-02-01", amount: 80_000, method: "transfer" },
    });
    typeItem(2, { 金额: 500 });
    expect(takeOver()).toMatchObject({ taken: 0, problems: [{ kind: "belowSettled" }] });
    expect(balance()).toBe(20_000);
  });
});
