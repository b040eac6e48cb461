import { settled } from "./sidebar-page.ts";
import {
  fillReceipt,
  noop,
  openCustomer,
  openReceipt,
  openRefund,
  preview,
  previewRefund,
  primary,
  type Scene,
  search,
  tab,
  throws,
} from "./sidebar-ways.ts";

/** Forms, their previews, aging and the lists. */
export const FORM_SCENES: readonly Scene[] = [
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
  {
    name: "refund-faults",
    ledger: "sample",
    play: async (opened) => {
      await openRefund(opened);
      await opened.page.fill("#amount", "-20");
      await primary(opened.page);
    },
  },
  // More than ever came in: a document open again, and a rest that is on none.
  { name: "refund-preview", ledger: "sample", play: (opened) => previewRefund(opened, "K002", "4000") },
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
