import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

/** Undo 撤销: what was taken back is where it was before; never less, never twice, never in silence. */
const ITEMS = "应收明细";
const held = { method: "bankDraft", draft: { maturity: "2026-05-01", state: "held" } };

const undo = (bench: TypedBench, of: string | number) =>
  bench.run("undo", { action: bench.action(), of }).reply;
const card = (bench: TypedBench, id: string) =>
  bench.call<Output<"customer">>("customer", { id, asOf: "2026-12-31" });
const event = (bench: TypedBench, customer: string, amount: number) =>
  card(bench, customer).timeline.find((each) => each.amount === amount);
const unidentified = (bench: TypedBench) => bench.call<Output<"unidentified">>("unidentified", {}).receipts;
const takeOver = (bench: TypedBench, action: string) => bench.call("takeOver", { action });

describe("an undo", () => {
  it("is not undone itself: the receipt stays nobody's, and is found again", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const receipt = bench.receipt(50_000, "2026-03-01");
    bench.call("identify", { action: "ident-0001", receipt, customer });
    bench.call("undo", { action: "undo-0001", of: "ident-0001" });
    expect(undo(bench, "undo-0001")).toMatchObject({ ok: false, why: "undoStands" });
    const preview = bench.run("previewUndo", { of: "undo-0001" }).reply;
    expect(preview).toMatchObject({ ok: false, why: "undoStands" });
    expect(unidentified(bench)).toMatchObject([{ id: receipt, amount: 50_000 }]);
    expect(bench.checkUp().sound).toBe(true);
  });

  it("of a move is not undone itself: the debt stays", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.customer("K002", "二号");
    bench.item(customer, "INV-1", "2026-01-01", 10_000);
    bench.typeRow(ITEMS, 2, { 客户编码: "K002" });
    takeOver(bench, "take-0001");
    bench.call("undo", { action: "undo-0001", of: "take-0001:items" });
    expect(undo(bench, "undo-0001")).toMatchObject({ ok: false, why: "undoStands" });
    expect([bench.balance("K001"), bench.balance("K002")]).toEqual([10_000, 0]);
  });

  it("is refused where the money has gone on to somebody else", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.customer("K002", "二号");
    const receipt = bench.receipt(50_000, "2026-03-01");
    bench.call("identify", { action: "ident-0001", receipt, customer });
    bench.typeRow("收款", 2, { 客户编码: "K002" });
    expect(bench.takeOver()).toMatchObject({ taken: 1 });
    expect(undo(bench, "ident-0001")).toMatchObject({ ok: false, why: "dependsOn" });
    expect([bench.balance("K001"), bench.balance("K002")]).toEqual([0, -50_000]);
    expect(unidentified(bench)).toEqual([]);
  });

  it("of an edit does not take a later edit with it", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "INV-1", "2026-01-15", 10_000);
    bench.typeRow(ITEMS, 2, { 备注: "x" });
    takeOver(bench, "take-0001");
    bench.typeRow(ITEMS, 2, { 金额: 150 });
    takeOver(bench, "take-0002");
    const refused = undo(bench, "take-0001:items");
    expect(refused).toMatchObject({ ok: false, why: "dependsOn" });
    expect(refused).toMatchObject({ sentence: expect.stringContaining("INV-1") });
    expect(bench.balance("K001")).toBe(15_000);
    expect(undo(bench, "take-0002:items")).toMatchObject({ ok: true });
    expect(undo(bench, "take-0001:items")).toMatchObject({ ok: true });
    expect(bench.balance("K001")).toBe(10_000);
    expect(bench.cell(ITEMS, 2, "备注")).toBe("");
  });

  it("of an edit stays possible when only a due date has followed something else", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "nextDelivery" } });
    bench.item(customer, "A", "2026-01-10", 1_000);
    bench.typeRow(ITEMS, 2, { 金额: 20 });
    takeOver(bench, "take-0001");
    bench.item(customer, "B", "2026-02-10", 500);
    expect(undo(bench, "take-0001:items")).toMatchObject({ ok: true });
    expect(bench.balance("K001")).toBe(1_500);
    expect(bench.dues(customer)).toMatchObject({ A: "2026-02-10" });
  });

  it("of a note leaves alone what was settled before it", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "A", "2026-01-10", 1_000);
    bench.receipt(400, "2026-02-01", { customer });
    bench.typeRow(ITEMS, 2, { 备注: "x" });
    takeOver(bench, "take-0001");
    expect(undo(bench, "take-0001:items")).toMatchObject({ ok: true });
    expect(bench.balance("K001")).toBe(600);
  });

  it("of a second try takes back the second, and the first has nothing left", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "A", "2026-01-10", 1_000);
    const receipt = bench.receipt(400, "2026-03-01");
    bench.call("identify", { action: "ident-0001", receipt, customer });
    expect(undo(bench, "ident-0001")).toMatchObject({ ok: true });
    bench.call("identify", { action: "ident-0002", receipt, customer });
    expect(undo(bench, "ident-0001")).toMatchObject({ ok: false });
    expect(bench.balance("K001")).toBe(600);
    expect(undo(bench, "ident-0002")).toMatchObject({ ok: true });
    expect(undo(bench, "ident-0002")).toMatchObject({ ok: false, why: "nothingToUndo" });
    expect(unidentified(bench)).toMatchObject([{ amount: 400 }]);
    expect(bench.checkUp().sound).toBe(true);
  });
});

describe("the card's undo", () => {
  it("takes back the document that it stands beside, not the one that dated it", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "nextDelivery" } });
    bench.item(customer, "A", "2026-01-10", 1_000);
    bench.item(customer, "B", "2026-02-10", 500);
    const of = event(bench, customer, 1_000)?.undoes ?? 0;
    const { documents } = bench.call<Output<"previewUndo">>("previewUndo", { of });
    expect(documents).toMatchObject([{ number: "A", amount: 1_000 }]);
    expect(undo(bench, of)).toMatchObject({ ok: true });
    expect(bench.balance("K001")).toBe(500);
  });

  it("of a draft whose bounce was undone takes the draft back, not the undo", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "A", "2026-01-10", 10_000);
    const receipt = bench.receipt(10_000, "2026-02-01", { customer, ...held });
    bench.call("dishonour", { action: "bounce-01", customer, receipt, date: "2026-05-02" });
    bench.call("undo", { action: "undo-0001", of: "bounce-01" });
    expect(
      undo(bench, card(bench, customer).timeline.find(({ id }) => id === receipt)?.undoes ?? 0),
    ).toMatchObject({
      ok: true,
    });
    expect(bench.balance("K001")).toBe(10_000);
  });

  it("is still there for a document that was moved and moved back by undo", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.customer("K002", "二号");
    bench.item(customer, "A", "2026-01-10", 10_000);
    bench.typeRow(ITEMS, 2, { 客户编码: "K002" });
    takeOver(bench, "take-0001");
    bench.call("undo", { action: "undo-0001", of: "take-0001:items" });
    expect(undo(bench, event(bench, customer, 10_000)?.undoes ?? 0)).toMatchObject({ ok: true });
    expect(bench.balance("K001")).toBe(0);
    expect(bench.balance("K002")).toBe(0);
  });

  it("of a receipt identified twice takes back the second finding", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "A", "2026-01-10", 1_000);
    const receipt = bench.receipt(400, "2026-03-01");
    bench.call("identify", { action: "ident-0001", receipt, customer });
    bench.call("undo", { action: "undo-0001", of: "ident-0001" });
    bench.call("identify", { action: "ident-0002", receipt, customer });
    expect(undo(bench, event(bench, customer, 400)?.undoes ?? 0)).toMatchObject({ ok: true });
    expect(unidentified(bench)).toMatchObject([{ id: receipt }]);
    expect(bench.balance("K001")).toBe(1_000);
  });

  it("takes back what brought a record here, where an undo has brought it again", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const other = bench.customer("K002", "二号");
    bench.item(customer, "A", "2026-01-10", 10_000);
    bench.typeRow(ITEMS, 2, { 客户编码: "K002" });
    takeOver(bench, "take-0001");
    bench.typeRow(ITEMS, 2, { 客户编码: "K001" });
    takeOver(bench, "take-0002");
    bench.call("undo", { action: "undo-0001", of: "take-0002:items" });
    const of = event(bench, other, 10_000)?.undoes;
    expect(undo(bench, of ?? 0)).toMatchObject({ ok: true });
    expect([bench.balance("K001"), bench.balance("K002")]).toEqual([10_000, 0]);
  });
});

describe("a closed period", () => {
  it("gets no document back by the undo of an edit", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "INV-1", "2026-01-15", 10_000);
    bench.typeRow(ITEMS, 2, { 单据日期: "2026-04-15" });
    takeOver(bench, "take-0001");
    bench.call("closePeriod", { action: bench.action(), through: "2026-03-31" });
    expect(undo(bench, "take-0001:items")).toMatchObject({ ok: false, why: "undoClosed" });
  });

  it("keeps what was settled in it", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.receipt(10_000, "2026-01-02", { customer });
    bench.item(customer, "INV-1", "2026-01-01", 10_000, { due: "2026-01-01" });
    bench.call("apply", { action: "apply-0001", customer });
    bench.call("closePeriod", { action: bench.action(), through: "2026-03-31" });
    expect(undo(bench, "apply-0001")).toMatchObject({ ok: false, why: "undoClosed" });
  });
});
