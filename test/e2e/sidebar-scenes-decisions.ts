import { CUSTOMERS } from "../../core/index.ts";
import { typeBeside } from "./sidebar-ledgers.ts";
import { type OpenedSidebar, settled } from "./sidebar-page.ts";
import { fillReceipt, noop, openCustomer, openReceipt, primary, type Scene, WAYS } from "./sidebar-ways.ts";

/** Where somebody decides: drafts, offsets, users; and what is written to a tab. */
export const DECISION_SCENES: readonly Scene[] = [
  { name: "today-waiting", ledger: "waiting", play: noop },
  { name: "hand-edits-same", ledger: "sample", play: (opened) => touched(opened, { salesperson: "" }) },
  {
    name: "hand-edits-request",
    ledger: "sample",
    play: async (opened) => {
      await touched(opened, { terms: "60" });
      await settled(opened.page);
      await primary(opened.page);
      await opened.page.locator(".note.good").waitFor();
      await opened.page.locator(".problems").waitFor();
    },
  },
  {
    name: "customer-draft",
    ledger: "sample",
    play: async ({ page }) => {
      await openCustomer(page, "K002");
      await page.locator(".drafts").scrollIntoViewIfNeeded();
    },
  },
  { name: "draft", ledger: "sample", play: WAYS.draft.play },
  {
    name: "draft-missing",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.draft.play(opened);
      await opened.page.locator(".picks").waitFor();
      await primary(opened.page);
      await opened.page.locator("#became-fault").waitFor();
    },
  },
  { name: "draft-dishonoured", ledger: "sample", play: dishonours },
  {
    name: "draft-faults",
    ledger: "sample",
    play: async (opened) => {
      await dishonours(opened);
      await opened.page.fill("#dishonoured-on", "2026-01-02");
      await primary(opened.page);
      await opened.page.locator(".field-fault").waitFor();
    },
  },
  {
    name: "draft-bounced",
    ledger: "sample",
    play: async (opened) => {
      await dishonours(opened);
      await primary(opened.page);
      await opened.page.locator(".note.good").waitFor();
      await opened.page.locator(".timeline .tag").waitFor();
      await opened.page.locator("main").evaluate((main) => main.scrollTo(0, 9999));
    },
  },
  {
    name: "receipt-offset",
    ledger: "sample",
    play: async (opened) => {
      await offset(opened);
      await opened.page.locator("main").evaluate((main) => main.scrollTo(0, 9999));
    },
  },
  {
    name: "receipt-offset-faults",
    ledger: "sample",
    play: async (opened) => {
      await offset(opened);
      await primary(opened.page);
      await opened.page.locator(".field-fault").first().waitFor();
    },
  },
  {
    name: "aging-written",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.aging.play(opened);
      await settled(opened.page);
      await opened.page.locator(".foot .secondary").click();
      await opened.page.locator(".note.good").waitFor();
    },
  },
  { name: "users", ledger: "waiting", play: WAYS.users.play },
  { name: "users-empty", ledger: "sample", play: WAYS.users.play },
  { name: "user", ledger: "sample", play: WAYS.user.play },
  {
    name: "user-faults",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.user.play(opened);
      await opened.page.locator("#user-name").waitFor();
      await primary(opened.page);
      await opened.page.locator(".field-fault").waitFor();
    },
  },
  { name: "user-known", ledger: "waiting", play: openUser },
  {
    name: "user-retire",
    ledger: "waiting",
    play: async (opened) => {
      await openUser(opened);
      await opened.page.locator(".foot .quiet").click();
      await opened.page.locator(".strip.ask").waitFor();
    },
  },
  {
    name: "user-refused",
    ledger: "waiting",
    play: async (opened) => {
      await openUser(opened);
      await opened.page.locator("input[name=role][value=clerk]").check();
      await primary(opened.page);
      await opened.page.locator(".strip.trouble").waitFor();
    },
  },
];

async function dishonours(opened: OpenedSidebar): Promise<void> {
  await WAYS.draft.play(opened);
  await opened.page.locator(".pick input").last().check();
  await opened.page.locator("#dishonoured-on").waitFor();
  await opened.page.locator("main").evaluate((main) => main.scrollTo(0, 9999));
}

async function offset(opened: OpenedSidebar): Promise<void> {
  await openReceipt(opened);
  await fillReceipt(opened.page, "K001", "20000");
  await opened.page.selectOption("#method", "offset");
  await opened.page.locator("#reason").waitFor();
}

async function openUser(opened: OpenedSidebar): Promise<void> {
  await WAYS.users.play(opened);
  await opened.page.locator(".users .row-link").first().click();
  await opened.page.locator("input[name=role]").first().waitFor();
}

/** A person types beside the fifth customer, who has no salesperson; the list of typed rows is opened. */
async function touched(opened: OpenedSidebar, values: Readonly<Record<string, string>>): Promise<void> {
  await settled(opened.page);
  const language = opened.bench.cells(CUSTOMERS.name.zh).length > 0 ? "zh" : "en";
  typeBeside(opened.bench, language, "K005", values);
  await WAYS.handEdits.play(opened);
}
