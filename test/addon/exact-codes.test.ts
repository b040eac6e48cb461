import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

/** Codes and numbers are compared whole: a hyphen tells two of them apart, width and case of letters do not. */
const row = (number: string, code: string, amount: number) => ({
  单号: number,
  客户编码: code,
  单据日期: "2026-03-01",
  金额: amount,
});

const opens = (bench: TypedBench, customer: string) =>
  bench.call<{ open: { number: string; open: number }[] }>("customer", { id: customer, asOf: "2026-12-31" })
    .open;

describe("codes", () => {
  it("that differ by a hyphen are different customers", () => {
    const { bench } = TypedBench.withCustomer();
    for (const code of ["12-3", "1-23", "123"]) bench.customer(code, `客户 ${code.length} ${code}`);
    bench.typeRow("应收明细", 2, row("T-1", "123", 100));
    bench.typeRow("应收明细", 3, row("T-2", "1-23", 7));
    expect(bench.takeOver()).toMatchObject({ taken: 2, problems: [] });
    expect(["12-3", "1-23", "123"].map((code) => bench.balance(code))).toEqual([0, 700, 10_000]);
  });

  it.each([
    ["应收明细", "item"],
    ["收款", "receipt"],
  ])("in %s stay with their customer when only a note is typed", (tab, what) => {
    const { bench } = TypedBench.withCustomer();
    bench.customer("A-1", "甲");
    const second = bench.customer("A1", "乙");
    if (what === "item") bench.item(second, "X-9", "2026-03-03", 5_500);
    else bench.receipt(5_500, "2026-03-03", { customer: second });
    bench.typeRow(tab, 2, { 备注: "x" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect([bench.balance("A-1"), Math.abs(bench.balance("A1") ?? 0)]).toEqual([0, 5_500]);
  });

  it.each(["k001", "Ｋ００１", "K001 ", " K001"])("“%s” is K001 again, and is not given twice", (code) => {
    const { bench } = TypedBench.withCustomer();
    const { reply } = bench.run("addCustomer", {
      action: bench.action(),
      customer: { code, name: "另一家" },
    });
    expect(reply).toMatchObject({ ok: false, why: "codeTaken" });
    bench.typeRow("客户", 3, { 编码: code, 客户名称: "另一家" });
    expect(bench.takeOver()).toMatchObject({ taken: 0, problems: [{ kind: "codeTaken" }] });
  });

  it("K-001 is another code than K001", () => {
    const { bench } = TypedBench.withCustomer();
    bench.customer("K-001", "连字号");
    bench.typeRow("应收明细", 2, row("T-1", "k-001", 3));
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect([bench.balance("K001"), bench.balance("K-001")]).toEqual([0, 300]);
  });
});

describe("document numbers", () => {
  it("settle the document that is named, not one of the same digits", () => {
    const { bench, customer } = TypedBench.withCustomer();
    for (const [number, due] of [
      ["2026-1-10", "2026-05-01"],
      ["2026-11-0", "2026-06-01"],
    ] as const)
      bench.item(customer, number, "2026-01-10", 1_000, { due });
    bench.receipt(1_000, "2026-03-01", { customer, designation: "货款 （2026-11-0）" });
    expect(opens(bench, customer)).toMatchObject([{ number: "2026-1-10", open: 1_000 }]);
  });

  it("on a tax invoice start the clock of the document that is named", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "afterTaxInvoice", days: 30 } });
    for (const number of ["INV-1", "INV1"]) bench.item(customer, number, "2026-01-01", 10_000);
    bench.typeRow("发票", 2, {
      发票号码: "F1",
      客户编码: "K001",
      开票日期: "2026-02-01",
      价税合计: 100,
      客户签收日: "2026-02-02",
      对应单号: "INV1",
    });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.dues(customer)).toEqual({ "INV-1": undefined, INV1: "2026-03-04" });
  });

  it("that two documents have are asked about, on a tax invoice", () => {
    const { bench, customer } = TypedBench.withCustomer();
    for (const kind of ["invoice", "debitNote"]) bench.item(customer, "D-1", "2026-01-01", 10_000, { kind });
    bench.typeRow("发票", 2, {
      发票号码: "F1",
      客户编码: "K001",
      开票日期: "2026-02-01",
      价税合计: 100,
      对应单号: "D-1",
    });
    expect(bench.takeOver()).toMatchObject({
      taken: 0,
      problems: [{ kind: "documentAmbiguous", found: "D-1" }],
    });
  });
});

describe("typed rows", () => {
  it.each([
    ["应收明细", { 单号: "inv-1", 客户编码: "K001", 单据日期: "2026-04-01", 金额: 50 }],
    ["收款", { 收款日期: "2026-04-01", 客户编码: "K001", 方式: "转账", 金额: 100, 银行流水号: "ＢＲ-1" }],
  ])("in %s with a number that the customer has already are listed, not booked", (tab, typed) => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "INV-1", "2026-03-01", 5_000);
    bench.receipt(1_000, "2026-03-01", { customer, bankReference: "BR-1" });
    bench.typeRow(tab, 3, typed);
    for (const _ of [1, 2]) {
      expect(bench.takeOver()).toMatchObject({
        taken: 0,
        problems: [{ kind: "duplicateSuspected", place: { row: 3 } }],
      });
      expect(bench.balance("K001")).toBe(4_000);
    }
  });

  it("that name one number twice are booked once, and the other is listed", () => {
    const { bench } = TypedBench.withCustomer();
    for (const at of [2, 3]) bench.typeRow("应收明细", at, row("T-1", "K001", 100));
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [{ kind: "duplicateSuspected" }] });
    expect(bench.balance("K001")).toBe(10_000);
  });

  it("with an amount finer than its currency are listed, not rounded", () => {
    const { bench } = TypedBench.withCustomer();
    bench.typeRow("应收明细", 2, row("T-1", "K001", 100.006));
    expect(bench.takeOver()).toMatchObject({
      taken: 0,
      problems: [{ kind: "amountUnreadable", why: "tooFine" }],
    });
    bench.typeRow("应收明细", 2, { 金额: 0.1 + 0.2 });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.balance("K001")).toBe(30);
  });
});
