import { expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { QuickBench } from "./quick-bench.ts";

/** Columns of the packed cells in their tab: after id, code, name and seal come records, then figures. */
const [RECORDS, FIGURES] = [5, 6];

/** Packed accounts that a torn write has damaged come from the journal, which is read once for all of them. */
it.each([
  ["check", RECORDS],
  ["customers", RECORDS],
  ["takeOver", RECORDS],
  ["today", FIGURES],
  ["aging", FIGURES],
])("%s reads the journal once however many accounts are torn", (name, column) => {
  const [none = 0, one = 0, all = 0] = [0, 1, 6].map((torn) => readingsOf(name, torn, column));
  expect(one).toBeGreaterThan(none);
  expect(all).toBe(one);
});

it("figures of torn accounts are those of whole ones, and are said to be doubtful", () => {
  const aging = (torn: number, column: number) =>
    withTorn(torn, column).call<Output<"aging">>("aging", { asOf: "2026-12-31" });
  const { doubt, ...figures } = aging(6, FIGURES);
  expect(figures).toEqual(aging(0, FIGURES));
  expect(doubt).toBe(true);
  // Records are not looked at for sums.
  expect(aging(6, RECORDS)).toEqual(aging(0, RECORDS));
});

function readingsOf(name: string, torn: number, column: number): number {
  const input = name === "takeOver" ? { action: "take-over", all: true } : {};
  const { reply, run } = withTorn(torn, column).run(name, input);
  expect(reply).toMatchObject({ ok: true });
  return run.counts.calls;
}

function withTorn(count: number, column: number): QuickBench {
  const bench = new QuickBench();
  bench.call("setup", { language: "zh" });
  for (let i = 0; i < 6; i += 1) {
    const customer = { code: `K${i}`, name: `客户${i}` };
    const { id } = bench.call<{ id: string }>("addCustomer", { action: `customer-${i}`, customer });
    const item = { customer: id, kind: "invoice", number: `N-${i}`, date: "2026-01-02", amount: 100 + i };
    bench.call("addItem", { action: `invoice-${i}`, item });
  }
  const tab = bench.tab("_accounts");
  for (let row = 2; row < 2 + count; row += 1)
    bench.workbook.apply({ do: "set", tab: tab.id, row, col: column, cells: [["torn"]] });
  return bench;
}
