import { beforeEach, describe, expect, it } from "vitest";
import { Bench } from "./bundle.ts";

let bench: Bench;

interface Check {
  sound: boolean;
  toTake: number;
  toRestore: number;
  problems: { kind: string }[];
}

beforeEach(() => {
  bench = new Bench();
  bench.call("setup", { language: "zh" });
  const { id } = bench.call<{ id: string }>("addCustomer", {
    action: "action-c1",
    customer: {
      code: "K001",
      name: "深圳市鸿运达",
      terms: { kind: "monthEnd", months: 1, days: 0 },
      cutOffDay: 25,
    },
  });
  for (let i = 0; i < 12; i += 1) {
    bench.call("addItem", {
      action: `action-i${i}`,
      item: { customer: id, kind: "invoice", number: `INV-${i}`, date: "2026-01-15", amount: 10_000 + i },
    });
  }
  bench.call("addReceipt", {
    action: "action-r1",
    receipt: { customer: id, date: "2026-02-01", amount: 25_000, method: "transfer" },
  });
  bench.call("addReceipt", {
    action: "action-r2",
    receipt: { date: "2026-02-01", amount: 500, method: "wechat", payerName: "=HYPERLINK(1)" },
  });
  bench.call("undo", { action: "action-u1", of: "action-i11" });
});

const check = () => bench.call<Check>("check", {});
const snapshot = () => JSON.stringify([...bench.workbook.asOps()]);
const journalTab = () => bench.workbook.tabs.find((tab) => tab.name === "_journal")?.id ?? "";

describe("the check-up", () => {
  it("finds a sound ledger sound, and rebuilding it changes not one cell", () => {
    expect(check()).toMatchObject({ sound: true, problems: [] });
    const before = snapshot();
    expect(bench.call("rebuild", {})).toEqual({ accounts: 0, restored: 0 });
    expect(snapshot()).toBe(before);
  });

  it("rebuilds an English ledger as an English ledger", () => {
    const english = new Bench();
    english.call("setup", { language: "en" });
    english.call("addCustomer", { action: "action-c1", customer: { code: "K001", name: "Ann" } });
    english.call("rebuild", {});
    expect(english.call("status", {})).toMatchObject({ facts: { language: "en" } });
    expect(english.call("check", {})).toMatchObject({ sound: true });
  });

  it.each([
    ["a payload is edited", 4, 10, "[]"],
    ["a user is edited", 4, 6, "somebody@else.example"],
    ["a hash is edited", 4, 13, "00"],
  ])("fails after %s in the journal", (_what, row, col, value) => {
    bench.workbook.apply({ do: "set", tab: journalTab(), row, col, cells: [[value]] });
    const { sound, problems } = check();
    expect(sound).toBe(false);
    expect(problems.map((problem) => problem.kind)).toContain("journalDamaged");
  });

  it("fails after a row of the journal is deleted", () => {
    bench.workbook.apply({ do: "removeRows", tab: journalTab(), row: 5, count: 1 });
    expect(check().problems.map((problem) => problem.kind)).toContain("journalDamaged");
  });

  it("rebuilds packed accounts and views that were lost", () => {
    const accounts = bench.workbook.tabs.find((tab) => tab.name === "_accounts");
    const items = bench.workbook.tabs.find((tab) => tab.name === "应收明细");
    if (!accounts || !items) throw new Error("tabs are missing");
    const before = bench.cells("_accounts").map((row) => [...row]);
    const [, first = []] = before;
    bench.workbook.apply({
      do: "set",
      tab: accounts.id,
      row: 2,
      col: 5,
      cells: [[String(first[4]).replace("INV-3", "INV-X")]],
    });
    bench.workbook.apply({ do: "removeRows", tab: items.id, row: 4, count: 3 });
    expect(check()).toMatchObject({ sound: false, toRestore: 3 });
    expect(bench.call("rebuild", {})).toEqual({ accounts: 1, restored: 3 });
    expect(check()).toMatchObject({ sound: true });
    expect(bench.cells("_accounts")[1]).toEqual(before[1]);
  });
});
