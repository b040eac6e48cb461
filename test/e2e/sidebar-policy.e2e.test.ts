import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CALLS } from "../../addon/protocol.ts";
import type { PolicyPart } from "../../core/index.ts";
import { sidebarRun, soon } from "./sidebar-run.ts";
import { openPolicyPart } from "./sidebar-ways.ts";

/** The credit policy: each part typed, looked at, put in force, and found again among its versions. */
const run = sidebarRun();

const kept = () => run.ask("settings", {});
const sample = async (part: PolicyPart): Promise<Page> => {
  const page = await run.start("sample");
  await openPolicyPart(run.opened, part);
  await page.locator("#effective").waitFor();
  return page;
};

/** From the form over the preview into force. */
async function putInForce(page: Page): Promise<void> {
  await run.primary().click();
  await page.locator("h1", { hasText: "谁会变" }).waitFor();
  await run.primary().click();
  await run.good();
}

describe("a part of the policy", () => {
  test("takes effect from today, once somebody has seen who changes; the buckets change", async () => {
    const page = await sample("aging");
    await page.fill("#edges", "15、45");
    await page.fill("#amount", "0");
    await run.primary().click();
    await page.locator(".empty.done").waitFor();
    expect(kept().policy.version).toBe(1);
    await run.primary().click();
    await run.good();
    expect(kept().policy).toMatchObject({ bucketEdges: [15, 45], smallAmount: 0, version: 2 });
    expect(await run.heading()).toBe("赊账政策");
    await soon(() => page.locator(".lead").textContent()).toContain("第 2 版");
    await soon(() => page.locator(".links .row-sub").first().textContent()).toBe("区间 15 / 45 天；不抹零");
    await page.locator(".links .row-link").first().click();
    await soon(() => page.inputValue("#edges")).toBe("15, 45");
    await page.locator("nav button").first().click();
    await soon(() => page.locator(".legend li").count()).toBe(4);
  });

  test("that says what is in force is not put in force again", async () => {
    const page = await sample("approvals");
    await run.primary().click();
    await page.locator(".strip.ask", { hasText: "与现行政策相同" }).waitFor();
    expect(run.sent("previewPolicy")).toEqual([]);
    await page.fill("#answerDays", "31");
    expect(await page.locator(".strip.ask").count()).toBe(0);
  });

  test("is changed again after a look at who changes, and what was typed is still there", async () => {
    const page = await sample("approvals");
    await page.fill("#answerDays", "14");
    await run.primary().click();
    await page.locator(".empty.done").waitFor();
    await page.keyboard.press("Escape");
    await soon(() => page.inputValue("#answerDays")).toBe("14");
    await page.fill("#releaseDays", "3");
    await putInForce(page);
    expect(kept().credit.approvals).toEqual({ answerDays: 14, releaseDays: 3 });
  });

  test("whose answer was lost is sent again as it was, and is one version", async () => {
    const page = await sample("approvals");
    await page.fill("#answerDays", "14");
    await run.primary().click();
    await page.locator(".empty.done").waitFor();
    let lost = 0;
    run.opened.interfere((name, input) => {
      if (name !== "savePolicy" || lost >= 3) return undefined;
      lost += 1;
      run.opened.bench.run(name, input);
      return "throw";
    });
    await run.primary().click();
    await page.locator(".strip.trouble").waitFor();
    await run.primary().click();
    await run.good();
    expect(new Set(run.sent("savePolicy").map(({ input }) => JSON.stringify(input))).size).toBe(1);
    expect(kept().policy.version).toBe(2);
  });
});

describe("grades", () => {
  test("a better grade that would get less is said at its field, which opens; nothing is asked of the server", async () => {
    const page = await sample("grades");
    await page.locator(".openable summary").nth(2).click();
    await page.fill("#C-termDays", "75");
    await run.primary().click();
    await page.locator("#B-termDays:focus").waitFor();
    expect(await page.locator("#B-termDays-note").textContent()).toBe(
      "B 级的最长付款天数不如 C 级，请改成不低于下一级。",
    );
    expect(run.sent("previewPolicy")).toEqual([]);
    await page.fill("#B-termDays", "80");
    await run.primary().click();
    await page.locator("h1", { hasText: "谁会变" }).waitFor();
  });

  test("who changes is counted and listed as the ledger then says it, the largest change first", async () => {
    const page = await sample("grades");
    await page.locator(".openable summary").nth(6).click();
    for (const id of ["leastPayments", "fewPayments", "fewMonths"]) await page.fill(`#${id}`, "0");
    await page.fill("#cut-A", "20");
    await page.fill("#cut-B", "8");
    await page.fill("#cut-C", "4");
    await run.primary().click();
    await page.locator(".changes").first().waitFor();
    const names = await page.locator(".row-title").allTextContents();
    const asked = CALLS.previewPolicy.input.parse(run.sent("previewPolicy")[0]?.input);
    const answer = run.ask("previewPolicy", asked);
    expect(names.length).toBe(answer.changes.length);
    expect(await page.locator("h2").textContent()).toBe(`会变的客户（${names.length} / 6）`);
    const limits = (await page.locator(".changes").allTextContents()).map((text) =>
      Number((/建议额度0\.00 → ([\d,.]+)/.exec(text)?.[1] ?? "0").replaceAll(",", "")),
    );
    expect(limits[0]).toBeGreaterThan(0);
    expect([...limits].sort((a, b) => b - a)).toEqual(limits);
    await run.primary().click();
    await run.good();
    const { customers } = run.ask("grade", {});
    for (const { customer, after } of answer.changes)
      expect(customers.find(({ id }) => id === customer)).toMatchObject({
        ...{ grade: after.grade, suggestedLimit: after.limit },
      });
  });
});

test("order decisions: the time of observing ends, and days are other days", async () => {
  const page = await sample("orders");
  expect(await page.inputValue("#observeUntil")).toBe("2026-12-23");
  await page.locator(".choice button", { hasText: "不观察" }).click();
  await page.fill("#overdueHoldDays", "45");
  await page.fill("#orderTax", "13");
  await page.locator("#countsDisputed").uncheck();
  await putInForce(page);
  const { policy, credit } = kept();
  expect(policy).not.toHaveProperty("observeUntil");
  expect(credit).toMatchObject({
    ...{ orders: { overdueHoldDays: 45 }, exposure: { orderTax: 1_300, countsDisputed: false } },
  });
});

test("reminders: a level is left out, hours are quiet, a segment is spoken to more gently", async () => {
  const page = await sample("dunning");
  await page.fill("#level-final", "");
  await page.fill("#leastTotal", "200");
  await page.locator(".choice button", { hasText: "设时段" }).click();
  await page.fill("#hoursFrom", "20");
  await page.fill("#hoursTo", "8");
  await page.locator("form .quiet", { hasText: "新增类别" }).click();
  await page.locator("form .quiet", { hasText: "新增类别" }).click();
  await page.locator("form .quiet", { hasText: "删去" }).last().click();
  await page.fill("#segment-0", "老客户");
  await putInForce(page);
  const { dunning } = kept().credit;
  expect(dunning).toMatchObject({
    ...{ leastTotal: 20_000, quietHours: { from: 20, to: 8 } },
    gentler: [{ segment: "老客户", levels: 1 }],
  });
  expect(dunning.ladder.map(({ level }) => level)).not.toContain("final");
});

test("a letter is worded anew, looked at while typing, and goes back to ours", async () => {
  const page = await sample("templates");
  await page.fill("#opening-friendly-zh-CN", "{custmer}：请付 {total}。");
  await page.locator(".field-fault", { hasText: "{custmer}" }).waitFor();
  await page.fill("#opening-friendly-zh-CN", "{customer}：请付 {total}，电话 {phone}。");
  await soon(() => page.locator(".field-fault").count()).toBe(0);
  expect(await page.locator(".sample-text").textContent()).toContain("示例商贸有限公司：请付 16,360.00 元");
  await putInForce(page);
  expect(kept().credit.dunning.templates).toMatchObject([
    { level: "friendly", language: "zh-CN", opening: "{customer}：请付 {total}，电话 {phone}。" },
  ]);
  await openPolicyPart(run.opened, "templates");
  await page.locator(".through .quiet").click();
  await putInForce(page);
  expect(kept().credit.dunning.templates).toEqual([]);
});

test("a template that is wrong and not in sight is brought into sight", async () => {
  const page = await sample("templates");
  await page.fill("#opening-friendly-zh-CN", "");
  await page.selectOption("#level", "final");
  await run.primary().click();
  await page.locator("#opening-friendly-zh-CN").waitFor();
  await page.locator(".field-fault", { hasText: "恢复默认文字" }).waitFor();
  await page.selectOption("#level", "final");
  await page.locator("#opening-final-zh-CN").waitFor();
});

test("a rate is added, and taken away again", async () => {
  const page = await run.start("abroad");
  await openPolicyPart(run.opened, "rates");
  await page.locator("form .quiet").click();
  expect(await page.inputValue("#currency-0")).toBe("USD");
  await run.primary().click();
  await page.locator("#rate-0:focus").waitFor();
  await page.fill("#rate-0", "7.1034");
  await putInForce(page);
  expect(kept().credit.rates).toEqual([{ currency: "USD", from: "2026-11-23", millionths: 7_103_400 }]);
  await soon(() => page.locator(".links .row-sub").nth(5).textContent()).toBe("USD 7.1034");
  await openPolicyPart(run.opened, "rates");
  await page.locator("form .quiet", { hasText: "删去" }).click();
  await putInForce(page);
  expect(kept().credit.rates).toEqual([]);
});

describe("versions", () => {
  test("are listed with what each changed; one that is planned is said where the policy is", async () => {
    const page = await sample("approvals");
    await page.fill("#answerDays", "14");
    await putInForce(page);
    await openPolicyPart(run.opened, "orders");
    await page.fill("#overdueHoldDays", "45");
    await page.fill("#effective", "2027-01-01");
    await putInForce(page);
    await page.locator(".strip.plain", { hasText: "第 3 版已排定，自 2027-01-01 起生效" }).waitFor();
    expect(kept().credit.orders.overdueHoldDays).toBe(30);
    await run.primary().click();
    await soon(() => page.locator(".openable").count()).toBe(3);
    await page.locator(".openable summary").first().click();
    await soon(() => page.locator(".changes").textContent()).toBe("逾期超过几天暂停30 → 45");
    await page.locator(".openable summary").nth(1).click();
    await soon(() => page.locator(".changes").last().textContent()).toBe("申请几天内答复30 → 14");
    await run.primary().click();
    expect(await run.heading()).toBe("赊账政策");
  });

  test("that is put in force before a planned one says that it holds only until then", async () => {
    const page = await sample("approvals");
    await page.fill("#answerDays", "14");
    await page.fill("#effective", "2027-01-01");
    await putInForce(page);
    await openPolicyPart(run.opened, "approvals");
    await page.fill("#releaseDays", "3");
    await run.primary().click();
    await page.locator(".strip.ask", { hasText: "2027-01-01" }).waitFor();
  });
});

test("who the ledger does not know says which of those who decide they are", async () => {
  const page = await run.start("waiting");
  await openPolicyPart(run.opened, "approvals");
  await page.fill("#answerDays", "14");
  await run.primary().click();
  await page.locator("#decider:focus").waitFor();
  expect(run.sent("previewPolicy")).toEqual([]);
  await page.selectOption("#decider", "王芳");
  await putInForce(page);
  const [latest] = run.ask("policyVersions", {}).versions;
  expect(latest).toMatchObject({ version: 2, by: "王芳" });
});

test("a change goes by keys alone", async () => {
  const page = await sample("approvals");
  await page.locator("#answerDays").focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("14\n\n\n");
  await page.locator("[data-primary]:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.locator("h1", { hasText: "谁会变" }).waitFor();
  await page.keyboard.press("Control+Enter");
  await run.good();
  expect(kept().credit.approvals.answerDays).toBe(14);
});
