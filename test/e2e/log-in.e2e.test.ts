import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findChromium } from "../../addon/local/print/chromium.ts";
import { ServedLedger } from "../addon/local/users/served-ledger.ts";
import { launchChromium } from "./chromium.ts";
import { Hands } from "./grid-hands.ts";
import { buildPage } from "./grid-page.ts";
import { axeFinds } from "./sidebar-checks.ts";

const browserPath = (await findChromium()) ?? "";
const PASSPHRASE = "correct horse battery";

let built: Awaited<ReturnType<typeof buildPage>>;
let browser: Browser;
let ledger: ServedLedger;
let context: BrowserContext;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage(), launchChromium()]);
});
afterAll(async () => {
  built.remove();
  await browser.close();
});
beforeEach(async () => {
  ledger = await new ServedLedger().start({ pageDir: built.pageDir });
  await ledger.addUser("王芳", "controller", PASSPHRASE);
  context = await browser.newContext({ viewport: { width: 1280, height: 760 } });
});
afterEach(async () => {
  await context.close();
  await ledger.stop();
});

async function open(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${ledger.server.port}/`);
  return page;
}

async function logIn(page: Page, name: string, passphrase: string): Promise<void> {
  await page.getByLabel("姓名").fill(name);
  await page.getByLabel("口令").fill(passphrase);
  await page.getByRole("button", { name: "登录" }).click();
}

describe("a ledger with users, in a browser", () => {
  test("shows the form and nothing of the ledger; after the log-in its user by name, and asks no more", async () => {
    const page = await open();
    await page.getByLabel("姓名").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("name");
    expect(await page.locator("body").innerText()).not.toMatch(/鸿运达|客户|应收明细/);
    // By the keyboard alone: name, passphrase, Enter.
    await page.keyboard.type("王芳");
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press("Enter");
    await page.getByText("已保存").waitFor();
    expect(await page.locator("#user").innerText()).toBe("王芳");
    await page.reload();
    await page.getByText("已保存").waitFor();
    const second = await open();
    await second.locator("#user").waitFor();
    expect(await second.locator("#log-in input").count()).toBe(0);
  });

  test("says what is wrong once, keeps the name, empties the passphrase, and can be tried again", async () => {
    const page = await open();
    await logIn(page, "王芳", "wrong passphrase");
    const trouble = page.getByRole("alert").filter({ hasText: "姓名或口令不对" });
    await trouble.waitFor();
    expect(await page.getByLabel("姓名").inputValue()).toBe("王芳");
    expect(await page.getByLabel("口令").inputValue()).toBe("");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("passphrase");
    await logIn(page, "王芳", PASSPHRASE);
    await page.getByText("已保存").waitFor();
  });

  test("keeps no passphrase in the browser, and no script reads the cookie", async () => {
    const page = await open();
    await logIn(page, "王芳", PASSPHRASE);
    await page.getByText("已保存").waitFor();
    const seen = await page.evaluate(() => JSON.stringify([{ ...localStorage }, document.cookie]));
    expect(seen).not.toContain(PASSPHRASE);
    expect(await page.evaluate(() => document.cookie)).toBe("");
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
  });

  test("a log-out in one tab ends all of them; each shows the way back in", async () => {
    const [page, second] = [await open(), await open()];
    await logIn(page, "王芳", PASSPHRASE);
    await page.getByText("已保存").waitFor();
    await second.reload();
    await second.locator("#user").waitFor();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByLabel("姓名").waitFor();
    await second.getByText("登录已失效").waitFor();
    await second.getByRole("button", { name: "登录" }).click();
    await second.getByLabel("口令").waitFor();
  });

  test("works over an address that browsers do not call secure, as the office network's are", async () => {
    await ledger.server.close();
    await ledger.start({ pageDir: built.pageDir, names: ["office.example"] });
    const office = await chromium.launch({
      executablePath: browserPath,
      args: ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP office.example 127.0.0.1"],
    });
    const page = await office.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error.stack)));
    await page.goto(`http://office.example:${ledger.server.port}/`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await logIn(page, "王芳", PASSPHRASE);
    await page.getByText("已保存").waitFor();
    await page.locator("#grid canvas").first().waitFor();
    expect(errors).toEqual([]);
    await office.close();
  });

  test("an auditor looks and cannot take the pen", async () => {
    await ledger.addUser("审计员", "auditor", PASSPHRASE);
    const page = await open();
    await logIn(page, "审计员", PASSPHRASE);
    await page.getByText("只读").waitFor();
    expect(await page.getByRole("button", { name: "在此编辑" }).isVisible()).toBe(false);
    const hands = new Hands(page);
    await hands.ready();
    await hands.begin(3, 2, "x");
    await page.locator("#kept", { hasText: "「审计员」只能查看此账本" }).waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    const folder = process.env.PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/locked-zh.png` });
  });

  test.each(["zh", "en"])(
    "fits 300 px without scrolling sideways and has no axe violation: %s",
    async (language) => {
      ledger.host.workbook.apply({ do: "property", key: "language", value: language });
      for (const [width, height] of [
        [300, 480],
        [1280, 760],
      ] as const) {
        const page = await open();
        await page.setViewportSize({ width, height });
        const button = page.getByRole("button", { name: language === "zh" ? "登录" : "Log in" });
        await page.locator("#log-in input").first().fill("王芳");
        await page.locator("#log-in input").last().fill("wrong one");
        await button.click();
        await page.locator(".trouble:not(:empty)").waitFor();
        const sizes = await page.evaluate(() => ({
          over: document.documentElement.scrollWidth - innerWidth,
          lang: document.documentElement.lang,
          small: [...document.querySelectorAll("#log-in *")].filter(
            (each) => Number.parseFloat(getComputedStyle(each).fontSize) < 12,
          ).length,
        }));
        expect(sizes).toEqual({ over: 0, lang: language === "zh" ? "zh-CN" : "en", small: 0 });
        const box = await button.boundingBox();
        expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
        const folder = process.env.PICTURES;
        if (folder) await page.screenshot({ path: `${folder}/log-in-${language}-${width}.png` });
        expect(await axeFinds(page)).toEqual([]);
        await page.close();
      }
    },
  );
});
