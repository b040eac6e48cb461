import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { ImportBench } from "./import-bench.ts";

const day = "2026-01-05";

interface Event {
  readonly id: string;
  readonly number?: string;
  readonly voided: boolean;
  readonly batch?: string;
}

const timeline = (bench: ImportBench, id: string) =>
  bench.call<{ timeline: Event[] }>("customer", { id, asOf: "2026-12-31" }).timeline;

const idOf = (bench: ImportBench, customer: string, number: string) =>
  timeline(bench, customer).find((event) => event.number === number)?.id ?? "";

const voided = (bench: ImportBench, customer: string, number: string) =>
  bench.refusal("voidImportedRow", {
    action: bench.action(),
    customer,
    record: idOf(bench, customer, number),
  });

describe("one row of an import", () => {
  const rows = [
    { number: "N1", date: day, amount: 4_000 },
    { number: "N2", date: day, amount: 500 },
  ];

  it("is shown with its import, and taken back alone: the others stand, and the ledger is sound", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const { batch } = bench.imported("items", rows);
    const record = idOf(bench, customer, "N1");
    expect(bench.call("previewImportedRow", { customer, record })).toMatchObject({
      batch: { id: batch, rows: 2 },
      documents: [{ what: "item", number: "N1", customer: "深圳市鸿运达", amount: 4_000 }],
      dependents: [],
    });
    expect(voided(bench, customer, "N1")).toBe("done");
    expect(bench.openOf(customer)).toEqual({ N2: 500 });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("leaves the record of its import saying what stands of it, and back again with the undo", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const dollars = { number: "N3", date: day, amount: 70, currency: "USD" };
    bench.imported("items", [...rows, dollars]);
    const recorded = () => bench.call<Output<"batches">>("batches", {}).batches[0];
    expect(recorded()).not.toHaveProperty("standing");
    const action = bench.action();
    const record = idOf(bench, customer, "N1");
    bench.call("voidImportedRow", { action, customer, record });
    const amounts = [
      { currency: "CNY", amount: 500 },
      { currency: "USD", amount: 70 },
    ];
    expect(recorded()).toMatchObject({ taken: { rows: 3 }, standing: { rows: 2, amounts } });
    bench.call("undo", { action: bench.action(), of: action });
    expect(recorded()).not.toHaveProperty("standing");
  });

  it("of several lines is as many rows as it has lines, in the list of imports and in the undo", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const goods = (...numbers: number[]) => numbers.map((row) => ({ row, goodsName: "轴承" }));
    const three = { number: "N1", date: day, amount: 300, row: 2, rows: [2, 3, 4] };
    const two = { number: "N2", date: day, amount: 200, row: 5, rows: [5, 6], goods: goods(5, 6) };
    const one = { number: "N3", date: day, amount: 100, row: 7 };
    const { batch } = bench.imported("items", [three, two, one]);
    const recorded = () => bench.call<Output<"batches">>("batches", {}).batches[0];
    expect(recorded()?.taken.rows).toBe(6);
    voided(bench, customer, "N1");
    expect(recorded()).toMatchObject({ standing: { rows: 3 } });
    voided(bench, customer, "N2");
    expect(recorded()).toMatchObject({ standing: { rows: 1 } });
    const undone = bench.call<Output<"undoBatch">>("undoBatch", { action: bench.action(), batch });
    expect(undone).toEqual({ undone: 1 });
  });

  it("goes with what it said of its own settlement: document, receipt and what joined them", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const paid = { ...rows[0], number: "N1", settledAmount: 4_000, settledOn: "2026-02-01" };
    bench.imported("settledItems", [paid]);
    bench.imported("items", [{ number: "N3", date: day, amount: 70 }]);
    expect(voided(bench, customer, "N1")).toBe("done");
    expect(timeline(bench, customer).filter((event) => !event.voided)).toMatchObject([{ number: "N3" }]);
    expect(bench.aged()).toEqual({ balance: 70, unapplied: 0 });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("of receipts opens again what the import had put it on", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.item(customer, "XS-1", day, 10_000);
    bench.imported("receipts", [{ bankReference: "B1", date: "2026-02-01", amount: 4_000 }]);
    expect(bench.openOf(customer)).toEqual({ "XS-1": 6_000 });
    const record = timeline(bench, customer).find(({ batch }) => batch !== undefined)?.id ?? "";
    const input = { action: bench.action(), customer, record };
    expect(bench.refusal("voidImportedRow", input)).toBe("done");
    expect(bench.openOf(customer)).toEqual({ "XS-1": 10_000 });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("stays where later money stands on it, or its period is closed: the preview says which", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.imported("items", rows);
    bench.receipt(4_000, "2026-02-01", { customer, designation: "N1" });
    expect(voided(bench, customer, "N1")).toBe("dependsOn");
    const preview = (number: string) =>
      bench.call("previewImportedRow", { customer, record: idOf(bench, customer, number) });
    expect(preview("N1")).toMatchObject({ dependents: ["N1"] });
    bench.call("closePeriod", { action: bench.action(), through: "2026-03-31" });
    expect(voided(bench, customer, "N2")).toBe("undoClosed");
    expect(preview("N2")).toMatchObject({ closedDay: day });
  });

  it("comes again with the same file, and goes with the undo of its import no second time", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const { batch } = bench.imported("items", rows);
    voided(bench, customer, "N1");
    expect(bench.imported("items", rows)).toMatchObject({ taken: 1, known: 1, problems: [] });
    bench.call("undoBatch", { action: bench.action(), batch });
    expect(bench.openOf(customer)).toEqual({ N1: 4_000 });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("that is brought back by an undo is the import's again", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const { batch } = bench.imported("items", rows);
    const action = bench.action();
    bench.call("voidImportedRow", { action, customer, record: idOf(bench, customer, "N1") });
    bench.call("undo", { action: bench.action(), of: action });
    expect(bench.openOf(customer)).toEqual({ N1: 4_000, N2: 500 });
    bench.call("undoBatch", { action: bench.action(), batch });
    expect(bench.openOf(customer)).toEqual({});
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("of no import, or of one that is still open, is not taken back so", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.item(customer, "XS-1", day, 10_000);
    expect(voided(bench, customer, "XS-1")).toBe("nothingToUndo");
    const batch = bench.openImport();
    bench.send(batch, "items", rows);
    expect(voided(bench, customer, "N1")).toBe("nothingToUndo");
  });
});
