import type { Page } from "playwright-core";
import { type OpenedSidebar, settled } from "./sidebar-page.ts";

/** A screen in one of its states, and how to get there; languages differ, so nothing is found by words. */
export interface Scene {
  readonly name: string;
  readonly ledger: "none" | "empty" | "sample";
  readonly play: (opened: OpenedSidebar) => Promise<void>;
  readonly hash?: string;
  readonly size?: { width: number; height: number };
  readonly isLoading?: boolean;
  readonly media?: { reducedMotion?: "reduce"; forcedColors?: "active" };
}

const noop = async () => {};
const tab = (page: Page, at: number) => page.locator("nav button").nth(at).click();
const primary = (page: Page) => page.locator("[data-primary]").click();

async function search(page: Page, text: string): Promise<void> {
  await tab(page, 1);
  await settled(page);
  await page.fill("#search", text);
}

async function openCustomer(page: Page, code: string): Promise<void> {
  await search(page, code);
  await page.keyboard.press("Enter");
  await settled(page);
}

/** Fills the receipt form for a customer. */
export async function fillReceipt(page: Page, code: string, amount: string): Promise<void> {
  await page.fill("#customer", code);
  await page.keyboard.press("Enter");
  await page.fill("#amount", amount);
}

async function openReceipt({ page }: OpenedSidebar): Promise<void> {
  await settled(page);
  await primary(page);
}

async function preview(opened: OpenedSidebar, code: string, amount: string): Promise<void> {
  await openReceipt(opened);
  await fillReceipt(opened.page, code, amount);
  await primary(opened.page);
  await opened.page.locator(".from").waitFor();
}

const hangs = (call: string) => (name: string) => (name === call ? ("hang" as const) : undefined);
const throws = (call: string) => (name: string) => (name === call ? ("throw" as const) : undefined);

async function reopened(opened: OpenedSidebar): Promise<void> {
  await opened.page.reload();
}

export const SCENES: readonly Scene[] = [
  { name: "start", ledger: "none", play: async ({ page }) => page.locator(".welcome").waitFor() },
  {
    name: "start-problem",
    ledger: "none",
    play: async (opened) => {
      await opened.page.locator(".welcome").waitFor();
      opened.interfere(throws("setup"));
      await primary(opened.page);
      await opened.page.locator(".strip.trouble").waitFor();
    },
  },
  { name: "today", ledger: "sample", play: noop },
  { name: "today-small", ledger: "sample", size: { width: 300, height: 480 }, play: noop },
  { name: "today-empty", ledger: "empty", play: noop },
  {
    name: "today-done",
    ledger: "empty",
    play: async (opened) => {
      await settled(opened.page);
      opened.interfere((name) => (name === "today" ? { ok: true, value: DONE } : undefined));
      await opened.page.locator(".head .icon-button").click();
      await opened.page.locator(".empty.done").waitFor();
    },
  },
  {
    name: "today-loading",
    ledger: "sample",
    isLoading: true,
    play: async (opened) => {
      opened.interfere(hangs("status"));
      await reopened(opened);
      await opened.page.locator(".skeleton").waitFor();
    },
  },
  {
    name: "today-problem",
    ledger: "sample",
    play: async (opened) => {
      opened.interfere(throws("status"));
      await reopened(opened);
      await opened.page.locator(".strip.trouble").waitFor();
    },
  },
  {
    name: "today-stale",
    ledger: "sample",
    play: async (opened) => {
      await settled(opened.page);
      opened.interfere(throws("today"));
      await opened.page.locator(".head .icon-button").click();
      await opened.page.locator(".strip.stale").waitFor();
    },
  },
  {
    name: "today-forced-colors",
    ledger: "sample",
    media: { forcedColors: "active", reducedMotion: "reduce" },
    play: noop,
  },
  { name: "customers", ledger: "sample", play: ({ page }) => search(page, "") },
  { name: "customers-search", ledger: "sample", play: ({ page }) => search(page, "c") },
  {
    name: "customers-none",
    ledger: "sample",
    play: ({ page }) => search(page, "xyz123"),
  },
  {
    name: "customers-filtered",
    ledger: "sample",
    play: async ({ page }) => {
      await search(page, "");
      await page.locator(".filters button").nth(2).click();
    },
  },
  { name: "customers-empty", ledger: "empty", play: ({ page }) => search(page, "") },
  { name: "customer-overdue", ledger: "sample", play: ({ page }) => openCustomer(page, "K001") },
  {
    name: "customer-more",
    ledger: "sample",
    play: async ({ page }) => {
      await openCustomer(page, "K001");
      await page.locator("main").evaluate((main) => main.scrollTo(0, 9999));
    },
  },
  { name: "customer-owes", ledger: "sample", play: ({ page }) => openCustomer(page, "K005") },
  { name: "customer-credit", ledger: "sample", play: ({ page }) => openCustomer(page, "K006") },
  {
    name: "customer-unidentified",
    ledger: "sample",
    play: async ({ page }) => {
      await settled(page);
      await page.locator(".row .secondary").first().click();
      await settled(page);
    },
  },
  { name: "receipt", ledger: "sample", play: openReceipt },
  {
    name: "receipt-picking",
    ledger: "sample",
    play: async (opened) => {
      await openReceipt(opened);
      await opened.page.fill("#customer", "c");
      await opened.page.locator(".hit").first().waitFor();
    },
  },
  {
    name: "receipt-faults",
    ledger: "sample",
    play: async (opened) => {
      await openReceipt(opened);
      await opened.page.fill("#amount", "12.345");
      await opened.page.fill("#date", "2026-02-30");
      await primary(opened.page);
    },
  },
  {
    name: "receipt-draft",
    ledger: "sample",
    play: async (opened) => {
      await openReceipt(opened);
      await fillReceipt(opened.page, "K001", "20000");
      await opened.page.selectOption("#method", "bankDraft");
      await opened.page.locator("summary").click();
      await opened.page.locator(".ticks input").first().check();
      await opened.page.locator("#maturity").scrollIntoViewIfNeeded();
      await opened.page.locator("main").evaluate((main) => main.scrollTo(0, 9999));
    },
  },
  { name: "preview", ledger: "sample", play: (opened) => preview(opened, "K001", "100000") },
  { name: "preview-round-off", ledger: "sample", play: (opened) => preview(opened, "K004", "20345.40") },
  { name: "preview-over", ledger: "sample", play: (opened) => preview(opened, "K004", "30000") },
  {
    name: "preview-duplicate",
    ledger: "sample",
    play: async (opened) => {
      await openReceipt(opened);
      await fillReceipt(opened.page, "K001", "500");
      await opened.page.fill("#reference", "CMB-88120");
      await primary(opened.page);
      await opened.page.locator(".strip.ask").waitFor();
    },
  },
  {
    name: "preview-lost",
    ledger: "sample",
    play: async (opened) => {
      await preview(opened, "K001", "100000");
      opened.interfere(throws("addReceipt"));
      await primary(opened.page);
      await opened.page.locator(".strip.trouble").waitFor();
    },
  },
  {
    name: "saved",
    ledger: "sample",
    play: async (opened) => {
      await preview(opened, "K004", "20345.40");
      await primary(opened.page);
      await opened.page.locator(".note.good").waitFor();
      await opened.page.waitForTimeout(400);
    },
  },
  {
    name: "new-item",
    ledger: "sample",
    play: async ({ page }) => {
      await openCustomer(page, "K002");
      await page.locator(".foot .secondary").click();
      await page.locator("#due-by").waitFor();
      await page.waitForTimeout(200);
    },
  },
  {
    name: "new-customer",
    ledger: "sample",
    play: async ({ page }) => {
      await search(page, "新客户商行");
      await primary(page);
      await page.selectOption("#terms", "8");
    },
  },
  {
    name: "aging",
    ledger: "sample",
    play: async ({ page }) => {
      await settled(page);
      await tab(page, 3);
      await primary(page);
    },
  },
  {
    name: "aging-bucket",
    ledger: "sample",
    play: async ({ page }) => {
      await settled(page);
      await page.locator(".legend button").nth(1).click();
      await settled(page);
      await page.locator("main").evaluate((main) => main.scrollTo(0, 300));
    },
  },
  {
    name: "aging-empty",
    ledger: "empty",
    play: async ({ page }) => {
      await settled(page);
      await tab(page, 3);
      await primary(page);
    },
  },
  {
    name: "aging-dialog",
    ledger: "sample",
    hash: "#dialog=aging",
    size: { width: 900, height: 600 },
    play: noop,
  },
  {
    name: "documents",
    ledger: "sample",
    play: async ({ page }) => {
      await settled(page);
      await tab(page, 2);
    },
  },
  {
    name: "more",
    ledger: "sample",
    play: async ({ page }) => {
      await settled(page);
      await tab(page, 3);
    },
  },
];

const NONE = { disputed: 0, notInvoiced: 0, dueNotFixed: 0, draftsHeld: 0 };

/** A day on which everything is done. */
const DONE = {
  facts: {
    ...{ firm: "鸿运达贸易", sample: true, language: "zh", baseCurrency: "CNY" },
    ...{ today: "2026-11-22", receiptsEnteredThrough: "2026-11-17", edges: [30, 60, 90, 180] },
  },
  asOf: "2026-11-22",
  totals: [
    {
      ...{ currency: "CNY", current: 120000000, buckets: [0, 0, 0, 0, 0] },
      ...{ unapplied: 0, balance: 120000000, ofWhich: NONE },
    },
  ],
  customers: 12,
  overdueCustomers: 0,
  toDo: [],
};
