import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

const INVOICES = "发票";
const typed = { 发票号码: "F-1", 客户编码: "K001", 开票日期: "2026-03-01" };

/** Rule: an amount is in its row's currency; a tax invoice has no currency of its own and is in its customer's. */
describe("a typed tax invoice 发票", () => {
  it.each([
    ["JPY", 10_000],
    ["KRW", 250_000],
    ["KWD", 12.345],
    ["CNY", 10_000.5],
  ])("of a customer in %s stays as it was typed, and nothing is left to take over", (currency, amount) => {
    const { bench } = TypedBench.withCustomer({ currency });
    bench.typeRow(INVOICES, 2, { ...typed, 价税合计: amount });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.cell(INVOICES, 2, "价税合计")).toBe(amount);
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0, problems: [] });
    bench.typeRow(INVOICES, 2, { 发票号码: "F-2" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.cell(INVOICES, 2, "价税合计")).toBe(amount);
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0, problems: [] });
  });

  it("of a ledger in JPY is in JPY", () => {
    const bench = new TypedBench();
    bench.call("setup", { language: "zh" });
    bench.call("saveSettings", { action: "base-jpy-01", settings: { baseCurrency: "JPY" } });
    const customer = bench.customer("K001", "東京商事", { terms: { kind: "afterTaxInvoice", days: 30 } });
    bench.item(customer, "XS-1", "2026-02-01", 10_000);
    bench.typeRow(INVOICES, 2, { ...typed, 价税合计: 10_000, 客户签收日: "2026-03-05", 对应单号: "XS-1" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.cell(INVOICES, 2, "价税合计")).toBe(10_000);
    expect(bench.dues(customer)).toEqual({ "XS-1": "2026-04-04" });
    expect(bench.call("today", { asOf: "2026-03-31" })).toMatchObject({ toDo: [] });
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0, problems: [] });
  });
});
