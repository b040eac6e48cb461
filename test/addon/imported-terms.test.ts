import { describe, expect, it } from "vitest";
import { ImportBench } from "./import-bench.ts";

const wishes = (bench: ImportBench) => bench.waiting().map(({ told }) => told);

const agreed = (bench: ImportBench, code: string) => {
  const { id } = bench.call<{ id: string }>("findCustomer", { code });
  return bench.call<{ customer: object; termsText: string }>("customer", { id });
};

const net30 = { terms: { kind: "net", days: 30 } };

describe("terms and limits in a list of customers", () => {
  it("are in force for a new customer", () => {
    const { bench } = ImportBench.withCustomer();
    const row = { customerCode: "K9", customerName: "恒通", terms: "月结30天", creditLimit: 500_000 };
    bench.imported("customers", [row]);
    expect(agreed(bench, "K9").customer).toMatchObject({
      terms: { kind: "monthEnd", months: 0, days: 30 },
      limitType: "amount",
      limit: 500_000,
    });
    expect(wishes(bench)).toEqual([]);
  });

  it("are proposed for a known one where they differ: what is in force stays until somebody decides", () => {
    const { bench } = ImportBench.withCustomer(net30);
    const sent = bench.imported("customers", [{ terms: "月结60天", creditLimit: 500_000 }]);
    expect(sent).toMatchObject({ taken: 0, known: 1, proposals: 1, problems: [] });
    expect(agreed(bench, "K001").customer).toMatchObject(net30);
    expect(agreed(bench, "K001").customer).not.toHaveProperty("limit");
    expect(wishes(bench)).toEqual(["K001 terms: 月结+60天 (30天)", "K001 limit: 5,000.00 CNY (未设置)"]);
    bench.decideAll();
    expect(agreed(bench, "K001").termsText).toBe("月结+60天");
    expect(agreed(bench, "K001").customer).toMatchObject({ limitType: "amount", limit: 500_000 });
  });

  it("that were refused are not asked for again by the same list, but by another one", () => {
    const { bench } = ImportBench.withCustomer(net30);
    bench.imported("customers", [{ terms: "60天" }]);
    bench.decideAll("refused");
    bench.imported("customers", [{ terms: "60天" }]);
    expect(wishes(bench)).toEqual([]);
    bench.imported("customers", [{ terms: "75天" }]);
    expect(wishes(bench)).toEqual(["K001 terms: 75天 (30天)"]);
  });

  it("say nothing where they are the same, or not told", () => {
    const { bench } = ImportBench.withCustomer(net30);
    expect(bench.imported("customers", [{ terms: "net 30" }])).toMatchObject({ proposals: 0 });
    expect(bench.imported("customers", [{ customerName: "深圳市鸿运达" }])).toMatchObject({ proposals: 0 });
    expect(wishes(bench)).toEqual([]);
  });

  it("leave another wish that stands there already, and the row is listed, also when it is sent again", () => {
    const { bench } = ImportBench.withCustomer(net30);
    bench.imported("customers", [{ terms: "月结60天" }]);
    const batch = bench.openImport();
    const listed = {
      known: 0,
      proposals: 0,
      problems: [{ kind: "wishStands", place: { row: 2 }, found: "90天", standing: "月结+60天" }],
    };
    expect(bench.send(batch, "customers", [{ terms: "90天" }])).toMatchObject(listed);
    expect(bench.send(batch, "customers", [{ terms: "90天" }])).toMatchObject(listed);
    expect(wishes(bench)).toEqual(["K001 terms: 月结+60天 (30天)"]);
    const { toDo } = bench.call<{ toDo: { kind: string; count: number }[] }>("today", {});
    expect(toDo.find(({ kind }) => kind === "approvals")).toMatchObject({ count: 1 });
  });

  it("are told again when a chunk is sent again, and stand once", () => {
    const { bench } = ImportBench.withCustomer(net30);
    const batch = bench.openImport();
    bench.send(batch, "customers", [{ terms: "90天" }]);
    expect(bench.send(batch, "customers", [{ terms: "90天" }])).toMatchObject({ proposals: 1, problems: [] });
    expect(wishes(bench)).toEqual(["K001 terms: 90天 (30天)"]);
  });

  it.each([
    ["in one chunk", 0],
    ["in two", 1],
  ])("of two rows for one customer, the second is listed where it says something else: %s", (_how, from) => {
    const { bench } = ImportBench.withCustomer(net30);
    const batch = bench.openImport(2);
    const [first, second] = [{ terms: "60天" }, { row: 3, terms: "90天", creditLimit: 100 }];
    const sent = from === 0 ? [first, second] : [second];
    if (from > 0) bench.send(batch, "customers", [first]);
    expect(bench.send(batch, "customers", sent, { from })).toMatchObject({
      known: from === 0 ? 1 : 0,
      proposals: from === 0 ? 1 : 0,
      problems: [{ kind: "wishStands", place: { row: 3 }, found: "90天", standing: "60天" }],
    });
    expect(wishes(bench)).toEqual(["K001 terms: 60天 (30天)"]);
  });

  it("of two rows that say the same are one wish", () => {
    const { bench } = ImportBench.withCustomer(net30);
    const sent = bench.imported("customers", [{ terms: "60天" }, { terms: "net 60" }, { terms: "60天" }]);
    expect(sent).toMatchObject({ known: 3, proposals: 1, problems: [] });
    expect(wishes(bench)).toHaveLength(1);
  });

  it.each([
    ["of another currency", {}, "USD", "1,000.00 USD", "CNY"],
    ["of the base currency for a customer in dollars", { currency: "USD" }, "CNY", "1,000.00 CNY", "USD"],
    ["with the same figure", { limitType: "amount", limit: 100_000 }, "USD", "1,000.00 USD", "CNY"],
  ])("a limit %s is listed, and no wish", (_which, customer, currency, found, expected) => {
    const { bench } = ImportBench.withCustomer(customer);
    expect(bench.imported("customers", [{ currency, creditLimit: 100_000, terms: "60天" }])).toMatchObject({
      known: 0,
      proposals: 0,
      problems: [{ kind: "limitCurrencyDiffers", place: { row: 2 }, found, expected }],
    });
    expect(wishes(bench)).toEqual([]);
  });

  it("terms in a row of another currency are proposed: they have none", () => {
    const { bench } = ImportBench.withCustomer(net30);
    expect(bench.imported("customers", [{ currency: "USD", terms: "60天" }])).toMatchObject({ proposals: 1 });
  });

  it("that nobody can read are listed, and the row is not taken", () => {
    const { bench } = ImportBench.withCustomer();
    const row = { customerCode: "K9", customerName: "恒通", terms: "看情况" };
    expect(bench.imported("customers", [row])).toMatchObject({
      taken: 0,
      problems: [{ kind: "termsUnreadable", place: { row: 2 }, found: "看情况" }],
    });
    expect(bench.refusal("findCustomer", { code: "K9" })).toBe("customerUnknown");
  });
});

describe("terms in a list of documents", () => {
  it("set the due dates of the documents, and not the customer's own terms", () => {
    const { bench, customer } = ImportBench.withCustomer(net30);
    const rows = [
      { number: "N1", date: "2026-01-05", amount: 100, terms: "60天" },
      { number: "N2", date: "2026-01-05", amount: 100 },
    ];
    bench.imported("items", rows);
    expect(bench.dues(customer)).toEqual({ N1: "2026-03-06", N2: "2026-02-04" });
    expect(agreed(bench, "K001").termsText).toBe("30天");
    expect(wishes(bench)).toEqual([]);
  });
});
