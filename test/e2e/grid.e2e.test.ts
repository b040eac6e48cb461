import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Cell } from "../../addon/local/ops.ts";
import { cellAt, layerAt } from "../../addon/local/tab.ts";
import { launchChromium } from "./chromium.ts";
import { Hands } from "./grid-hands.ts";
import { buildPage, itemsTab, type OpenedLedger, openLedger } from "./grid-page.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let browser: Browser;
let built: Awaited<ReturnType<typeof buildPage>>;
let ledger: OpenedLedger;
beforeAll(async () => {
  [browser, built] = await Promise.all([launchChromium(), buildPage()]);
});
afterAll(async () => {
  await browser.close();
  built.remove();
});
beforeEach(async () => {
  ledger = await openLedger(browser, built.pageDir, itemsTab(40));
});
afterEach(async () => {
  expect(ledger.strangers).toEqual([]);
  expect(ledger.faults).toEqual([]);
  await ledger.close();
});

const stored = (row: number, col: number): Cell => cellAt(ledger.host.workbook.tab("items"), row, col);
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 8000, interval: 50 });
const column = (col: number, from: number, to: number): Cell[] =>
  Array.from({ length: to - from + 1 }, (_, at) => stored(from + at, col));

describe("before the grid", () => {
  test("the sidebar calls the add-on, and hears of its exceptions", async () => {
    ledger.host.functions = { greet: (name) => ({ hello: name }) };
    const page = await ledger.page();
    const sidebar = page.frameLocator("#sidebar iframe");
    await sidebar.locator("#out", { hasText: '{"hello":"挂账"}' }).waitFor();
    ledger.host.functions.act = () => {
      throw new Error("金额为空，请填写收款金额");
    };
    await sidebar.locator("#act").click();
    await sidebar.locator("#out", { hasText: "金额为空，请填写收款金额" }).waitFor();
  });

  test("the list shows the first tab as a sheet would", async () => {
    const page = await ledger.page();
    const row = page.locator("#table tbody tr").first();
    await row.waitFor();
    expect(await row.locator("td").allTextContents()).toEqual([
      "2",
      "00001",
      "恒通商贸有限公司第 1 分公司",
      "2025-12-10",
      "137.00",
      "0.00",
      "137.00",
      ...Array.from({ length: 6 }, (_, at) => `值 ${at + 7}`),
    ]);
    expect(await page.locator("#tabs [role=tab]").allTextContents()).toEqual(["应收明细", "客户"]);
    expect(await page.locator("#name").textContent()).toBe("鸿运达贸易");
    await page.locator("#state", { hasText: "已保存" }).waitFor();
  });

  test("a ledger without tabs says so, and shows its first tab when it comes", async () => {
    await ledger.close();
    ledger = await openLedger(browser, built.pageDir, [{ do: "property", key: "language", value: "zh" }]);
    const page = await ledger.page();
    await page.getByText("账本里还没有表").waitFor();
    await page.waitForFunction(() => performance.getEntriesByName("grid").length > 0);
    expect(await page.locator("#grid").isVisible()).toBe(false);
    ledger.host.act(...itemsTab(40));
    const hands = new Hands(page);
    await hands.ready();
    expect(await hands.copied(2, 4)).toBe("137.00");
    await hands.type(5, 1, "00321");
    await eventually(() => stored(5, 1)).toBe("00321");
  });

  test("the grid that comes later does not take the keyboard from the sidebar", async () => {
    const page = await ledger.page();
    const field = page.frameLocator("#sidebar iframe").locator("#field");
    await field.click();
    await field.pressSequentially("在侧栏里写的字", { delay: 400 });
    await page.locator("#view", { hasText: "查看列表" }).waitFor();
    expect(await field.inputValue()).toBe("在侧栏里写的字");
    const hands = new Hands(page);
    await hands.ready();
    await hands.type(7, 2, "then in the grid");
    await eventually(() => stored(7, 2)).toBe("then in the grid");
    await field.click();
    await hands.type(9, 2, "and again");
    await eventually(() => stored(9, 2)).toBe("and again");
  });
});

describe("a person's hands arrive in the ledger", () => {
  test("typing: numbers, days, and text that looks like a number", async () => {
    const { hands } = await openGrid();
    await hands.type(5, 4, "88.5");
    await hands.type(6, 1, "00777");
    await hands.type(7, 3, "2026-11-22");
    await hands.type(8, 7, "2026-11-23");
    await hands.type(9, 7, "'007");
    await expect
      .poll(() => [stored(5, 4), stored(6, 1), stored(7, 3), stored(8, 7), stored(9, 7)])
      .toEqual([88.5, "00777", 46_348, 46_349, "007"]);
    expect(layerAt(ledger.host.workbook.tab("items").formats, 8, 7)).toBe("yyyy-mm-dd");
    // The grid shows what was stored, not what was typed.
    await eventually(() => hands.copied(5, 4)).toBe("88.50");
    await eventually(() => hands.copied(8, 7)).toBe("2026-11-23");
  });

  test("a column of the firm's own begins where its heading is typed, in a free column, and is there after a reload", async () => {
    const { page, hands } = await openGrid();
    for (const [cell, text] of [
      ["T1", "区域"],
      ["T3", "华南"],
    ] as const) {
      await hands.goTo(cell);
      await hands.typeHere(text);
    }
    await eventually(() => [stored(1, 20), stored(3, 20)]).toEqual(["区域", "华南"]);
    await page.reload();
    await hands.ready();
    await hands.goTo("T3");
    await eventually(() => hands.copiedHere()).toBe("华南");
    expect([stored(1, 20), stored(3, 20)]).toEqual(["区域", "华南"]);
  });

  test("Chinese by an input method: into a cell that is only selected, and into an open one", async () => {
    const { page, hands } = await openGrid();
    await hands.click(2, 2);
    await hands.compose([
      { spelt: "hong'yun'da", meant: "鸿运达" },
      { spelt: "mao'yi", meant: "贸易" },
    ]);
    await page.keyboard.press("Enter");
    await eventually(() => stored(2, 2)).toBe("鸿运达贸易");
    await hands.begin(3, 2, "A");
    await hands.compose([{ spelt: "ji'tuan", meant: "集团" }]);
    await page.keyboard.press("Enter");
    await eventually(() => stored(3, 2)).toBe("A集团");
  });

  test("a formula: its text and its value, and the value again when its cells change", async () => {
    const { hands } = await openGrid();
    await hands.type(5, 8, "=D2+D3");
    await eventually(() => stored(5, 8)).toEqual({ f: "=D2+D3", v: 411 });
    await hands.type(2, 4, "1000");
    await eventually(() => stored(5, 8)).toEqual({ f: "=D2+D3", v: 1274 });
    const edits = ledger.host.edits.length;
    await hands.page.waitForTimeout(1500);
    expect(ledger.host.edits.length, "formula results go to the host and back for ever").toBe(edits);
  });

  test("200 pasted rows below the last one keep 00123, in one edit", async () => {
    const { hands } = await openGrid();
    const lines = Array.from({ length: 200 }, (_, at) => `00${500 + at}\t名称 ${at}\t2026-01-02\t1234.50`);
    await hands.page.keyboard.press("Control+ArrowDown");
    await hands.click(2, 1);
    await hands.page.keyboard.press("Control+ArrowDown");
    await hands.page.keyboard.press("ArrowDown");
    await hands.pasteHere(lines.join("\n"));
    await eventually(() => stored(240, 4)).toBe(1234.5);
    expect(column(1, 41, 240)).toEqual(lines.map((line) => line.split("\t")[0]));
    expect(column(3, 41, 240)).toEqual(lines.map(() => 46_024));
    expect(ledger.host.edits.filter((ops) => ops.some((op) => op.do === "set"))).toHaveLength(1);
  });

  test("pasted and typed days that can be read in two ways stay as typed, the others become days", async () => {
    const { hands } = await openGrid();
    await hands.click(8, 3);
    await hands.pasteHere(["07/10/2026", "13/10/2026", "2026-10-07", "7/10"].join("\n"));
    await eventually(() => column(3, 8, 11)).toEqual(["07/10/2026", 46_308, 46_302, "7/10"]);
    await hands.click(14, 3);
    await hands.pasteHtml("<table><tr><td>07/10/2026</td></tr><tr><td>2026/10/7</td></tr></table>");
    await eventually(() => column(3, 14, 15)).toEqual(["07/10/2026", 46_302]);
    await hands.type(17, 3, "07/10/2026");
    await hands.type(18, 3, "2026-10-07");
    await eventually(() => column(3, 17, 18)).toEqual(["07/10/2026", 46_302]);
    expect(await hands.copied(8, 3)).toBe("07/10/2026");
    expect(await hands.copied(9, 3)).toBe("2026-10-13");
  });

  test("a paste from another program brings its day format, and none of its fonts", async () => {
    const { hands } = await openGrid();
    await hands.click(8, 7);
    await hands.pasteHtml(
      "<table><tr><td style='font-family:Impact;font-size:20pt;background:#ffff00'>甲</td><td>2026-03-04</td></tr></table>",
    );
    await eventually(() => [stored(8, 7), stored(8, 8)]).toEqual(["甲", 46_085]);
    const { formats, styles } = ledger.host.workbook.tab("items");
    expect(layerAt(formats, 8, 8)).toMatch(/^yyyy/);
    expect(layerAt(styles, 8, 7)).toEqual({ background: expect.stringMatching(/ffff00|255, ?255, ?0/) });
    await eventually(() => hands.copied(8, 8)).toMatch(/^2026[-/]0?3[-/]0?4$/);
  });

  test("Tab, Tab, Enter goes below the first cell, from wherever the Tabs began last", async () => {
    const { hands, page } = await openGrid();
    const tabbed = async (text: string) => {
      await page.keyboard.type(text, { delay: 15 });
      await page.keyboard.press("Tab");
      await page.waitForTimeout(120);
    };
    await hands.click(5, 4);
    for (const text of ["1", "2"]) await tabbed(text);
    for (const text of ["3", "4"]) await hands.typeHere(text);
    await eventually(() => [...[4, 5, 6].map((col) => stored(5, col)), stored(6, 4)]).toEqual([1, 2, 3, 4]);
    await hands.click(8, 4);
    await tabbed("5");
    await hands.click(13, 7);
    for (const text of ["六", "七"]) await hands.typeHere(text);
    await hands.goTo("D17");
    await tabbed("8");
    await hands.goTo("G20");
    await tabbed("九");
    for (const text of ["十", "末"]) await hands.typeHere(text);
    const typed = () => [stored(13, 7), stored(14, 7), stored(20, 8), stored(21, 7)];
    await eventually(typed).toEqual(["六", "七", "十", "末"]);
    expect(column(4, 9, 9)).toEqual([1096]);
    expect(column(4, 18, 18)).toEqual([2329]);
  });

  test("delete and undo", async () => {
    const { hands } = await openGrid();
    await hands.click(9, 2);
    await hands.page.keyboard.press("Delete");
    await eventually(() => stored(9, 2)).toBe("");
    await hands.page.keyboard.press("Control+Z");
    await eventually(() => stored(9, 2)).toBe("恒通商贸有限公司第 8 分公司");
    await hands.page.keyboard.press("Control+Y");
    await eventually(() => stored(9, 2)).toBe("");
  });

  test("rows inserted and deleted; a new row keeps 00123 too", async () => {
    const { hands } = await openGrid();
    await hands.choose(3, 1, "在上方插入", { rowHead: true });
    await eventually(() => column(1, 2, 5)).toEqual(["00001", "", "00002", "00003"]);
    await hands.type(3, 1, "00099");
    await eventually(() => stored(3, 1)).toBe("00099");
    await hands.choose(2, 1, "删除选中行", { rowHead: true });
    await eventually(() => column(1, 2, 4)).toEqual(["00099", "00002", "00003"]);
    expect(ledger.host.workbook.tab("items").structure).toBe(2);
    await hands.page.keyboard.press("Control+Z");
    await eventually(() => column(1, 2, 4)).toEqual(["00001", "00099", "00002"]);
  });

  test("sorting moves whole rows, and text that looks like a number stays text", async () => {
    ledger.host.act({ do: "set", tab: "items", row: 3, col: 7, cells: [["007"]] });
    const { hands } = await openGrid();
    await hands.click(3, 4);
    await hands.click(3, 4, { button: "right" });
    await hands.page.getByText("排序", { exact: true }).hover();
    await hands.page.getByText("整表降序").click();
    await eventually(() => column(1, 1, 4)).toEqual(["编号", "00039", "00038", "00037"]);
    expect(column(4, 37, 40)).toEqual([548, 411, 274, 137]);
    expect(stored(39, 7)).toBe("007");
    await eventually(() => hands.copied(2, 1)).toBe("00039");
  });

  test("cells cut here and pasted there, and the place they left is still a text column", async () => {
    const { hands } = await openGrid();
    await hands.click(5, 1);
    await hands.page.keyboard.press("Control+X");
    await hands.page.waitForTimeout(200);
    await hands.click(6, 8);
    await hands.page.keyboard.press("Control+V");
    await eventually(() => [stored(5, 1), stored(6, 8)]).toEqual(["", "00004"]);
    await hands.type(5, 1, "00123");
    await eventually(() => stored(5, 1)).toBe("00123");
  });

  test("what the ledger cannot hold is not done, and said", async () => {
    const { hands, page } = await openGrid();
    await hands.dragRow(5, 8);
    await page.locator("#kept", { hasText: "此操作无法保存到账本，没有执行。" }).waitFor();
    expect(ledger.host.edits).toEqual([]);
    expect(await hands.copied(5, 2)).toBe("恒通商贸有限公司第 4 分公司");
  });
});

describe("what happens elsewhere appears in the grid", () => {
  test("an action's patch, rows included", async () => {
    const { hands } = await openGrid();
    ledger.host.act(
      { do: "set", tab: "items", row: 3, col: 2, cells: [["大成商行"]] },
      { do: "insertRows", tab: "items", row: 3, count: 1 },
      { do: "set", tab: "items", row: 3, col: 1, cells: [["00100", "新客户", 46_348, 12.3]] },
    );
    await eventually(() => hands.copied(3, 4)).toBe("12.30");
    expect(await hands.copied(4, 2)).toBe("大成商行");
    await hands.type(3, 5, "5");
    await eventually(() => stored(3, 5)).toBe(5);
  });

  test("while a cell is being edited, and nothing typed is lost", async () => {
    const { hands, page } = await openGrid();
    await hands.begin(5, 2, "正在写的");
    ledger.host.act(
      { do: "set", tab: "items", row: 5, col: 2, cells: [["别处写的"]] },
      { do: "set", tab: "items", row: 6, col: 4, cells: [[99]] },
    );
    await page.waitForTimeout(300);
    await page.keyboard.type("内容", { delay: 15 });
    await page.keyboard.press("Enter");
    await eventually(() => stored(5, 2)).toBe("正在写的内容");
    await eventually(() => hands.copied(6, 4)).toBe("99.00");
    expect(stored(6, 4)).toBe(99);
  });

  test("moved rows under an open cell: refused, reloaded, and what was typed is shown", async () => {
    const { hands, page } = await openGrid();
    await hands.begin(5, 2, "不能丢的字");
    ledger.host.act({ do: "insertRows", tab: "items", row: 2, count: 1 });
    await page.waitForTimeout(300);
    await page.keyboard.press("Enter");
    const kept = page.locator("#kept");
    await kept.getByText("「应收明细」的行已变动，以下内容没有保存，请按新的位置重新填写：").waitFor();
    expect(await kept.locator("b").textContent()).toBe("B5");
    expect(await kept.locator("textarea").inputValue()).toBe("不能丢的字");
    expect(ledger.host.edits).toEqual([]);
    expect(column(2, 5, 6)).toEqual(["恒通商贸有限公司第 3 分公司", "恒通商贸有限公司第 4 分公司"]);
    await eventually(() => hands.copied(5, 2)).toBe("恒通商贸有限公司第 3 分公司");
    await hands.type(6, 2, "不能丢的字");
    await eventually(() => stored(6, 2)).toBe("不能丢的字");
  });

  test("a connection lost while saving: what was typed is shown, and the grid shows what is stored", async () => {
    const { hands, page } = await openGrid();
    await page.route("**/api/edit", (route) => route.abort());
    await hands.type(5, 2, "没有到达");
    await page.locator("#kept", { hasText: "保存时连接中断" }).waitFor();
    expect(await page.locator("#kept textarea").inputValue()).toBe("没有到达");
    await eventually(() => hands.copied(5, 2)).toBe("恒通商贸有限公司第 4 分公司");
  });

  test("what was missed while the connection was down is there when it is back", async () => {
    const { hands, page } = await openGrid();
    await page.getByRole("tab", { name: "客户" }).click();
    await page.getByRole("tab", { name: "应收明细" }).click();
    await page.route("**/api/live**", (route) => route.abort());
    ledger.server.dropConnections();
    await page.locator("#state", { hasText: "连接中断" }).waitFor();
    ledger.host.act({ do: "set", tab: "items", row: 3, col: 2, cells: [["错过的"]] });
    ledger.host.act({ do: "set", tab: "customers", row: 3, col: 2, cells: [["也错过的"]] });
    await page.unroute("**/api/live**");
    await page.locator("#state", { hasText: "已保存" }).waitFor();
    await eventually(() => hands.copied(3, 2)).toBe("错过的");
    await page.getByRole("tab", { name: "客户" }).click();
    await page.waitForTimeout(500);
    await page.getByRole("button", { name: "查看列表" }).click();
    await page.getByRole("table", { name: "客户" }).getByText("也错过的").waitFor();
  });

  test("an action called from the sidebar finds what was still being typed", async () => {
    const { hands, page } = await openGrid();
    ledger.host.functions.act = () => stored(5, 2);
    await hands.begin(5, 2, "刚写的");
    const sidebar = page.frameLocator("#sidebar iframe");
    await sidebar.locator("#act").click();
    await sidebar.locator("#out", { hasText: "刚写的" }).waitFor();
  });

  test("a tab that an action brings before the person's eyes is shown", async () => {
    const { page } = await openGrid();
    const tab = page.getByRole("tab", { name: "客户" });
    expect(await tab.getAttribute("aria-selected")).toBe("false");
    ledger.host.functions.act = () => {
      ledger.host.shownTab = "customers";
    };
    await page.frameLocator("#sidebar iframe").locator("#act").click();
    await eventually(() => tab.getAttribute("aria-selected")).toBe("true");
  });

  test("a dialog of the add-on opens over the page and closes itself", async () => {
    const { page } = await openGrid();
    const { holder } = await api("/api/workbook").then((view) => view.lease);
    ledger.server.showDialog(holder, '<button onclick="google.script.host.close()">关上</button>');
    await page.frameLocator("dialog iframe").getByText("关上").click();
    await page.locator("dialog").waitFor({ state: "detached" });
  });
});

describe("two browser tabs", () => {
  test("the second one reads along, and writes after it has taken over", async () => {
    const first = await openGrid();
    const second = await openGrid();
    await second.page.locator("#state", { hasText: "只读" }).waitFor();
    await second.hands.begin(5, 2, "写不进");
    const why = second.page.locator("#kept", { hasText: "正在另一个标签页中编辑，这里只能查看" });
    await why.waitFor();
    expect(await why.locator(".kept-entry").count()).toBe(1);
    expect(await second.page.getByRole("dialog").count()).toBe(0);
    await first.page.bringToFront();
    await first.hands.type(4, 2, "第一个写的");
    await second.page.bringToFront();
    await eventually(() => second.hands.copied(4, 2)).toBe("第一个写的");
    expect(stored(5, 2)).toBe("恒通商贸有限公司第 4 分公司");
    await second.page.getByRole("button", { name: "在此编辑" }).click();
    await second.page.locator("#state", { hasText: "已保存" }).waitFor();
    await why.waitFor({ state: "hidden" });
    await first.page.locator("#state", { hasText: "只读" }).waitFor();
    await second.hands.type(5, 2, "第二个写的");
    await eventually(() => stored(5, 2)).toBe("第二个写的");
  });

  test("what was being typed when the pen was taken is kept", async () => {
    const { hands, page } = await openGrid();
    await hands.begin(5, 2, "写到一半");
    const taken = await fetch(`${base()}/api/lease`, {
      method: "POST",
      headers: { "x-onaccount-token": ledger.server.token, "content-type": "application/json" },
      body: JSON.stringify({ client: "another", take: true }),
    });
    expect(taken.status).toBe(200);
    await page.locator("#kept", { hasText: "此账本已在另一个标签页中编辑" }).waitFor();
    expect(await page.locator("#kept textarea").inputValue()).toBe("写到一半");
    await eventually(() => hands.copied(5, 2)).toBe("恒通商贸有限公司第 4 分公司");
  });
});

describe("the list", () => {
  test("is there for every tab, follows the ledger, and is what is printed", async () => {
    const { page } = await openGrid();
    await page.getByRole("tab", { name: "客户" }).click();
    await page.getByRole("button", { name: "查看列表" }).click();
    const table = page.getByRole("table", { name: "客户" });
    await table.getByText("恒通商贸有限公司").waitFor();
    ledger.host.act({ do: "set", tab: "customers", row: 3, col: 1, cells: [["K002", "大成商行"]] });
    await table.getByText("大成商行").waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#table").isVisible()).toBe(true);
    expect(await page.locator("#sidebar").isVisible()).toBe(false);
  });
});

test("timing of 10,000 × 12", async () => {
  await ledger.close();
  ledger = await openLedger(browser, built.pageDir, itemsTab(10_000));
  const started = Date.now();
  const since = () => `${Date.now() - started} ms`;
  const page = await ledger.page();
  await page.frameLocator("#sidebar iframe").locator("#act").waitFor();
  const sidebar = since();
  await page.locator("#table tbody tr").first().waitFor({ state: "attached" });
  const list = since();
  const hands = new Hands(page);
  await page.locator("#table").waitFor({ state: "hidden" });
  const grid = since();
  await hands.ready();
  const patches: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const painted = await hands.nextPaint();
    const from = Date.now();
    ledger.host.act({ do: "set", tab: "items", row: 3, col: 2, cells: [[`第 ${round} 次`]] });
    patches.push((await painted()) - from);
  }
  console.log(
    `page → sidebar ${sidebar}, list ${list}, grid ${grid}; action → painted ${patches.join(", ")} ms`,
  );
});

async function openGrid(): Promise<{ page: Page; hands: Hands }> {
  const page = await ledger.page();
  const hands = new Hands(page);
  await hands.ready();
  return { page, hands };
}

function base(): string {
  return `http://127.0.0.1:${ledger.server.port}`;
}

async function api(path: string) {
  return (await fetch(base() + path, { headers: { "x-onaccount-token": ledger.server.token } })).json();
}
