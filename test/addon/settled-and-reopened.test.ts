import { describe, expect, it } from "vitest";
import { accountsOf, overAllocated } from "../simulation/invariants.ts";
import { TypedBench } from "./typed-bench.ts";

/**
 * A document that was paid and opened again by a refund 退款 is open in full, and still what both stand on: money is
 * taken from the one receipt and given back by the other. It stays what it is until somebody undoes them.
 */
function ledger({ paid = 50, refunded = 50, day = "2026-05-08" } = {}) {
  const { bench, customer } = TypedBench.withCustomer();
  bench.customer("K002", "广州恒通");
  bench.item(customer, "A", "2026-05-08", 4_852);
  bench.receipt(paid, "2026-05-08", { customer });
  bench.receipt(-refunded, day, { customer });
  return bench;
}

function typed(bench: TypedBench, tab: string, cells: Record<string, string | number>) {
  bench.typeRow(tab, 2, cells);
  const answer = bench.takeOver();
  expect(accountsOf(bench).flatMap(overAllocated)).toEqual([]);
  expect(
    (bench.checkUp().problems as { kind: string }[]).filter(({ kind }) => kind !== "belowSettled"),
  ).toEqual([]);
  return answer;
}

describe("a document paid and opened again", () => {
  it.each([
    [{ 客户编码: "K002" }],
    [{ 币种: "USD" }],
    [{ 类型: "退货" }],
    [{ 类型: "退货", 金额: -48.52 }],
    [{ 金额: -48.52 }],
  ])("is not made another one: %o", (cells) => {
    expect(typed(ledger(), "应收明细", cells)).toMatchObject({
      ...{ taken: 0, problems: [{ kind: "belowSettled", settled: "0.50" }] },
    });
  });

  it.each([[{ 备注: "x" }], [{ 金额: 60 }], [{ 金额: 0.5 }], [{ 到期日: "2026-09-01" }]])(
    "may still say %o",
    (cells) => {
      expect(typed(ledger(), "应收明细", cells)).toMatchObject({ taken: 1, problems: [] });
    },
  );

  it("is not made smaller than what was settled of it on any day", () => {
    const bench = ledger({ paid: 3_000, refunded: 2_900, day: "2026-06-01" });
    expect(typed(bench, "应收明细", { 金额: 29.99 })).toMatchObject({
      ...{ taken: 0, problems: [{ kind: "belowSettled", found: "29.99", settled: "30.00" }] },
    });
    expect(typed(bench, "应收明细", { 金额: 30 })).toMatchObject({ taken: 1, problems: [] });
  });
});

describe("a receipt that was used and given back", () => {
  it.each([[{ 客户编码: "K002" }], [{ 币种: "USD" }], [{ 金额: -0.5 }]])(
    "is not made another one: %o",
    (cells) => {
      expect(typed(ledger(), "收款", cells)).toMatchObject({
        ...{ taken: 0, problems: [{ kind: "belowSettled", settled: "0.50" }] },
      });
    },
  );

  it("may be more", () => {
    expect(typed(ledger(), "收款", { 金额: 0.8 })).toMatchObject({ taken: 1, problems: [] });
  });
});
