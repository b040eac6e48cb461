import type { Page } from "playwright-core";
import type { Bench } from "../addon/bundle.ts";
import { damageJournal } from "./damaging-hands.ts";
import type { LedgerName } from "./sidebar-ledgers.ts";
import { type Interference, settled } from "./sidebar-page.ts";
import { fillReceipt } from "./sidebar-ways.ts";

/** The way from the first screen to a call of the server. */
export interface Journey {
  readonly go: (page: Page) => Promise<void>;
  readonly ledger?: LedgerName;
  readonly prepare?: (bench: Bench) => void;
  /** What other calls answer on the way. */
  readonly besides?: Interference;
  /** The page as the menu asks for it. */
  readonly html?: (html: string) => string;
}

async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().click();
}

const primary = (page: Page) => press(page, "[data-primary]");

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

async function openCustomer(page: Page, code: string): Promise<void> {
  await page.keyboard.press("/");
  await page.fill("#search", code);
  await settled(page);
  await page.keyboard.press("Enter");
  await settled(page);
}

/** The draft that the sample's second customer gave. */
async function openDraft(page: Page): Promise<void> {
  await openCustomer(page, "K002");
  await press(page, ".drafts .row-link");
}

async function openUser(page: Page): Promise<void> {
  await line(page, 4, 11);
  await press(page, ".users .row-link");
}

/** A line of Documents (3rd tab) or More (4th tab), by its place. */
async function line(page: Page, tab: number, at: number): Promise<void> {
  await press(page, `nav button:nth-child(${tab})`);
  await press(page, `.links .row:nth-child(${at}) .row-link`);
}

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
          ...{ damage: [], report: "", reanchorings: [] },
          problems: [{ kind: "accountDiffers", place: { table: "_accounts" }, found: "K001" }],
        },
      }
    : undefined;

/** The way to every call of the sidebar. */
export const JOURNEYS: Readonly<Record<string, Journey>> = {
  setup: { ledger: "none", go: primary },
  loadSample: { ledger: "none", go: (page) => press(page, ".foot .secondary") },
  status: { go: async (page) => void (await page.reload()) },
  today: { go: (page) => press(page, ".head .icon-button") },
  customers: { go: (page) => page.keyboard.press("/") },
  customer: { go: (page) => page.locator(".to-do .row .secondary").last().click() },
  findCustomer: {
    html: (html) => html.replace('<div id="app">', '<div id="app" data-start="customer" data-code="K001">'),
    go: settled,
  },
  aging: { go: (page) => press(page, ".legend button") },
  writeAging: {
    go: async (page) => {
      await line(page, 4, 1);
      await settled(page);
      await press(page, ".foot .secondary");
    },
  },
  showTab: {
    go: async (page) => {
      await line(page, 4, 1);
      await settled(page);
      await press(page, ".foot .secondary");
      await page.locator(".note.good").waitFor();
      await press(page, ".foot .secondary");
    },
  },
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
  proposals: { ledger: "waiting", go: (page) => line(page, 4, 10) },
  decideProposals: {
    ledger: "waiting",
    go: async (page) => {
      await line(page, 4, 10);
      await press(page, ".row-acts .secondary");
    },
  },
  users: { go: (page) => line(page, 4, 11) },
  addUser: {
    go: async (page) => {
      await line(page, 4, 11);
      await primary(page);
      await page.fill("#user-name", "陈静");
      await primary(page);
    },
  },
  changeUser: {
    ledger: "waiting",
    go: async (page) => {
      await openUser(page);
      await primary(page);
    },
  },
  removeUser: {
    ledger: "waiting",
    go: async (page) => {
      await openUser(page);
      await press(page, ".foot .quiet");
      await primary(page);
    },
  },
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
  statementCandidates: { go: (page) => line(page, 3, 2) },
  makeStatements: {
    go: async (page) => {
      await line(page, 3, 2);
      await settled(page);
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
  closePeriod: {
    go: async (page) => {
      await line(page, 4, 7);
      await primary(page);
    },
  },
  settings: { go: (page) => line(page, 4, 8) },
  savePolicy: {
    go: async (page) => {
      await line(page, 4, 8);
      await page.locator("#edges").waitFor();
      await primary(page);
    },
  },
  saveSettings: {
    go: async (page) => {
      await line(page, 4, 9);
      await page.fill("#firm-name", "鸿运达贸易");
      await primary(page);
    },
  },
  settleIdentity: {
    prepare: (bench) => Object.assign(bench.world, { spreadsheetId: "s2" }),
    go: async (page) => {
      await page.locator(".pick input").first().check();
      await primary(page);
    },
  },
};

/** Calls whose failing only means that more is asked. */
export const QUIET: readonly string[] = ["rememberedMapping"];
