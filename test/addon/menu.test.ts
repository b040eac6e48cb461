import { describe, expect, it } from "vitest";
import { bundledCode } from "../../addon/local/build.ts";
import type { SharedWorld } from "../../addon/local/google/services.ts";
import type { Shown } from "../../addon/local/google/ui.ts";
import { AddonVm } from "../../addon/local/vm.ts";
import { Workbook } from "../../addon/local/workbook.ts";
import { MENU_WORDS } from "../../addon/words/menu.ts";

const code = await bundledCode();
const PAGE = '<!doctype html><html lang="zh-CN" data-dialog=""><body><div id="app"></div></body></html>';

describe("the menu", () => {
  it("has six verbs, then the import and the probe, in both languages, and every line calls a function that is there", () => {
    const { shown } = run("onOpen");
    const [menu] = shown;
    if (menu?.what !== "menu") throw new Error("no menu");
    expect(menu.title).toBe("挂账 OnAccount");
    expect(menu.items.map((item) => item.label)).toEqual([
      ...["打开今天 Open Today", "登记收款 Record receipt", "查看所选客户 Show selected customer"],
      ...["生成对账单 Make statements", "催款提醒 Send reminders", "检查账本 Check the ledger", "-"],
      ...["导入 Import", "检查平台 Probe the platform"],
    ]);
    for (const { calls } of menu.items.filter((item) => item.label !== "-"))
      expect(() => run(calls)).not.toThrow();
    expect(Object.keys(MENU_WORDS)).toHaveLength(8);
  });

  it("touches nothing but the screen when the workbook is opened", () => {
    const bare = { spreadsheetId: "s1", lockHolder: undefined, shown: [] };
    const { shown, calls, applied } = run("onOpen", { world: bare });
    expect([shown.length, calls, applied]).toEqual([1, 0, 0]);
  });

  it.each([
    ["openToday", "today"],
    ["recordReceipt", "receipt"],
    ["showSelectedCustomer", "customer"],
    ["makeStatements", "statements"],
    ["remindCustomers", "reminders"],
    ["checkLedger", "check"],
  ])("%s opens the sidebar at %s and changes nothing", (name, screen) => {
    const { shown, applied } = run(name);
    expect(shown).toHaveLength(1);
    expect(pageOf(shown[0])).toMatchObject({ what: "sidebar", title: "挂账 OnAccount" });
    expect(pageOf(shown[0]).html).toContain(`<div id="app" data-start="${screen}" data-code="">`);
    expect(pageOf(shown[0]).html).toContain('data-dialog=""');
    expect(applied).toBe(0);
  });

  it("opens the import as a dialog of 900 × 600", () => {
    const page = pageOf(run("openImport").shown[0]);
    expect(page).toMatchObject({ what: "dialog", title: "导入 Import", width: 900, height: 600 });
    expect(page.html).toContain('data-dialog="import"');
    expect(page.html).toContain('data-start="import"');
  });

  it("tells the sidebar the customer of the selected row, on customers and on documents", () => {
    const workbook = ledger();
    for (const [tab, col] of [
      ["客户", 2],
      ["应收明细", 4],
      ["收款", 3],
    ] as const) {
      const id = workbook.tabs.find((each) => each.name === tab)?.id ?? "";
      workbook.apply({ do: "set", tab: id, row: 5, col, cells: [['K1"><script>']] });
      const selection = { tab: id, row: 5, col: 1, rows: 1, cols: 1 };
      const { shown } = run("showSelectedCustomer", { workbook, world: { ...newWorld(), selection } });
      expect(pageOf(shown[0]).html).toContain('data-code="K1&quot;&gt;&lt;script&gt;"');
    }
  });

  it("finds the customer under a heading that was changed, and in a column that was moved", () => {
    const workbook = ledger();
    const id = workbook.tabs.find((each) => each.name === "应收明细")?.id ?? "";
    workbook.apply({ do: "set", tab: id, row: 1, col: 4, cells: [["我们叫它代号"]] });
    workbook.apply({ do: "moveCols", tab: id, col: 4, before: 12 });
    workbook.apply({ do: "set", tab: id, row: 5, col: 11, cells: [["K7"]] });
    const selection = { tab: id, row: 5, col: 1, rows: 1, cols: 1 };
    const { shown } = run("showSelectedCustomer", { workbook, world: { ...newWorld(), selection } });
    expect(pageOf(shown[0]).html).toContain('data-code="K7"');
  });

  it.each([
    ["the heading", "客户", 1],
    ["an empty row", "客户", 9],
    ["a tab that is not the ledger's", "备忘", 5],
  ])("asks for no customer on %s", (_where, tab, row) => {
    const workbook = ledger();
    workbook.apply({ do: "addTab", tab: "own", name: "备忘", at: 0, rows: 100, cols: 26 });
    const id = workbook.tabs.find((each) => each.name === tab)?.id ?? "";
    const selection = { tab: id, row, col: 1, rows: 1, cols: 1 };
    const { shown } = run("showSelectedCustomer", { workbook, world: { ...newWorld(), selection } });
    expect(pageOf(shown[0]).html).toContain('data-code=""');
  });

  it("shows the probe's report as a page, and what was seen only as escaped text", () => {
    const page = pageOf(run("probePlatform").shown[0]);
    expect(page).toMatchObject({ what: "dialog", title: "检查平台 Probe the platform" });
    expect(page.html).toMatch(/<h1>(\d+) of \1 as expected<\/h1>/);
    const poor = { ...newWorld(), files: { sidebar: "<b>no places</b>" } };
    const differing = pageOf(run("probePlatform", { world: poor }).shown[0]).html;
    expect(differing).toContain("no &lt;div id=&quot;app&quot;&gt; in it");
    expect(differing).toContain("与预期不同");
  });
});

function newWorld(): SharedWorld {
  return { spreadsheetId: "s1", lockHolder: undefined, shown: [], files: { sidebar: PAGE } };
}

function run(name: string, options: { workbook?: Workbook; world?: SharedWorld } = {}) {
  const { workbook = ledger(), world = newWorld() } = options;
  const vm = new AddonVm({ code, workbook, world, zone: "Asia/Shanghai" });
  const called = vm.call({ name, args: [], user: "wang@example.com" });
  return { shown: world.shown, calls: called.run.counts.calls, applied: called.run.applied.length };
}

function ledger(): Workbook {
  const workbook = new Workbook();
  workbook.apply({ do: "addTab", tab: "t0", name: "Sheet1", at: 0, rows: 1000, cols: 26 });
  const vm = new AddonVm({ code, workbook, world: newWorld(), zone: "Asia/Shanghai" });
  vm.call({ name: "rpc", args: ["setup", { language: "zh" }], user: "wang@example.com" });
  return workbook;
}

function pageOf(shown: Shown | undefined) {
  if (!shown || shown.what === "menu") throw new Error("no page was shown");
  return shown;
}
