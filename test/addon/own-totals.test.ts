import { describe, expect, it } from "vitest";
import { differingTotals } from "../../addon/importing/import-report.ts";
import { proposeMapping, type RawCell, readRows } from "../../core/index.ts";

function totals(...rows: RawCell[][]) {
  const table = { name: "t", rows: [["客户", "日期", "金额（万元）"], ...rows] };
  const proposal = proposeMapping(table, { kind: "items", currency: "CNY" });
  if (!proposal) throw new Error("no headings");
  return differingTotals(readRows(table, proposal.mapping).totals.ownTotals, "CNY");
}

const [first, second, third] = [
  ["甲公司", "2026-01-05", 1.5],
  ["乙公司", "2026-01-06", 2],
  ["丙公司", "2026-01-07", 3],
];

describe("the totals that a file states", () => {
  it("are compared every one: the first agrees, the last does not", () => {
    expect(totals(first, second, ["小计", "", 3.5], third, ["合计", "", 7])).toEqual([
      { row: 6, stated: "70,000.00", sumOfRows: "65,000.00" },
    ]);
  });

  it("a subtotal is of the rows since the total above it", () => {
    expect(totals(first, ["小计", "", 1.5], second, third, ["小计", "", 4], ["总计", "", 6.5])).toEqual([
      { row: 6, stated: "40,000.00", sumOfRows: "50,000.00" },
    ]);
  });

  it("none differs where all agree", () => {
    expect(totals(first, ["小计", "", 1.5], second, ["小计", "", 2], ["合计", "", 3.5])).toEqual([]);
  });
});
