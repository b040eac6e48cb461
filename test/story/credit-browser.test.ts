import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import type { CreditClerk } from "./credit-clerk.ts";
import { creditExport, day, PAYERS, type Payer, ROWS_EACH, TODAY } from "./credit-export.ts";
import { APPROVER, CLERK, CONTROLLER, CreditOffice, codes } from "./credit-office.ts";

/**
 * The story of credit as three people live it, each in a browser of their own on what `npm start` serves; what came
 * of each step is asked of the ledger, not only read on the screen.
 */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** Beside those of the command line: who is due a word, who has promised, and who owes next to nothing. */
const OWING: readonly Payer[] = [
  { code: "DUEA", late: 0, open: { due: -12, amount: 2_000 } },
  { code: "DUEB", late: 0, open: { due: -12, amount: 2_500 } },
  { code: "SAID", late: 0, open: { due: -12, amount: 1_000 } },
  { code: "TINY", late: 0, open: { due: -12, amount: 5 } },
];
const ALL = [...PAYERS, ...OWING];

describe("the story of credit in a browser", () => {
  const office = new CreditOffice(creditExport(ALL));
  const { ledger } = office;
  let clerk: CreditClerk;
  let controller: CreditClerk;

  beforeAll(async () => {
    await office.opens();
    [clerk, controller] = await Promise.all([office.comes(CLERK), office.comes(CONTROLLER)]);
  });
  afterAll(() => office.closes());

  let isBroken = false;
  beforeEach(() => {
    if (isBroken) throw new Error("an earlier step of the story failed");
  });
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === "fail";
  });

  /** The outcome on the screen is the ledger's own: its two heaviest reasons, in its words. */
  async function checked(code: string, amount: string, number = "") {
    const shown = await clerk.checks(code, amount, number);
    const told = await office.orderCheck(code, amount, number);
    expect(shown.reasons).toEqual(told.reasons.slice(0, 2).map(({ text }) => text));
    return { shown, told };
  }

  it("imports two years of documents and how they were paid, and says up to when receipts are entered", async () => {
    await clerk.line("更多", /^导入/);
    await clerk.choosesFile(office.file);
    await clerk.press(`写入 ${ALL.length * ROWS_EACH} 行`);
    await clerk.reads(/^已导入/, 60_000);
    await clerk.toToday();
    await clerk.press("设置日期");
    await clerk.fill("#through", TODAY);
    await clerk.primary("保存");
    await clerk.reads("设置已保存");
    const { facts } = await ledger.json<Output<"today">>("today");
    expect(facts.receiptsEnteredThrough).toBe(TODAY);
  });

  it("shows a grade with every reason, points that add up, and how the customer pays", async () => {
    await clerk.toCredit("SLOW");
    const { grade, score, reasons, missing } = await office.gradeOf("SLOW");
    expect(grade).toBe("C");
    const fold = await clerk.unfolds("等级");
    const factors = fold.locator(".factors").first().locator("li");
    const texts = await factors.locator("span:first-child").allInnerTexts();
    expect(texts).toEqual(reasons.map(({ text }) => text));
    const points = (await factors.locator(".points").allInnerTexts()).map((text) =>
      Number.parseInt(text, 10),
    );
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(score);
    for (const { text } of missing) expect(await fold.innerText()).toContain(text);
    const paying = await (await clerk.unfolds("付款历史")).innerText();
    for (const figure of [`${ROWS_EACH - 1} 笔`, "晚 4 天"]) expect(paying).toContain(figure);
    expect([(await office.gradeOf("GOOD")).grade, (await office.gradeOf("LATE")).grade]).toEqual(["A", "D"]);
  });

  it("has limits asked for by the clerk, who cannot grant them, and granted by the controller", async () => {
    expect((await checked("GOOD", "7000")).shown.decision).toBe("不确定");
    await clerk.asksLimit("GOOD", "10000");
    await clerk.asksLimit("SLOW", "10000");
    await clerk.asksLimit("FREE");
    await clerk.line("单据", /^审批申请/);
    await clerk.press(/^GOOD/);
    await clerk.reads(/^这是本人的申请/);
    expect(await clerk.sidebar().locator(".foot button").allInnerTexts()).toEqual(["撤回申请"]);
    expect(await ledger.refusal(CLERK, "approve", "--all")).toContain("主管");
    expect(codes(await office.waiting())).toEqual(["FREE", "GOOD", "SLOW"]);
    expect((await office.standingOf("GOOD")).agreed.limitType).toBe("notSet");
    await controller.toToday();
    await controller.act(".to-do", "项申请待审批");
    await controller.press(/^GOOD/);
    await controller.primary("批准");
    await controller.reads("已批准：GOOD");
    await controller.press("批准全部（2）");
    await controller.primary("批准 2 项");
    await controller.reads("没有待审批的申请");
    expect(await office.waiting()).toEqual([]);
    const agreed = await Promise.all(
      ["GOOD", "SLOW", "FREE"].map(async (code) => (await office.standingOf(code)).agreed),
    );
    expect(agreed).toMatchObject([{ limit: 1_000_000 }, { limit: 1_000_000 }, { limitType: "none" }]);
  });

  it("only says what it would hold, until the policy, previewed by who decides, ends the observing", async () => {
    const { shown, told } = await checked("GOOD", "7000.01");
    expect(told).toMatchObject({ decision: "warn", wouldBe: "hold" });
    expect([shown.decision, shown.text]).toEqual(["注意", expect.stringContaining("只提示，之后将是“暂停”")]);
    const falling = (await office.grades()).filter(({ grade, score }) => grade === "A" && score < 100);
    expect(codes(falling)).toContain("GOOD");
    await clerk.line("更多", /^设置政策/);
    await clerk.press(/^等级与额度/);
    expect(await clerk.sidebar().locator("[data-primary]").isDisabled()).toBe(true);
    await controller.line("更多", /^设置政策/);
    await controller.press(/^等级与额度/);
    await controller.fill("#cut-A", "100");
    await controller.primary("预览影响");
    await controller.isOn("谁会变");
    await controller.reads(`会变的客户（${falling.length} / ${ALL.length}）`);
    expect((await controller.main().locator(".row .row-title").allInnerTexts()).sort()).toEqual(
      codes(falling),
    );
    expect((await office.gradeOf("GOOD")).grade).toBe("A");
    await controller.primary("启用政策");
    await controller.reads(/^政策已启用/);
    expect((await office.gradeOf("GOOD")).grade).toBe("B");
    await controller.press(/^下单判断/);
    await controller.press("不观察");
    await controller.fill("#overdueWarnDays", "5");
    await controller.primary("预览影响");
    await controller.isOn("谁会变");
    await controller.primary("启用政策");
    await controller.isOn("赊账政策");
    const { versions } = await ledger.json<Output<"policyVersions">>("policy", "--versions");
    expect(versions.slice(0, 2).map(({ by }) => by)).toEqual([CONTROLLER.name, CONTROLLER.name]);
    expect((await checked("GOOD", "7000.01")).told.decision).toBe("hold");
  });

  it("checks an order in each of its outcomes, as the ledger says it", async () => {
    await clerk.holds("LATE", "block", "已交法务");
    const outcomes = [
      ["GOOD", "7000", "可下单", "allow"],
      ["SLOW", "1000", "注意", "warn"],
      ["GOOD", "7000.01", "暂停", "hold"],
      ["LATE", "1", "停止供货", "block"],
      ["FREE", "500", "现款", "notOnAccount"],
    ] as const;
    for (const [code, amount, word, decision] of outcomes) {
      const { shown, told } = await checked(code, amount);
      expect([shown.decision, told.decision], `${code} ${amount}`).toEqual([word, decision]);
    }
    const over = (await checked("GOOD", "7000.01")).shown.text;
    for (const cure of ["≤ 7,000.00 可直接下单", "收到 0.01 后可下单"]) expect(over).toContain(cure);
  });

  it("holds by hand, releases one order by somebody else's word, and lifts the hold", async () => {
    await clerk.holds("GOOD", "hold", "资料不全");
    expect((await checked("GOOD", "1000", "SO-1")).shown.reasons[0]).toContain("资料不全");
    await clerk.primary("申请放行");
    await clerk.isOn("申请放行");
    await clerk.press("老客户急单");
    await clerk.primary("提交申请");
    await clerk.isOn("申请已提交");
    expect((await checked("GOOD", "1000", "SO-1")).shown.text).toContain(
      `${CLERK.name} ${TODAY} 已申请放行，等待审批`,
    );
    expect(await office.waiting()).toMatchObject([{ kind: "release", order: "SO-1", amount: 100_000 }]);
    const approver = await office.comes(APPROVER);
    await approver.act(".to-do", "项申请待审批");
    await approver.press(/^GOOD/);
    await approver.fill("#until", day(3));
    await approver.primary("放行");
    await approver.reads(/^已放行/);
    const released = await checked("GOOD", "1000", "SO-1");
    expect([released.shown.decision, released.told.decision]).toEqual(["已放行", "allow"]);
    expect(released.shown.reasons[0]).toBe(`${APPROVER.name} 已放行 · 至 ${day(3)} · 限 1,000.00`);
    expect((await checked("GOOD", "1000", "SO-2")).told.decision).toBe("hold");
    await clerk.toCredit("GOOD");
    expect(await clerk.main().getByRole("button", { name: "解除冻结" }).isDisabled()).toBe(true);
    await approver.toCredit("GOOD");
    await approver.press("解除冻结");
    await approver.fill("#lift-reason", "资料已补");
    await approver.primary("解除冻结");
    await approver.reads("已解除冻结");
    const free = await checked("GOOD", "1000", "SO-2");
    expect([free.shown.decision, free.told.decision]).toEqual(["可下单", "allow"]);
    await approver.page.context().close();
  });

  it("reminds who is due, says who is not and why; one letter is put right and sent, one skipped", async () => {
    await clerk.toCard("SAID");
    await clerk.press(/^登记承诺/);
    await clerk.fill("#promise-until", day(5));
    await clerk.press("电话");
    await clerk.primary("登记承诺");
    await clerk.reads(/^已登记承诺/);
    await clerk.toToday();
    await clerk.act(".duties", "催款提醒");
    await clerk.reads("发 4 封 · 不发 2 户");
    expect(codes((await office.remind()).letters)).toEqual(["DUEA", "DUEB", "LATE", "SLOW"]);
    const { excluded } = await office.remind();
    expect(excluded.map(({ code, why }) => [code, why]).sort()).toEqual([
      ["SAID", "promised"],
      ["TINY", "belowSmallAmount"],
    ]);
    for (const [why, code] of [
      ["付款承诺未到期", "SAID"],
      ["低于抹零金额", "TINY"],
    ] as const) {
      const fold = await clerk.unfolds(why);
      expect(await fold.locator(".row-title").allInnerTexts()).toEqual([code]);
    }
    await clerk.press(/^LATE/);
    await clerk.press("微信");
    const words = clerk.sidebar().locator("#text");
    expect(await words.inputValue()).toContain("9,000.00");
    await words.fill(`${await words.inputValue()}请王会计回电。`);
    await clerk.press("记为已发");
    await clerk.reads("已登记：LATE 已发");
    await clerk.press(/^SLOW/);
    await clerk.press("跳过这次");
    await clerk.reads("这次跳过 SLOW");
    expect((await office.standingOf("LATE")).reminders).toMatchObject([
      { state: "sent", channel: "wechat", total: 900_000 },
    ]);
    expect((await office.standingOf("SLOW")).reminders).toMatchObject([{ state: "skipped" }]);
    expect(codes((await office.remind()).letters)).toEqual(["DUEA", "DUEB"]);
  });

  it("lists on Today what there is to do, each with one verb that leads to it, until it is done", async () => {
    // A promise is recorded for a day to come; one that was forgotten is told with the day on which it was made.
    const promised = ["--amount", "9000", "--made", day(-5), "--until", day(-1)];
    await ledger.by(CLERK, "promise", "--customer", "LATE", ...promised);
    await ledger.by(CLERK, "request", "--customer", "SLOW", "--terms", "月结45天");
    await controller.toToday();
    for (const row of ["1 项申请待审批", /未付$/]) await controller.reads(row);
    expect(await controller.rows(".to-do")).toContainEqual(["审批", "审批"]);
    expect(await controller.rows(".duties")).toEqual([
      ["催款提醒", "催款"],
      ["LATE", "联系"],
      ["信用复审", "复审"],
    ]);
    await controller.act(".duties", "LATE");
    await controller.isOn("LATE");
    await controller.reads(/9,000\.00 · 未兑现/);
    await controller.toToday();
    await controller.act(".to-do", "项申请待审批");
    await controller.primary("审批最早一项");
    await controller.primary("批准");
    await controller.reads("已批准：SLOW");
    await controller.toToday();
    await controller.act(".duties", "催款提醒");
    await controller.primary("登记 2 封");
    await controller.press("已拟");
    await controller.primary("记 2 封为已拟");
    await controller.reads("已登记 2 封");
    await controller.toToday();
    await controller.act(".duties", "信用复审");
    await controller.primary(/^记录 \d 户复审$/);
    await controller.reads("没有到期的复审");
    const { reminders, broken, reviews } = await ledger.json<Output<"duties">>("duties");
    expect({ reminders, reviews }).toMatchObject({ reminders: { customers: 0 }, reviews: [] });
    expect(broken).toMatchObject([{ code: "LATE", amount: 900_000, state: "broken" }]);
    const { toDo } = await ledger.json<Output<"today">>("today");
    expect(toDo.map(({ kind }) => kind)).not.toContain("approvals");
    const { requests, review } = await office.standingOf("SLOW");
    expect(requests).toContainEqual(expect.objectContaining({ kind: "terms", state: "granted" }));
    expect(review).toMatchObject({ by: CONTROLLER.name, on: TODAY });
    expect((await office.standingOf("DUEA")).reminders).toMatchObject([{ state: "drafted" }]);
    expect(await ledger.json("check")).toMatchObject({ sound: true, problems: [] });
    // The words of a letter are kept as they went out.
    expect(await office.journal()).toContain("请王会计回电。");
  });
});
