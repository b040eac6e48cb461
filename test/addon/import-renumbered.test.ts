import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { ImportBench, type SentRow } from "./import-bench.ts";

/** A row that a hand gave another number stays the row of its file: the same file does not bring it once more. */
const ITEM = { number: "N-1", date: "2026-01-05", amount: 400 };
const RECEIPT = { bankReference: "B-1", date: "2026-01-05", amount: 400 };

const differs = (known: string) => [{ kind: "knownNumberDiffers", number: "N-1", known, found: "N-1" }];

describe("an imported document that was given another number", () => {
  function renumbered(to: string, row: SentRow = ITEM): ImportBench {
    const { bench } = ImportBench.withCustomer();
    bench.imported("items", [row]);
    bench.typeRow("应收明细", 2, { 单号: to });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    return bench;
  }

  it("is listed with both numbers when its file comes again, and booked once", () => {
    const bench = renumbered("N-1x");
    expect(bench.imported("items", [ITEM])).toMatchObject({ taken: 0, problems: differs("N-1x") });
    expect(bench.balance("K001")).toBe(400);
  });

  it("is listed whatever was changed since", () => {
    const bench = renumbered("N-1x");
    bench.typeRow("应收明细", 2, { 金额: 5, 备注: "改" });
    bench.takeOver();
    bench.typeRow("应收明细", 2, { 单号: "N-1y" });
    bench.takeOver();
    expect(bench.imported("items", [ITEM])).toMatchObject({ taken: 0, problems: differs("N-1y") });
    expect(bench.balance("K001")).toBe(500);
  });

  it("is listed with the customer to whom it was moved since", () => {
    const bench = renumbered("N-1x");
    bench.customer("K002", "乙");
    bench.typeRow("应收明细", 2, { 客户编码: "K002" });
    expect(bench.takeOver()).toMatchObject({ taken: 1 });
    expect(bench.imported("items", [ITEM])).toMatchObject({ taken: 0, problems: differs("N-1x") });
    expect([bench.balance("K001"), bench.balance("K002")]).toEqual([0, 400]);
  });

  it("leaves its old number to another document", () => {
    const bench = renumbered("N-1x");
    const other = { ...ITEM, date: "2026-03-05", amount: 700 };
    expect(bench.imported("items", [other])).toMatchObject({ taken: 1, problems: [] });
    expect(bench.balance("K001")).toBe(1_100);
  });

  it("comes again once it was taken back", () => {
    const { bench } = ImportBench.withCustomer();
    const { batch } = bench.imported("items", [ITEM]);
    bench.typeRow("应收明细", 2, { 单号: "N-1x" });
    bench.takeOver();
    bench.call("undoBatch", { action: bench.action(), batch });
    expect(bench.imported("items", [ITEM])).toMatchObject({ taken: 1, problems: [] });
    expect(bench.balance("K001")).toBe(400);
  });

  it("is known by its old number once the renumbering is undone", () => {
    const { bench } = ImportBench.withCustomer();
    bench.imported("items", [ITEM]);
    bench.typeRow("应收明细", 2, { 单号: "N-1x" });
    const { booked } = bench.call<{ booked: string[] }>("takeOver", { action: bench.action() });
    bench.call("undo", { action: bench.action(), of: booked[0] ?? "" });
    expect(bench.imported("items", [ITEM])).toMatchObject({ taken: 0, known: 1, problems: [] });
  });

  it("does not stand again beside the row that its file brought again, however it is called by then", () => {
    const bench = renumbered("N-1x");
    const { id: customer } = bench.call<{ id: string }>("findCustomer", { code: "K001" });
    const card = bench.call<Output<"customer">>("customer", { id: customer, asOf: "2026-12-31" });
    const record = card.open[0]?.item;
    bench.call("voidImportedRow", { action: "void-00001", customer, record });
    expect(bench.imported("items", [ITEM])).toMatchObject({ taken: 1 });
    const { reply } = bench.run("undo", { action: bench.action(), of: "void-00001" });
    expect(reply).toMatchObject({ why: "standsAgain" });
    expect(bench.balance("K001")).toBe(400);
  });
});

describe("an imported receipt that was given another reference", () => {
  it("is listed with both references, and booked once", () => {
    const { bench } = ImportBench.withCustomer();
    bench.imported("receipts", [RECEIPT]);
    bench.typeRow("收款", 2, { 银行流水号: "B-9" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    const problems = [{ kind: "knownReferenceDiffers", number: "B-1", known: "B-9", found: "B-1" }];
    expect(bench.imported("receipts", [RECEIPT])).toMatchObject({ taken: 0, problems });
    expect(bench.balance("K001")).toBe(-400);
  });
});
