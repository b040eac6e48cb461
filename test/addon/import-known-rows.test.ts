import { describe, expect, it } from "vitest";
import { ImportBench } from "./import-bench.ts";

const day = "2026-01-05";

describe("rows that stand in another import that is still open", () => {
  const item = { number: "N1", date: day, amount: 4_000 };
  const nameless = { date: day, amount: 300 };
  const receipt = { bankReference: "B1", date: "2026-01-06", amount: 1_500 };

  it.each([
    ["items", item],
    ["items", nameless],
    ["receipts", receipt],
    ["receipts", nameless],
  ])("are listed, and neither known nor taken: %s %o", (kind, row) => {
    const { bench } = ImportBench.withCustomer();
    const first = bench.openImport();
    bench.send(first, kind, [row]);
    const second = bench.imported(kind, [row]);
    expect(second).toMatchObject({ taken: 0, known: 0, problems: [{ kind: "inOpenImport" }] });
    bench.call("undoBatch", { action: bench.action(), batch: first });
    expect(bench.imported(kind, [row])).toMatchObject({ taken: 1, problems: [] });
  });

  it.each(["items", "receipts"])("are listed where only what is noted of them differs: %s", (kind) => {
    const { bench } = ImportBench.withCustomer();
    bench.imported(kind, [nameless]);
    const noted = { ...nameless, note: "3 月补" };
    const listed = { taken: 0, known: 0, problems: [{ kind: "duplicateSuspected" }] };
    expect(bench.imported(kind, [noted])).toMatchObject(listed);
    const both = bench.imported(kind, [nameless, noted, { ...noted, occurrence: 2, amount: 301 }]);
    expect(both).toMatchObject({ taken: 2, known: 1, problems: [] });
  });

  it("a row twice in one import is known the second time", () => {
    const { bench } = ImportBench.withCustomer();
    expect(bench.imported("items", [item, item])).toMatchObject({ taken: 1, known: 1, problems: [] });
  });
});

describe("a reference that the ledger knows", () => {
  const paid = { bankReference: "88001", date: day, amount: 10_000 };

  it("adds nothing with the same content", () => {
    const { bench } = ImportBench.withCustomer();
    bench.imported("receipts", [paid]);
    expect(bench.imported("receipts", [paid])).toMatchObject({ taken: 0, known: 1, problems: [] });
    expect(bench.aged().balance).toBe(-10_000);
  });

  it.each([
    ["another amount", { amount: 25_000 }],
    ["another day", { date: "2026-02-05" }],
    ["another customer", { customerCode: "K002" }],
    ["another currency", { currency: "USD" }],
  ])("is listed with %s, in one file and in the next", (_what, other) => {
    const { bench } = ImportBench.withCustomer();
    bench.customer("K002", "广州恒通");
    const listed = [{ kind: "knownReferenceDiffers", place: { row: 3 }, number: "88001" }];
    const both = bench.imported("receipts", [paid, { ...paid, ...other }]);
    expect(both).toMatchObject({ taken: 1, known: 0, problems: listed });
    const next = bench.imported("receipts", [{ ...paid, ...other }]);
    expect(next).toMatchObject({ taken: 0, known: 0, problems: [{ kind: "knownReferenceDiffers" }] });
  });

  it("a voucher number 凭证号 that comes again next month is listed, not dropped", () => {
    const { bench } = ImportBench.withCustomer();
    const rows = ["2026-03-05", "2026-04-05"].map((date) => ({ number: "记-1", date, amount: 10_000 }));
    const { taken, problems } = bench.imported("receipts", rows);
    expect({ taken, kinds: problems.map(({ kind }) => kind) }).toEqual({
      taken: 1,
      kinds: ["knownReferenceDiffers"],
    });
  });
});

describe("what an import has brought", () => {
  it("is asked about when the form brings it again: document number, or day and amount", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.imported("items", [
      { number: "N1", date: day, amount: 4_000 },
      { date: day, amount: 555 },
    ]);
    const form = { customer, kind: "invoice", date: day, amount: 4_000 };
    const add = (item: object, more: object = {}) =>
      bench.refusal("addItem", { action: bench.action(), item, ...more });
    expect(add({ ...form, number: "N1" })).toBe("duplicateSuspected");
    expect(add({ ...form, amount: 555 })).toBe("duplicateSuspected");
    expect(add({ ...form, number: "N2" })).toBe("done");
    expect(add({ ...form, number: "N1" }, { allowDuplicate: true })).toBe("done");
  });

  it("is asked about when the form brings it again: bank reference, or day and amount", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.imported("receipts", [
      { bankReference: "Q1", date: day, amount: 10_000 },
      { date: "2026-01-06", amount: 500 },
    ]);
    const form = { customer, date: day, amount: 10_000, method: "transfer" };
    const add = (receipt: object, more: object = {}) =>
      bench.refusal("addReceipt", { action: bench.action(), receipt, ...more });
    expect(add({ ...form, bankReference: "Q1" })).toBe("duplicateSuspected");
    expect(add({ ...form, date: "2026-01-06", amount: 500 })).toBe("duplicateSuspected");
    expect(add({ ...form, bankReference: "Q2" })).toBe("done");
    expect(add({ ...form, bankReference: "Q1" }, { allowDuplicate: true })).toBe("done");
  });

  it("is listed where the form had brought it before, and one of the two has no number", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.receipt(500, "2026-01-06", { customer });
    bench.receipt(600, "2026-01-06", { customer, bankReference: "Q1" });
    bench.item(customer, "N1", day, 4_000);
    const listed = { taken: 0, problems: [{ kind: "duplicateSuspected" }] };
    expect(bench.imported("receipts", [{ date: "2026-01-06", amount: 500 }])).toMatchObject(listed);
    const numbered = [{ date: "2026-01-06", amount: 500, bankReference: "Q2" }];
    expect(bench.imported("receipts", numbered)).toMatchObject(listed);
    expect(bench.imported("receipts", [{ date: "2026-01-06", amount: 600 }])).toMatchObject(listed);
    expect(bench.imported("items", [{ date: day, amount: 4_000 }])).toMatchObject(listed);
    expect(bench.imported("items", [{ number: "N2", date: day, amount: 4_000 }])).toMatchObject({ taken: 1 });
  });

  it("is listed where the settlement of a document had brought the receipt before", () => {
    const { bench } = ImportBench.withCustomer();
    const settled = { number: "N1", date: day, amount: 4_000, settledOn: "2026-02-01" };
    bench.imported("settledItems", [settled]);
    const paid = { date: "2026-02-01", amount: 4_000, bankReference: "Q1" };
    expect(bench.imported("receipts", [paid])).toMatchObject({ problems: [{ kind: "duplicateSuspected" }] });
    expect(bench.aged().balance).toBe(0);
  });

  it("is shown beside the preview of a receipt like it", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.imported("receipts", [{ bankReference: "Q1", date: day, amount: 10_000 }]);
    const receipt = { customer, date: day, amount: 10_000, method: "transfer", bankReference: "Q1" };
    expect(bench.call("previewReceipt", { receipt })).toMatchObject({ alike: { bankReference: "Q1" } });
  });
});
