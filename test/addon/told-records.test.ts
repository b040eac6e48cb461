import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

interface Preview {
  readonly alike?: { readonly id: string; readonly customerName: string };
}

describe("a preview of a receipt that is there already", () => {
  const preview = (bench: TypedBench, receipt: object) =>
    bench.call<Preview>("previewReceipt", {
      receipt: { date: "2026-05-02", amount: 1_000, method: "transfer", ...receipt },
    });

  it("names the record it looks like, by its id", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.receipt(700, "2026-05-01", { customer });
    const known = bench.receipt(1_000, "2026-05-02", { customer });
    expect(preview(bench, { customer })).toMatchObject({ alike: { id: known } });
    expect(preview(bench, { customer, amount: 1_001 }).alike).toBeUndefined();
  });

  it("names it at another customer too, by the bank's reference", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const other = bench.customer("K002", "乙");
    const known = bench.receipt(1_000, "2026-04-02", { customer: other, bankReference: "B-77" });
    expect(preview(bench, { customer, bankReference: "B-77" })).toMatchObject({ alike: { id: known } });
  });

  it("names an unidentified one", () => {
    const { bench } = TypedBench.withCustomer();
    const known = bench.receipt(1_000, "2026-05-02");
    expect(preview(bench, {})).toMatchObject({ alike: { id: known } });
  });
});

describe("the list of imports", () => {
  const open = (bench: TypedBench, more: object = {}) =>
    bench.call("importOpen", {
      ...{
        action: bench.action(),
        source: "f.csv",
        sourceHash: JSON.stringify(more),
        rows: 1,
        amounts: [{ currency: "CNY", amount: 5_000 }],
      },
      ...{ layout: "", ...more },
    });
  const told = (bench: TypedBench) => bench.call<{ batches: object[] }>("batches", {}).batches;

  it("says the currency of rows that name none, and on which day it began", () => {
    const { bench } = TypedBench.withCustomer();
    open(bench);
    const mapping = { version: 1, kind: "items", currency: "USD", rowsAre: "documents", columns: [] };
    open(bench, { mapping });
    expect(told(bench)).toMatchObject([
      { currency: "USD", day: "2026-06-15" },
      { currency: "CNY", day: "2026-06-15" },
    ]);
  });

  it("keeps both while it is filled and closed", () => {
    const { bench } = TypedBench.withCustomer();
    const { batch } = bench.importRow("INV-1", "2026-05-02", 5_000);
    bench.call("importClose", { batch, action: bench.action() });
    expect(told(bench)).toMatchObject([{ id: batch, state: "closed", currency: "CNY", day: "2026-06-15" }]);
  });
});
