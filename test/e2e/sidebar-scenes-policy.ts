import type { Bench } from "../addon/bundle.ts";
import { type OpenedSidebar, settled } from "./sidebar-page.ts";
import { openPolicyPart, primary, type Scene, WAYS } from "./sidebar-ways.ts";

/** The credit policy: its parts, who would change, and its versions. */
export const POLICY_SCENES: readonly Scene[] = [
  { name: "policy", ledger: "sample", play: WAYS.policy.play },
  { name: "policy-planned", ledger: "sample", play: (opened) => planned(opened, WAYS.policy.play) },
  { name: "policy-part", ledger: "sample", play: WAYS.policyPart.play },
  { name: "policy-aging", ledger: "sample", play: (opened) => openPolicyPart(opened, "aging") },
  { name: "policy-two-currencies", ledger: "abroad", play: (opened) => openPolicyPart(opened, "aging") },
  {
    name: "policy-aging-faults",
    ledger: "sample",
    play: async (opened) => {
      await openPolicyPart(opened, "aging");
      await opened.page.fill("#edges", "90, 30");
      await opened.page.fill("#share", "150");
      await faulty(opened);
    },
  },
  {
    name: "policy-grade-open",
    ledger: "sample",
    play: async (opened) => {
      await openPolicyPart(opened, "grades");
      await opened.page.locator(".openable summary").nth(2).click();
      await opened.page.locator("#C-termDays").waitFor();
    },
  },
  {
    name: "policy-weights",
    ledger: "sample",
    play: async (opened) => {
      await openPolicyPart(opened, "grades");
      await opened.page.locator(".openable summary").nth(5).click();
      await opened.page.locator("#weight-onTime").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "policy-evidence",
    ledger: "sample",
    play: async (opened) => {
      await openPolicyPart(opened, "grades");
      await opened.page.locator(".openable summary").nth(6).click();
      await opened.page.locator("main").evaluate((main) => main.scrollTo(0, 9999));
    },
  },
  {
    name: "policy-grades-faults",
    ledger: "sample",
    play: async (opened) => {
      await openPolicyPart(opened, "grades");
      await setGrade(opened, 2, "C-termDays", "75");
      await setGrade(opened, 1, "B-deposit", "x");
      await faulty(opened);
      await opened.page.fill("#B-deposit", "0");
      await primary(opened.page);
    },
  },
  { name: "policy-orders", ledger: "sample", play: (opened) => openPolicyPart(opened, "orders") },
  {
    name: "policy-orders-more",
    ledger: "sample",
    play: async (opened) => {
      await openPolicyPart(opened, "orders");
      await opened.page.locator("main").evaluate((main) => main.scrollTo(0, 9999));
    },
  },
  {
    name: "policy-orders-faults",
    ledger: "sample",
    play: async (opened) => {
      await openPolicyPart(opened, "orders");
      await opened.page.fill("#overdueHoldDays", "2");
      await faulty(opened);
    },
  },
  { name: "policy-dunning", ledger: "sample", play: (opened) => openPolicyPart(opened, "dunning") },
  {
    name: "policy-dunning-more",
    ledger: "sample",
    play: async (opened) => {
      await openPolicyPart(opened, "dunning");
      await opened.page.locator(".choice button").last().click();
      await opened.page.locator("form .quiet").last().click();
      await opened.page.locator("#segment-0").fill("老客户");
      await opened.page.locator("main").evaluate((main) => main.scrollTo(0, 9999));
    },
  },
  {
    name: "policy-dunning-faults",
    ledger: "sample",
    play: async (opened) => {
      await openPolicyPart(opened, "dunning");
      await opened.page.fill("#level-formal", "10");
      await faulty(opened);
    },
  },
  { name: "policy-templates", ledger: "sample", play: (opened) => openPolicyPart(opened, "templates") },
  {
    name: "policy-templates-faults",
    ledger: "sample",
    play: async (opened) => {
      await openPolicyPart(opened, "templates");
      await opened.page.locator("textarea").first().fill("{costumer}：请付款 {total}。");
      await opened.page.locator(".field-fault").waitFor();
    },
  },
  { name: "policy-rates-empty", ledger: "sample", play: (opened) => openPolicyPart(opened, "rates") },
  {
    name: "policy-rates",
    ledger: "abroad",
    play: async (opened) => {
      await openPolicyPart(opened, "rates");
      await opened.page.locator("form .quiet").last().click();
      await opened.page.fill("#rate-0", "7.1034");
      await opened.page.locator("form .quiet").last().click();
      await opened.page.fill("#rate-1", "0");
      await faulty(opened);
    },
  },
  { name: "policy-approvals", ledger: "sample", play: (opened) => openPolicyPart(opened, "approvals") },
  {
    name: "policy-unchanged",
    ledger: "sample",
    play: async (opened) => {
      await openPolicyPart(opened, "approvals");
      await primary(opened.page);
      await opened.page.locator(".strip.ask").waitFor();
    },
  },
  {
    name: "policy-preview-nobody",
    ledger: "sample",
    play: async (opened) => {
      await openPolicyPart(opened, "approvals");
      await opened.page.fill("#answerDays", "14");
      await primary(opened.page);
      await opened.page.locator(".empty.done").waitFor();
    },
  },
  { name: "policy-preview", ledger: "sample", play: (opened) => lenient(opened) },
  {
    name: "policy-preview-followed",
    ledger: "sample",
    play: (opened) => planned(opened, (shown) => lenient(shown)),
  },
  {
    name: "policy-preview-problem",
    ledger: "sample",
    play: async (opened) => {
      await lenient(opened);
      opened.interfere((name) => (name === "savePolicy" ? "throw" : undefined));
      await primary(opened.page);
      await opened.page.locator(".strip.trouble").waitFor();
    },
  },
  { name: "policy-versions", ledger: "sample", play: (opened) => versions(opened) },
  {
    name: "policy-versions-open",
    ledger: "sample",
    play: async (opened) => {
      await versions(opened);
      await opened.page.locator(".openable summary").first().click();
      await opened.page.locator(".changes").waitFor();
    },
  },
  { name: "policy-versions-first", ledger: "empty", play: WAYS.policyVersions.play },
  {
    name: "policy-decider",
    ledger: "waiting",
    play: async (opened) => {
      await openPolicyPart(opened, "approvals");
      await opened.page.fill("#answerDays", "14");
      await faulty(opened);
    },
  },
];

async function faulty(opened: OpenedSidebar): Promise<void> {
  await primary(opened.page);
  await opened.page.locator(".field-fault").first().waitFor();
}

/** Opens a grade and types into one of its fields. */
async function setGrade(opened: OpenedSidebar, at: number, id: string, text: string): Promise<void> {
  await opened.page.locator(".openable summary").nth(at).click();
  await opened.page.fill(`#${id}`, text);
}

/** Another policy under which everybody is graded, by low cut points. */
async function lenient(opened: OpenedSidebar): Promise<void> {
  await openPolicyPart(opened, "grades");
  await opened.page.fill("#cut-A", "20");
  await opened.page.fill("#cut-B", "8");
  await opened.page.fill("#cut-C", "4");
  await setGrade(opened, 0, "A-termDays", "75");
  await setGrade(opened, 1, "B-needShare", "80");
  await opened.page.locator(".openable summary").nth(6).click();
  await opened.page.fill("#leastPayments", "0");
  await opened.page.fill("#fewPayments", "0");
  await opened.page.fill("#fewMonths", "0");
  await primary(opened.page);
  await opened.page.locator(".changes").first().waitFor();
}

function put(bench: Bench, policies: readonly object[]): void {
  for (const [i, policy] of policies.entries())
    bench.call("savePolicy", { action: `scene-policy-${i}`, policy });
}

async function planned(opened: OpenedSidebar, play: Scene["play"]): Promise<void> {
  put(opened.bench, [{ effective: "2027-01-01", smallAmount: 2_000 }]);
  await opened.page.reload();
  await settled(opened.page);
  await play(opened);
}

async function versions(opened: OpenedSidebar): Promise<void> {
  put(opened.bench, [
    {
      credit: {
        approvals: { answerDays: 14, releaseDays: 5 },
        orders: { overdueWarnDays: 5, overdueHoldDays: 45, receiptLagDays: 3, staleDays: 14 },
        rates: [{ currency: "USD", from: "2026-11-01", millionths: 7_103_400 }],
      },
    },
    { smallAmount: 2_000, observeUntil: "2027-01-31" },
    { effective: "2027-01-01", bucketEdges: [30, 60, 90] },
  ]);
  await WAYS.policyVersions.play(opened);
}
