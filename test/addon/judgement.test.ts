import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

/** A customer with five invoices, four of them paid the given days after they were due, in 2026. */
function ledger(late: number) {
  const { bench, customer } = TypedBench.withCustomer();
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
