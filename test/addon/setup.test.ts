import { describe, expect, it } from "vitest";
import { Bench } from "./bundle.ts";

describe("setup", () => {
  it("makes the tabs with headings in both languages, the ledger's first", () => {
    const bench = new Bench();
    bench.call("setup", { language: "zh" });
    expect(bench.cells("应收明细")[0]?.slice(0, 3)).toEqual(["ID", "类型 Kind", "单号 Number"]);
    const english = new Bench();
    english.call("setup", { language: "en" });
    expect(english.cells("Open items")[0]?.[2]).toBe("Number 单号");
  });

  it("changes nothing that is there when it runs again", () => {
    const bench = new Bench();
    bench.call("setup", { language: "zh" });
    const customers = bench.workbook.tabs.find((tab) => tab.name === "客户");
    if (!customers) throw new Error("no customers tab");
    bench.workbook.apply({ do: "set", tab: customers.id, row: 1, col: 30, cells: [["我们自己的列"]] });
    const before = JSON.stringify([...bench.workbook.asOps()]);
    expect(bench.call("setup", { language: "zh" })).toMatchObject({ made: [] });
    expect(JSON.stringify([...bench.workbook.asOps()])).toBe(before);
  });
});
