import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Bench } from "../addon/bundle.ts";
import { granted, held, inGoodStanding, observed, todayOf, upToDate } from "./credit-ledger.ts";
import { Hands } from "./sidebar-checks.ts";
import { settled } from "./sidebar-page.ts";
import { sidebarRun, soon } from "./sidebar-run.ts";
import { asksNames, toCard } from "./sidebar-scenes-credit.ts";
import { bugs, hangs, openCustomer } from "./sidebar-ways.ts";

/** What the ledger thinks of a customer: strip, credit, order check, requests, holds, promises. */
const run = sidebarRun({ isHurried: true });

/** The sample's K001 owes 151,400.00 against a limit of 100,000.00, and 98,800.00 of it is overdue. */
const idOf = (code: string) => run.ask("findCustomer", { code }).id;
const standingOf = (code: string) => run.ask("standing", { customer: idOf(code) });

async function onCard(code: string, prepare: (bench: Bench) => void = upToDate): Promise<Page> {
  const bench = run.ledger("sample");
  prepare(bench);
  const page = await run.start(bench);
  await openCustomer(page, code);
  await page.locator(".strip-head").waitFor();
  return page;
}

async function onCredit(code: string, prepare?: (bench: Bench) => void): Promise<Page> {
  const page = await onCard(code, prepare);
  await page.locator(".strip-acts .secondary").first().click();
  await page.locator(".folds").waitFor();
  return page;
}

async function checked(code: string, amount: string, prepare?: (bench: Bench) => void): Promise<Page> {
  const page = await onCard(code, prepare);
  await page.locator(".strip-acts .secondary").nth(1).click();
  await page.fill("#order-amount", amount);
  await page.fill("#order-number", "SO-1");
  await run.primary().click();
  await page.locator(".outcome").waitFor();
  return page;
}

const sum = (text: string) => Math.round(Number(text.replaceAll(",", "")) * 100);

describe("the strip of a customer's card", () => {
  test("says the decision, the grade, the heaviest reason, and how far over the limit", async () => {
    const page = await onCard("K001");
    expect(await page.locator(".strip-head .decision").textContent()).toBe("暂停");
    expect(await page.locator(".strip-head").textContent()).toContain("D 级");
    expect(await page.locator(".credit-line").allTextContents()).toEqual(["超额度 51,400.00"]);
    expect(await page.locator(".bullet-sums").textContent()).toBe("额度 100,000.00已占用 151,400.00");
    expect(await page.locator(".bullet-left").textContent()).toBe("超出 51,400.00");
  });

  test("is not waited for: the card stands while it is read, and where it was not", async () => {
    const page = await run.start("sample");
    run.opened.interfere(hangs("standing"));
    await toCard(page, "K001");
    await page.locator(".balance-line").waitFor();
    expect(await page.locator(".credit-strip .skeleton").count()).toBe(1);
    const failing = await run.start("sample");
    run.opened.interfere(bugs("standing"));
    await toCard(failing, "K001");
    await failing.locator(".credit-strip .quiet").waitFor();
    expect(await failing.locator(".balance-line").count()).toBe(1);
    run.opened.interfere(undefined);
    await failing.locator(".credit-strip .quiet").click();
    await failing.locator(".strip-head").waitFor();
  });

  test("says what is only observed, and what it will be", async () => {
    const page = await onCard("K001", (bench) => {
      upToDate(bench);
      observed(bench);
    });
    expect(await page.locator(".strip-head .decision").textContent()).toBe("注意");
    expect(await page.locator(".quiet-line").textContent()).toMatch(
      /^观察期至 [\d-]+ 只提示，之后将是“暂停”$/,
    );
  });

  test("is read once for card and credit", async () => {
    await onCredit("K001");
    expect(run.sent("standing")).toHaveLength(1);
  });
});

describe("an order that is checked", () => {
  const outcomes: [word: string, code: string, prepare: (bench: Bench) => void][] = [
    ["可下单", "K005", (bench) => inGoodStanding(bench, "K005", 60_000_000)],
    ["注意", "K004", (bench) => inGoodStanding(bench, "K004", 9_000_000)],
    ["暂停", "K005", (bench) => inGoodStanding(bench, "K005", 40_000_000)],
    [
      "停止供货",
      "K001",
      (bench) => {
        upToDate(bench);
        held(bench, "K001", "block", "法务处理中");
      },
    ],
    [
      "不确定",
      "K005",
      (bench) => {
        upToDate(bench);
        granted(bench, "K005", { subject: { kind: "grade", grade: "A" } });
      },
    ],
    ["现款", "K004", (bench) => granted(bench, "K004", { subject: { kind: "limit", limitType: "none" } })],
    [
      "已放行",
      "K001",
      (bench) => {
        upToDate(bench);
        granted(bench, "K001", { subject: { kind: "release" }, amount: 9_000_000 });
      },
    ],
  ];
  test.each(outcomes)("is %s, and asks for a release only where one helps", async (word, code, prepare) => {
    const page = await checked(code, "58000", prepare);
    expect(await page.locator(".outcome .decision").textContent()).toBe(word);
    const asks = word === "暂停" || word === "不确定";
    expect(await run.primary().textContent()).toBe(asks ? "申请放行" : "检查另一单");
  });

  test("says the order that still fits before the money that cures it", async () => {
    // 382,910.00 of 400,000.00 are used: 17,090.00 fit, and 58,000.00 are 40,910.00 over.
    const page = await checked("K005", "58000", (bench) => inGoodStanding(bench, "K005", 40_000_000));
    expect(await page.locator(".cures li").allTextContents()).toEqual([
      "≤ 17,090.00 可直接下单",
      "收到 40,910.00 后可下单",
    ]);
  });

  test("adds up line by line", async () => {
    const page = await checked("K001", "58000");
    await page.locator(".fold summary").click();
    const figures = (await page.locator(".arithmetic dd").allTextContents()).map(sum);
    const [lines, [used, limit, over]] = [figures.slice(0, 6), figures.slice(6)];
    expect(lines.reduce((total, each) => total + each, 0)).toBe(used);
    expect([used, limit, over]).toEqual([20_940_000, 10_000_000, 10_940_000]);
  });

  test("shows two reasons and opens the rest, and says how old the data is", async () => {
    const page = await checked("K001", "58000");
    expect(await page.locator(".reasons li").count()).toBe(2);
    expect(await page.locator(".outcome .quiet").textContent()).toBe("另 1 条");
    await page.locator(".outcome .quiet").click();
    expect(await page.locator(".reasons li").count()).toBe(3);
    expect(await page.locator(".through").textContent()).toContain(todayOf(run.opened.bench));
  });

  test("keeps what was typed when it is changed, and nothing when another is checked", async () => {
    const page = await checked("K001", "58000");
    await page.locator(".asked .quiet").click();
    expect(await page.inputValue("#order-amount")).toBe("58,000.00");
    await run.primary().click();
    await page.locator(".outcome").waitFor();
    await page.locator(".foot .secondary").click();
    expect(await page.inputValue("#order-amount")).toBe("");
  });
});

describe("a release", () => {
  test("is asked for in three clicks and told in one line with five figures", async () => {
    const page = await checked("K001", "58000");
    const hands = new Hands(page);
    await hands.click("[data-primary]");
    await page.locator("#release-amount").waitFor();
    await hands.click(".choice button");
    await hands.click("[data-primary]");
    const text = await page.locator(".message").textContent();
    expect(hands.clicks).toBe(3);
    expect(text).toBe(
      [
        "申请放行｜深圳市鸿运达电子科技有限公司｜本单 58,000.00",
        "额度 100,000.00 · 已占用 151,400.00 · 下单后超 109,400.00",
        "逾期 102 天 98,800.00",
        "理由：客户已答应付款",
      ].join("\n"),
    );
    expect(run.ask("approvals", { only: "waiting" }).approvals).toMatchObject([
      { kind: "release", order: "SO-1", amount: 5_800_000, reason: "客户已答应付款" },
    ]);
  });

  test("without a reason is not sent, and one that waits is not asked for twice", async () => {
    const page = await checked("K001", "58000");
    await run.primary().click();
    await page.locator("#release-amount").waitFor();
    await run.primary().click();
    await page.locator(".field-fault").waitFor();
    expect(run.sent("requestApproval")).toEqual([]);
    await page.locator(".choice button").nth(1).click();
    await run.primary().click();
    await page.locator(".message").waitFor();
    await page.locator(".foot .secondary").click();
    await page.locator(".strip-acts .secondary").nth(1).click();
    await page.fill("#order-amount", "58000");
    await page.fill("#order-number", "SO-1");
    await run.primary().click();
    await page.locator(".outcome ~ .strip.ask").waitFor();
    expect(await run.primary().textContent()).toBe("检查另一单");
  });
});

describe("a limit", () => {
  test("is asked for as it is proposed, and what is in force stands", async () => {
    const page = await onCredit("K005");
    const { grade, agreed } = standingOf("K005");
    await run.primary().click();
    await page.locator("#limit-amount").waitFor();
    const filled = sum(await page.inputValue("#limit-amount"));
    expect(filled).toBe(grade.suggestedLimit === 0 ? 0 : grade.suggestedLimit);
    await page.fill("#limit-amount", "123,000");
    await run.primary().click();
    await page.locator(".message").waitFor();
    expect(standingOf("K005")).toMatchObject({
      agreed,
      requests: [{ kind: "limit", state: "waiting" }],
    });
  });
});

describe("the credit of a customer", () => {
  test("shows points that add up to the score", async () => {
    const page = await onCredit("K001");
    const points = await page.locator(".factors .points").allTextContents();
    const { grade } = standingOf("K001");
    const total = points
      .slice(0, grade.reasons.length)
      .reduce((all, each) => all + Number.parseInt(each, 10), 0);
    expect(total).toBe(grade.score);
  });

  test("is reviewed on the spot, by name where nobody is known", async () => {
    const bench = run.ledger("sample");
    const page = await run.start(bench);
    asksNames(run.opened, []);
    await openCustomer(page, "K001");
    await page.locator(".strip-acts .secondary").first().click();
    await page.locator(".fold summary", { hasText: "等级" }).last().click();
    await page.locator(".review .secondary").click();
    await page.locator("#reviewer-note").waitFor();
    expect(run.sent("reviewGrades")).toEqual([]);
    await page.fill("#reviewer", "王芳");
    await page.locator(".review .secondary").click();
    await run.good();
    expect(run.sent("reviewGrades")).toMatchObject([{ input: { by: "王芳", customers: [idOf("K001")] } }]);
    expect(standingOf("K001").review).toMatchObject({ grade: "D", on: todayOf(bench) });
  });
});

describe("a hold", () => {
  test("wants its kind and a reason, stands on the card, and is lifted with a reason", async () => {
    const page = await onCredit("K005", (bench) => inGoodStanding(bench, "K005", 60_000_000));
    await page.locator(".holds > .quiet").click();
    await run.primary().click();
    await page.locator("#hold-kind-fault").waitFor();
    expect(run.sent("hold")).toEqual([]);
    await page.locator("input[name=hold-kind][value=hold]").check();
    await page.fill("#hold-reason", "换了法人");
    await run.primary().click();
    await run.good();
    await soon(() => page.locator(".strip-head .decision").textContent()).toBe("暂停");
    expect(await page.locator(".credit-line.bad").textContent()).toContain("已冻结：换了法人");
    await page.locator(".strip-acts .secondary").first().click();
    await page.locator(".holds .row-verb .quiet").click();
    await run.primary().click();
    await page.locator(".field-fault").waitFor();
    expect(run.sent("liftHold")).toEqual([]);
    await page.fill("#lift-reason", "新法人已签字");
    await run.primary().click();
    await run.good();
    await soon(() => page.locator(".strip-head .decision").textContent()).toBe("可下单");
    expect(standingOf("K005").holds).toEqual([]);
    await page.locator(".note .quiet").click();
    await soon(() => standingOf("K005").holds).toMatchObject([{ kind: "hold", reason: "换了法人" }]);
  });
});

describe("a promise", () => {
  test("is of what is overdue, for a day to come, and says how it was made", async () => {
    const page = await onCard("K001");
    await page.locator(".links .row-link").last().click();
    expect(await page.inputValue("#promise-amount")).toBe("98,800.00");
    await page.fill("#promise-until", "2020-01-01");
    await run.primary().click();
    await page.locator(".field-fault").waitFor();
    expect(run.sent("addPromise")).toEqual([]);
    await page.fill("#promise-until", "2027-01-15");
    await page.locator(".choice button").first().click();
    await page.fill("#promise-note", "李会计");
    await run.primary().click();
    await run.good();
    await settled(page);
    expect(standingOf("K001").promises).toMatchObject([
      { until: "2027-01-15", amount: 9_880_000, state: "live", note: "电话：李会计" },
    ]);
    expect(await page.locator(".credit-strip").textContent()).toContain("承诺 2027-01-15 前付 98,800.00");
    await page.locator(".note .quiet").click();
    await soon(() => standingOf("K001").promises).toEqual([]);
  });
});
