import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Bench } from "../addon/bundle.ts";
import { launchChromium } from "./chromium.ts";
import { Hands } from "./sidebar-checks.ts";
import { ledgersIn, ownTable } from "./sidebar-ledgers.ts";
import { builtSidebar, type OpenedSidebar, openStage, type Stage, settled } from "./sidebar-page.ts";
import { unsureTable } from "./sidebar-scenes-import.ts";
import { xlsxOf } from "./xlsx-file.ts";

/** First run: the firm's own table becomes true figures in the ledger. */
let browser: Browser;
let stage: Stage;
let html: string;
let opened: OpenedSidebar;

beforeAll(async () => {
  [browser, html] = await Promise.all([launchChromium(), builtSidebar()]);
  stage = await openStage(browser, "zh-CN");
}, 120_000);
afterAll(() => browser.close());
afterEach(() => {
  expect(opened.requests).toEqual([]);
  expect(opened.complaints).toEqual([]);
});

async function start(bench: Bench) {
  opened = await stage.show({ html, bench });
  opened.page.setDefaultTimeout(10_000);
  await settled(opened.page);
  return { page: opened.page, hands: new Hands(opened.page) };
}

const ownWorkbook = async () => (await ledgersIn("zh")).none.copy();
/** A busy machine takes its time. */
const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });

const headline = () => opened.page.locator(".headline dd").first().textContent();
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "", buffer });

/** Sum of a column of the firm's own table, added up here by hand. */
const ownSum = (rows: readonly (readonly unknown[])[]) =>
  rows.reduce((sum, row) => sum + Number(row[3]), 0).toLocaleString("en", { minimumFractionDigits: 2 });

describe("use my sheet", () => {
  test("from an empty workbook to the first true figure in at most eight clicks, nothing typed", async () => {
    const { page, hands } = await start(await ownWorkbook());
    await hands.click("[data-primary]");
    await page.locator(".links").waitFor();
    await hands.click(".links .row:last-child .row-link");
    await page.locator(".columns").waitFor();
    expect(await page.locator(".question").count()).toBe(0);
    await hands.click("[data-primary]");
    await page.locator(".empty.done").waitFor();
    await hands.click("[data-primary]");
    await page.locator(".headline").waitFor();
    expect(hands.clicks).toBeLessThanOrEqual(8);
    const rows = ownTable("zh").rows.slice(1);
    const readable = rows.filter((row) => row[1] !== "2026-02-30");
    expect(await headline()).toBe(ownSum(readable));
  });

  test("the table's own sum, what is written and what is listed stand side by side", async () => {
    const { page } = await start(await ownWorkbook());
    await page.locator("[data-primary]").click();
    await page.locator(".links .row-link").last().click();
    await page.locator(".import-totals").waitFor();
    const rows = ownTable("zh").rows.slice(1);
    const [good, bad] = [true, false].map((is) => rows.filter((row) => (row[1] !== "2026-02-30") === is));
    expect(await page.locator(".sums dd").allTextContents()).toEqual([
      ownSum(good ?? []),
      ownSum(bad ?? []),
      ownSum(rows),
    ]);
    expect(await page.locator(".agrees").count()).toBe(0);
    expect(await page.locator(".problems .row").count()).toBe(1);
  });

  test("by keys alone", async () => {
    const { page } = await start(await ownWorkbook());
    await page.keyboard.press("Control+Enter");
    await page.locator(".links").waitFor();
    await tabTo("[data-row]");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".columns").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.locator(".empty.done").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.locator(".headline").waitFor();
    expect(await headline()).toBe("24,250.50");
  });
});

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(selector: string): Promise<void> {
  for (let times = 0; times < 30; times += 1) {
    await opened.page.keyboard.press("Tab");
    if (await opened.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}

describe("the columns", () => {
  test("show three of their values; only what is unsure is asked, by keys too, and can be answered anew", async () => {
    const { page } = await start(new Bench());
    await page.locator("[data-primary]").click();
    await page.locator("[data-back]").waitFor();
    await page.setInputFiles("#file", file("unsure.csv", Buffer.from(unsureTable())));
    await page.locator(".question").first().waitFor();
    expect(await page.locator(".question").count()).toBe(1);
    const examples = await page.locator(".columns .row-sub").allTextContents();
    expect(examples).toHaveLength(4);
    for (const text of examples.slice(0, 3)) expect(text.split("、")).toHaveLength(3);

    await page.keyboard.press("Control+Enter");
    await soon(() => page.evaluate(() => document.activeElement?.closest(".question") !== null)).toBe(true);
    expect(opened.calls.some(({ name }) => name === "importOpen")).toBe(false);
    await page.keyboard.press("Enter");
    await page.locator(".question[data-open=false] [aria-pressed=true]").waitFor();
    const first = await page.locator(".question [aria-pressed=true]").textContent();
    await page.locator(".question [aria-pressed=false]").click();
    expect(await page.locator(".question [aria-pressed=true]").textContent()).not.toBe(first);
    expect(await page.locator(".sums").count()).toBe(1);
  });

  test("that were surely recognised are put right by hand, and remembered so", async () => {
    const { page } = await start(new Bench());
    await page.locator("[data-primary]").click();
    await page.locator("[data-back]").waitFor();
    const text = "客户,日期,到期日,金额\n甲公司,2026-10-01,2026-10-31,100\n";
    await page.setInputFiles("#file", file("dates.csv", Buffer.from(text)));
    await page.locator(".columns").waitFor();
    const words = () => page.locator(".columns .row-value").allTextContents();
    expect(await words()).toEqual(["客户名称", "日期", "到期日", "金额"]);
    await page.locator(".columns .row", { hasText: "到期日" }).locator("button").click();
    await page.locator(".columns .question button", { hasText: /^日期$/ }).click();
    expect(await words()).toEqual(["客户名称", "不导入", "日期", "金额"]);
    await page.locator("[data-primary]").click();
    await page.locator(".empty.done").waitFor();
    const chunk = opened.calls.find(({ name }) => name === "importChunk");
    expect(chunk?.input).toMatchObject({ rows: [{ date: "2026-10-31" }] });
    await page.locator("nav button").nth(3).click();
    await page.locator(".links .row-link").nth(1).click();
    await page.setInputFiles("#file", file("later.csv", Buffer.from(text)));
    await page.locator(".columns").waitFor();
    expect(await words()).toEqual(["客户名称", "日期", "金额", "不导入"]);
  });

  test("are not asked for again where the headings are the same", async () => {
    const { page } = await start(new Bench());
    await page.locator("[data-primary]").click();
    await page.locator("[data-back]").waitFor();
    await page.setInputFiles("#file", file("unsure.csv", Buffer.from(unsureTable())));
    await page.locator(".question button").first().click();
    await page.locator("[data-primary]").click();
    await page.locator(".empty.done").waitFor();
    await page.locator("nav button").nth(3).click();
    await page.locator(".links .row-link").nth(1).click();
    await page.setInputFiles("#file", file("later.csv", Buffer.from(`${unsureTable()}甲,7/8/2026,5,\n`)));
    await page.locator(".columns").waitFor();
    expect(await page.locator(".question").count()).toBe(0);
    expect(await page.locator(".strip.plain").count()).toBe(1);
  });
});

describe("a file", () => {
  test("is read by the reader, which is fetched once, and not before a file is chosen", async () => {
    const { page } = await start(await ownWorkbook());
    await page.locator("[data-primary]").click();
    await page.locator(".links").waitFor();
    const fetched = () => opened.calls.filter(({ name }) => name === "fileReader").length;
    expect(fetched()).toBe(0);
    await page.setInputFiles("#file", file("old.pdf", Buffer.from("%PDF-1.7")));
    await page.locator(".problems").waitFor();
    await page.setInputFiles("#file", file("十月.xlsx", await xlsxOf([ownTable("zh")])));
    await page.locator(".columns").waitFor();
    expect(await page.locator(".sums dd").last().textContent()).toBe(ownSum(ownTable("zh").rows.slice(1)));
    expect(fetched()).toBe(1);
  });

  test("with several sheets asks which one", async () => {
    const { page } = await start(await ownWorkbook());
    await page.locator("[data-primary]").click();
    await page.locator(".links").waitFor();
    const tables = [{ name: "说明", rows: [["说明"]] }, ownTable("zh")];
    await page.setInputFiles("#file", file("a.xlsx", await xlsxOf(tables)));
    await soon(() => page.locator(".links .row-title").allTextContents()).toEqual(["说明", "十月应收"]);
    await page.locator(".links .row-link").last().click();
    await page.locator(".columns").waitFor();
  });
});
