import type { Page } from "playwright-core";
import { damageJournal } from "../damaging-hands.ts";
import { type Interference, settled } from "../sidebar-page.ts";
import { type Journeys, line, press, primary } from "./journey.ts";

async function previewReanchor(page: Page): Promise<void> {
  await line(page, 4, 5);
  await settled(page);
  await press(page, ".vouch .secondary");
}

/** From an empty workbook to the firm's own tab, ready to be written. */
async function ownTab(page: Page): Promise<void> {
  await primary(page);
  await page.locator(".links .row-link").last().click();
}

async function written(page: Page): Promise<void> {
  await ownTab(page);
  await page.locator(".columns").waitFor();
  await primary(page);
}

const damaged: Interference = (name) =>
  name === "check"
    ? {
        ok: true,
        value: {
          ...{ sound: false, entries: 12, head: "0123456789ab", totals: [], toTake: 0, toRestore: 0 },
          ...{ damage: [], report: "", reanchorings: [], periods: [] },
          problems: [{ kind: "accountDiffers", place: { table: "_accounts" }, found: "K001" }],
        },
      }
    : undefined;

/** The way to every call of the first run, of imports, of typed rows and of the check-up. */
export const KEEPING_JOURNEYS: Journeys = {
  setup: { ledger: "none", go: primary },
  loadSample: { ledger: "none", go: (page) => press(page, ".foot .secondary") },
  settleIdentity: {
    prepare: (bench) => Object.assign(bench.world, { spreadsheetId: "s2" }),
    go: async (page) => {
      await page.locator(".pick input").first().check();
      await primary(page);
    },
  },
  tabRows: { ledger: "none", go: ownTab },
  rememberedMapping: { ledger: "none", go: ownTab },
  importOpen: { ledger: "none", go: written },
  importChunk: { ledger: "none", go: written },
  importClose: { ledger: "none", go: written },
  fileReader: {
    go: async (page) => {
      await line(page, 4, 2);
      await page.setInputFiles("#file", { name: "a.csv", mimeType: "", buffer: Buffer.from("a,b\n1,2") });
    },
  },
  batches: { ledger: "busy", go: (page) => line(page, 4, 3) },
  undoBatch: {
    ledger: "busy",
    go: async (page) => {
      await line(page, 4, 3);
      await press(page, ".row-acts .quiet");
      await press(page, ".strip.ask .secondary");
    },
  },
  handEdits: { ledger: "busy", go: (page) => line(page, 4, 4) },
  takeOver: {
    ledger: "busy",
    go: async (page) => {
      await line(page, 4, 4);
      await settled(page);
      await primary(page);
    },
  },
  check: { go: (page) => line(page, 4, 5) },
  verify: {
    go: async (page) => {
      await page.waitForTimeout(1_000);
    },
  },
  previewReanchor: { prepare: damageJournal, go: previewReanchor },
  reanchor: {
    prepare: damageJournal,
    go: async (page) => {
      await previewReanchor(page);
      await page.fill("#reason", "已逐笔核对");
      await primary(page);
    },
  },
  rebuild: {
    besides: damaged,
    go: async (page) => {
      await line(page, 4, 5);
      await settled(page);
      await primary(page);
    },
  },
};
