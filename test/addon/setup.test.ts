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

  it("in the other language leaves a ledger as it is, in its own", () => {
    const bench = new Bench();
    bench.call("setup", { language: "zh" });
    const before = all(bench);
    expect(bench.call("setup", { language: "en" })).toMatchObject({ made: [] });
    expect(all(bench)).toBe(before);
    bench.call("saveSettings", { action: "action-1", settings: { language: "en" } });
    const switched = all(bench);
    expect(bench.call("setup", { language: "zh" })).toMatchObject({ made: [] });
    expect(all(bench)).toBe(switched);
  });

  it("makes a tab that was deleted again, in the ledger's language, and no second one of a renamed tab", () => {
    const bench = new Bench();
    bench.call("setup", { language: "zh" });
    bench.workbook.apply({ do: "removeTab", tab: tabOf(bench, "发票") });
    bench.workbook.apply({ do: "renameTab", tab: tabOf(bench, "收款"), name: "收款（旧）" });
    expect(bench.call("setup", { language: "en" })).toMatchObject({ made: ["发票"] });
    expect(bench.workbook.tabs.map(({ name }) => name)).not.toContain("收款");
  });

  it("goes on in the language in which it was broken off", () => {
    const names = (bench: Bench) => bench.workbook.tabs.map(({ name }) => name);
    const whole = new Bench();
    const { run } = whole.run("setup", { language: "zh" });
    for (let at = 4; at <= run.counts.calls; at += 1) {
      const bench = new Bench();
      bench.runKilled("setup", { language: "zh" }, { at, mode: "before" });
      bench.call("setup", { language: "en" });
      expect([at, names(bench)]).toEqual([at, names(whole)]);
      expect(bench.workbook.properties.get("language")).toBe("zh");
    }
  });

  it.each(["Sheet1", "工作表1", "表1"])("takes the empty first tab %s away", (name) => {
    const bench = benchWithFirst(name);
    bench.call("setup", { language: "zh" });
    expect(bench.workbook.tabs.map((tab) => tab.name)).not.toContain(name);
    expect(bench.workbook.tabs[0]?.name).toBe("客户");
  });

  it("takes it away in the next run where the first was killed before", () => {
    const bench = benchWithFirst("Sheet1");
    const { calls } = bench.copy().run("setup", { language: "zh" }).run.counts;
    expect(bench.runKilled("setup", { language: "zh" }, { at: calls, mode: "before" }).killed).toBe(true);
    expect(bench.workbook.tabs[0]?.name).toBe("客户");
    expect(bench.workbook.tabs.map((tab) => tab.name)).toContain("Sheet1");
    expect(bench.call("setup", { language: "zh" })).toMatchObject({ made: [] });
    expect(bench.workbook.tabs.map((tab) => tab.name)).not.toContain("Sheet1");
  });

  const THEIRS: [string, (bench: Bench) => void][] = [
    ["a tab with a cell", (bench) => bench.type("Sheet1", 7, 3, [["0"]])],
    [
      "a tab of another name",
      (bench) => bench.workbook.apply({ do: "renameTab", tab: tabOf(bench, "Sheet1"), name: "Sheet2" }),
    ],
    [
      "an empty tab beside another one",
      (bench) => bench.workbook.apply({ do: "addTab", tab: "own", name: "备忘", at: 1, rows: 10, cols: 10 }),
    ],
  ];

  it.each(THEIRS)("leaves %s", (_what, prepare) => {
    const bench = benchWithFirst("Sheet1");
    prepare(bench);
    const before = bench.workbook.tabs.map(({ name }) => name);
    bench.call("setup", { language: "zh" });
    expect(bench.workbook.tabs.map(({ name }) => name)).toEqual(expect.arrayContaining(before));
  });
});

function benchWithFirst(name: string): Bench {
  const bench = new Bench();
  bench.workbook.apply({ do: "renameTab", tab: tabOf(bench, "Sheet1"), name });
  return bench;
}

function tabOf(bench: Bench, name: string): string {
  const found = bench.workbook.tabs.find((tab) => tab.name === name);
  if (!found) throw new Error(`no tab ${name}`);
  return found.id;
}

function all(bench: Bench): string {
  return JSON.stringify([...bench.workbook.asOps()]);
}
