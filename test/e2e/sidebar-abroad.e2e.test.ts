import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { settled } from "./sidebar-page.ts";
import { sidebarRun, soon } from "./sidebar-run.ts";

/** Money in several currencies, and what people see who may not do everything. */
const run = sidebarRun();

const sent = (call: string) => run.opened.calls.filter(({ name }) => name === call);
const balances = (id: string) =>
  Object.fromEntries(run.ask("customer", { id }).aging.map(({ currency, balance }) => [currency, balance]));
const idOf = (code: string) =>
  run.ask("customers", {}).customers.find((each) => each.code === code)?.id ?? "";

describe("a receipt of nobody known", () => {
  test("is recorded with its currency and payer, and found by both", async () => {
    const page = await run.start("abroad", "receipt");
    await page.locator(".tick input").first().check();
    await page.selectOption("#currency", "EUR");
    await page.fill("#amount", "1200");
    await page.fill("#payer-name", "Müller GmbH");
    await run.primary().click();
    await page.locator(".from").waitFor();
    expect(await page.locator(".from strong").textContent()).toBe("EUR\u00a01,200.00");
    await run.primary().click();
    await run.good();
    const found = run.ask("unidentified", {}).receipts.find(({ currency }) => currency === "EUR");
    expect(found).toMatchObject({ amount: 120_000, payerName: "Müller GmbH" });
  });

  test("is asked about before it goes to a customer who owes nothing in its currency", async () => {
    const page = await dollars();
    await choose(page, "K001");
    await page.locator(".strip.plain", { hasText: "没有 USD 的未清单据" }).waitFor();
    await run.primary().click();
    await page.locator(".strip.ask").waitFor();
    expect(sent("identify")).toEqual([]);
    await run.primary().click();
    await soon(() => page.locator(".strip.ask").count()).toBe(0);
    await run.primary().click();
    await page.locator(".strip.ask").waitFor();
    await page.locator(".foot .quiet").click();
    await run.good();
    expect(sent("identify")).toHaveLength(1);
    expect(balances(idOf("K001"))).toMatchObject({ USD: -640_000 });
  });

  test("goes to one who owes in its currency at once, and is told what is owed", async () => {
    const page = await dollars();
    await choose(page, "K007");
    await page.locator(".strip.plain", { hasText: "17,400.00" }).waitFor();
    await run.primary().click();
    await run.good();
    expect(balances(idOf("K007"))).toMatchObject({ USD: 1_100_000, CNY: 86_000 });
  });
});

test("a new item asks for the currency of a customer who has accounts in several", async () => {
  const page = await run.start("abroad", "newItem");
  await choose(page, "K001");
  expect(await page.locator("#currency").count()).toBe(0);
  await choose(page, "K007");
  await page.selectOption("#currency", "USD");
  await page.fill("#amount", "100");
  await run.primary().click();
  await run.good();
  expect(balances(idOf("K007"))).toMatchObject({ USD: 1_750_000, CNY: 86_000 });
});

describe("amounts of a ledger in two currencies", () => {
  test("say which one, and those of a ledger in one do not", async () => {
    const page = await run.start("abroad", "customers");
    const values = await page.locator(".row-value").allTextContents();
    expect(values.filter((value) => value !== "" && !/^[A-Z]{3}\u00a0-?[\d,.]+$/.test(value))).toEqual([]);
    expect(values.some((value) => value.startsWith("CNY"))).toBe(true);
    const other = await run.start("sample", "customers");
    expect((await other.locator(".row-value").allTextContents()).join()).not.toMatch(/[A-Z]/);
  });
});

describe("a clerk who has logged in", () => {
  test("finds what only others may do grey, with who they are, and cannot press it", async () => {
    const page = await as("clerk", "approvals");
    const reason = "只有主管或审批人可以决定（王芳）";
    const all = page.locator(".foot .quiet").first();
    await soon(() => all.getAttribute("title")).toBe(reason);
    expect(await all.isDisabled()).toBe(true);
    await run.primary().click();
    await soon(() => page.locator(".foot .barred").textContent()).toBe(reason);
    for (const button of await page.locator(".foot button, .row-acts button").all()) {
      expect(await button.isDisabled()).toBe(true);
      expect(await button.getAttribute("title")).toBe(reason);
    }
    expect(sent("decideApprovals")).toEqual([]);
  });

  test("writes as before", async () => {
    const page = await as("clerk", "today");
    expect(await run.primary().isEnabled()).toBe(true);
    expect(await page.locator(".barred").count()).toBe(0);
  });
});

test("who only reads finds every form barred, and what can be read open", async () => {
  const page = await as("auditor", "documents");
  const rows = page.locator(".links .row-link");
  const open = await Promise.all((await rows.all()).map((row) => row.isEnabled()));
  expect(open).toEqual([false, true, false, true, true, true, true]);
  expect(await run.primary().isDisabled()).toBe(true);
  await soon(() => rows.first().textContent()).toContain("会计可以记账（王芳、李强）");
});

/** Opens the unidentified receipt in dollars. */
async function dollars(): Promise<Page> {
  const page = await run.start("abroad", "identify");
  await page.locator("main .row-link", { hasText: "PACIFIC" }).click();
  await page.locator(".facts").waitFor();
  return page;
}

async function choose(page: Page, code: string): Promise<void> {
  await page.fill("#customer", code);
  await page.keyboard.press("Enter");
}

/** Shows a screen to a user of that role. */
async function as(role: "clerk" | "auditor", screen: "today" | "documents" | "approvals"): Promise<Page> {
  const page = await run.start("waiting");
  run.ask("addUser", { action: "e2e-user-li", user: { name: "周正", role } });
  const who = { user: "周正", knownBy: "passphrase" as const };
  run.opened.interfere((name, input) => run.opened.bench.run(name, input, who).reply);
  await page.reload();
  await settled(page);
  if (screen === "documents") await page.locator("nav button").nth(2).click();
  if (screen === "approvals") await page.locator(".to-do .secondary").first().click();
  await settled(page);
  return page;
}
