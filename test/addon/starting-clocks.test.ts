import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

const INVOICES = "发票";

/** Rule: while its starting event has not happened a due line has no date; with it, the days run from it. */
describe("terms that run from a tax invoice 票到", () => {
  const terms = { kind: "afterTaxInvoice", days: 30 };
  const typed = { 发票号码: "F-1", 客户编码: "K001", 开票日期: "2026-03-01", 价税合计: 1000 };

  it("wait for the day on which the customer received it", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms });
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    bench.typeRow(INVOICES, 2, { ...typed, 对应单号: "XS-1" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.dues(customer)).toEqual({ "XS-1": undefined });
    bench.typeRow(INVOICES, 2, { 客户签收日: "2026-03-05" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.dues(customer)).toEqual({ "XS-1": "2026-04-04" });
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0 });
  });

  it("show the date in the tab, and lose it when the day is taken away", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms });
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    bench.typeRow(INVOICES, 2, { ...typed, 客户签收日: "2026-03-05", 对应单号: "XS-1" });
    bench.takeOver();
    const shown = bench.cell("应收明细", 2, "到期日");
    expect(shown).not.toBe("");
    bench.type(INVOICES, 2, 6, [[""]]);
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.dues(customer)).toEqual({ "XS-1": undefined });
    expect(bench.cell("应收明细", 2, "到期日")).toBe("");
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("wait until the invoices received cover the whole document", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms });
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    bench.typeRow(INVOICES, 2, { ...typed, 价税合计: 400, 客户签收日: "2026-03-05", 对应单号: "XS-1" });
    bench.takeOver();
    expect(bench.dues(customer)).toEqual({ "XS-1": undefined });
    const second = { 发票号码: "F-2", 价税合计: 600, 客户签收日: "2026-03-20", 对应单号: "XS-1" };
    bench.typeRow(INVOICES, 3, { ...typed, ...second });
    bench.takeOver();
    expect(bench.dues(customer)).toEqual({ "XS-1": "2026-04-19" });
  });

  it("are not started by a document that the customer does not have", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms });
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    bench.typeRow(INVOICES, 2, { ...typed, 客户签收日: "2026-03-05", 对应单号: "XS-9" });
    expect(bench.takeOver()).toMatchObject({
      taken: 0,
      problems: [{ kind: "documentUnknown", found: "XS-9", place: { row: 2, column: "对应单号" } }],
    });
  });

  it("one invoice covers many deliveries, each up to its amount", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms });
    for (const n of [1, 2, 3]) bench.item(customer, `XS-${n}`, `2026-01-1${n}`, 50_000);
    const day = { 客户签收日: "2026-03-05", 对应单号: "XS-1；XS-2，XS-3" };
    bench.typeRow(INVOICES, 2, { ...typed, 价税合计: 1200, ...day });
    bench.takeOver();
    expect(bench.dues(customer)).toEqual({ "XS-1": "2026-04-04", "XS-2": "2026-04-04", "XS-3": undefined });
  });
});

describe("terms that run from other events", () => {
  it("压批: the next delivery makes the one before it due, and taking it back makes it wait again", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "nextDelivery" } });
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    const next = { customer, kind: "invoice", number: "XS-2", date: "2026-02-20", amount: 5_000 };
    bench.call("addItem", { action: "next-0001", item: next });
    expect(bench.dues(customer)).toEqual({ "XS-1": "2026-02-20", "XS-2": undefined });
    bench.call("undo", { action: "undo-0001", of: "next-0001" });
    expect(bench.dues(customer)).toEqual({ "XS-1": undefined });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("压批: money on the earlier delivery does not stand in the way of undoing the later", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "nextDelivery" } });
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    const next = { customer, kind: "invoice", number: "XS-2", date: "2026-02-20", amount: 5_000 };
    bench.call("addItem", { action: "next-0001", item: next });
    bench.receipt(60_000, "2026-02-21", { customer });
    bench.call("undo", { action: "undo-0001", of: "next-0001" });
    expect(bench.dues(customer)).toEqual({ "XS-1": undefined });
    expect(bench.balance("K001")).toBe(40_000);
  });

  it("acceptance 验收 typed beside the document", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "afterAcceptance", days: 10 } });
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    bench.typeRow("应收明细", 2, { 验收日: "2026-02-01" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.dues(customer)).toEqual({ "XS-1": "2026-02-11" });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("a statement that the customer confirmed, for what it had shown and nothing later", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "afterStatement", days: 15 } });
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    bench.nameFirm();
    bench.call("makeStatements", { asks: [{ customer, from: "2026-01-01", to: "2026-01-31" }] });
    bench.item(customer, "XS-2", "2026-01-20", 7_000);
    bench.typeRow("对账单", 2, { 确认日: "2026-02-03" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.dues(customer)).toEqual({ "XS-1": "2026-02-18", "XS-2": undefined });
  });

  it("an import that is still open starts nothing; its close does", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "nextDelivery" } });
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    const { batch } = bench.importRow("XS-2", "2026-02-20", 5_000);
    expect(bench.dues(customer)).toEqual({ "XS-1": undefined });
    bench.call("importClose", { batch });
    expect(bench.dues(customer)).toEqual({ "XS-1": "2026-02-20", "XS-2": undefined });
    bench.call("undoBatch", { action: "undo-0001", batch });
    expect(bench.dues(customer)).toEqual({ "XS-1": undefined });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });
});

describe("a document whose due date nothing fixes", () => {
  it("waits, unless the customer is known to pay cash", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    expect(bench.dues(customer)).toEqual({ "XS-1": undefined });
    const cash = bench.customer("K002", "广州恒通", { onAccount: false });
    bench.item(cash, "XS-2", "2026-01-15", 100_000);
    expect(bench.dues(cash)).toEqual({ "XS-2": "2026-01-15" });
  });

  it("moves off a rest day where the firm says so: 2026-02-15 is inside the Spring Festival holiday", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "net", days: 31 } });
    bench.call("saveSettings", { action: "settings-1", settings: { restDays: "nextWorkingDay" } });
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    expect(bench.dues(customer)).toEqual({ "XS-1": "2026-02-24" });
  });
});
