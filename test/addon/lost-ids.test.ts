import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

/** Rows whose ids a person took away are the rows they were: nothing is owed twice. */
function ledger() {
  const { bench, customer } = TypedBench.withCustomer();
  bench.item(customer, "A-1", "2026-05-01", 1_000);
  bench.item(customer, "A-2", "2026-05-01", 2_000);
  bench.item(customer, "A-3", "2026-05-01", 4_000);
  bench.receipt(700, "2026-05-09", { customer });
  return bench;
}

const ids = (bench: TypedBench, tab: string) => bench.cells(tab).map(([id]) => id);

describe("ids that were taken away", () => {
  it.each([
    ["应收明细", 2, 3],
    ["应收明细", 3, 1],
    ["收款", 2, 1],
    ["客户", 2, 1],
  ])("in %s from row %i, %i of them, are put back, and no sum changes", (tab, row, count) => {
    const bench = ledger();
    const before = ids(bench, tab);
    const owed = bench.balance("K001");
    bench.type(tab, row, 1, new Array(count).fill([""]));
    const told = bench.takeOver();
    expect(told).toMatchObject({ taken: 0, restored: count });
    expect(new Set(told.problems.map(({ kind }) => kind))).toEqual(new Set(["machineCellTyped"]));
    expect(ids(bench, tab)).toEqual(before);
    expect(bench.balance("K001")).toBe(owed);
    expect(bench.checkUp().sound).toBe(true);
  });

  it("of rows that are alike are given to as many rows", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const item = { customer, kind: "deduction", date: "2026-05-01", amount: 500 };
    for (const n of [1, 2])
      bench.call("addItem", { action: `action-alike-${n}`, item, allowDuplicate: true });
    const owed = bench.balance("K001");
    const before = ids(bench, "应收明细").sort();
    bench.type("应收明细", 2, 1, [[""], [""]]);
    bench.takeOver();
    expect(bench.balance("K001")).toBe(owed);
    expect(ids(bench, "应收明细").sort()).toEqual(before);
  });

  it("come back when their column was removed and made anew under its heading", () => {
    const bench = ledger();
    const { id: tab } = bench.tab("应收明细");
    const owed = bench.balance("K001");
    bench.workbook.apply({ do: "set", tab, row: 1, col: 1, cells: [["ID"], [""], [""], [""]] });
    bench.takeOver();
    expect(bench.balance("K001")).toBe(owed);
    expect(bench.checkUp().sound).toBe(true);
  });

  it.each(["", "i999.0", "i2.0"])("and became “%s” are put back where the row says the same", (id) => {
    const bench = ledger();
    const before = ids(bench, "应收明细");
    const owed = bench.balance("K001");
    bench.type("应收明细", 3, 1, [[id]]);
    const told = bench.takeOver();
    expect(told).toMatchObject({ taken: 0, restored: 1, problems: [{ kind: "machineCellTyped" }] });
    expect(ids(bench, "应收明细")).toEqual(before);
    expect(bench.balance("K001")).toBe(owed);
    expect(bench.checkUp().sound).toBe(true);
  });

  it("and were filled down, up or swapped are put back", () => {
    for (const moved of [
      [0, 0, 0],
      [1, 2, ""],
      [1, 0, 2],
    ] as const) {
      const bench = ledger();
      const before = ids(bench, "应收明细");
      const own = before.slice(1).map(String);
      const owed = bench.balance("K001");
      bench.type(
        "应收明细",
        2,
        1,
        moved.map((at) => [at === "" ? "" : (own[at] ?? "")]),
      );
      expect(bench.takeOver()).toMatchObject({ taken: 0 });
      expect(ids(bench, "应收明细")).toEqual(before);
      expect(bench.balance("K001")).toBe(owed);
    }
  });

  it("are put back by a rebuild, too", () => {
    const bench = ledger();
    const before = ids(bench, "应收明细");
    bench.type("应收明细", 3, 1, [["i999.0"]]);
    bench.call("rebuild", {});
    expect(ids(bench, "应收明细")).toEqual(before);
  });

  it.each(["", "i999.0", "i2.0"])("and became “%s” are asked about where one cell differs", (id) => {
    const bench = ledger();
    const owed = bench.balance("K001");
    const lost = String(ids(bench, "应收明细")[2]);
    bench.typeRow("应收明细", 3, { ID: id, 金额: 11 });
    for (const _ of [1, 2]) {
      const { taken, restored, problems } = bench.takeOver();
      expect({ taken, restored, problems }).toMatchObject({
        ...{ taken: 0, restored: 0 },
        problems: [{ kind: "rowNearlyKnown", id: lost, place: { row: 3 } }],
      });
      expect(bench.balance("K001")).toBe(owed);
    }
    bench.type("应收明细", 3, 1, [[lost]]);
    expect(bench.takeOver()).toMatchObject({ taken: 1, restored: 0, problems: [] });
    expect(bench.balance("K001")).toBe((owed ?? 0) - 2_000 + 1_100);
  });

  it("are not given to a row that says something else: it is new, and the other one comes back", () => {
    const bench = ledger();
    bench.typeRow("应收明细", 2, { ID: "", 金额: 11, 单号: "B-1" });
    const told = bench.takeOver();
    expect(told).toMatchObject({ taken: 1, restored: 1 });
    expect(told.problems.map(({ kind }) => kind)).toEqual(["rowDeleted"]);
  });

  it("a copy of a row below it stays a row of its own, once it has a number of its own", () => {
    const bench = ledger();
    const owed = bench.balance("K001") ?? 0;
    const [, first = []] = bench.cells("应收明细");
    const values = first.map((cell) => (typeof cell === "object" ? "" : cell)) as (string | number)[];
    bench.type("应收明细", 5, 1, [["", ...values.slice(1)]]);
    expect(bench.takeOver()).toMatchObject({ taken: 0, problems: [{ kind: "duplicateSuspected" }] });
    bench.typeRow("应收明细", 5, { 单号: "A-4" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.balance("K001")).toBe(owed + 1_000);
  });
});
