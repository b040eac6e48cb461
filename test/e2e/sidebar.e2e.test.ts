import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { Bench } from "../addon/bundle.ts";
import { sampleLedger } from "../addon/sidebar/sample.ts";
import { launchChromium } from "./chromium.ts";
import { Hands } from "./sidebar-checks.ts";
import { builtSidebar, type OpenedSidebar, openStage, type Stage, settled } from "./sidebar-page.ts";
import { fillReceipt } from "./sidebar-ways.ts";

/** A busy machine takes its time. */
const PATIENT = { timeout: 10_000 };

let browser: Browser;
let stage: Stage;
let html: string;
let opened: OpenedSidebar;
const sample = sampleLedger("zh");

beforeAll(async () => {
  [browser, html] = await Promise.all([launchChromium(), builtSidebar()]);
  stage = await openStage(browser, "zh-CN");
}, 120_000);
afterAll(() => browser.close());
afterEach(() => {
  expect(opened.requests).toEqual([]);
  expect(opened.complaints).toEqual([]);
});

async function start(bench: Bench): Promise<Page> {
  opened = await stage.show({ html, bench });
  opened.page.setDefaultTimeout(10_000);
  await settled(opened.page);
  return opened.page;
}

const headline = (page: Page) => page.locator(".headline dd").first().textContent();
const heading = (page: Page) => page.locator("#heading").textContent();
const writes = () => opened.calls.filter(({ name }) => name.startsWith("add")).length;

describe("the first five minutes", () => {
  test("an empty workbook becomes a ledger with a customer, an item, a receipt with 抹零, and its undo", async () => {
    const bench = new Bench();
    const page = await start(bench);
    const hands = new Hands(page);
    await hands.click("[data-primary]");
    await page.locator("[data-back]").waitFor();
    await hands.click("[data-back]");
    await page.locator(".empty.nothing").waitFor();
    await hands.click(".empty .secondary:last-child");
    await hands.type("深圳市鸿运达电子科技有限公司");
    await hands.click("[data-primary]");
    await page.locator(".state.new").waitFor();
    await hands.click("[data-primary]");
    await page.fill("#amount", "20350");
    await page.fill("#date", "2026-10-01");
    await hands.click("[data-primary]");
    await page.locator(".state.owes, .state.overdue").waitFor();
    expect(await page.locator(".balance-line strong").textContent()).toBe("20,350.00");
    expect(hands.clicks).toBeLessThanOrEqual(8);

    await page.locator("[data-primary]").click();
    await page.fill("#amount", "20345.40");
    await page.locator("[data-primary]").click();
    await page.locator(".tick.offer input").waitFor();
    expect(await page.locator(".row-value").allTextContents()).toEqual(["20,345.40"]);
    // It is offered with its amount, and done only by whoever ticks it.
    expect(await page.locator(".tick.offer").textContent()).toContain("4.60");
    expect(await page.locator(".tick.offer input").isChecked()).toBe(false);
    expect(await page.locator(".leaves").textContent()).toContain("4.60");
    await page.locator(".tick.offer input").check();
    await page.locator("[data-primary]").click();
    await page.locator(".state.settled").waitFor();
    await page.locator(".note .quiet").click();
    await page.locator(".state.owes, .state.overdue").waitFor();
    expect(await page.locator(".balance-line strong").textContent()).toBe("20,350.00");
    expect(await page.locator(".timeline .voided").count()).toBeGreaterThan(0);
  });

  test("the headline is the sum of the sheet's own open amounts, and money on no document stands beside it", async () => {
    const page = await start(sample.bench.copy());
    const { totals } = sample.bench.call<Output<"aging">>("aging", {});
    const [total] = totals;
    const owed = (total?.current ?? 0) + (total?.buckets ?? []).reduce((sum, bucket) => sum + bucket, 0);
    const said = (cents: number) => (cents / 100).toLocaleString("en", { minimumFractionDigits: 2 });
    expect(await headline(page)).toBe(said(owed));
    expect(await page.locator(".totals .of-which dd").last().textContent()).toBe(said(total?.balance ?? 0));
  });
});

describe("counts of the ten tasks", () => {
  test("1: what is due today needs nothing", async () => {
    const page = await start(sample.bench.copy());
    expect(await page.locator(".to-do .row").count()).toBeGreaterThan(0);
  });

  test("2: a customer by initials is / and four letters and Enter, from any screen", async () => {
    const page = await start(sample.bench.copy());
    const hands = new Hands(page);
    await hands.press("/");
    await settled(page);
    for (const letter of "cqca") await hands.press(letter);
    await hands.press("Enter");
    await settled(page);
    expect(await heading(page)).toBe("重庆长安机电设备有限公司");
    expect(hands).toMatchObject({ clicks: 0, keys: 6 });
  });

  test("3 and 4 by mouse: three clicks for a receipt, one to undo it", async () => {
    const page = await start(sample.bench.copy());
    const before = await headline(page);
    const hands = new Hands(page);
    await hands.click("[data-primary]");
    await hands.type("hqwj\n");
    await hands.type("20350");
    await hands.click("[data-primary]");
    await page.locator(".from").waitFor();
    await hands.click("[data-primary]");
    await page.locator(".note.good").waitFor();
    expect(hands.clicks).toBe(3);
    await hands.click(".note .quiet");
    await page.locator(".note.good .quiet").waitFor({ state: "detached" });
    await expect.poll(() => headline(page), PATIENT).toBe(before);
    expect(hands.clicks).toBe(4);
  });

  test("3 and 4 by keys alone: six and two", async () => {
    const page = await start(sample.bench.copy());
    const before = await headline(page);
    const hands = new Hands(page);
    await hands.press("Control+Enter");
    await page.locator("#customer").waitFor();
    await page.waitForTimeout(100);
    await hands.type("hqwj");
    await hands.press("Enter");
    await hands.type("20350");
    await hands.press("Control+Enter");
    await page.locator(".from").waitFor();
    await hands.press("Control+Enter");
    await page.locator(".note.good").waitFor();
    expect(hands.keys).toBeLessThanOrEqual(6);
    await expect.poll(() => headline(page), PATIENT).not.toBe(before);
    hands.keys = 0;
    await hands.press("Tab");
    await page.waitForTimeout(50);
    await hands.press("Enter");
    await expect.poll(() => headline(page), PATIENT).toBe(before);
    expect(hands.keys).toBeLessThanOrEqual(2);
  });
});

describe("keys", () => {
  test("Enter goes through the form, the last one previews, and nothing is saved on the way", async () => {
    const page = await start(sample.bench.copy());
    await page.keyboard.press("Control+Enter");
    await page.locator("#customer:focus").waitFor();
    await page.keyboard.type("K001\n");
    const order: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      order.push(await page.evaluate(() => document.activeElement?.id ?? ""));
      if (i === 0) await page.keyboard.type("100");
      await page.keyboard.press("Enter");
    }
    expect(order).toEqual(["amount", "date", "method", "reference"]);
    await page.locator(".from").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForTimeout(200);
    expect(writes()).toBe(0);
    await page.keyboard.press("Escape");
    expect(await page.inputValue("#amount")).toBe("100.00");
    await page.keyboard.press("Escape");
    expect(await heading(page)).toBe("今天");
  });

  test("Enter while an input method composes does nothing, and nothing is searched before it ends", async () => {
    const page = await start(sample.bench.copy());
    await page.keyboard.press("/");
    await page.locator(".row").first().waitFor();
    const all = await page.locator(".row").count();
    const client = await page.context().newCDPSession(page);
    await client.send("Input.imeSetComposition", { text: "hengtong", selectionStart: 8, selectionEnd: 8 });
    await page.waitForTimeout(100);
    expect(await page.locator(".row").count()).toBe(all);
    await page.dispatchEvent("#search", "keydown", { key: "Enter", isComposing: true });
    expect(await heading(page)).toBe("客户");
    await client.send("Input.insertText", { text: "恒通" });
    await expect.poll(() => page.locator(".row").count(), PATIENT).toBe(1);
  });

  test("one intent is booked once, however often Enter and the button are struck", async () => {
    const page = await start(sample.bench.copy());
    await page.locator("[data-primary]").click();
    await fillReceipt(page, "K001", "100");
    await page.locator("[data-primary]").click();
    await page.locator(".from").waitFor();
    await page.evaluate(() => {
      const button = document.querySelector<HTMLElement>("[data-primary]");
      for (let i = 0; i < 5; i += 1) button?.click();
    });
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.locator(".note.good").waitFor();
    expect(writes()).toBe(1);
  });

  test("the search begins anew for whoever comes from another tab; back finds it as it was", async () => {
    const page = await start(sample.bench.copy());
    await page.locator("nav button").nth(1).click();
    await settled(page);
    await page.fill("#search", "K002");
    await page.keyboard.press("Enter");
    await page.locator("[data-back]").click();
    expect(await page.inputValue("#search")).toBe("K002");
    await page.locator("nav button").first().click();
    await page.locator("nav button").nth(1).click();
    expect(await page.inputValue("#search")).toBe("");
    await page.fill("#search", "K003");
    await page.locator("nav button").first().click();
    await page.keyboard.press("/");
    expect(await page.inputValue("#search")).toBe("");
    await page.keyboard.type("K00");
    await page.keyboard.press("Tab");
    await page.keyboard.press("/");
    await page.keyboard.type("K005");
    expect(await page.inputValue("#search")).toBe("K005");
  });

  test("back finds the search and the place in the list again", async () => {
    const bench = sample.bench.copy();
    for (let i = 0; i < 30; i += 1) {
      bench.call("addCustomer", {
        action: `many-${1000 + i}`,
        customer: { code: `M${100 + i}`, name: `恒通第${i}店` },
      });
    }
    const page = await start(bench);
    await page.keyboard.press("/");
    await page.locator(".row").first().waitFor();
    await page.keyboard.type("ht");
    await page.locator("main").evaluate((main) => main.scrollTo(0, 420));
    await page.waitForTimeout(100);
    await page.locator(".row-link").nth(12).click();
    await settled(page);
    await page.keyboard.press("Escape");
    await page.locator("#search").waitFor();
    expect(await page.inputValue("#search")).toBe("ht");
    await expect.poll(() => page.locator("main").evaluate((main) => main.scrollTop), PATIENT).toBe(420);
  });
});

describe("when the server does not do as asked", () => {
  test("a lost answer is asked for again under the same id, and is booked once", async () => {
    const bench = sample.bench.copy();
    const page = await start(bench);
    await page.locator("[data-primary]").click();
    await fillReceipt(page, "K001", "100");
    await page.locator("[data-primary]").click();
    await page.locator(".from").waitFor();
    let lost = 0;
    opened.interfere((name, input) => {
      if (name !== "addReceipt" || lost >= 4) return undefined;
      lost += 1;
      bench.run(name, input);
      return "throw";
    });
    await page.locator("[data-primary]").click();
    await page.locator(".strip.trouble").waitFor();
    expect(await page.locator(".foot .secondary").count()).toBe(0);
    await page.locator("[data-primary]").click();
    await page.locator(".note.good").waitFor();
    const ids = opened.calls
      .filter(({ name }) => name === "addReceipt")
      .map(({ input }) => JSON.stringify(input));
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(1);
    expect(bench.cells("收款").filter((row) => row.includes(100)).length).toBe(1);
  });

  test("a suspected duplicate is asked about; the safe way is the main button", async () => {
    const page = await start(sample.bench.copy());
    await page.locator("[data-primary]").click();
    await fillReceipt(page, "K001", "500");
    await page.fill("#reference", "CMB-88120");
    await page.locator("[data-primary]").click();
    await page.locator(".strip.ask").waitFor();
    expect(await page.locator("[data-primary]").textContent()).toBe("返回核对");
    await page.locator(".foot .quiet").click();
    await page.locator(".note.good").waitFor();
    expect(opened.calls.find(({ name }) => name === "addReceipt")?.input).toMatchObject({
      allowDuplicate: true,
    });
  });
});
