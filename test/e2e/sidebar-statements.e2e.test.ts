import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CALLS } from "../../addon/protocol.ts";
import type { Bench } from "../addon/bundle.ts";
import { settled } from "./sidebar-page.ts";
import { sidebarRun, soon } from "./sidebar-run.ts";
import { makeStatements, openCustomer } from "./sidebar-ways.ts";

/** Statements 对账单 in the sidebar: the firm is named first, runs go on, and what was made is there again. */
const run = sidebarRun({ isHurried: true });

/** A ledger with an invoice each for so many customers, all of a month that has ended. */
function crowd(count: number): Bench {
  const bench = run.ledger("empty");
  const opening = { source: "f.csv", sourceHash: "h", rows: count, amounts: [], layout: "" };
  const { batch } = bench.call<{ batch: string }>("importOpen", { action: "crowd-0001", ...opening });
  const rows = Array.from({ length: count }, (_, i) => ({
    ...{ row: i + 2, occurrence: 1, currency: "CNY", customerName: `客户${String(i).padStart(3, "0")}` },
    ...{ number: `N-${i}`, date: "2026-01-10", amount: 1_000 + i },
  }));
  bench.call("importChunk", { batch, kind: "items", from: 0, rows });
  bench.call("importClose", { batch });
  bench.nameFirm();
  return bench;
}

const made = () => run.ask("madeStatements", {});
const view = (page: Page, at: number) => page.locator(".choice button").nth(at);
const asked = () =>
  run.sent("makeStatements").flatMap(({ input }) => CALLS.makeStatements.input.parse(input).asks);

/** What goes to the printer, without the key that lets it print itself. */
async function printed(page: Page, press: () => Promise<void>): Promise<string> {
  await page.evaluate(() => {
    const told = Reflect.get(window, "__printed") ?? [];
    Reflect.set(window, "__printed", told);
    new MutationObserver((all) => {
      for (const { addedNodes } of all)
        for (const node of addedNodes) if (node instanceof HTMLIFrameElement) told.push(node.srcdoc);
    }).observe(document.body, { childList: true });
  });
  await press();
  const read = () => page.evaluate((): string => Reflect.get(window, "__printed").at(-1) ?? "");
  await expect.poll(read).not.toBe("");
  return (await read()).replace(/nonce[-=]["']?[\w-]+/g, "");
}

describe("before the first statement", () => {
  test("the firm is named in place, kept in the settings, and the run goes on under its name", async () => {
    const page = await run.start("sample", "statements");
    await run.primary().click();
    await page.locator("#firm-name").waitFor();
    await run.primary().click();
    await page.locator(".field-fault").waitFor();
    expect(made().total).toBe(0);
    await page.fill("#firm-name", "深圳鸿运达贸易有限公司");
    await page.locator("#account").click();
    await page.keyboard.type("招商银行\n6225 0000");
    await run.primary().click();
    await page.locator(".row-verb").first().waitFor();
    const firm = { name: "深圳鸿运达贸易有限公司", account: ["招商银行", "6225 0000"] };
    expect(run.ask("settings", {}).settings.firm).toEqual(firm);
    const [first] = made().statements;
    expect(run.ask("statement", { id: first?.id ?? "" }).statement.firm).toEqual(firm);
  });

  test("nothing is asked where the firm has a name", async () => {
    const page = await run.start(crowd(1), "statements");
    await run.primary().click();
    await page.locator(".row-verb").first().waitFor();
    expect(made().total).toBe(1);
  });
});

test("a payer's sheet of days of its own is previewed, made once, and then shown as it was frozen", async () => {
  const bench = run.ledger("abroad");
  bench.nameFirm();
  const page = await run.start(bench, "statements");
  await page.fill("#customer", "K007");
  await page.locator(".hit").first().waitFor();
  await page.keyboard.press("Enter");
  await page.fill("#from", "2026-07-01");
  await page.fill("#until", "2026-09-30");
  await page.locator(".tick input").check();
  await page.selectOption("#currency", "USD");
  await page.locator(".of-which").waitFor();
  const closing = await page.locator(".of-which dd").last().innerText();
  await run.primary().click();
  await page.locator(".row-verb").first().waitFor();
  const [ask] = asked();
  expect(ask).toMatchObject({ forPayer: true, from: "2026-07-01", to: "2026-09-30" });
  const [sheet] = made().statements;
  expect(sheet).toMatchObject({
    code: "K007",
    covers: 2,
    currency: "USD",
    from: "2026-07-01",
    to: "2026-09-30",
  });
  expect(await page.locator(".row-value, .amount").first().innerText()).toContain(closing);
  await page.locator(".foot .quiet").click();
  await page.locator(".strip.ask").waitFor();
  await page.locator(".strip.ask .quiet").click();
  await page.locator(".pictures img").first().waitFor();
  expect(made().total).toBe(1);
});

describe("a run", () => {
  test("that was cut off goes on where it was, and repeats nothing", async () => {
    const page = await run.start(crowd(25), "statements");
    let calls = 0;
    run.opened.interfere((name) => {
      if (name === "makeStatements") calls += 1;
      return name === "makeStatements" && calls > 1 ? "throw" : undefined;
    });
    await run.primary().click();
    await page.locator(".strip.trouble").waitFor();
    expect(made().total).toBe(10);
    run.opened.interfere(undefined);
    await page.locator(".foot .secondary").click();
    await soon(() => made().total).toBe(25);
    await page.locator(".foot .secondary").waitFor({ state: "detached" });
    const answered = asked().slice(0, 10).concat(asked().slice(-15));
    expect(new Set(answered.map(({ customer }) => customer)).size).toBe(25);
    await page.locator(".foot .quiet").click();
    await settled(page);
    expect(await page.locator("main section .row").count()).toBe(25);
  });

  test("tells how many are not shown, and shows them all", async () => {
    const page = await run.start(crowd(61), "statements");
    expect(await run.primary().textContent()).toContain("61");
    expect(await page.locator("main .row").count()).toBe(50);
    await page.locator("main .quiet", { hasText: "11" }).click();
    expect(await page.locator("main .row").count()).toBe(61);
  });
});

describe("a statement that was made", () => {
  test("is found again once the screen was left, and prints as it did, byte for byte", async () => {
    const page = await run.start("sample");
    await makeStatements(run.opened);
    const first = await printed(page, () => page.locator(".row-verb .secondary").first().click());
    const number = await page.locator(".row-sub").first().textContent();
    await page.locator("nav button").first().click();
    const { customers } = run.ask("customers", {});
    for (const [i, { id: customer }] of customers.entries()) {
      const item = { customer, kind: "invoice", number: `LATE-${i}`, date: "2026-10-05", amount: 77_700 };
      run.opened.bench.call("addItem", { action: `late-000${i}`, item });
    }
    await page.locator("nav button").nth(2).click();
    await page.locator(".links .row-link").nth(1).click();
    await view(page, 1).click();
    await page.locator(".row-link", { hasText: number ?? "?" }).click();
    await page.locator(".pictures img").first().waitFor();
    expect(await page.locator("#heading").textContent()).toBe(number);
    const again = await printed(page, () => run.primary().click());
    expect(again).toBe(first);
    expect(again).toContain(number);
  });

  test("is offered where nothing is to be made, and in the customer's history", async () => {
    const page = await run.start("sample");
    await makeStatements(run.opened);
    await page.locator(".foot .quiet").click();
    await settled(page);
    await page.locator("main section .row-verb .quiet").first().click();
    await page.locator(".pictures img").first().waitFor();
    await openCustomer(page, "K001");
    await page.locator(".timeline .icon-button[aria-label*='DZ']").first().click();
    await page.locator(".pictures img").first().waitFor();
  });

  test("is copied as a picture of the size that is sent", async () => {
    const page = await run.start("sample", "statement");
    const picture = page.locator(".pictures img").first();
    await picture.waitFor();
    const { width, height, drawn } = await picture.evaluate((image: HTMLImageElement) => ({
      ...{ width: image.naturalWidth, height: image.naturalHeight },
      drawn: image.complete && image.naturalWidth > 0,
    }));
    expect({ width, drawn }).toEqual({ width: 1080, drawn: true });
    expect(height).toBeGreaterThan(500);
    expect(height).toBeLessThanOrEqual(1_280);
    await page.evaluate(() => {
      // Only pages from secure addresses have a clipboard, and this one is none.
      const write = async ([item]: { png: Promise<Blob> }[]) => {
        const blob = await item?.png;
        const bitmap = blob && (await createImageBitmap(blob));
        Reflect.set(window, "__copied", [blob?.type, bitmap?.width, bitmap?.height]);
      };
      Object.defineProperty(navigator, "clipboard", { value: { write } });
      class Item {
        readonly png: Promise<Blob> | undefined;
        constructor(parts: Record<string, Promise<Blob>>) {
          this.png = parts["image/png"];
        }
      }
      Reflect.set(window, "ClipboardItem", Item);
    });
    await page.locator(".pictures .quiet").first().click();
    await soon(() => page.evaluate(() => Reflect.get(window, "__copied"))).toEqual([
      "image/png",
      1080,
      height,
    ]);
  });
});

describe("one customer's statements", () => {
  test("are made from its card, and of nobody else", async () => {
    const bench = run.ledger("sample");
    bench.nameFirm();
    const page = await run.start(bench);
    await openCustomer(page, "K001");
    await page.locator("main .links .row-link").first().click();
    await settled(page);
    expect(await run.primary().textContent()).toContain("1");
    await run.primary().click();
    await page.locator(".row-verb").first().waitFor();
    expect(made().statements.map(({ code }) => code)).toEqual(["K001"]);
    await view(page, 1).click();
    await page.locator(".row-link").first().waitFor();
    expect(await page.locator("main .rows .row").count()).toBe(1);
  });

  test("are everybody's once the field is emptied", async () => {
    const page = await run.start("sample");
    await openCustomer(page, "K001");
    await page.locator("main .links .row-link").first().click();
    await settled(page);
    await page.fill("#customer", "");
    await settled(page);
    await soon(() => run.primary().textContent()).toContain("3");
  });
});

describe("a closed period", () => {
  test("is opened again with a reason that the check-up shows, and its undo is told what helps", async () => {
    const page = await run.start("sample", "reopenPeriod");
    await run.primary().click();
    await page.locator(".field-fault").waitFor();
    await page.fill("#still-closed", "2026-08-31");
    await page.fill("#reason", "补记漏开的发票");
    await run.primary().click();
    await run.good();
    expect(run.ask("settings", {}).settings.closedThrough).toBe("2026-08-31");
    await page.locator("nav button").nth(3).click();
    await page.locator(".links .row-link").nth(4).click();
    expect(await page.locator(".periods .row").first().textContent()).toContain("补记漏开的发票");
  });

  test("bars an undo before it is pressed, and leads to opening it", async () => {
    const bench = run.ledger("sample");
    bench.call("closePeriod", { action: "close-0001", through: "2026-11-20" });
    const page = await run.start(bench);
    await openCustomer(page, "K005");
    await page.locator(".timeline .icon-button").last().click();
    await page.locator(".strip.ask").waitFor();
    expect(run.sent("undo")).toEqual([]);
    await page.locator(".foot .secondary").click();
    await page.locator("#still-closed").waitFor();
  });
});
