import { damageJournal } from "./damaging-hands.ts";
import { type OpenedSidebar, settled } from "./sidebar-page.ts";
import { noop, openCustomer, primary, type Scene, tab, WAYS } from "./sidebar-ways.ts";

/** What keeps the ledger in order. */
export const UPKEEP_SCENES: readonly Scene[] = [
  { name: "today-busy", ledger: "busy", play: noop },
  { name: "check-up", ledger: "busy", play: WAYS.checkUp.play },
  { name: "check-up-empty", ledger: "sample", play: WAYS.checkUp.play },
  { name: "check-up-damaged", ledger: "sample", play: foundDamage },
  {
    name: "damage-elsewhere",
    ledger: "sample",
    play: async (opened) => {
      await foundDamage(opened);
      await tab(opened.page, 0);
      await opened.page.locator("main > .strip.trouble").waitFor();
    },
  },
  { name: "reanchor", ledger: "sample", play: previewReanchor },
  {
    name: "reanchor-faults",
    ledger: "sample",
    play: async (opened) => {
      await previewReanchor(opened);
      await opened.page.fill("#reason", "…");
      await primary(opened.page);
      await opened.page.locator(".field-fault").waitFor();
    },
  },
  {
    name: "check-up-vouched",
    ledger: "sample",
    play: async (opened) => {
      await previewReanchor(opened);
      await opened.page.fill("#reason", "No backup has the row: 已逐笔核对");
      await primary(opened.page);
      await opened.page.locator(".note.good").waitFor();
      await opened.page.locator(".vouched").waitFor();
    },
  },
  { name: "batches", ledger: "busy", play: WAYS.batches.play },
  {
    name: "batches-confirm",
    ledger: "busy",
    play: async (opened) => {
      await WAYS.batches.play(opened);
      await opened.page.locator(".row-acts .quiet").first().click();
    },
  },
  { name: "batches-empty", ledger: "empty", play: WAYS.batches.play },
  { name: "identify", ledger: "busy", play: WAYS.identify.play },
  { name: "identify-empty", ledger: "empty", play: WAYS.identify.play },
  {
    name: "identify-one",
    ledger: "busy",
    play: async (opened) => {
      await WAYS.identify.play(opened);
      await opened.page.locator(".row-link").first().click();
      await opened.page.locator("#customer").waitFor();
    },
  },
  { name: "hand-edits", ledger: "busy", play: WAYS.handEdits.play },
  { name: "hand-edits-empty", ledger: "sample", play: WAYS.handEdits.play },
  {
    name: "hand-edits-not-taken",
    ledger: "busy",
    play: async (opened) => {
      await WAYS.handEdits.play(opened);
      await settled(opened.page);
      await primary(opened.page);
      await opened.page.locator(".note.good").waitFor();
      await opened.page.locator(".problems").waitFor();
    },
  },
  { name: "undo", ledger: "sample", play: WAYS.undo.play },
  { name: "imported-row", ledger: "sample", play: WAYS.importedRow.play },
  {
    name: "imported-row-confirm",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.importedRow.play(opened);
      await opened.page.locator("main .secondary").click();
      await opened.page.locator(".strip.ask .secondary").waitFor();
    },
  },
  {
    name: "undo-barred",
    ledger: "sample",
    play: async (opened) => {
      await openCustomer(opened.page, "K001");
      await opened.page.locator(".timeline .icon-button").last().click();
      await opened.page.locator(".strip.ask").waitFor();
    },
  },
  { name: "settings", ledger: "sample", play: WAYS.settings.play },
  {
    name: "identity",
    ledger: "sample",
    play: async (opened) => {
      await settled(opened.page);
      opened.interfere(asksIdentity);
      await opened.page.locator(".head .icon-button").click();
      await opened.page.locator(".picks").waitFor();
    },
  },
  {
    name: "identity-missing",
    ledger: "sample",
    play: async (opened) => {
      await settled(opened.page);
      opened.interfere(asksIdentity);
      await opened.page.locator(".head .icon-button").click();
      await opened.page.locator(".picks").waitFor();
      await primary(opened.page);
      await opened.page.locator("#identity-fault").waitFor();
    },
  },
];

async function foundDamage(opened: OpenedSidebar): Promise<void> {
  damageJournal(opened.bench);
  await WAYS.checkUp.play(opened);
  await opened.page.locator(".vouch").waitFor();
}

async function previewReanchor(opened: OpenedSidebar): Promise<void> {
  await foundDamage(opened);
  await settled(opened.page);
  await opened.page.locator(".vouch .secondary").click();
  await opened.page.locator("#reason").waitFor();
}

function asksIdentity(name: string) {
  if (name !== "today") return undefined;
  return {
    ok: false,
    kind: "refusal",
    why: "restoredOrCopied",
    sentence: "这份账本是恢复的还是复制的？",
  } as const;
}
