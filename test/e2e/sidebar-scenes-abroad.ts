import { type OpenedSidebar, settled } from "./sidebar-page.ts";
import { fillReceipt, openCustomer, openReceipt, primary, type Scene, tab, WAYS } from "./sidebar-ways.ts";

/** A ledger in two currencies, and what people see who may not do everything. */
export const ABROAD_SCENES: readonly Scene[] = [
  { name: "today-two-currencies", ledger: "abroad", play: WAYS.today.play },
  { name: "customers-two-currencies", ledger: "abroad", play: WAYS.customers.play },
  { name: "customer-two-currencies", ledger: "abroad", play: ({ page }) => openCustomer(page, "K007") },
  {
    name: "receipt-unidentified",
    ledger: "sample",
    play: async (opened) => {
      await openReceipt(opened);
      await opened.page.locator(".tick input").first().check();
      await opened.page.locator("#payer-name").waitFor();
    },
  },
  {
    name: "receipt-two-currencies",
    ledger: "abroad",
    play: async (opened) => {
      await openReceipt(opened);
      await fillReceipt(opened.page, "K007", "1500");
      await opened.page.locator("#currency").waitFor();
    },
  },
  {
    name: "preview-no-small-amount",
    ledger: "abroad",
    play: async (opened) => {
      await openReceipt(opened);
      await fillReceipt(opened.page, "K007", "4990");
      await opened.page.selectOption("#currency", "USD");
      await primary(opened.page);
      await opened.page.locator(".from").waitFor();
    },
  },
  { name: "identify-owes", ledger: "abroad", play: (opened) => identifies(opened, "K007") },
  {
    name: "identify-owes-none",
    ledger: "abroad",
    play: async (opened) => {
      await identifies(opened, "K001");
      await primary(opened.page);
      await opened.page.locator(".strip.ask").waitFor();
    },
  },
  { name: "drafts", ledger: "sample", play: WAYS.drafts.play },
  { name: "drafts-empty", ledger: "empty", play: WAYS.drafts.play },
  { name: "settings-carrier-open", ledger: "empty", play: scrolledDown(WAYS.settings.play) },
  { name: "settings-carrier-fixed", ledger: "sample", play: scrolledDown(WAYS.settings.play) },
  {
    name: "documents-reader",
    ledger: "waiting",
    play: (opened) => as(opened, "auditor", WAYS.documents.play),
  },
  { name: "today-reader", ledger: "waiting", play: (opened) => as(opened, "auditor", WAYS.today.play) },
  { name: "approvals-clerk", ledger: "waiting", play: (opened) => as(opened, "clerk", WAYS.approvals.play) },
  { name: "users-clerk", ledger: "waiting", play: (opened) => as(opened, "clerk", WAYS.users.play) },
  { name: "more-clerk", ledger: "waiting", play: (opened) => as(opened, "clerk", WAYS.more.play) },
];

function scrolledDown(play: Scene["play"]): Scene["play"] {
  return async (opened) => {
    await play(opened);
    await opened.page.locator("#account").waitFor();
    await opened.page.locator("main").evaluate((main) => main.scrollTo(0, 9999));
  };
}

/** Opens the unidentified receipt in dollars and chooses a customer for it. */
async function identifies(opened: OpenedSidebar, code: string): Promise<void> {
  await WAYS.identify.play(opened);
  await settled(opened.page);
  await opened.page.locator(".row-link").first().click();
  await opened.page.fill("#customer", code);
  await opened.page.keyboard.press("Enter");
  await opened.page.locator(".strip").first().waitFor();
}

/** The same as a user of that role, who has logged in. */
async function as(opened: OpenedSidebar, role: "clerk" | "auditor", play: Scene["play"]): Promise<void> {
  const user = "Li Jun";
  opened.bench.call("addUser", { action: "scene-user-li", user: { name: user, role } });
  opened.interfere((name, input) => opened.bench.run(name, input, { user, knownBy: "passphrase" }).reply);
  await opened.page.reload();
  await settled(opened.page);
  await tab(opened.page, 0);
  await play(opened);
}
