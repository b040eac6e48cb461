import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

/** What a person has typed and nobody has taken over yet survives whatever others do to that row. */
type Cells = Readonly<Record<string, string | number>>;

const TYPED: Cells = { 金额: 180, 备注: "已电话催款" };

const draft = { method: "bankDraft", draft: { maturity: "2026-05-01", state: "held" } };

/** A row, and what somebody else does that gives it a new version. */
const SCENES: readonly (readonly [
  name: string,
  tab: string,
  make: (b: TypedBench, c: string) => () => void,
])[] = [
  ["a clock that starts", "应收明细", follows],
  ["an undo", "应收明细", undone],
  ["a bounced draft", "收款", bounced],
  ["an identified receipt", "收款", identified],
];

function follows(bench: TypedBench, customer: string) {
  bench.item(customer, "INV-1", "2026-01-01", 10_000);
  return () => bench.item(customer, "INV-2", "2026-02-01", 1_000);
}

function undone(bench: TypedBench, customer: string) {
  bench.item(customer, "INV-1", "2026-01-01", 10_000);
  bench.typeRow("应收明细", 2, { 金额: 150 });
  bench.call("takeOver", { action: "take-0001" });
  return () => bench.call("undo", { action: "undo-0001", of: "take-0001:items" });
}

function bounced(bench: TypedBench, customer: string) {
  const receipt = bench.receipt(10_000, "2026-02-01", { customer, ...draft });
  return () => bench.call("dishonour", { action: "bounce-01", customer, receipt, date: "2026-05-02" });
}

function identified(bench: TypedBench, customer: string) {
  const receipt = bench.receipt(10_000, "2026-02-01");
  return () => bench.call("identify", { action: "ident-0001", customer, receipt });
}

describe.each(SCENES)("typing that waits beside %s", (_, tab, make) => {
  const scene = () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "nextDelivery" } });
    return { bench, act: make(bench, customer) };
  };
  const cells = (bench: TypedBench, keys: Cells) => Object.keys(keys).map((key) => bench.cell(tab, 2, key));
  const waiting = (bench: TypedBench) =>
    bench.call<{ notTakenOver: { rows: number } }>("aging", {}).notTakenOver.rows;

  it("stays, is told, and is taken over or listed", () => {
    const { bench, act } = scene();
    bench.typeRow(tab, 2, TYPED);
    act();
    expect(cells(bench, TYPED)).toEqual(Object.values(TYPED));
    expect(waiting(bench)).toBeGreaterThan(0);
    const { taken, problems } = bench.takeOver();
    expect(taken + problems.length).toBeGreaterThan(0);
    if (problems.length === 0) expect(cells(bench, TYPED)).toEqual(Object.values(TYPED));
  });

  it("is all that is left out: an untouched row shows everything", () => {
    const { bench, act } = scene();
    act();
    expect(waiting(bench)).toBe(0);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });
});

it("waiting in many rows stays in each of them", () => {
  const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "nextDelivery" } });
  const rows = Array.from({ length: 12 }, (_, i) => i + 2);
  for (const row of rows) bench.item(customer, `N-${row}`, "2026-01-01", 1_000);
  for (const row of rows.slice(1)) bench.typeRow("应收明细", row, { 金额: row });
  bench.item(customer, "N-LATER", "2026-02-01", 1_000);
  const at = (name: string) => rows.map((row) => bench.cell("应收明细", row, name));
  expect(at("金额")).toEqual([10, ...rows.slice(1)]);
  expect(new Set(at("到期日").map((due) => JSON.stringify(due))).size).toBe(1);
  expect(at("到期日")[0]).not.toBe("");
});

describe("rows in which nothing stands", () => {
  interface Waiting {
    readonly notTakenOver: { readonly rows: number };
  }
  const TAB = "应收明细";
  const waiting = (bench: TypedBench) => bench.call<Waiting>("aging", {}).notTakenOver.rows;
  const clear = (bench: TypedBench, row: number, rows: number, from = 2, cols = 6) =>
    bench.type(
      TAB,
      row,
      from,
      Array.from({ length: rows }, () => new Array<string>(cols).fill("")),
    );
  const withItems = () => {
    const { bench, customer } = TypedBench.withCustomer();
    for (const number of ["N-1", "N-2", "N-3"]) bench.item(customer, number, "2026-01-01", 1_000);
    return bench;
  };

  it("are none to take over: below the data, and a whole tab that is empty", () => {
    const bench = withItems();
    clear(bench, 5, 19);
    bench.type("收款", 2, 2, [["", ""]]);
    expect(waiting(bench)).toBe(0);
  });

  it("do not hide those of a block in which something stands", () => {
    const bench = withItems();
    const block = ["N-7", "", "N-8", "N-9", "", ""].map((number) => [number]);
    bench.type(TAB, 6, bench.column(TAB, "备注"), block);
    expect(waiting(bench)).toBe(3);
  });

  it("count where a row of the ledger stood, and where only its id is left", () => {
    const bench = withItems();
    clear(bench, 2, 1, 1, bench.tab(TAB).cols);
    expect(waiting(bench)).toBe(1);
    const other = withItems();
    const id = other.column(TAB, "ID");
    for (const col of Array.from({ length: other.tab(TAB).cols }, (_, at) => at + 1))
      if (col !== id) clear(other, 3, 1, col, 1);
    expect(waiting(other)).toBe(1);
  });

  it("count as before where the block is too large to look at", () => {
    const bench = withItems();
    bench.type(TAB, 9_000, bench.column(TAB, "备注"), [["N-9"]]);
    bench.takeOver();
    expect(waiting(bench)).toBe(0);
    clear(bench, 5, 8_990, 2, 1);
    expect(waiting(bench)).toBe(8_990);
  });
});
