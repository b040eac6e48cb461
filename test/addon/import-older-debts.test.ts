import { describe, expect, it } from "vitest";
import { ImportBench } from "./import-bench.ts";

const day = "2026-01-05";

describe("an import beside older debts", () => {
  /** 700.00 under 票到 terms: due 2026-05-16, a Saturday. */
  function ledger() {
    const made = ImportBench.withCustomer({ terms: { kind: "afterTaxInvoice", days: 30 } });
    const { bench, customer } = made;
    bench.item(customer, "INV-1", "2026-04-05", 70_000);
    const received = { 客户签收日: "2026-04-16", 对应单号: "INV-1" };
    const invoice = { 发票号码: "F1", 客户编码: "K001", 开票日期: "2026-04-10", 价税合计: 700 };
    bench.typeRow("发票", 2, { ...invoice, ...received });
    bench.takeOver();
    return made;
  }
  const nextWorkingDay = { settings: { restDays: "nextWorkingDay" } };

  it("leaves them owed: while it is open, when it is discarded, closed or undone", () => {
    const { bench } = ledger();
    bench.call("saveSettings", { action: bench.action(), ...nextWorkingDay });
    const row = { number: "N1", date: "2026-05-05", amount: 4_000 };
    const discarded = bench.openImport();
    bench.send(discarded, "items", [row]);
    expect(bench.aged().balance).toBe(70_000);
    bench.call("undoBatch", { action: bench.action(), batch: discarded });
    expect(bench.aged().balance).toBe(70_000);
    const { batch } = bench.imported("items", [row]);
    expect(bench.aged().balance).toBe(74_000);
    bench.call("undoBatch", { action: bench.action(), batch });
    expect(bench.aged().balance).toBe(70_000);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("a rule for rest days is for dates to come: what ran before keeps its date", () => {
    const { bench, customer } = ledger();
    bench.call("saveSettings", { action: bench.action(), ...nextWorkingDay });
    bench.item(customer, "INV-2", "2026-04-06", 10_000);
    expect(bench.dues(customer)).toEqual({ "INV-1": "2026-05-16", "INV-2": undefined });
    bench.typeRow("应收明细", 2, { 金额: 650 });
    bench.takeOver();
    expect(bench.dues(customer)).toMatchObject({ "INV-1": "2026-05-16" });
    bench.typeRow("发票", 2, { 客户签收日: "2026-04-17" });
    bench.takeOver();
    expect(bench.dues(customer)).toMatchObject({ "INV-1": "2026-05-18" });
  });

  it("an import that starts a clock gives the date back when it is undone", () => {
    const { bench, customer } = ImportBench.withCustomer({ terms: { kind: "nextDelivery" } });
    bench.item(customer, "XS-1", day, 10_000);
    bench.receipt(4_000, "2026-02-01", { customer });
    const { batch } = bench.imported("items", [{ number: "XS-2", date: "2026-02-20", amount: 5_000 }]);
    expect(bench.dues(customer)).toMatchObject({ "XS-1": "2026-02-20" });
    bench.call("undoBatch", { action: bench.action(), batch });
    expect(bench.dues(customer)).toEqual({ "XS-1": undefined });
    expect(bench.aged().balance).toBe(6_000);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });
});

describe("a closed period", () => {
  const through = (bench: ImportBench) =>
    bench.call("closePeriod", { action: bench.action(), through: "2026-03-31" });
  const inMarch = { number: "X-1", date: "2026-03-01", amount: 1_000 };

  it("refuses the close of an import that was opened before, until it is discarded", () => {
    const { bench } = ImportBench.withCustomer();
    const batch = bench.openImport();
    bench.send(batch, "items", [inMarch]);
    through(bench);
    expect(bench.refusal("importClose", { batch })).toBe("periodClosed");
    expect(bench.refusal("undoBatch", { action: bench.action(), batch })).toBe("done");
    expect(bench.aged().balance).toBe(0);
  });

  it("refuses that an import of its documents is undone", () => {
    const { bench } = ImportBench.withCustomer();
    const { batch } = bench.imported("items", [inMarch]);
    through(bench);
    expect(bench.refusal("undoBatch", { action: bench.action(), batch })).toBe("undoClosed");
    expect(bench.aged().balance).toBe(1_000);
  });

  it("lists openings as of a day in it, and settlement on one", () => {
    const { bench } = ImportBench.withCustomer();
    through(bench);
    const listed = { taken: 0, problems: [{ kind: "periodClosed" }] };
    const openings = bench.imported("openings", [{ openAmount: 4_000 }], { asOf: "2026-02-28" });
    expect(openings).toMatchObject(listed);
    const settled = { settledAmount: 4_000, settledOn: "2026-02-05" };
    const row = { number: "N2", date: "2026-04-05", amount: 4_000, ...settled };
    expect(bench.imported("items", [row])).toMatchObject(listed);
  });
});
