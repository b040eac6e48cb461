import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { bundledCode } from "../../addon/local/build.ts";
import { LocalHost } from "../../addon/local/host.ts";
import { NOBODY } from "../../addon/local/host-port.ts";
import { type RunningServer, startServer } from "../../addon/local/server.ts";
import { launchChromium } from "./chromium.ts";
import { Hands } from "./grid-hands.ts";
import { buildPage } from "./grid-page.ts";
import { builtSidebar } from "./sidebar-page.ts";

/** The sidebar beside the grid: what is typed there, here or in another window, is shown without being asked for. */
let browser: Browser;
let built: Awaited<ReturnType<typeof buildPage>>;
let html: string;
let code: string;
let directory: string;
let host: LocalHost;
let server: RunningServer;
let page: Page;
let sidebar: FrameLocator;

beforeAll(async () => {
  [browser, built, html, code] = await Promise.all([
    launchChromium(),
    buildPage(),
    builtSidebar(),
    bundledCode(),
  ]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  built.remove();
});

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "onaccount-follows-"));
  host = new LocalHost({ directory: join(directory, "ledger"), code, zone: "Asia/Shanghai" });
  call("setup", { language: "zh" });
  call("addCustomer", { action: "customer-1", customer: { code: "K001", name: "鸿运达" } });
  call("verify", {});
  const sidebarHtml = join(directory, "sidebar.html");
  writeFileSync(sidebarHtml, html);
  server = await startServer({ host, port: 0, name: () => "鸿运达", sidebarHtml, pageDir: built.pageDir });
  page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
  await page.goto(server.url);
  sidebar = page.frameLocator("#sidebar iframe");
}, 60_000);
afterEach(async () => {
  await page.close();
  await server.close();
  host.close();
  rmSync(directory, { recursive: true });
});

function call(name: string, input: object): unknown {
  return JSON.parse(String(host.call("rpc", [name, input], { client: "elsewhere", ...NOBODY })));
}

/** The tab of documents, in which somebody types a number that nobody has taken over. */
const items = () => host.workbook.tabs.find(({ name }) => name === "应收明细")?.id ?? "";
const column = (heading: string) =>
  (host.workbook.tab(items()).cells[0] ?? []).findIndex((each) => String(each).startsWith(heading)) + 1;
const typed = () => sidebar.locator(".to-do").getByText("应收明细");

test("Today lists what was typed in the grid, without being refreshed", { timeout: 90_000 }, async () => {
  const hands = new Hands(page);
  await page.locator("#tabs [role=tab]", { hasText: "应收明细" }).click();
  await hands.ready();
  await sidebar.locator(".empty, .headline").first().waitFor();
  expect(await typed().count()).toBe(0);
  await hands.type(2, column("单号"), "XS-1");
  await typed().waitFor({ timeout: 10_000 });
});

test("what is being typed meanwhile is left in peace, to the last letter", { timeout: 90_000 }, async () => {
  const hands = new Hands(page);
  await page.locator("#tabs [role=tab]", { hasText: "应收明细" }).click();
  await hands.ready();
  await sidebar.locator(".empty, .headline").first().waitFor();
  await hands.begin(2, column("单号"), "XS-1");
  await page.keyboard.press("Tab");
  // Slow enough for the sidebar to hear of the first cell and to read anew while the second is open.
  await page.keyboard.type("K001K002K003", { delay: 250 });
  await page.keyboard.press("Enter");
  const stored = () => host.workbook.tab(items()).cells[1]?.filter((cell) => cell !== "");
  await expect.poll(stored, { timeout: 10_000 }).toEqual(["XS-1", "K001K002K003"]);
  await typed().waitFor({ timeout: 10_000 });
});

test("Today lists what another window typed, and what it booked", { timeout: 90_000 }, async () => {
  await sidebar.locator(".empty, .headline").first().waitFor();
  const op = { do: "set", tab: items(), row: 2, col: column("单号"), cells: [["XS-1"]] } as const;
  host.edit([{ ...op, cells: [["XS-1"]] }], { client: "another", ...NOBODY });
  await typed().waitFor({ timeout: 10_000 });
  const receipt = { date: "2026-05-01", amount: 4_200, method: "transfer" };
  call("addReceipt", { action: "receipt-1", receipt });
  await sidebar.locator(".to-do").getByText("42.00").waitFor({ timeout: 10_000 });
});
