import { describe, expect, it } from "vitest";
import type { Output, Reply } from "../../addon/protocol.ts";
import { refuseUnknownCurrency } from "../../addon/server/plan.ts";
import { CurrencyShape, CustomerShape, emptyAccount, money, moneyText } from "../../core/index.ts";
import { ImportBench } from "./import-bench.ts";

/** One sentence for a currency 币种 that nobody knows, by every door; what a ledger holds in one goes on. */
const SENTENCE = "不认识币种“XYZ”。请改为 CNY、USD 这样的代码。";
const NOBODY_KNOWS = { why: "currencyUnknown", sentence: SENTENCE };

function refused(bench: ImportBench, name: string, input: object): Reply<unknown> {
  return bench.run(name, { action: bench.action(), ...input }).reply;
}

describe("a currency that is not known", () => {
  it.each([
    ["addCustomer", () => ({ customer: { code: "K9", name: "某", currency: "XYZ" } })],
    [
      "addItem",
      (customer: string) => ({
        item: { customer, kind: "invoice", date: "2026-01-05", amount: 5, currency: "XYZ" },
      }),
    ],
    [
      "addReceipt",
      (customer: string) => ({
        receipt: { customer, date: "2026-01-05", amount: 5, method: "cash", currency: "XYZ" },
      }),
    ],
    ["saveSettings", () => ({ settings: { baseCurrency: "XYZ" } })],
  ] as const)("is refused by %s in one sentence, and nothing is written", (name, inputOf) => {
    const { bench, customer } = ImportBench.withCustomer();
    const before = bench.cells("_journal").length;
    expect(refused(bench, name, inputOf(customer))).toMatchObject(NOBODY_KNOWS);
    expect(bench.cells("_journal").length).toBe(before);
  });

  it("is refused beforehand where the form shows where money would go", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const receipt = { customer, date: "2026-01-05", amount: 5, method: "cash", currency: "XYZ" };
    expect(bench.run("previewReceipt", { receipt }).reply).toMatchObject(NOBODY_KNOWS);
  });

  it.each(["items", "receipts", "customers"])(
    "is listed in a row of %s, of a new customer and of a known one",
    (kind) => {
      const { bench } = ImportBench.withCustomer();
      const row = { date: "2026-01-05", amount: 500, currency: "XYZ" };
      const { taken, problems } = bench.imported(kind, [
        ...(kind === "customers" ? [] : [row]),
        { ...row, customerCode: "K2", customerName: "新客户" },
      ]);
      expect(taken).toBe(0);
      expect(new Set(problems.map((problem) => problem.kind))).toEqual(new Set(["currencyUnknown"]));
      expect(bench.call<Output<"customers">>("customers", {}).customers).toHaveLength(1);
    },
  );

  it("is known by any of its names, and real ones are", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const item = { customer, kind: "invoice", number: "N-1", date: "2026-01-05", amount: 500 };
    for (const [n, currency] of ["ISK", "XAF", "元", "usd"].entries())
      bench.call("addItem", { action: bench.action(), item: { ...item, number: `N-${n}`, currency } });
    const card = bench.call<Output<"customer">>("customer", { id: customer, asOf: "2026-12-31" });
    expect(card.open.map(({ currency }) => currency).sort()).toEqual(["CNY", "ISK", "USD", "XAF"]);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });
});

describe("a currency that is not known, and that an account holds from earlier versions", () => {
  const own = { id: "c1.0", code: "K1", name: "Ann" };

  it("goes on there and nowhere else", () => {
    const held = emptyAccount({ ...own, currency: "XYZ" });
    expect(() => refuseUnknownCurrency("XYZ", held)).not.toThrow();
    expect(() => refuseUnknownCurrency("ZYX", held)).toThrow();
    expect(() => refuseUnknownCurrency("XYZ", emptyAccount(own))).toThrow();
  });

  it("is a record like any other where it is read", () => {
    expect(CustomerShape.safeParse({ ...own, currency: "XYZ" }).success).toBe(true);
    expect(CurrencyShape.safeParse("XYZ").success).toBe(true);
    expect(moneyText(money(500), "XYZ")).toBe("5.00");
  });
});
