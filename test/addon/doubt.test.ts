import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { QuickBench } from "./quick-bench.ts";

/**
 * Hands in the hidden tabs: what the first figures already say, what only a verification finds, and the
 * way out. Columns are counted by hand: of `_accounts` id, code, name, seal, records, figures.
 */
const ID = 1;
const CODE = 2;
const NAME = 3;
const RECORDS = 5;
const FIGURES = 6;
const PAYLOAD = 10;

/** Three customers, each with an invoice: entries 1 to 6 in rows 2 to 7 of the journal. */
const sound = ((): QuickBench => {
  const bench = new QuickBench();
  bench.call("setup", { language: "zh" });
  for (const each of [1, 2, 3]) {
    const customer = { code: `K00${each}`, name: `客户${each}` };
    const { id } = bench.call<{ id: string }>("addCustomer", { action: `customer-${each}`, customer });
    const item = {
      customer: id,
      kind: "invoice",
      number: `N-${each}`,
      date: "2026-01-02",
      amount: each * 100,
    };
    bench.call("addItem", { action: `invoice-${each}`, item });
  }
  return bench;
})();

const verify = (bench: QuickBench) => bench.call<Output<"verify">>("verify", {});
const check = (bench: QuickBench) => bench.call<Output<"check">>("check", {});
const today = (bench: QuickBench) => bench.call<Output<"today">>("today", {});
const aging = (bench: QuickBench) => bench.call<Output<"aging">>("aging", { asOf: "2026-12-31" });
const status = (bench: QuickBench) => bench.call<Output<"status">>("status", {});

/** What everybody owes; a row that was lost is written below the others. */
function linesOf(bench: QuickBench) {
  const { customers, totals } = aging(bench);
  return { totals, customers: [...customers].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Cells that change without the edit trigger: by a script, a restored copy, or while it was switched off. */
function write(bench: QuickBench, name: string, row: number, col: number, text: string): void {
  bench.workbook.apply({ do: "set", tab: bench.tab(name).id, row, col, cells: [[text]] });
}

function remove(bench: QuickBench, name: string, row: number): void {
  bench.workbook.apply({ do: "removeRows", tab: bench.tab(name).id, row, count: 1 });
}

function dearer(bench: QuickBench): string {
  const text = String(bench.tab("_journal").cells[2]?.[PAYLOAD - 1] ?? "");
  const other = text.replace('"amount":100,', '"amount":900,');
  expect(other).not.toBe(text);
  return other;
}

it("a sound ledger is not doubted, and says when it was verified", () => {
  const bench = sound.copy();
  expect(status(bench).facts).not.toHaveProperty("verifiedOn");
  expect(verify(bench)).toEqual({ sound: true });
  expect(status(bench).facts).toMatchObject({ verifiedOn: "2026-06-15" });
  for (const { facts } of [status(bench), today(bench)]) expect(facts).not.toHaveProperty("doubt");
  expect(aging(bench)).not.toHaveProperty("doubt");
});

describe("the first figures say it", () => {
  it.each([
    ["a cell of the journal typed over", (b: QuickBench) => b.type("_journal", 3, PAYLOAD, [[dearer(b)]])],
    ["a cell of an account typed over", (b: QuickBench) => b.type("_accounts", 2, RECORDS, [["x"]])],
    ["a cell of the state typed over", (b: QuickBench) => b.type("_state", 3, 9, [["x"]])],
    ["a row of the journal gone", (b: QuickBench) => remove(b, "_journal", 3)],
  ])("%s", (_, hands) => {
    const bench = sound.copy();
    hands(bench);
    expect(status(bench).facts).toMatchObject({ doubt: true });
    expect(today(bench).facts).toMatchObject({ doubt: true });
    expect(aging(bench)).toMatchObject({ doubt: true });
  });

  it.each([
    ["figures that do not fit their seal", (b: QuickBench) => write(b, "_accounts", 2, FIGURES, "x")],
    ["an account's row gone", (b: QuickBench) => remove(b, "_accounts", 3)],
    ["an account's id gone", (b: QuickBench) => write(b, "_accounts", 3, ID, "")],
    ["an account as it was earlier", (b: QuickBench) => earlier(b)],
  ])("%s, without the edit trigger", (_, hands) => {
    const bench = sound.copy();
    hands(bench);
    expect(today(bench).facts).toMatchObject({ doubt: true });
    expect(aging(bench)).toMatchObject({ doubt: true });
  });
});

/** The whole row of the third customer as it stood before its invoice: whole, and old. */
function earlier(bench: QuickBench): void {
  const old = new QuickBench();
  old.call("setup", { language: "zh" });
  for (const each of [1, 2, 3]) {
    const customer = { code: `K00${each}`, name: `客户${each}` };
    old.call("addCustomer", { action: `customer-${each}`, customer });
  }
  const cells = old.tab("_accounts").cells[3]?.map((cell) => String(cell ?? "")) ?? [];
  const width = bench.tab("_accounts").cells[3]?.length ?? 0;
  const row = Array.from({ length: width }, (_, i) => cells[i] ?? "");
  row[0] = String(bench.tab("_accounts").cells[3]?.[0]);
  bench.workbook.apply({ do: "set", tab: bench.tab("_accounts").id, row: 4, col: 1, cells: [row] });
}

describe("a verification finds what figures cannot show", () => {
  it("a changed cell in the middle of the journal: every screen then names the row", () => {
    const bench = sound.copy();
    write(bench, "_journal", 3, PAYLOAD, dearer(bench));
    expect(today(bench).facts).not.toHaveProperty("damagedRow");
    expect(verify(bench)).toEqual({ sound: false });
    expect(today(bench).facts).toMatchObject({ damagedRow: 3 });
    expect(aging(bench)).toMatchObject({ damagedRow: 3 });
  });

  it.each([
    ["code", CODE, "K999"],
    ["name", NAME, "别人"],
    ["id", ID, "c99.0"],
    ["records", RECORDS, "x"],
  ])("an account's %s: doubted until it is rebuilt", (_, column, text) => {
    const bench = sound.copy();
    const before = linesOf(bench);
    write(bench, "_accounts", 3, column, text);
    expect(verify(bench)).toEqual({ sound: false });
    expect(status(bench).facts).toMatchObject({ doubt: true });
    expect(check(bench).problems).toMatchObject([{ kind: "accountDiffers" }]);
    bench.call("rebuild", {});
    expect(check(bench)).toMatchObject({ sound: true });
    expect(status(bench).facts).not.toHaveProperty("doubt");
    expect(linesOf(bench)).toEqual(before);
  });
});

describe("the check-up", () => {
  it("takes the doubt away where everything holds", () => {
    const bench = sound.copy();
    const text = String(bench.tab("_accounts").cells[1]?.[RECORDS - 1] ?? "");
    bench.type("_accounts", 2, RECORDS, [[text]]);
    expect(status(bench).facts).toMatchObject({ doubt: true });
    expect(check(bench)).toMatchObject({ sound: true });
    expect(status(bench).facts).not.toHaveProperty("doubt");
  });

  it("turns it into damage where the journal was changed", () => {
    const bench = sound.copy();
    bench.type("_journal", 3, PAYLOAD, [[dearer(bench)]]);
    expect(check(bench).damage).toMatchObject([{ row: 2 }]);
    expect(today(bench).facts).toMatchObject({ damagedRow: 3 });
    expect(today(bench).facts).not.toHaveProperty("doubt");
  });

  it("an account that stands twice is rebuilt to one row", () => {
    const bench = sound.copy();
    const before = aging(bench);
    const row = bench.tab("_accounts").cells[2]?.map((cell) => cell ?? "") ?? [];
    const { id: tab } = bench.tab("_accounts");
    bench.workbook.apply({ do: "set", tab, row: 5, col: 1, cells: [row] });
    expect(verify(bench)).toEqual({ sound: false });
    bench.call("rebuild", {});
    expect(verify(bench)).toEqual({ sound: true });
    expect(aging(bench)).toEqual(before);
  });
});
