import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

/** A customer with 1,000.00 past due for 30 days on 15 June, and 500.00 that falls due the day after. */
function ledger(customer: object = {}) {
  const { bench, customer: id } = TypedBench.withCustomer({ salesperson: "李娜", ...customer });
  const item = bench.item(id, "A1", "2026-04-16", 100_000, { due: "2026-05-16" });
  bench.item(id, "A2", "2026-05-17", 50_000, { due: "2026-06-16" });
  return { bench, customer: id, item };
}

type Preview = Output<"remind">;

function preview(bench: TypedBench, more: object = {}): Preview {
  return bench.call<Preview>("remind", more);
}

/** The letters of a preview as they are sent to be recorded. */
function sent({ letters }: Preview): object[] {
  return letters.map(({ customer, currency, total, lines, soon, words }) => ({
    ...{ customer, currency, total, text: words.text },
    lines: [...lines, ...soon].map(({ item, line, level }) => ({ item, line, level })),
  }));
}

function record(bench: TypedBench, letters: object[], more: object = {}) {
  const { reply } = bench.run("recordReminders", { action: bench.action(), state: "sent", letters, ...more });
  if (!reply.ok) return reply.kind === "refusal" ? reply.why : reply.report;
  const { recorded, dropped } = reply.value as Output<"recordReminders">;
  return { recorded, dropped: dropped.map(({ name }) => name) };
}

const levels = ({ letters }: Preview) => letters.map(({ level }) => level);
const whys = ({ excluded }: Preview) => excluded.map(({ why, text }) => `${why}: ${text}`);

describe("reminders", () => {
  it("are one letter a customer: what is past due, its sum, and what falls due shortly apart", () => {
    const { bench } = ledger();
    const [letter, ...others] = preview(bench).letters;
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      ...{ level: "friendly", total: 100_000, soonTotal: 50_000, language: "zh-CN", salesperson: "李娜" },
      lines: [{ number: "A1", days: 30, open: 100_000 }],
      soon: [{ number: "A2", days: -1 }],
    });
    expect(letter?.words.subject).toContain("1,000.00 元");
  });

  it("are the first ones until any was recorded, and again once that is taken back", () => {
    const { bench } = ledger();
    expect(preview(bench).isFirst).toBe(true);
    const action = bench.action();
    bench.call("recordReminders", { action, state: "drafted", letters: sent(preview(bench)) });
    expect(preview(bench).isFirst).toBe(false);
    bench.call("undo", { action: bench.action(), of: action });
    expect(preview(bench).isFirst).toBe(true);
  });

  it("that are recorded as sent are not due again, and stand beside the customer and in the log", () => {
    const { bench } = ledger();
    const letters = sent(preview(bench));
    expect(record(bench, letters, { channel: "wechat", by: "小王" })).toEqual({ recorded: 1, dropped: [] });
    expect(levels(preview(bench))).toEqual([]);
    expect(whys(preview(bench))).toEqual(["tooSoon: 刚提醒过，2026-06-22 起再催"]);
    // As a sheet counts days: 15 June 2026.
    expect(bench.cell("客户", 2, "上次提醒")).toBe(46_188);
    expect(bench.cells("催收记录")[1]).toEqual(
      expect.arrayContaining(["已发提醒", "友好提醒", 1_000, "微信", "小王"]),
    );
    expect(levels(preview(bench, { asOf: "2026-06-22" }))).toEqual(["firm"]);
    expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
  });

  it("of who has paid since the preview drop out, and are named", () => {
    const { bench, customer } = ledger();
    const other = bench.customer("K002", "广州恒通");
    bench.item(other, "B1", "2026-04-01", 70_000, { due: "2026-05-01" });
    const letters = sent(preview(bench));
    bench.receipt(40_000, "2026-06-15", { customer });
    expect(record(bench, letters)).toEqual({ recorded: 1, dropped: ["深圳市鸿运达"] });
    expect(record(bench, letters)).toBe("remindersChanged");
    expect(preview(bench).letters.map(({ name, total }) => [name, total])).toEqual([
      ["深圳市鸿运达", 60_000],
    ]);
  });

  it("are recorded with each of their lines once: one that is named twice stands for no other", () => {
    const { bench } = ledger();
    const [letter] = sent(preview(bench)) as { lines: object[] }[];
    const lines = letter?.lines.map(() => letter.lines[0]);
    expect(lines).toHaveLength(2);
    expect(record(bench, [{ ...letter, lines }])).toBe("remindersChanged");
  });

  it("recorded under one id are recorded once, and told again", () => {
    const { bench } = ledger();
    const once = { action: "remind-0001" };
    const letters = sent(preview(bench));
    const input = { ...once, state: "sent", letters };
    const first = bench.call<Output<"recordReminders">>("recordReminders", input);
    const again = bench.call<Output<"recordReminders">>("recordReminders", input);
    expect([first.already, again.already, again.recorded]).toEqual([false, true, 1]);
  });

  it("that were skipped climb to the next level at once; a pause lasts until its day", () => {
    const { bench, customer } = ledger();
    record(bench, sent(preview(bench)), { state: "skipped" });
    expect(levels(preview(bench))).toEqual(["firm"]);
    expect(bench.cell("客户", 2, "上次提醒")).toBe("");
    bench.call("pauseReminders", { action: bench.action(), customer, until: "2026-06-20", note: "月底对账" });
    expect(whys(preview(bench))).toEqual(["paused: 暂停催款至 2026-06-20"]);
    expect(levels(preview(bench, { asOf: "2026-06-22" }))).toEqual(["firm"]);
    bench.call("pauseReminders", { action: bench.action(), customer, until: "2026-06-14" });
    expect(levels(preview(bench))).toEqual(["firm"]);
  });

  it("are left out for whom they are not asked, with the reason and the sum", () => {
    const { bench, customer } = ledger();
    const item = bench.cells("应收明细").findIndex((row) => row.includes("A1")) + 1;
    bench.typeRow("应收明细", item, { 争议起: "2026-06-01", 争议原因: "短少" });
    bench.takeOver();
    bench.item(customer, "A3", "2026-05-01", 900, { due: "2026-05-02" });
    const { letters, excluded } = preview(bench);
    expect(letters).toMatchObject([{ level: "beforeDue", total: 50_000 }]);
    expect(excluded).toMatchObject([
      { why: "belowSmallAmount", amount: 900, text: "低于抹零金额" },
      { why: "disputed", amount: 100_000, count: 1, text: "有争议" },
    ]);
  });

  it("speak more gently to a segment that the policy names; the level that counts stays", () => {
    const { bench, customer } = ledger({ segment: "重点客户" });
    const { credit } = bench.call<Output<"settings">>("settings", {});
    const dunning = { ...credit.dunning, gentler: [{ segment: "重点客户", levels: 2 }], escalation: "jump" };
    bench.call("savePolicy", { action: bench.action(), policy: { credit: { ...credit, dunning } } });
    const [letter] = preview(bench).letters;
    expect(letter).toMatchObject({ customer, level: "formal" });
    expect(letter?.words.subject.startsWith("付款提醒")).toBe(true);
  });

  it("take the firm's own words of the level and language, where it has some", () => {
    const { bench } = ledger();
    const { credit } = bench.call<Output<"settings">>("settings", {});
    const own = {
      level: "friendly",
      language: "en",
      subject: "{firm}: {total}",
      opening: "Hi {customer}",
      closing: "Bye",
    };
    const dunning = { ...credit.dunning, templates: [own] };
    bench.call("savePolicy", { action: bench.action(), policy: { credit: { ...credit, dunning } } });
    expect(preview(bench, { language: "en" }).letters[0]?.words.text.startsWith("Hi 深圳市鸿运达")).toBe(
      true,
    );
    expect(preview(bench).letters[0]?.words.text).not.toContain("Hi");
    const wrong = { ...dunning, templates: [{ ...own, closing: "{costumer}" }] };
    const { reply } = bench.run("savePolicy", {
      action: bench.action(),
      policy: { credit: { ...credit, dunning: wrong } },
    });
    expect(reply).toMatchObject({ why: "policyUnfit" });
  });

  it("tell each salesperson whom to call, the oldest first", () => {
    const { bench } = ledger();
    const other = bench.customer("K002", "广州恒通", { salesperson: "李娜" });
    bench.item(other, "B1", "2026-03-01", 70_000, { due: "2026-04-01" });
    bench.item(bench.customer("K003", "佛山新合"), "C1", "2026-05-01", 30_000, { due: "2026-06-01" });
    const { digest } = preview(bench);
    expect(digest.map(({ salesperson, customers }) => [salesperson, customers])).toEqual([
      ["李娜", 2],
      ["", 1],
    ]);
    expect(digest[0]?.text.split("\n")).toEqual([
      "李娜：2026-06-15 有 2 位客户要联系，合计 1,700.00 CNY",
      "1. 广州恒通 700.00 CNY，最长逾期 75 天",
      "2. 深圳市鸿运达 1,000.00 CNY，最长逾期 30 天",
    ]);
    expect(digest[1]?.text.startsWith("未分配业务员：")).toBe(true);
    expect(preview(bench, { salesperson: "李娜" }).letters).toHaveLength(2);
  });
});

describe("promises to pay", () => {
  const promise = (bench: TypedBench, customer: string, more: object) =>
    bench.call("addPromise", {
      action: bench.action(),
      customer,
      until: "2026-06-20",
      amount: 100_000,
      ...more,
    });
  const states = (bench: TypedBench, customer: string, asOf: string) =>
    bench.call<Output<"standing">>("standing", { customer, asOf }).promises.map(({ state }) => state);

  it("keep reminders back while they live, and are kept, partly kept or broken by what comes in", () => {
    const { bench, customer } = ledger();
    promise(bench, customer, {});
    expect(whys(preview(bench))).toEqual(["promised: 付款承诺未到期"]);
    expect(states(bench, customer, "2026-06-20")).toEqual(["live"]);
    expect(states(bench, customer, "2026-06-21")).toEqual(["broken"]);
    expect(whys(preview(bench, { asOf: "2026-06-21" }))).toEqual(["quietDay: 假日不催，2026-06-22 起再催"]);
    expect(levels(preview(bench, { asOf: "2026-06-22" }))).toEqual(["friendly"]);
    bench.receipt(40_000, "2026-06-20", { customer });
    expect(states(bench, customer, "2026-06-21")).toEqual(["partlyKept"]);
    bench.receipt(60_000, "2026-06-20", { customer });
    expect(states(bench, customer, "2026-06-21")).toEqual(["kept"]);
  });

  it("that were broken are something to do, and warn at the next order; a kept one makes up for them", () => {
    const { bench, customer } = ledger({ limitType: "unlimited" });
    const duties = (asOf: string) => bench.call<Output<"duties">>("duties", { asOf }).broken;
    promise(bench, customer, { until: "2026-06-16" });
    expect(duties("2026-06-16")).toEqual([]);
    expect(duties("2026-06-17")).toMatchObject([{ code: "K001", state: "broken", amount: 100_000 }]);
    const check = (asOf: string) =>
      bench
        .call<Output<"orderCheck">>("orderCheck", { customer, amount: 1, asOf })
        .reasons.map(({ kind }) => kind);
    expect(check("2026-06-17")).toContain("brokenPromise");
    promise(bench, customer, { until: "2026-06-18", amount: 5_000 });
    bench.receipt(5_000, "2026-06-18", { customer });
    expect(check("2026-06-19")).not.toContain("brokenPromise");
    expect(duties("2026-06-19")).toEqual([]);
  });

  it("in one currency make up for none in another that was broken", () => {
    const { bench, customer } = ledger();
    bench.item(customer, "U1", "2026-04-16", 9_000, { due: "2026-05-16", currency: "USD" });
    const promised = { madeOn: "2026-06-01", until: "2026-06-10", amount: 100_000 };
    bench.call("addPromise", { action: bench.action(), customer, ...promised });
    const dollars = { until: "2026-06-30", amount: 9_000, currency: "USD" };
    bench.call("addPromise", { action: bench.action(), customer, ...dollars });
    const { broken } = bench.call<Output<"duties">>("duties", {});
    expect(broken).toMatchObject([{ currency: "CNY", amount: 100_000, state: "broken" }]);
  });

  it("and pauses say what comes next, the nearest first, a pause from the day after its last", () => {
    const { bench, customer } = ledger();
    const next = () => bench.call<Output<"duties">>("duties", {}).next;
    expect(next()).toBeUndefined();
    bench.call("pauseReminders", { action: bench.action(), customer, until: "2026-06-20" });
    expect(next()).toMatchObject({ day: "2026-06-21", what: "remind" });
    promise(bench, customer, { until: "2026-06-18" });
    expect(next()).toMatchObject({ day: "2026-06-18", what: "promise" });
  });

  it("ask who records a review where the ledger has users and does not know which of them it is", () => {
    const { bench } = ledger();
    const asked = () => {
      const { deciders, asksName } = bench.call<Output<"duties">>("duties", {});
      return { deciders, asksName };
    };
    expect(asked()).toEqual({ deciders: [], asksName: false });
    bench.call("addUser", { action: bench.action(), user: { name: "王芳", role: "controller" } });
    expect(asked()).toEqual({ deciders: ["王芳"], asksName: true });
  });

  it("to a day before it was made are refused", () => {
    const { bench, customer } = ledger();
    const input = { action: bench.action(), customer, until: "2026-06-14", amount: 1 };
    expect(bench.run("addPromise", input).reply).toMatchObject({ why: "promiseBackwards" });
  });
});

describe("duties", () => {
  it("count whom to remind, and whose grade nobody has looked at for as long as its grade says", () => {
    const { bench, customer } = ledger({ limitType: "unlimited" });
    const duties = (asOf?: string) => bench.call<Output<"duties">>("duties", asOf ? { asOf } : {});
    expect(duties()).toMatchObject({
      reminders: { customers: 1, sums: [{ currency: "CNY", amount: 100_000 }] },
      reviews: [{ code: "K001", grade: "" }],
    });
    bench.call("reviewGrades", { action: bench.action(), customers: [customer], by: "陈主管" });
    expect(duties().reviews).toEqual([]);
    // Nobody graded it yet: it is looked at again after a month.
    expect(duties("2026-07-14").reviews).toEqual([]);
    expect(duties("2026-07-15").reviews).toMatchObject([{ grade: "N", dueOn: "2026-07-15" }]);
  });
});
