import type { Page } from "playwright-core";
import type { Output } from "../../addon/protocol.ts";
import type { Bench } from "../addon/bundle.ts";
import { customerId, fullFile, granted, held, inGoodStanding, observed, upToDate } from "./credit-ledger.ts";
import { type OpenedSidebar, settled } from "./sidebar-page.ts";
import { bugs, hangs, openCustomer, primary, type Scene, search, WAYS } from "./sidebar-ways.ts";

/** What the ledger thinks of a customer: its card's strip, credit, order check, requests, holds, promises. */
export const CREDIT_SCENES: readonly Scene[] = [
  { name: "customer-in-good-standing", ledger: "sample", play: onCard("K005", good) },
  { name: "customer-limit-not-set", ledger: "sample", play: onCard("K004", upToDate) },
  { name: "customer-full-file", ledger: "sample", play: onCard("K001", withFile) },
  { name: "customer-observed", ledger: "sample", play: onCard("K001", watched) },
  { name: "customer-stopped", ledger: "sample", play: onCard("K001", stopped) },
  {
    name: "customer-credit-loading",
    ledger: "sample",
    isLoading: true,
    play: async (opened) => {
      await settled(opened.page);
      opened.interfere(hangs("standing"));
      await toCard(opened.page, "K001");
    },
  },
  {
    name: "customer-credit-problem",
    ledger: "sample",
    play: async (opened) => {
      await settled(opened.page);
      opened.interfere(bugs("standing"));
      await toCard(opened.page, "K001");
      await opened.page.locator(".strip-acts .quiet").waitFor();
    },
  },
  { name: "credit", ledger: "sample", play: WAYS.credit.play },
  { name: "credit-full-file", ledger: "sample", play: onCredit("K001", withFile) },
  { name: "credit-not-graded", ledger: "sample", play: onCredit("K006", upToDate) },
  { name: "credit-in-good-standing", ledger: "sample", play: onCredit("K005", good) },
  { name: "credit-abroad", ledger: "abroad", play: onCredit("K007", upToDate) },
  ...[0, 1, 2].map(
    (part): Scene => ({
      name: `credit-opened-${part + 1}`,
      ledger: "sample",
      size: { width: 300, height: 720 },
      play: async (opened) => {
        await onCredit("K001", withFile)(opened);
        await unfold(opened.page);
        await opened.page.locator("main").evaluate((main, to) => main.scrollTo(0, to), part * 560);
      },
    }),
  ),
  {
    name: "credit-reviewing",
    ledger: "sample",
    play: async (opened) => {
      asksNames(opened, []);
      await onCredit("K001", upToDate)(opened);
      await unfold(opened.page);
      await opened.page.locator(".review .secondary").click();
      await opened.page.locator("#reviewer-note").waitFor();
    },
  },
  { name: "order-check", ledger: "sample", play: WAYS.orderCheck.play },
  {
    name: "order-check-faults",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.orderCheck.play(opened);
      await primary(opened.page);
      await opened.page.locator(".field-fault").waitFor();
    },
  },
  { name: "order-check-allow", ledger: "sample", play: ordered("K005", good) },
  {
    name: "order-check-warn",
    ledger: "sample",
    play: ordered("K004", (b) => inGoodStanding(b, "K004", 9_000_000)),
  },
  { name: "order-check-hold", ledger: "sample", play: ordered("K005", nearLimit) },
  { name: "order-check-block", ledger: "sample", play: ordered("K001", stopped) },
  { name: "order-check-unknown", ledger: "sample", play: ordered("K005", withoutLimit) },
  { name: "order-check-cash", ledger: "sample", play: ordered("K004", inCash) },
  { name: "order-check-released", ledger: "sample", play: ordered("K001", released) },
  { name: "order-check-waiting", ledger: "sample", play: ordered("K001", asked) },
  { name: "order-check-observed", ledger: "sample", play: ordered("K001", watched) },
  {
    name: "order-check-reasons",
    ledger: "sample",
    play: async (opened) => {
      await ordered("K001", upToDate)(opened);
      await opened.page.locator(".outcome .quiet").click();
      await opened.page.locator(".outcome .quiet").waitFor({ state: "detached" });
    },
  },
  {
    name: "order-check-how",
    ledger: "sample",
    play: async (opened) => {
      await ordered("K001", upToDate)(opened);
      await unfold(opened.page);
      await opened.page.locator("main").evaluate((main) => main.scrollTo(0, 9999));
    },
  },
  { name: "request", ledger: "sample", play: WAYS.request.play },
  { name: "request-terms", ledger: "sample", play: about(1) },
  { name: "request-grade", ledger: "sample", play: about(2) },
  {
    name: "request-faults",
    ledger: "sample",
    play: async (opened) => {
      asksNames(opened, ["王芳", "李强"]);
      await about(2)(opened);
      await opened.page.locator(".choice").last().locator("button").last().click();
      await primary(opened.page);
      await opened.page.locator("#why-more-note").waitFor();
    },
  },
  { name: "request-release", ledger: "sample", play: toRelease },
  {
    name: "request-sent",
    ledger: "sample",
    play: async (opened) => {
      await toRelease(opened);
      await opened.page.locator(".choice button").first().click();
      await primary(opened.page);
      await opened.page.locator(".message").waitFor();
    },
  },
  { name: "hold", ledger: "sample", play: WAYS.hold.play },
  {
    name: "hold-faults",
    ledger: "sample",
    play: async (opened) => {
      asksNames(opened, []);
      await WAYS.hold.play(opened);
      await primary(opened.page);
      await opened.page.locator("#hold-kind-fault").waitFor();
    },
  },
  {
    name: "hold-lift",
    ledger: "sample",
    play: async (opened) => {
      await onCredit("K001", stopped)(opened);
      await opened.page.locator(".holds .row-verb .quiet").click();
      await opened.page.locator("#lift-reason").waitFor();
    },
  },
  { name: "promise", ledger: "sample", play: WAYS.promise.play },
  {
    name: "promise-faults",
    ledger: "abroad",
    play: async (opened) => {
      await toCard(opened.page, "K007");
      await opened.page.locator(".links .row-link").last().click();
      await opened.page.fill("#promise-until", "2020-01-01");
      await primary(opened.page);
      await opened.page.locator(".field-fault").waitFor();
    },
  },
];

type Prepare = (bench: Bench) => void;

function good(bench: Bench): void {
  inGoodStanding(bench, "K005", 60_000_000);
}

function nearLimit(bench: Bench): void {
  inGoodStanding(bench, "K005", 40_000_000);
}

function withFile(bench: Bench): void {
  fullFile(bench, "K001", { held: "SZ-2026/118", said: "SO-1107" });
}

function watched(bench: Bench): void {
  upToDate(bench);
  observed(bench);
}

function stopped(bench: Bench): void {
  upToDate(bench);
  held(bench, "K001", "block", "SZ-2026/118");
}

/** Graded A by hand, without a limit. */
function withoutLimit(bench: Bench): void {
  upToDate(bench);
  granted(bench, "K005", { subject: { kind: "grade", grade: "A" } });
}

function inCash(bench: Bench): void {
  granted(bench, "K004", { subject: { kind: "limit", limitType: "none" } });
}

function released(bench: Bench): void {
  upToDate(bench);
  granted(bench, "K001", { subject: { kind: "release" }, amount: 9_000_000 });
}

function asked(bench: Bench): void {
  upToDate(bench);
  const customer = customerId(bench, "K001");
  const subject = { kind: "release", order: "SO-1" };
  bench.call("requestApproval", { action: "scene-waits", customer, subject, amount: 5_800_000 });
}

/** The card of a customer, whether or not its credit is read. */
export async function toCard(page: Page, code: string): Promise<void> {
  await search(page, code);
  await page.keyboard.press("Enter");
  await page.locator(".strip-acts").waitFor();
}

function onCard(code: string, prepare: Prepare): Scene["play"] {
  return async ({ page, bench }) => {
    prepare(bench);
    await openCustomer(page, code);
    await page.locator(".strip-head").waitFor();
  };
}

function onCredit(code: string, prepare: Prepare): Scene["play"] {
  return async (opened) => {
    await onCard(code, prepare)(opened);
    await opened.page.locator(".strip-acts .secondary").first().click();
    await opened.page.locator(".folds").waitFor();
  };
}

function ordered(code: string, prepare: Prepare): Scene["play"] {
  return async (opened) => {
    await onCard(code, prepare)(opened);
    await opened.page.locator(".strip-acts .secondary").nth(1).click();
    await opened.page.fill("#order-amount", "58000");
    await opened.page.fill("#order-number", "SO-1");
    await primary(opened.page);
    await opened.page.locator(".outcome").waitFor();
  };
}

function about(at: number): Scene["play"] {
  return async (opened) => {
    await WAYS.request.play(opened);
    await opened.page.locator("form .choice").first().locator("button").nth(at).click();
  };
}

async function toRelease(opened: OpenedSidebar): Promise<void> {
  await ordered("K001", upToDate)(opened);
  await primary(opened.page);
  await opened.page.locator("#release-amount").waitFor();
}

/** Opens every part that is folded. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

/** As where nobody has logged in: the ledger does not know who is at the keyboard. */
export function asksNames(opened: OpenedSidebar, users: readonly string[]): void {
  opened.interfere((name, input) => {
    if (name !== "standing") return undefined;
    const value = opened.bench.call<Output<"standing">>("standing", input);
    const acting = { asksName: true, asksDecider: true, users: [...users], deciders: [...users] };
    return { ok: true, value: { ...value, acting } };
  });
}
