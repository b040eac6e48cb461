import { describe, expect, it } from "vitest";
import { ImportBench } from "./import-bench.ts";
import { TypedBench } from "./typed-bench.ts";

/** What a currency cell 币种 and an amount cell may say, and what of it may be booked. */
const typed = { 客户编码: "K001", 单据日期: "2026-02-01" };

interface Event {
  readonly number?: string;
  readonly currency: string;
  readonly amount: number;
}

/** Documents of a customer as they were booked: currency and minor units. */
function bookedOf(bench: TypedBench, customer: string): Record<string, [string, number]> {
  const { timeline } = bench.call<{ timeline: Event[] }>("customer", { id: customer, asOf: "2026-12-31" });
  return Object.fromEntries(
    timeline.map(({ number = "", currency, amount }) => [number, [currency, amount]]),
  );
}

describe("a typed currency cell 币种", () => {
  it.each([
    ["元", "CNY"],
    ["人民币", "CNY"],
    ["人民币元", "CNY"],
    ["RMB", "CNY"],
    ["rmb", "CNY"],
    ["￥", "CNY"],
    ["美元", "USD"],
    ["US$", "USD"],
    ["usd", "USD"],
    ["ＵＳＤ", "USD"],
    ["港币", "HKD"],
  ])("that says %s is %s, as in an import, and no change when it is looked at again", (word, currency) => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.typeRow("应收明细", 2, { 单号: "N-1", ...typed, 金额: 5, 币种: word });
    bench.typeRow("收款", 2, { 客户编码: "K001", 收款日期: "2026-02-02", 金额: 2, 币种: word });
    expect(bench.takeOver()).toMatchObject({ taken: 2, problems: [] });
    expect(bookedOf(bench, customer)["N-1"]).toEqual([currency, 500]);
    const again = bench.call("takeOver", { action: bench.action(), all: true });
    expect(again).toMatchObject({ taken: 0, restored: 0, problems: [] });
    expect(bench.cell("应收明细", 2, "未清金额")).toBe(3);
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0 });
  });

  it.each(["CNYX", "C N Y", "USD/CNY", "123", "XYZ", "第三种"])(
    "that says %s is listed, and holds up no other row and no other tab",
    (word) => {
      const { bench, customer } = TypedBench.withCustomer();
      bench.typeRow("应收明细", 2, { 单号: "N-1", ...typed, 金额: 5, 币种: word });
      bench.typeRow("应收明细", 3, { 单号: "N-2", ...typed, 金额: 7 });
      bench.typeRow("收款", 2, { 客户编码: "K001", 收款日期: "2026-02-02", 金额: 2 });
      bench.typeRow("客户", 2, { 币种: word });
      const { taken, problems } = bench.takeOver();
      expect(taken).toBe(2);
      expect(problems).toMatchObject([
        { kind: "currencyUnknown", place: { row: 2, column: "币种" } },
        { kind: "currencyUnknown", found: word, place: { row: 2, column: "币种" } },
      ]);
      expect(bookedOf(bench, customer)["N-1"]).toBeUndefined();
      expect(bench.balance("K001")).toBe(500);
    },
  );

  it("that cannot be read leaves the amount beside it alone: nobody knows its unit", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "N-1", "2026-02-01", 5_000, { currency: "JPY" });
    bench.typeRow("应收明细", 2, { 币种: "第三种" });
    expect(bench.takeOver()).toMatchObject({ taken: 0, problems: [{ kind: "currencyUnknown" }] });
    expect(bookedOf(bench, customer)["N-1"]).toEqual(["JPY", 5_000]);
  });

  it("that was emptied is put back: a known document keeps its currency and its amount", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "N-1", "2026-02-01", 5_000, { currency: "JPY" });
    bench.typeRow("应收明细", 2, { 币种: "", 备注: "x" });
    expect(bench.takeOver()).toMatchObject({
      taken: 1,
      problems: [{ kind: "cellEmptied", expected: "JPY" }],
    });
    expect(bench.cell("应收明细", 2, "币种")).toBe("JPY");
    expect(bookedOf(bench, customer)["N-1"]).toEqual(["JPY", 5_000]);
    expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
  });

  it("that says what the record says is no change, even where that is no known code", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "N-1", "2026-02-01", 5_000, { currency: "ISK" });
    bench.typeRow("应收明细", 2, { 备注: "x" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bookedOf(bench, customer)["N-1"]).toEqual(["ISK", 5_000]);
  });
});

describe("a typed amount cell 金额", () => {
  it.each(["USD 100", "€100", "100美元", "HK$100", "＄100", "100日元"])(
    "that says %s in a row in yuan is listed and not booked",
    (amount) => {
      const { bench, customer } = TypedBench.withCustomer();
      bench.typeRow("应收明细", 2, { 单号: "N-1", ...typed, 金额: amount });
      bench.typeRow("应收明细", 3, { 单号: "N-2", ...typed, 金额: 7 });
      expect(bench.takeOver()).toMatchObject({
        taken: 1,
        problems: [
          { kind: "currencyDiffers", found: amount, expected: "CNY", place: { row: 2, column: "金额" } },
        ],
      });
      expect(bookedOf(bench, customer)).toEqual({ "N-2": ["CNY", 700] });
    },
  );

  it.each([
    ["人民币100", "CNY"],
    ["¥100", "RMB"],
    ["100美元", "USD"],
    ["$100", "美元"],
    ["$100", "CAD"],
  ])("that says %s in a row in %s is booked", (amount, word) => {
    const { bench } = TypedBench.withCustomer();
    bench.typeRow("应收明细", 2, { 单号: "N-1", ...typed, 金额: amount, 币种: word });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.cell("应收明细", 2, "未清金额")).toBe(100);
  });

  it("in another currency changes no known document, limit or receipt", () => {
    const { bench, customer } = TypedBench.withCustomer({ limitType: "amount", limit: 50_000 });
    bench.item(customer, "N-1", "2026-02-01", 5_000);
    bench.receipt(900, "2026-02-02");
    bench.typeRow("应收明细", 2, { 金额: "$70" });
    bench.typeRow("收款", 2, { 金额: "8美元" });
    bench.typeRow("客户", 2, { 信用额度: "USD 1,000" });
    const { taken, problems } = bench.takeOver();
    expect(taken).toBe(0);
    expect(problems.map(({ kind }) => kind)).toEqual(Array(3).fill("currencyDiffers"));
    expect(bookedOf(bench, customer)["N-1"]).toEqual(["CNY", 5_000]);
  });
});

describe("a typed cell that no record can hold", () => {
  it("is listed with its place, and holds up no other row and no other tab", () => {
    const { bench } = TypedBench.withCustomer();
    const tooLong = "很".repeat(600);
    bench.typeRow("应收明细", 2, { 单号: "N-1", ...typed, 金额: 5, 备注: tooLong });
    bench.typeRow("应收明细", 3, { 单号: "N-2", ...typed, 金额: 7 });
    bench.typeRow("收款", 2, { 客户编码: "K001", 收款日期: "2026-02-02", 金额: 2 });
    bench.typeRow("客户", 2, { 结算日: 99, 备注: "x" });
    const { taken, problems } = bench.takeOver();
    expect(taken).toBe(2);
    expect(problems).toMatchObject([
      { kind: "cellUnfit", found: "99", place: { row: 2, column: "结算日" } },
      { kind: "cellUnfit", found: tooLong, place: { row: 2, column: "备注" } },
    ]);
    expect(bench.balance("K001")).toBe(500);
  });
});

describe("RMB in a form or an import", () => {
  it("is CNY, so that money and debt meet", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "N-1", "2026-02-01", 5_000, { currency: "RMB" });
    bench.receipt(2_000, "2026-02-02", { customer, currency: "CNY" });
    expect(bookedOf(bench, customer)["N-1"]).toEqual(["CNY", 5_000]);
    expect(bench.balance("K001")).toBe(3_000);
    const other = bench.customer("K002", "广州恒通", { currency: "rmb" });
    bench.item(other, "N-2", "2026-02-01", 100);
    expect(bookedOf(bench, other)["N-2"]).toEqual(["CNY", 100]);
  });

  it("is CNY in a row of an import too", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const rows = [{ number: "N-1", date: "2026-02-01", amount: 5_000, currency: "RMB" }];
    expect(bench.imported("items", rows)).toMatchObject({ taken: 1, problems: [] });
    expect(bookedOf(bench, customer)["N-1"]).toEqual(["CNY", 5_000]);
  });
});

describe("a currency typed anew", () => {
  it("accuses nobody of having typed what the ledger wrote in the former one", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.receipt(3_000, "2026-02-01", { customer });
    bench.typeRow("收款", 2, { 币种: "JPY" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, restored: 0, problems: [] });
    expect([bench.cell("收款", 2, "金额"), bench.cell("收款", 2, "未核销")]).toEqual([30, 30]);
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0, problems: [] });
  });
});
