import { describe, expect, test } from "vitest";
import { Hands } from "./sidebar-checks.ts";
import { typeBeside } from "./sidebar-ledgers.ts";
import { settled } from "./sidebar-page.ts";
import { sidebarRun, soon } from "./sidebar-run.ts";
import { askForRelease, breakPromises, decideOne, pause } from "./sidebar-scenes-collection.ts";
import { WAYS } from "./sidebar-ways.ts";

/** Approvals, reminders, and what there is to do about credit on the first screen. */
const run = sidebarRun({ isHurried: true });

const waiting = () => run.ask("approvals", { only: "waiting" }).approvals.length;
const latest = () => run.ask("approvals", {}).approvals;
const toDoKinds = () => run.ask("today", {}).toDo.map(({ kind }) => kind);
const cardOf = (code: string) => run.ask("customer", { id: run.ask("findCustomer", { code }).id });
const letters = () => run.ask("remind", {}).letters;

describe("a request", () => {
  test("for a release is decided from Today in three clicks, and the row is gone", async () => {
    const bench = run.ledger("sample");
    askForRelease(bench, "chen@example.com");
    const page = await run.start(bench);
    const hands = new Hands(page);
    await hands.click(".to-do .secondary");
    await page.locator("main .row-link").waitFor();
    await hands.click("main .row-link");
    expect(await page.locator(".from strong").textContent()).toBe("58,000.00");
    expect(await page.locator(".facts").first().textContent()).toContain("老客户急单");
    await hands.click("[data-primary]");
    await run.good();
    expect(hands.clicks).toBe(3);
    expect(latest()[0]).toMatchObject({ state: "granted", decision: { ceiling: 5_800_000 } });
    expect(toDoKinds()).not.toContain("approvals");
  });

  test("is decided by keys alone in six", async () => {
    const bench = run.ledger("sample");
    askForRelease(bench, "chen@example.com");
    const page = await run.start(bench, "approvals");
    const hands = new Hands(page);
    await hands.press("Control+Enter");
    await page.locator(".facts").first().waitFor();
    await hands.press("Control+Enter");
    await run.good();
    expect(hands.keys).toBeLessThanOrEqual(6);
    expect(waiting()).toBe(0);
  });

  test("is granted up to a sum and a day, with a word, and not for more than was asked", async () => {
    const bench = run.ledger("sample");
    askForRelease(bench, "chen@example.com");
    const page = await run.start(bench, "approvals");
    await page.locator("main .row-link").click();
    await page.fill("#up-to", "60000");
    await run.primary().click();
    await page.locator(".field-fault").waitFor();
    expect(run.sent("decideApprovals")).toEqual([]);
    await page.fill("#up-to", "30000");
    await page.fill("#until", "2062-12-31");
    await page.locator(".chips.said button").nth(1).click();
    await run.primary().click();
    await run.good();
    const decision = { ceiling: 3_000_000, until: "2062-12-31", reason: "仅此一次" };
    expect(latest()[0]).toMatchObject({ state: "granted", decision });
  });

  test("is refused, and what is in force stays", async () => {
    const page = await run.start("waiting", "approvals");
    await page.locator("main .row-link").nth(1).click();
    await page.locator("#decider").selectOption("王芳");
    await page.locator(".foot .secondary").click();
    await run.good();
    expect(waiting()).toBe(2);
    expect(cardOf("K001").customer.limit).toBe(10_000_000);
  });

  test("of one's own is barred with its reason, and can be taken back", async () => {
    const bench = run.ledger("sample");
    askForRelease(bench, "wang@example.com");
    const page = await run.start(bench, "approvals");
    expect(await page.locator(".foot .quiet").count()).toBe(0);
    await page.locator("main .row-link").click();
    expect(await page.locator(".strip.ask").textContent()).toContain("由另一位主管或审批人审批");
    await run.primary().click();
    await run.good();
    expect(latest()[0]?.state).toBe("withdrawn");
  });

  test("that somebody else has decided meanwhile says who, and is not decided twice", async () => {
    const bench = run.ledger("sample");
    askForRelease(bench, "chen@example.com");
    const page = await run.start(bench, "approvals");
    await page.locator("main .row-link").click();
    await page.locator(".facts").first().waitFor();
    decideOne(run.opened.bench);
    await page.locator(".foot .secondary").click();
    await page.locator(".strip.plain").waitFor();
    expect(await page.locator(".strip.plain").textContent()).toContain("已放行 · Zhang San");
    expect(latest()[0]?.state).toBe("granted");
  });

  test("whose answer was lost is sent again as it was", async () => {
    const page = await run.start("waiting", "approvals");
    await page.locator("main .row-link").last().click();
    await page.locator("#decider").selectOption("王芳");
    let lost = 0;
    run.opened.interfere((name, input) => {
      if (name !== "decideApprovals" || lost >= 3) return undefined;
      lost += 1;
      run.opened.bench.run(name, input);
      return "throw";
    });
    await run.primary().click();
    await page.locator(".strip.trouble").waitFor();
    expect(await page.locator("#up-to").isDisabled()).toBe(true);
    await run.primary().click();
    await run.good();
    expect(new Set(run.sent("decideApprovals").map(({ input }) => JSON.stringify(input))).size).toBe(1);
    expect(cardOf("K003").customer.limit).toBe(80_000_000);
  });

  test("and others are all approved after a second question, and not before", async () => {
    const page = await run.start("waiting", "approvals");
    await page.locator(".foot .quiet").first().click();
    await page.locator(".strip.ask").waitFor();
    await run.primary().click();
    await page.locator(".field-fault").waitFor();
    expect(run.sent("decideApprovals")).toEqual([]);
    await page.locator("#decider").selectOption("王芳");
    await run.primary().click();
    await page.locator(".empty.done").waitFor();
    expect(waiting()).toBe(0);
    expect(cardOf("K001").customer).toMatchObject({ limit: 25_000_000 });
    expect(cardOf("K003").customer.limit).toBe(80_000_000);
  });

  test("typed beside a customer is found by taking over, which leads to it", async () => {
    const page = await run.start("sample");
    typeBeside(run.opened.bench, "zh", "K002", { limit: 90_000 });
    await WAYS.handEdits.play(run.opened);
    await settled(page);
    await run.primary().click();
    await run.good();
    await soon(() => run.primary().textContent()).toBe("审批申请");
    await run.primary().click();
    await page.locator("main .row-link").waitFor();
    expect(await page.locator("main .row-title").textContent()).toBe("广州恒通贸易有限公司");
  });
});

describe("reminders", () => {
  test("of the day go from Today in three clicks; who has dropped out is named, and undo takes them back", async () => {
    const page = await run.start("sample");
    const due = letters().length;
    const hands = new Hands(page);
    await hands.click(".duties .secondary");
    await page.locator(".counts, .lead").first().waitFor();
    expect(await page.locator(".lead").textContent()).toBe(`发 ${due} 封 · 不发 0 户`);
    await hands.click("[data-primary]");
    // The first letters ever are asked for with names.
    expect(await page.locator(".strip.ask .named").count()).toBe(3);
    pause(run.opened.bench);
    await hands.click("[data-primary]");
    await run.good();
    expect(hands.clicks).toBe(3);
    expect(await page.locator("main .row-plain").allTextContents()).toEqual(["深圳市鸿运达电子科技有限公司"]);
    expect(letters()).toEqual([]);
    await page.locator(".note .quiet").click();
    await soon(() => letters().length).toBe(due - 1);
  });

  test("say who gets none and why, and open the customer", async () => {
    const bench = run.ledger("sample");
    pause(bench);
    const page = await run.start(bench, "reminders");
    const fold = page.locator("details", { hasText: "已暂停催款" });
    await fold.locator("summary").click();
    await fold.locator(".row-link").click();
    await soon(() => run.heading()).toBe("深圳市鸿运达电子科技有限公司");
  });

  test("lost on the way are sent again as they were, and nobody is reminded twice", async () => {
    const page = await run.start("sample", "reminders");
    await run.primary().click();
    let lost = 0;
    run.opened.interfere((name, input) => {
      if (name !== "recordReminders" || lost >= 3) return undefined;
      lost += 1;
      run.opened.bench.run(name, input);
      return "throw";
    });
    await run.primary().click();
    await page.locator(".strip.trouble").waitFor();
    await run.primary().click();
    await run.good();
    expect(new Set(run.sent("recordReminders").map(({ input }) => JSON.stringify(input))).size).toBe(1);
    expect(letters()).toEqual([]);
  });

  test("are edited, kept while the language stays, and recorded with their words and their way", async () => {
    const page = await run.start("sample", "reminder");
    const own = await page.inputValue("#text");
    expect(own).toContain("98,800.00 元");
    await page.fill("#text", "请核对");
    await page.locator(".choice button", { hasText: "English" }).click();
    await soon(() => page.inputValue("#text")).toContain("CNY 98,800.00");
    await page.locator(".choice button", { hasText: "简体" }).click();
    await soon(() => page.inputValue("#text")).toBe("请核对");
    await page.locator(".choice button", { hasText: "短信" }).click();
    expect((await page.inputValue("#text")).length).toBeLessThanOrEqual(70);
    await page.locator(".choice button", { hasText: "微信" }).click();
    await page.locator(".foot .secondary").click();
    await run.good();
    const [recorded] = run.sent("recordReminders");
    expect(recorded?.input).toMatchObject({
      state: "sent",
      channel: "wechat",
      letters: [{ text: "请核对" }],
    });
    expect(letters().map(({ code }) => code)).not.toContain("K001");
    await page.locator(".note .quiet").click();
    await soon(() => letters().map(({ code }) => code)).toContain("K001");
  });

  test("whose sum has changed since they were edited are ours again, and say so", async () => {
    const page = await run.start("sample", "reminder");
    await page.fill("#text", "请付 98,800.00");
    const { id: customer } = run.ask("findCustomer", { code: "K001" });
    const receipt = {
      customer,
      date: run.ask("status", {}).facts?.today,
      amount: 3_000_000,
      method: "transfer",
    };
    run.opened.bench.call("addReceipt", { action: "e2e-paid-since", receipt });
    await page.locator(".foot .secondary").click();
    await page.locator(".strip.trouble").waitFor();
    await page.locator(".strip.ask", { hasText: "金额有变" }).waitFor();
    expect(await page.inputValue("#text")).toContain("68,800.00 元");
  });

  test("are paused until a day that is to come, and undo ends the pause", async () => {
    const page = await run.start("sample", "reminder");
    await page.locator("main .row-acts .quiet").last().click();
    await page.fill("#pause-until", "2026-01-01");
    await run.primary().click();
    await page.locator(".field-fault").waitFor();
    expect(run.sent("pauseReminders")).toEqual([]);
    await page.fill("#pause-until", "2062-12-31");
    await page.locator(".chips.said button").first().click();
    await run.primary().click();
    await run.good();
    expect(run.ask("remind", {}).excluded.map(({ why }) => why)).toContain("paused");
    await page.locator(".note .quiet").click();
    await soon(() => run.ask("remind", {}).excluded.map(({ why }) => why)).not.toContain("paused");
  });
});

describe("what there is to do about credit", () => {
  test("is read behind Today, which does not wait for it", async () => {
    const bench = run.ledger("sample");
    breakPromises(bench);
    const page = await run.show(bench);
    run.opened.interfere((name) => (name === "duties" ? "hang" : undefined));
    await page.locator(".to-do .row").first().waitFor();
    expect(await page.locator(".duties").count()).toBe(0);
    run.opened.interfere(undefined);
    await page.reload();
    await page.locator(".duties").waitFor();
    const names = run.opened.calls.map(({ name }) => name);
    expect(names.lastIndexOf("duties")).toBeGreaterThan(names.lastIndexOf("today"));
    expect(await page.locator(".duties .row-title").allTextContents()).toEqual([
      ...["催款提醒", "深圳市鸿运达电子科技有限公司", "重庆长安机电设备有限公司", "信用复审"],
    ]);
    await page.locator(".duties .secondary").nth(1).click();
    await soon(() => run.heading()).toBe("深圳市鸿运达电子科技有限公司");
  });

  test("that could not be read is said, and Today stays", async () => {
    const page = await run.show(run.ledger("sample"));
    run.opened.interfere((name) =>
      name === "duties" ? { ok: false, kind: "bug", report: "TypeError" } : undefined,
    );
    await page.reload();
    await page.locator(".strip.stale", { hasText: "没有读到" }).waitFor();
    expect(await page.locator(".to-do .row").count()).toBeGreaterThan(0);
  });

  test("has grades reviewed: shown, recorded, and not due again", async () => {
    const page = await run.start("sample", "reviews");
    expect(await page.locator("main .row-title").allTextContents()).toEqual(["深圳市鸿运达电子科技有限公司"]);
    await run.primary().click();
    await page.locator(".empty.done").waitFor();
    expect(run.ask("duties", {}).reviews).toEqual([]);
  });
});
