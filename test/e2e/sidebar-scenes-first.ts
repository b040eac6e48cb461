import { settled } from "./sidebar-page.ts";
import {
  bugs,
  hangs,
  noop,
  openCustomer,
  primary,
  reopened,
  type Scene,
  search,
  tab,
} from "./sidebar-ways.ts";

/** First run, Today, customers and their cards. */
export const FIRST_SCENES: readonly Scene[] = [
  { name: "start", ledger: "none", play: async ({ page }) => page.locator(".welcome").waitFor() },
  {
    name: "start-problem",
    ledger: "none",
    play: async (opened) => {
      await opened.page.locator(".welcome").waitFor();
      opened.interfere(bugs("setup"));
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
      opened.interfere(bugs("status"));
      await reopened(opened);
      await opened.page.locator(".strip.trouble").waitFor();
    },
  },
  {
    name: "today-stale",
    ledger: "sample",
    play: async (opened) => {
      await settled(opened.page);
      opened.interfere(bugs("today"));
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
      await tab(page, 3);
      await primary(page);
      await settled(page);
      await page.locator(".aging-rows .row-link").last().click();
      await settled(page);
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
