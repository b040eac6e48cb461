import { describe, expect, test } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { sidebarRun, soon } from "./sidebar-run.ts";
import { xlsxOf } from "./xlsx-file.ts";

/** What keeps the ledger in order: identifying, taking over, undo, imports, settings, identity. */
const run = sidebarRun();

const totals = () => run.ask("aging", {}).totals;
const toDoKinds = () => run.ask("today", {}).toDo.map(({ kind }) => kind);

describe("today's rows", () => {
  test("lead each by one verb to the screen that does it", async () => {
    const page = await run.start("busy");
    for (const [verb, title] of [
      ["继续", "导入记录"],
      ["接收", "手工录入"],
      ["认领", "认领来款"],
    ] as const) {
      await page.locator(".to-do .secondary", { hasText: verb }).click();
      expect(await page.locator("#heading").textContent()).toBe(title);
      await page.locator("[data-back]").click();
    }
  });
});

describe("unidentified money", () => {
  test("is given to a customer, and undo gives it back", async () => {
    const page = await run.start("busy", "identify");
    expect(await page.locator("main .row-link").count()).toBe(2);
    const before = JSON.stringify(totals());
    await page.locator("main .row-link").first().click();
    await page.locator(".facts").waitFor();
    expect(await page.locator(".from strong").textContent()).toBe("12,800.00");
    await run.primary().click();
    await page.locator(".field-fault").waitFor();
    await page.fill("#customer", "K002");
    await page.keyboard.press("Enter");
    await run.primary().click();
    await run.good();
    await soon(() => page.locator("main .row-link").count()).toBe(1);
    await page.locator(".note .quiet").click();
    await soon(() => page.locator("main .row-link").count()).toBe(2);
    expect(JSON.stringify(totals())).toBe(before);
  });

  test("is asked about where its customer has a receipt like it, and given to them when somebody insists", async () => {
    const bench = run.ledger("busy");
    const { id: customer } = bench.call<{ id: string }>("findCustomer", { code: "K002" });
    const like = { customer, date: "2026-11-18", amount: 1_280_000, method: "transfer" };
    bench.call("addReceipt", { action: "action-like", receipt: like });
    const page = await run.start(bench, "identify");
    await page.locator("main .row-link", { hasText: "12,800.00" }).click();
    await page.fill("#customer", "K002");
    await page.keyboard.press("Enter");
    await run.primary().click();
    await page.locator(".strip.ask").waitFor();
    expect(await run.primary().textContent()).toBe("返回核对");
    await run.primary().click();
    await soon(() => page.locator(".strip.ask").count()).toBe(0);
    await run.primary().click();
    await page.locator(".strip.ask").waitFor();
    await page.locator(".foot .quiet").click();
    await run.good();
    await soon(() => page.locator("main .row-link").count()).toBe(1);
    const sent = run.opened.calls.filter(({ name }) => name === "identify").map(({ input }) => input);
    expect(sent).toMatchObject([{}, {}, { allowDuplicate: true }]);
    expect(sent[0]).not.toHaveProperty("allowDuplicate");
  });
});

describe("typed rows", () => {
  test("are taken over, and those that cannot be are listed with the reason", async () => {
    const page = await run.start("busy", "handEdits");
    expect(await page.locator(".rows:not(.problems) .row").count()).toBe(1);
    expect(await page.locator(".rows.problems .row").count()).toBe(1);
    await run.primary().click();
    await run.good();
    await soon(() => page.locator(".rows:not(.problems) .row").count()).toBe(0);
    expect(await page.locator(".problems").textContent()).toContain("2026-11-31");
    // Something is still to be mended: nothing says that all is done.
    expect(await page.locator(".empty.done").count()).toBe(0);
  });
});

describe("undo from a customer's history", () => {
  test("shows what goes, takes it back, and the history says so", async () => {
    const page = await run.start("sample", "undo");
    expect(await page.locator(".rows .row").count()).toBe(1);
    await run.primary().click();
    await page.locator(".timeline .voided").waitFor();
    expect(await page.locator(".timeline .icon-button").count()).toBe(0);
  });

  test("is barred by what was booked later, by name, and nothing is sent", async () => {
    const page = await run.start("sample", "customers");
    await page.fill("#search", "K001");
    await page.keyboard.press("Enter");
    await page.locator(".timeline .icon-button").last().click();
    await page.locator(".strip.ask").waitFor();
    expect(await page.locator(".strip.ask").textContent()).toContain("INV-200");
    await run.primary().click();
    await page.locator(".timeline").waitFor();
    expect(run.opened.calls.some(({ name }) => name === "undo")).toBe(false);
  });
});

describe("imports", () => {
  test("one that is done is taken back after a second question", async () => {
    const page = await run.start("busy", "batches");
    const before = totals()[0]?.balance ?? 0;
    await page.locator(".row-acts .quiet").last().click();
    expect(run.opened.calls.some(({ name }) => name === "undoBatch")).toBe(false);
    await page.locator(".strip.ask .secondary").click();
    await run.good();
    expect((totals()[0]?.balance ?? 0) - before).toBe(-2_425_050);
  });

  test("one that was not finished is discarded, and Today is rid of it", async () => {
    const page = await run.start("busy", "batches");
    expect(toDoKinds()).toContain("batch");
    await page.locator(".row-acts .quiet").first().click();
    await page.locator(".strip.ask .secondary").click();
    await run.good();
    expect(toDoKinds()).not.toContain("batch");
  });

  test("cut short by the network, the same file goes on where it was, and nothing is twice there", async () => {
    const page = await run.start("empty", "import");
    const rows = Array.from({ length: 2500 }, (_, i) => ["甲公司", "2026-10-08", `N-${i}`, 10]);
    const table = { name: "大表", rows: [["客户名称", "单据日期", "单据编号", "应收金额"], ...rows] };
    const chosen = { name: "大表.xlsx", mimeType: "", buffer: await xlsxOf([table]) };
    let chunks = 0;
    run.opened.interfere((name) => {
      if (name !== "importChunk") return undefined;
      chunks += 1;
      return chunks > 1 ? { ok: false, kind: "bug", report: "broken off" } : undefined;
    });
    await page.setInputFiles("#file", chosen);
    await run.primary().click();
    await page.locator(".strip.trouble").waitFor();
    expect(toDoKinds()).toContain("batch");
    run.opened.interfere(undefined);
    await page.locator("nav button").first().click();
    await page.locator(".to-do .secondary", { hasText: "继续" }).click();
    await page.locator(".row-acts .secondary").click();
    await page.setInputFiles("#file", chosen);
    await run.primary().click();
    await page.locator(".empty.done").waitFor();
    expect(totals()[0]?.balance).toBe(2_500_000);
    expect(toDoKinds()).not.toContain("batch");
  });
});

describe("hidden sheets of a file", () => {
  const rows = (number: string) => [
    ["客户名称", "单据日期", "单据编号", "应收金额"],
    ["甲公司", "2026-10-08", number, 10],
  ];
  const file = async (...sheets: readonly (readonly [name: string, hidden: boolean])[]) => {
    const tables = sheets.map(([name, hidden]) => ({
      name,
      rows: rows(name),
      ...(hidden ? { hidden } : {}),
    }));
    return { name: "应收.xlsx", mimeType: "", buffer: await xlsxOf(tables) };
  };

  test("are left out with their number and names, and can be chosen", async () => {
    const page = await run.start("empty", "import");
    await page.setInputFiles("#file", await file(["本月", false], ["上月", true], ["更早", true]));
    await page.locator(".columns").waitFor();
    expect(await page.locator("main .lead").textContent()).toBe("本月");
    const strip = page.locator(".strip.plain", { hasText: "隐藏" });
    expect(await strip.textContent()).toContain("2 张隐藏的工作表没有读：上月、更早");
    await strip.locator("button").click();
    const sheets = page.locator(".links .row-link");
    expect(await sheets.allTextContents()).toEqual([
      expect.stringContaining("本月"),
      expect.stringMatching(/上月.*隐藏/),
      expect.stringMatching(/更早.*隐藏/),
    ]);
    await sheets.nth(1).click();
    await page.locator(".columns").waitFor();
    expect(await page.locator("main .lead").textContent()).toBe("上月");
    await run.primary().click();
    await page.locator(".empty.done").waitFor();
    expect(totals()[0]?.balance).toBe(1_000);
  });

  test("are offered where the file has no others", async () => {
    const page = await run.start("empty", "import");
    await page.setInputFiles("#file", await file(["上月", true]));
    await page.locator(".links .row-link").click();
    await page.locator(".columns").waitFor();
    expect(await page.locator("main .lead").textContent()).toBe("上月");
  });
});

describe("what the ledger goes by", () => {
  const kept = () => run.ask("settings", {});

  test("the firm, its accounts and the day of receipts are saved; Enter in the accounts is a new line", async () => {
    const page = await run.start("sample", "settings");
    await run.primary().click();
    await page.locator(".field-fault").first().waitFor();
    await page.fill("#firm-name", "深圳鸿运达贸易有限公司");
    await page.locator("#account").click();
    await page.keyboard.type("招商银行\n6225 0000");
    await page.fill("#through", "2026-11-20");
    await run.primary().click();
    await run.good();
    expect(kept().settings).toMatchObject({
      receiptsEnteredThrough: "2026-11-20",
      firm: { name: "深圳鸿运达贸易有限公司", account: ["招商银行", "6225 0000"] },
    });
  });

  test("a period is closed, never one that has not ended, and entering into it is refused in words", async () => {
    const page = await run.start("sample", "closePeriod");
    await page.fill("#close-through", "2062-10-31");
    await run.primary().click();
    await page.locator(".field-fault").waitFor();
    expect(run.opened.calls.some(({ name }) => name === "closePeriod")).toBe(false);
    await page.fill("#close-through", "2026-10-31");
    await run.primary().click();
    await page.locator(".effects").waitFor();
    expect(run.opened.calls.some(({ name }) => name === "closePeriod")).toBe(false);
    await run.primary().click();
    await run.good();
    expect(kept().settings.closedThrough).toBe("2026-10-31");
  });
});

describe("a ledger found elsewhere", () => {
  test("asks what it is before anything else, and goes on as it was told", async () => {
    const bench = run.ledger("sample");
    const { ledgerId } = bench.call<Output<"settleIdentity">>("settleIdentity", { as: "restored" });
    Object.assign(bench.world, { spreadsheetId: "s2" });
    const page = await run.show(bench);
    await page.locator(".picks").waitFor();
    await run.primary().click();
    await page.locator("#identity-fault").waitFor();
    await page.locator(".pick input").first().check();
    await run.primary().click();
    await page.locator(".headline").waitFor();
    const settled = bench.call<Output<"settleIdentity">>("settleIdentity", { as: "restored" });
    expect(settled.ledgerId).toBe(ledgerId);
  });

  test("finds a form again that lay under the question", async () => {
    const page = await run.start("sample", "receipt");
    await page.fill("#customer", "K001");
    await page.keyboard.press("Enter");
    await page.fill("#amount", "100");
    Object.assign(run.opened.bench.world, { spreadsheetId: "s3" });
    await run.primary().click();
    await page.locator(".pick input").last().check();
    await run.primary().click();
    await page.locator("#amount").waitFor();
    expect(await page.inputValue("#amount")).toMatch(/^100/);
  });
});
