import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

/** A customer with five invoices, four of them paid the given days after they were due, in 2026. */
function ledger(late: number, more: object = {}) {
  const { bench, customer } = TypedBench.withCustomer(more);
  for (let month = 1; month <= 5; month += 1) {
    const date = `2026-0${month}-01`;
    bench.item(customer, `A${month}`, date, 100_000, { due: date });
    const day = new Date(Date.parse(date) + late * 86_400_000).toISOString().slice(0, 10);
    if (month < 5) bench.receipt(100_000, day, { customer });
  }
  return { bench, customer };
}

describe("grades and histories of a ledger", () => {
  it("say what was found as of a day, and nothing of what came later", () => {
    const { bench, customer } = ledger(10);
    const asked = { customer, asOf: "2026-04-10" };
    const { customers, expected } = bench.call<Output<"history">>("history", asked);
    expect(customers).toMatchObject([
      { since: "2026-01-01", payments: 3, amount: 300_000, medianDays: 10, overdue: { oldestDays: 9 } },
    ]);
    expect(expected).toEqual([{ currency: "CNY", from: "2026-04-06", amount: 100_000 }]);
    const later = bench.call<Output<"history">>("history", { customer, asOf: "2026-05-01" });
    expect(later.customers).toMatchObject([{ payments: 4, meanDays: 10, overdue: { amount: 0 } }]);
    expect(later.expected).toEqual([{ currency: "CNY", from: "2026-05-11", amount: 100_000 }]);
  });

  it("grade better who pays on the day, and say why in points that add up", () => {
    const [good, bad] = [0, 45].map((late) => {
      const { bench } = ledger(late);
      const { customers } = bench.call<Output<"grade">>("grade", { asOf: "2026-05-01" });
      const [only] = customers;
      expect(only?.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(only?.score);
      expect(only?.reasons.every(({ text }) => text.length > 0)).toBe(true);
      return only;
    });
    expect([good?.grade, bad?.grade]).toEqual(["B", "D"]);
    expect(good?.caps.map(({ why }) => why)).toEqual(["fewPayments", "fewMonths"]);
    expect(bad?.suggestedLimit).toBe(0);
    // The best month is 1,000.00; with no terms said, 60 days of grade B and the 15 tolerated: 75/30 of it.
    expect(good?.suggestedLimit).toBe(250_000);
  });

  it("are the same whether one is asked about or all, and change nothing", () => {
    const { bench, customer } = ledger(3);
    const before = JSON.stringify(bench.workbook.tabs.map(({ cells }) => cells));
    const all = bench.call<Output<"grade">>("grade", { asOf: "2026-05-01" });
    const one = bench.call<Output<"grade">>("grade", { asOf: "2026-05-01", customer });
    expect(one.customers).toEqual(all.customers);
    expect(JSON.stringify(bench.workbook.tabs.map(({ cells }) => cells))).toBe(before);
  });

  it("refuse a customer that is not there with one sentence", () => {
    const { bench } = ledger(0);
    expect(bench.run("grade", { customer: "c999.0" }).reply).toMatchObject({
      ok: false,
      why: "customerUnknown",
    });
  });
});

describe("an order check", () => {
  /** By the version of the policy in which the time of observing is over. */
  function asked(bench: TypedBench, customer: string, amount: number, more: object = {}) {
    const by = { asOf: "2026-05-20", policyVersion: 2 };
    return bench.call<Output<"orderCheck">>("orderCheck", { customer, amount, ...by, ...more });
  }

  function limited(late: number, limit = 200_000) {
    const { bench, customer } = ledger(late, { limitType: "amount", limit });
    bench.call("savePolicy", { action: bench.action(), policy: { observeUntil: "off" } });
    bench.call("saveSettings", {
      action: bench.action(),
      settings: { receiptsEnteredThrough: "2026-05-20" },
    });
    return { bench, customer };
  }

  it("is unknown without a limit, and says so first", () => {
    const { bench, customer } = ledger(0);
    const found = asked(bench, customer, 1_000, { policyVersion: 1 });
    expect(found.decision).toBe("unknown");
    expect(found.reasons.map(({ text }) => text)).toContain("未设信用额度，请先申请额度");
    expect(found.cure).toEqual([{ kind: "ask", text: "申请放行" }]);
  });

  it("passes up to the limit, warns of what is late, and holds beyond with what would cure it", () => {
    const { bench, customer } = limited(0);
    expect(asked(bench, customer, 100_000)).toMatchObject({
      ...{ decision: "warn", exposure: 200_000, limit: 200_000, available: 100_000 },
      reasons: [
        { kind: "overdue", text: "逾期 19 天 · 1,000.00" },
        { kind: "grade", text: "信用等级 C" },
        { kind: "withinLimit", text: "可用额度 1,000.00" },
      ],
    });
    expect(asked(bench, customer, 150_000)).toMatchObject({
      decision: "hold",
      cure: [
        { kind: "pay", amount: 50_000, text: "收到 500.00 后可下单" },
        { kind: "reduceTo", amount: 100_000, text: "≤ 1,000.00 可直接下单" },
        { kind: "ask" },
      ],
    });
  });

  it("compares an order that was typed into the ledger, and counts what was shipped of it once", () => {
    const { bench, customer } = limited(0);
    const typed = { 订单号: "SO-1", 客户编码: "K001", 日期: "2026-05-10", 金额: 800 };
    bench.typeRow("订单", 2, typed);
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    const whole = { order: "SO-1" };
    expect(asked(bench, customer, 80_000, whole)).toMatchObject({ exposure: 180_000, available: 100_000 });
    bench.item(customer, "A6", "2026-05-15", 30_000, { order: "SO-1", due: "2026-06-15" });
    expect(asked(bench, customer, 80_000, whole)).toMatchObject({ exposure: 180_000 });
    expect(asked(bench, customer, 90_000, whole)).toMatchObject({ exposure: 190_000 });
    expect(asked(bench, customer, 90_000)).toMatchObject({ exposure: 270_000, decision: "hold" });
  });
});
