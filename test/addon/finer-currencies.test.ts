import { describe, expect, it } from "vitest";
import { layerAt } from "../../addon/local/tab.ts";
import { TypedBench } from "./typed-bench.ts";

const ITEMS = "应收明细";

function owing(currency: string, amounts: readonly number[]) {
  const { bench, customer } = TypedBench.withCustomer({ currency });
  for (const [i, amount] of amounts.entries()) bench.item(customer, `XS-${i}`, "2026-02-01", amount);
  return bench;
}

/** A script or an app writes a cell: no edit trigger tells of it. */
function written(bench: TypedBench, row: number, heading: string, value: number): void {
  const { id } = bench.tab(ITEMS);
  bench.workbook.apply({ do: "set", tab: id, row, col: bench.column(ITEMS, heading), cells: [[value]] });
}

/** Rule: a change of a currency's smallest unit is noticed, and a sum is shown with its currency's decimals. */
describe("a currency", () => {
  it.each([
    ["KWD", 12_345, 12.346],
    ["CNY", 1_234, 12.35],
    ["JPY", 12, 13],
  ])("%s: an amount that changed by its smallest unit is noticed", (currency, amount, other) => {
    const bench = owing(currency, [amount]);
    expect(bench.checkUp()).toMatchObject({ toTake: 0 });
    written(bench, 2, "金额", other);
    expect(bench.call("handEdits", {})).toMatchObject({ marked: 1 });
  });

  it("with two decimals: many large amounts make no noise that looks like typing", () => {
    const bench = owing(
      "CNY",
      Array.from({ length: 40 }, (_, i) => 98_765_432_101 + i * 7),
    );
    expect(bench.checkUp()).toMatchObject({ toTake: 0 });
  });

  it.each([
    [["JPY"], "#,##0"],
    [["CNY"], "#,##0.00"],
    [["KWD"], "#,##0.000"],
    [["CNY", "KWD"], "#,##0.00##"],
  ])("sums of %s in the aging tab are shown as %s", (currencies, format) => {
    const bench = new TypedBench();
    bench.call("setup", { language: "zh" });
    for (const currency of currencies) {
      const customer = bench.customer(`K-${currency}`, `客户${currency}`, { currency });
      bench.item(customer, `XS-${currency}`, "2026-02-01", 12_345);
    }
    bench.call("writeAging", { asOf: "2026-03-20" });
    expect(layerAt(bench.tab("账龄表").formats, 3, 4)).toBe(format);
  });

  it("with three decimals is shown whole in every tab", () => {
    const bench = owing("KWD", [12_345]);
    const at = bench.column(ITEMS, "金额");
    expect(layerAt(bench.tab(ITEMS).formats, 2, at)).toBe("#,##0.00##");
  });
});
