import { daysAfter, plainDate } from "../../core/index.ts";
import type { Bench } from "../addon/bundle.ts";
import { type OpenedSidebar, settled } from "./sidebar-page.ts";
import { bugs, primary, type Scene, WAYS } from "./sidebar-ways.ts";

/** Approvals, reminders and reviews. */
export const COLLECTION_SCENES: readonly Scene[] = [
  { name: "approvals", ledger: "waiting", play: WAYS.approvals.play },
  { name: "approvals-empty", ledger: "sample", play: WAYS.approvals.play },
  {
    name: "approvals-all",
    ledger: "waiting",
    play: async (opened) => {
      await WAYS.approvals.play(opened);
      await opened.page.locator(".foot .quiet").first().click();
      await opened.page.locator(".strip.ask").waitFor();
      await primary(opened.page);
      await opened.page.locator(".field-fault").waitFor();
    },
  },
  {
    name: "approvals-latest",
    ledger: "waiting",
    play: async (opened) => {
      decideOne(opened.bench);
      await latest(opened);
    },
  },
  { name: "approvals-latest-empty", ledger: "sample", play: latest },
  { name: "approval-limit", ledger: "waiting", play: (opened) => openRow(opened, 1) },
  { name: "approval-terms", ledger: "waiting", play: (opened) => openRow(opened, 0) },
  {
    name: "approval-release",
    ledger: "sample",
    play: async (opened) => {
      askForRelease(opened.bench, "chen@example.com");
      await openRow(opened, 0);
    },
  },
  {
    name: "approval-own",
    ledger: "sample",
    play: async (opened) => {
      askForRelease(opened.bench, "wang@example.com");
      await openRow(opened, 0);
      await opened.page.locator(".strip.ask").waitFor();
    },
  },
  {
    name: "approval-faults",
    ledger: "sample",
    play: async (opened) => {
      askForRelease(opened.bench, "chen@example.com");
      await openRow(opened, 0);
      await opened.page.fill("#up-to", "999999999");
      await opened.page.fill("#until", "2026-01-01");
      await primary(opened.page);
      await opened.page.locator(".field-fault").nth(1).waitFor();
      await scrollDown(opened);
    },
  },
  {
    name: "approval-overtaken",
    ledger: "sample",
    play: async (opened) => {
      askForRelease(opened.bench, "chen@example.com");
      await openRow(opened, 0);
      decideOne(opened.bench);
      await primary(opened.page);
      await opened.page.locator(".strip.plain").waitFor();
    },
  },
  {
    name: "approval-outcome",
    ledger: "sample",
    play: async (opened) => {
      askForRelease(opened.bench, "chen@example.com");
      decideOne(opened.bench);
      await latest(opened);
      await opened.page.locator(".row-link").first().click();
      await opened.page.locator(".strip.plain").waitFor();
    },
  },
  { name: "reminders", ledger: "sample", play: WAYS.reminders.play },
  {
    name: "reminders-excluded",
    ledger: "sample",
    play: async (opened) => {
      pause(opened.bench);
      await WAYS.reminders.play(opened);
      for (const fold of await opened.page.locator("details summary").all()) await fold.click();
    },
  },
  { name: "reminders-empty", ledger: "empty", play: WAYS.reminders.play },
  { name: "reminders-first", ledger: "sample", play: openBatch },
  {
    name: "reminders-printed",
    ledger: "sample",
    play: async (opened) => {
      await openBatch(opened);
      await opened.page.locator(".choice button").nth(5).click();
      await opened.page.locator(".foot .secondary").waitFor();
    },
  },
  {
    name: "reminders-recorded",
    ledger: "sample",
    play: async (opened) => {
      await openBatch(opened);
      pause(opened.bench);
      await primary(opened.page);
      await opened.page.locator(".note.good").waitFor();
    },
  },
  {
    name: "reminders-lost",
    ledger: "sample",
    play: async (opened) => {
      await openBatch(opened);
      opened.interfere(bugs("recordReminders"));
      await primary(opened.page);
      await opened.page.locator(".strip.trouble").waitFor();
    },
  },
  { name: "reminder", ledger: "sample", play: WAYS.reminder.play },
  {
    name: "reminder-mail",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.reminder.play(opened);
      await opened.page.locator(".choice button").nth(1).click();
      await opened.page.locator("#subject").waitFor();
      await opened.page.fill("#text", "请核对。Please check.");
      await scrollDown(opened);
    },
  },
  {
    name: "reminder-loading",
    ledger: "sample",
    isLoading: true,
    play: async (opened) => {
      await settled(opened.page);
      opened.interfere((name, input) => (isOfOne(name, input) ? "hang" : undefined));
      await WAYS.reminder.play(opened);
      await opened.page.locator(".skeleton").waitFor();
    },
  },
  {
    name: "reminder-problem",
    ledger: "sample",
    play: async (opened) => {
      await settled(opened.page);
      const bug = bugs("remind");
      opened.interfere((name, input) => (isOfOne(name, input) ? bug(name) : undefined));
      await WAYS.reminder.play(opened);
      await opened.page.locator(".strip.trouble").waitFor();
    },
  },
  {
    name: "reminder-not-due",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.reminder.play(opened);
      await settled(opened.page);
      pause(opened.bench);
      await opened.page.locator("main .row-acts .quiet").first().click();
      await opened.page.locator(".strip.trouble, .empty.done").first().waitFor();
    },
  },
  { name: "pause-reminders", ledger: "sample", play: openPause },
  {
    name: "pause-reminders-faults",
    ledger: "sample",
    play: async (opened) => {
      await openPause(opened);
      await opened.page.fill("#pause-until", "2026-01-01");
      await primary(opened.page);
      await opened.page.locator(".field-fault").waitFor();
    },
  },
  { name: "reviews", ledger: "sample", play: WAYS.reviews.play },
  {
    name: "reviews-empty",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.reviews.play(opened);
      await primary(opened.page);
      await opened.page.locator(".note.good").waitFor();
      await opened.page.locator(".empty.done").waitFor();
    },
  },
  {
    name: "today-duties",
    ledger: "sample",
    play: async (opened) => {
      breakPromises(opened.bench);
      await opened.page.reload();
      await opened.page.locator(".duties").waitFor();
      await scrollDown(opened);
    },
  },
  {
    name: "today-duties-problem",
    ledger: "sample",
    play: async (opened) => {
      opened.interfere(bugs("duties"));
      await opened.page.reload();
      await opened.page.locator("main > .strip.stale .quiet").waitFor();
      await scrollDown(opened);
    },
  },
];

/** What one letter's own screen asks. */
function isOfOne(name: string, input: unknown): boolean {
  return name === "remind" && typeof input === "object" && input !== null && "customer" in input;
}

async function scrollDown({ page }: OpenedSidebar): Promise<void> {
  await page.locator("main").evaluate((main) => main.scrollTo(0, 9999));
}

async function openRow(opened: OpenedSidebar, at: number): Promise<void> {
  await WAYS.approvals.play(opened);
  await opened.page.locator("main .row-link").nth(at).click();
  await opened.page.locator(".facts").first().waitFor();
}

async function latest(opened: OpenedSidebar): Promise<void> {
  await WAYS.approvals.play(opened);
  await opened.page.locator(".choice button").nth(1).click();
  await settled(opened.page);
}

async function openBatch(opened: OpenedSidebar): Promise<void> {
  await WAYS.reminders.play(opened);
  await settled(opened.page);
  await primary(opened.page);
  await opened.page.locator(".choice button").first().waitFor();
}

async function openPause(opened: OpenedSidebar): Promise<void> {
  await WAYS.reminder.play(opened);
  await opened.page.locator("main .row-acts .quiet").last().click();
  await opened.page.locator("#pause-until").waitFor();
}

const customerOf = (bench: Bench, code: string) => bench.call<{ id: string }>("findCustomer", { code }).id;

/** A release that somebody asks for, at a customer who is over the limit. */
export function askForRelease(bench: Bench, user: string): void {
  const subject = { kind: "release", order: "SO-2041" };
  const ask = { action: "scene-release", customer: customerOf(bench, "K001"), subject, amount: 5_800_000 };
  bench.call("requestApproval", { ...ask, reason: "老客户急单 Rush order" }, user);
}

/** The oldest request that waits, decided by somebody else. */
export function decideOne(bench: Bench): void {
  const { approvals, deciders } = bench.call<{
    approvals: { id: string; customer: string }[];
    deciders: string[];
  }>("approvals", { only: "waiting" });
  const [first] = approvals;
  if (!first) throw new Error("nothing waits");
  const { id, customer } = first;
  const by = deciders[0] ?? "Zhang San";
  const decision = { action: "scene-decided", approvals: [{ id, customer }], as: "granted", by };
  bench.call("decideApprovals", { ...decision, reason: "账款已核对 Checked" });
}

/** The first customer's reminders are paused for a month. */
export function pause(bench: Bench): void {
  const customer = customerOf(bench, "K001");
  const { facts } = bench.call<{ facts: { today: string } }>("status", {});
  const until = daysAfter(plainDate(facts.today), 30);
  bench.call("pauseReminders", { action: "scene-pause", customer, until });
}

/** Promises that have come to their day, one kept in part. */
export function breakPromises(bench: Bench): void {
  const { facts } = bench.call<{ facts: { today: string } }>("status", {});
  const today = plainDate(facts.today);
  const days = { madeOn: daysAfter(today, -10), until: daysAfter(today, -2) };
  for (const code of ["K001", "K003"]) {
    const customer = customerOf(bench, code);
    bench.call("addPromise", { action: `scene-promise-${code}`, customer, amount: 5_000_000, ...days });
  }
}
