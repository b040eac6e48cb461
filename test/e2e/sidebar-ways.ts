import type { Page } from "playwright-core";
import type { CALLS } from "../../addon/protocol.ts";
import type { ScreenName } from "../../addon/sidebar/router.ts";
import { POLICY_PARTS, type PolicyPart } from "../../core/index.ts";
import { importForK005 } from "./imported-row.ts";
import type { LedgerName } from "./sidebar-ledgers.ts";
import { type OpenedSidebar, settled } from "./sidebar-page.ts";

/** A screen in one of its states, and how to get there; languages differ, so nothing is found by words. */
export interface Scene {
  readonly name: string;
  readonly ledger: LedgerName;
  readonly play: (opened: OpenedSidebar) => Promise<void>;
  readonly hash?: string;
  readonly size?: { width: number; height: number };
  readonly isLoading?: boolean;
  /** A state that looks alike on every reading screen: it is pictured everywhere, in fewer variants. */
  readonly isAlike?: true;
  readonly media?: { reducedMotion?: "reduce"; forcedColors?: "active" };
}

export const noop = async () => {};
export const tab = (page: Page, at: number) => page.locator("nav button").nth(at).click();
export const primary = (page: Page) => page.locator("[data-primary]").click();

export async function search(page: Page, text: string): Promise<void> {
  await tab(page, 1);
  await settled(page);
  await page.fill("#search", text);
}

export async function openCustomer(page: Page, code: string): Promise<void> {
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

export async function openReceipt({ page }: OpenedSidebar): Promise<void> {
  await settled(page);
  await primary(page);
}

export async function preview(opened: OpenedSidebar, code: string, amount: string): Promise<void> {
  await openReceipt(opened);
  await fillReceipt(opened.page, code, amount);
  await primary(opened.page);
  await opened.page.locator(".from").waitFor();
}

/** The same of money that is paid back: its form is one choice away from that of a receipt. */
export async function openRefund(opened: OpenedSidebar): Promise<void> {
  await openReceipt(opened);
  await opened.page.locator("form .choice button").nth(1).click();
}

export async function previewRefund(opened: OpenedSidebar, code: string, amount: string): Promise<void> {
  await openRefund(opened);
  await fillReceipt(opened.page, code, amount);
  await primary(opened.page);
  await opened.page.locator(".from").waitFor();
}

export const hangs = (call: string) => (name: string) => (name === call ? ("hang" as const) : undefined);
export const throws = (call: string) => (name: string) => (name === call ? ("throw" as const) : undefined);

export const bugs = (call: string) => (name: string) =>
  name === call ? ({ ok: false, kind: "bug", report: "TypeError at f (Code:1:2)" } as const) : undefined;

export async function reopened(opened: OpenedSidebar): Promise<void> {
  await opened.page.reload();
}

/** Forms are filled once: what they were opened with is not read anew under the hands of a person. */
export const WITHOUT_REFRESH: ReadonlySet<string> = new Set([
  "newCustomer",
  "undo",
  "importedRow",
  "statement",
  "closePeriod",
  "reopenPeriod",
  "settings",
  "draft",
  "user",
  "request",
  "promise",
]);

/** Makes the statements of everybody; the ledgers of the scenes have no firm yet, so it is named on the way. */
export async function makeStatements(opened: OpenedSidebar): Promise<void> {
  await line(opened, 2, 1);
  await settled(opened.page);
  await primary(opened.page);
  await opened.page.fill("#firm-name", "挂账贸易 Ledger Trading");
  await primary(opened.page);
  await opened.page.locator(".note.good").waitFor();
  await opened.page.locator(".row-verb .quiet").first().waitFor();
  await opened.page.locator(".foot .quiet").waitFor();
}

/** Opens a line of the lists Documents (2) and More (3) by its place. */
export async function line({ page }: OpenedSidebar, list: number, at: number): Promise<void> {
  await settled(page);
  await tab(page, list);
  await page.locator(".links .row-link").nth(at).click();
}

/** The card of a customer over its limit, whether or not its credit is read. */
async function toCard(page: Page): Promise<void> {
  await search(page, "K001");
  await page.keyboard.press("Enter");
  await page.locator(".strip-acts").waitFor();
}

async function toCredit(page: Page): Promise<void> {
  await toCard(page);
  await page.locator(".strip-acts .secondary").first().click();
}

/** Opens one part of the credit policy. */
export async function openPolicyPart(opened: OpenedSidebar, part: PolicyPart): Promise<void> {
  await WAYS.policy.play(opened);
  await opened.page.locator(".links .row-link").nth(POLICY_PARTS.indexOf(part)).click();
}

/** The way to every screen, from the first one; reading screens name the call that they wait for. */
export const WAYS: Record<ScreenName, { readonly reads?: keyof typeof CALLS; readonly play: Scene["play"] }> =
  {
    today: { reads: "today", play: noop },
    customers: { reads: "customers", play: ({ page }) => tab(page, 1) },
    documents: { play: ({ page }) => tab(page, 2) },
    more: { play: ({ page }) => tab(page, 3) },
    customer: { reads: "customer", play: ({ page }) => page.locator(".to-do .secondary").last().click() },
    receipt: { play: ({ page }) => primary(page) },
    newItem: { play: (opened) => line(opened, 2, 2) },
    newCustomer: { reads: "customers", play: (opened) => line(opened, 3, 5) },
    aging: { reads: "aging", play: (opened) => line(opened, 3, 0) },
    statements: { reads: "statementCandidates", play: (opened) => line(opened, 2, 1) },
    statement: {
      reads: "statement",
      play: async (opened) => {
        await makeStatements(opened);
        await opened.page.locator(".row-verb .quiet").first().click();
      },
    },
    import: { play: (opened) => line(opened, 3, 1) },
    checkUp: { reads: "check", play: (opened) => line(opened, 3, 4) },
    batches: { reads: "batches", play: (opened) => line(opened, 3, 2) },
    identify: { reads: "unidentified", play: (opened) => line(opened, 2, 3) },
    drafts: { reads: "drafts", play: (opened) => line(opened, 2, 4) },
    handEdits: { reads: "handEdits", play: (opened) => line(opened, 3, 3) },
    undo: {
      reads: "previewUndo",
      play: async (opened) => {
        await openCustomer(opened.page, "K005");
        await opened.page.locator(".timeline .icon-button").first().click();
      },
    },
    importedRow: {
      reads: "previewImportedRow",
      play: async (opened) => {
        importForK005(opened.bench);
        await openCustomer(opened.page, "K005");
        await opened.page.locator(".timeline .icon-button").first().click();
      },
    },
    closePeriod: { reads: "period", play: (opened) => line(opened, 3, 6) },
    reopenPeriod: {
      play: async (opened) => {
        opened.bench.call("closePeriod", { action: "scene-close", through: "2026-09-30" });
        await line(opened, 3, 6);
        await opened.page.locator(".foot .secondary").click();
      },
    },
    policy: { reads: "settings", play: (opened) => line(opened, 3, 7) },
    policyPart: { play: (opened) => openPolicyPart(opened, "grades") },
    policyVersions: {
      reads: "policyVersions",
      play: async (opened) => {
        await line(opened, 3, 7);
        await primary(opened.page);
      },
    },
    settings: { reads: "settings", play: (opened) => line(opened, 3, 8) },
    approvals: { reads: "approvals", play: (opened) => line(opened, 2, 5) },
    reminders: { reads: "remind", play: (opened) => line(opened, 2, 6) },
    // It reads what the list reads, of one customer: its own scenes hold that back.
    reminder: {
      play: async (opened) => {
        await line(opened, 2, 6);
        await settled(opened.page);
        await opened.page.locator("main .rows > .row > .row-link").first().click();
      },
    },
    reviews: {
      reads: "grade",
      play: async (opened) => {
        await settled(opened.page);
        await tab(opened.page, 0);
        await opened.page.locator(".duties .secondary").last().click();
      },
    },
    credit: { reads: "standing", play: ({ page }) => toCredit(page) },
    orderCheck: {
      play: async ({ page }) => {
        await toCard(page);
        await page.locator(".strip-acts .secondary").nth(1).click();
      },
    },
    request: {
      reads: "standing",
      play: async ({ page }) => {
        await toCredit(page);
        await page.locator(".foot .secondary").click();
      },
    },
    hold: {
      play: async ({ page }) => {
        await toCredit(page);
        await page.locator(".holds > .quiet").click();
      },
    },
    promise: {
      reads: "standing",
      play: async ({ page }) => {
        await toCard(page);
        await page.locator(".links .row-link").last().click();
      },
    },
    users: { reads: "users", play: (opened) => line(opened, 3, 9) },
    user: {
      reads: "users",
      play: async (opened) => {
        await line(opened, 3, 9);
        await primary(opened.page);
      },
    },
    draft: {
      reads: "draft",
      play: async ({ page }) => {
        await openCustomer(page, "K002");
        await page.locator(".drafts .row-link").first().click();
      },
    },
  };

/** A screen's own name in the names of scenes. */
export const inScenes = (screen: string) => screen.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
