import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

/** Order numbers that were pasted one column too far to the right, where amounts stand. */
const ORDER_NUMBER = 2_026_031_500_000;

describe("amounts of which the sum cannot be reckoned", () => {
  it("typed: the take-over is refused in a sentence, and everything else goes on", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const other = bench.customer("K002", "二号客户");
    for (let i = 0; i < 50; i += 1)
      bench.typeRow("应收明细", 2 + i, {
        单号: `T-${i}`,
        客户编码: "K001",
        单据日期: "2026-03-01",
        金额: ORDER_NUMBER + i,
      });
    const journal = JSON.stringify(bench.tab("_journal").cells);
    const refused = bench.run("takeOver", { action: "take-0001" }).reply;
    expect(refused).toMatchObject({ ok: false, kind: "refusal", why: "sumTooLarge" });
    expect(JSON.stringify(bench.tab("_journal").cells)).toBe(journal);
    const item = { customer: other, kind: "invoice", number: "X", date: "2026-03-01", amount: 100 };
    bench.call("addItem", { action: "item-0001", item });
    expect(bench.call("check", {})).toMatchObject({ problems: [] });
    for (let i = 0; i < 50; i += 1) bench.typeRow("应收明细", 2 + i, { 金额: 1 });
    expect(bench.call("takeOver", { action: "take-0002" })).toMatchObject({ taken: 50 });
    expect(customer).not.toBe(other);
  });

  it("one customer's, or of two together: no report of all ends in a bug", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const item = { customer, kind: "invoice", number: "X", date: "2026-03-01", amount: 900_000_000_000_000 };
    expect(bench.run("addItem", { action: "item-0001", item }).reply).toMatchObject({ why: "sumTooLarge" });
    const most = { ...item, amount: 99_999_999_999_999 };
    bench.call("addItem", { action: "item-0002", item: most });
    bench.call("addItem", { action: "item-0003", item: { ...most, customer: bench.customer("K002", "二") } });
    for (const name of ["aging", "today", "check"])
      expect(bench.run(name, {}).reply).toMatchObject({ ok: true });
  });
});
