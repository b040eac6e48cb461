import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { ImportBench } from "./import-bench.ts";

/** An action is booked once for its id 操作号; the id says which action it is, and its content must agree. */
const reply = (bench: ImportBench, name: string, input: object) => bench.run(name, input).reply;

const paid = { date: "2026-02-01", amount: 5_000, method: "transfer", bankReference: "BR-1" };

describe("an action id that comes again", () => {
  it("with the same content is told as booked already, in whatever order its fields come", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const action = bench.action();
    const receipt = { customer, ...paid };
    const first = bench.call("addReceipt", { action, receipt });
    const shuffled = Object.fromEntries(Object.entries(receipt).reverse());
    const again = { action, receipt: shuffled, allowDuplicate: true };
    expect(bench.call("addReceipt", again)).toEqual({ ...(first as object), already: true });
    expect(bench.aged().balance).toBe(-5_000);
  });

  it.each([
    ["another amount", { amount: 7_000 }],
    ["another day", { date: "2026-02-02" }],
    ["another reference", { bankReference: "BR-2" }],
    ["one field more", { note: "x" }],
  ])("with %s is refused in one sentence, and nothing is booked", (_what, other) => {
    const { bench, customer } = ImportBench.withCustomer();
    const action = bench.action();
    bench.call("addReceipt", { action, receipt: { customer, ...paid } });
    const entries = bench.call<{ entries: number }>("check", {}).entries;
    const again = reply(bench, "addReceipt", { action, receipt: { customer, ...paid, ...other } });
    expect(again).toMatchObject({ ok: false, kind: "refusal", why: "actionReused" });
    expect(bench.call("check", {})).toMatchObject({ entries, sound: true });
    expect(bench.aged().balance).toBe(-5_000);
  });

  it("of an undone import says what that press took back; another one took nothing", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const rows = [1, 2, 3].map((n) => ({ number: `N-${n}`, date: "2026-01-05", amount: 400 }));
    const { batch } = bench.imported("items", rows);
    const [first] = bench.call<Output<"customer">>("customer", { id: customer }).open;
    bench.call("voidImportedRow", { action: bench.action(), customer, record: first?.item ?? "" });
    const action = bench.action();
    expect(bench.call("undoBatch", { action, batch })).toEqual({ undone: 2 });
    expect(bench.call("undoBatch", { action, batch })).toEqual({ undone: 2 });
    expect(bench.call("undoBatch", { action: bench.action(), batch })).toEqual({ undone: 0 });
    const second = bench.imported("items", [{ number: "N-9", date: "2026-01-05", amount: 400 }]);
    expect(bench.refusal("undoBatch", { action, batch: second.batch })).toBe("actionReused");
    const other = bench.action();
    bench.call("addCustomer", { action: other, customer: { code: "K002", name: "乙" } });
    expect(bench.refusal("undoBatch", { action: other, batch })).toBe("actionReused");
  });

  it("for another kind of action is refused", () => {
    const { bench, customer } = ImportBench.withCustomer();
    const action = bench.action();
    bench.call("addReceipt", { action, receipt: { customer, ...paid } });
    const item = { customer, kind: "invoice", number: "N1", date: "2026-02-01", amount: 5_000 };
    expect(reply(bench, "addItem", { action, item })).toMatchObject({ ok: false, why: "actionReused" });
    expect(reply(bench, "undo", { action, of: action })).toMatchObject({ ok: false, why: "actionReused" });
    expect(bench.aged().balance).toBe(-5_000);
  });

  it("is refused for the import of another table, and for the undo of another import", () => {
    const { bench } = ImportBench.withCustomer();
    const action = bench.action();
    const open = { action, source: "a.csv", rows: 1, amounts: [], layout: "" };
    const { batch } = bench.call<{ batch: string }>("importOpen", { ...open, sourceHash: "h-a" });
    bench.call("importClose", { batch });
    expect(bench.refusal("importOpen", { ...open, sourceHash: "h-a" })).toBe("done");
    expect(bench.refusal("importOpen", { ...open, sourceHash: "h-b" })).toBe("actionReused");
    const { batch: other } = bench.imported("items", [{ number: "N1", date: "2026-01-05", amount: 100 }]);
    const undo = bench.action();
    bench.call("undoBatch", { action: undo, batch });
    expect(bench.refusal("undoBatch", { action: undo, batch: other })).toBe("actionReused");
    expect(bench.aged().balance).toBe(100);
  });
});

describe("a take-over whose action id comes again", () => {
  const typed = (bench: ImportBench, row: number, number: string, amount: number) =>
    bench.typeRow("应收明细", row, { 单号: number, 客户编码: "K001", 单据日期: "2026-02-01", 金额: amount });
  interface Taken {
    readonly taken: number;
    readonly booked?: string[];
  }

  it("books what was typed since under an id of its own, and tells each: undo takes exactly that back", () => {
    const { bench } = ImportBench.withCustomer();
    typed(bench, 2, "N-1", 5);
    const first = bench.call<Taken>("takeOver", { action: "take-0001" });
    typed(bench, 3, "N-2", 7);
    const second = bench.call<Taken>("takeOver", { action: "take-0001" });
    expect([first.booked, second.booked]).toEqual([["take-0001:items"], ["take-0001:items:2"]]);
    expect(bench.aged().balance).toBe(1_200);
    bench.call("undo", { action: bench.action(), of: "take-0001:items:2" });
    expect(bench.aged().balance).toBe(500);
    bench.call("undo", { action: bench.action(), of: "take-0001:items" });
    expect(bench.aged().balance).toBe(0);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("tells the id of each tab's entry, and none where nothing is left to take", () => {
    const { bench } = ImportBench.withCustomer();
    typed(bench, 2, "N-1", 5);
    bench.typeRow("收款", 2, { 客户编码: "K001", 收款日期: "2026-02-02", 金额: 2 });
    const { booked } = bench.call<Taken>("takeOver", { action: "take-0001" });
    expect(booked).toEqual(["take-0001:items", "take-0001:receipts"]);
    expect(bench.call("takeOver", { action: "take-0001", all: true })).toEqual({
      ...{ taken: 0, restored: 0, problems: [] },
    });
  });

  it("is no form's: a form under such an id is refused, and not said to be booked", () => {
    const { bench, customer } = ImportBench.withCustomer();
    typed(bench, 2, "N-1", 5);
    bench.call("takeOver", { action: "take-0001" });
    const { batch } = bench.imported("items", [{ number: "N-3", date: "2026-02-01", amount: 100 }]);
    const item = { customer, kind: "invoice", number: "N-2", date: "2026-02-01", amount: 700 };
    for (const action of ["take-0001:items", `${batch}:close`])
      expect(bench.refusal("addItem", { action, item })).toBe("actionReused");
    expect(bench.refusal("undo", { action: "take-0001:items", of: "take-0001:items" })).toBe("actionReused");
    expect(bench.aged().balance).toBe(600);
  });
});
