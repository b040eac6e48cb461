import type { Page } from "playwright-core";
import { importForK005 } from "../imported-row.ts";
import { fillReceipt } from "../sidebar-ways.ts";
import { type Journeys, line, openCustomer, press, primary } from "./journey.ts";

async function fileReceipt(page: Page): Promise<void> {
  await primary(page);
  await fillReceipt(page, "K001", "100");
  await primary(page);
}

async function saved(page: Page): Promise<void> {
  await fileReceipt(page);
  await page.locator(".from").waitFor();
  await primary(page);
}

/** The draft that the sample's second customer gave. */
async function openDraft(page: Page): Promise<void> {
  await openCustomer(page, "K002");
  await press(page, ".drafts .row-link");
}

async function openImportedRow(page: Page): Promise<void> {
  await openCustomer(page, "K005");
  await press(page, ".timeline .icon-button");
}

/** The way to every call that books a document, a receipt or a customer, and to its undo. */
export const RECORDS_JOURNEYS: Journeys = {
  previewReceipt: { go: fileReceipt },
  addReceipt: { go: saved },
  addItem: {
    go: async (page) => {
      await openCustomer(page, "K001");
      await press(page, ".foot .secondary");
      await page.fill("#amount", "100");
      await primary(page);
    },
  },
  addCustomer: {
    go: async (page) => {
      await press(page, "nav button:nth-child(2)");
      await primary(page);
      await page.fill("#name", "新客户");
      await primary(page);
    },
  },
  apply: {
    go: async (page) => {
      await openCustomer(page, "K006");
      await press(page, ".foot .primary");
      await page.fill("#amount", "100");
      await primary(page);
      await press(page, ".strip.offer .secondary");
    },
  },
  undo: {
    go: async (page) => {
      await saved(page);
      await press(page, ".note .quiet");
    },
  },
  previewUndo: {
    go: async (page) => {
      await openCustomer(page, "K005");
      await press(page, ".timeline .icon-button");
    },
  },
  previewImportedRow: { prepare: importForK005, go: openImportedRow },
  voidImportedRow: {
    prepare: importForK005,
    go: async (page) => {
      await openImportedRow(page);
      await primary(page);
    },
  },
  unidentified: { ledger: "busy", go: (page) => line(page, 3, 4) },
  identify: {
    ledger: "busy",
    go: async (page) => {
      await line(page, 3, 4);
      await press(page, "main .row-link");
      await page.fill("#customer", "K001");
      await page.keyboard.press("Enter");
      await primary(page);
    },
  },
  drafts: { ledger: "busy", go: (page) => line(page, 3, 5) },
  draft: { go: openDraft },
  markDraft: {
    go: async (page) => {
      await openDraft(page);
      await page.locator(".pick input").first().check();
      await primary(page);
    },
  },
  dishonour: {
    go: async (page) => {
      await openDraft(page);
      await page.locator(".pick input").last().check();
      await primary(page);
    },
  },
};
