import { describe, expect, it } from "vitest";
import { QuickBench } from "./quick-bench.ts";

/**
 * What people type may say the same thing otherwise than the ledger does: a customer by name or in small
 * letters, a credit without its sign. It is booked once, however often it is taken over.
 */
type Typed = Readonly<Record<string, string | number>>;

const ITEM = { 单号: "N-1", 客户编码: "K1", 单据日期: "2026-01-05", 金额: 100 };
const RECEIPT = { 收款日期: "2026-01-05", 客户编码: "K1", 方式: "转账", 金额: 100 };
const TAX_INVOICE = { 发票号码: "FP-1", 客户编码: "K1", 开票日期: "2026-01-05", 价税合计: 100 };
const ORDER = { 订单号: "SO-1", 客户编码: "K1", 日期: "2026-01-05", 金额: 100 };

/** What else a customer is called. */
const ALIASES: Readonly<Record<string, string[]>> = { K1: ["旧名"] };

const NEW: readonly (readonly [tab: string, typed: Typed, balance: number])[] = [
  ["应收明细", { ...ITEM, 客户编码: "甲公司" }, 10_000],
  ["应收明细", { ...ITEM, 客户编码: "k1" }, 10_000],
  ["应收明细", { ...ITEM, 单号: " N-1 " }, 10_000],
  ["应收明细", { ...ITEM, 类型: "退货" }, -10_000],
  ["应收明细", { ...ITEM, 类型: "贷项通知单", 金额: "1,234.50" }, -123_450],
  ["应收明细", { ...ITEM, 类型: "贷项通知单", 金额: -100 }, -10_000],
  ["应收明细", { ...ITEM, 金额: "100元" }, 10_000],
  ["应收明细", { ...ITEM, 金额: "￥100.00" }, 10_000],
  ["应收明细", { ...ITEM, 金额: "人民币100", 币种: "元" }, 10_000],
  ["应收明细", { ...ITEM, 类型: "退货", 金额: "100元" }, -10_000],
  ["应收明细", { ...ITEM, 单据日期: "2026年1月5日" }, 10_000],
  ["应收明细", { ...ITEM, 到期日: "2026.3.1" }, 10_000],
  ["收款", { ...RECEIPT, 金额: "100元" }, -10_000],
  ["收款", { ...RECEIPT, 收款日期: "2026年1月5日" }, -10_000],
  ["订单", { ...ORDER, 金额: "100元" }, 0],
  ["发票", { ...TAX_INVOICE, 价税合计: "100元" }, 0],
  ["收款", { ...RECEIPT, 客户编码: "甲公司" }, -10_000],
  ["收款", { ...RECEIPT, 客户编码: "k1", 金额: -100 }, 10_000],
  ["应收明细", { ...ITEM, 客户编码: "旧名" }, 10_000],
  ["收款", { ...RECEIPT, 客户编码: "旧名" }, -10_000],
  ["发票", { ...TAX_INVOICE, 客户编码: "甲公司" }, 0],
  ["发票", { ...TAX_INVOICE, 客户编码: "旧名" }, 0],
  ["订单", { ...ORDER, 客户编码: "甲公司" }, 0],
  ["订单", { ...ORDER, 客户编码: "旧名" }, 0],
];

/** What is typed over the row of an invoice of 100 that the customer K1 has. */
const CHANGED: readonly (readonly [typed: Typed, balance: number])[] = [
  [{ 类型: "贷项通知单" }, -10_000],
  [{ 类型: "退货", 金额: 30 }, -3_000],
  [{ 金额: "150元" }, 15_000],
  [{ 单据日期: "2026年2月5日" }, 10_000],
  [{ 客户编码: "乙公司" }, 10_000],
  [{ 客户编码: "k2" }, 10_000],
  [{ 争议原因: "少到货" }, 10_000],
];

describe("what is typed otherwise than it is booked", () => {
  it.each(NEW)("is booked once as a new row: %s %j", (tab, typed, balance) => {
    const bench = ledger();
    typeRow(bench, tab, rowsIn(bench, tab) + 1, typed);
    expectOnce(bench, balance);
    expect(rowsIn(bench, tab)).toBe(2);
  });

  it.each(CHANGED)("is booked once as a change of a known row: %j", (typed, balance) => {
    const bench = ledger();
    typeRow(bench, "应收明细", 2, ITEM);
    expectOnce(bench, 10_000);
    typeRow(bench, "应收明细", 2, typed);
    expectOnce(bench, balance);
  });

  it("is no change where it says the same as text, and waits no more once it was looked at", () => {
    const bench = ledger();
    typeRow(bench, "应收明细", 2, ITEM);
    expectOnce(bench, 10_000);
    typeRow(bench, "应收明细", 2, { 金额: "100元" });
    const answer = bench.call("takeOver", { action: "take-text" });
    expect(answer).toEqual({ taken: 0, restored: 0, problems: [] });
    expect(bench.call("aging", { asOf: "2026-12-31" })).toMatchObject({ notTakenOver: { rows: 0 } });
    expect(bench.tab("应收明细").cells[1]).toContain(100);
  });

  it("leaves no machine cell of the row that was copied in the copy", () => {
    const bench = ledger();
    const item = { customer: "c2.0", kind: "invoice", number: "N-1", date: "2026-01-05", amount: 10_000 };
    const terms = { kind: "afterTaxInvoice", days: 15 };
    const [customer] = bench.call<{ customers: { id: string }[] }>("customers", {}).customers;
    bench.call("addItem", { action: "action-item", item: { ...item, customer: customer?.id, terms } });
    const [, row = []] = bench.tab("应收明细").cells;
    const due = bench.tab("应收明细").cells[0]?.findIndex((cell) => String(cell).startsWith("到期日")) ?? 0;
    const copy = row.map((cell) => (typeof cell === "object" ? cell.v : cell));
    copy[due] = "2026-02-05";
    copy[copy.indexOf("N-1")] = "N-2";
    bench.type("应收明细", 3, 1, [copy]);
    expectOnce(bench, 20_000);
  });
});

/** Taken over now, one row; taken over again, nothing; and found sound. */
function expectOnce(bench: QuickBench, balance: number): void {
  const takeOver = (n: number) =>
    bench.call("takeOver", { action: `take-${bench.workbook.revision}-${n}`, all: true });
  expect(takeOver(1)).toMatchObject({ taken: 1 });
  expect(takeOver(2)).toEqual({ taken: 0, restored: 0, problems: [] });
  const { sound, totals } = bench.call<{ sound: boolean; totals: { balance: number }[] }>("check", {});
  expect({ sound, balance: totals[0]?.balance ?? 0 }).toEqual({ sound: true, balance });
  expect(bench.call("aging", { asOf: "2026-12-31" })).toMatchObject({ notTakenOver: { rows: 0 } });
}

function ledger(): QuickBench {
  const bench = new QuickBench();
  bench.call("setup", { language: "zh" });
  for (const [code, name] of Object.entries({ K1: "甲公司", K2: "乙公司" }))
    bench.call("addCustomer", {
      action: `action-${code}`,
      customer: { code, name, aliases: ALIASES[code] ?? [] },
    });
  return bench;
}

function typeRow(bench: QuickBench, tab: string, row: number, typed: Typed): void {
  const headings = bench.tab(tab).cells[0] ?? [];
  for (const [name, value] of Object.entries(typed)) {
    const col = headings.findIndex((heading) => String(heading).startsWith(name)) + 1;
    if (col === 0) throw new Error(`no column ${name}`);
    bench.type(tab, row, col, [[value]]);
  }
}

function rowsIn(bench: QuickBench, tab: string): number {
  return bench.tab(tab).cells.filter((row) => row.some((cell) => cell !== "")).length;
}
