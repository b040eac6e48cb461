import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

/** A firm that ages by the day of the document: one line is past due, one is not due yet, both are old. */
function agedByDocument() {
  const { bench, customer } = TypedBench.withCustomer();
  bench.call("savePolicy", { action: bench.action(), policy: { agingBasis: "documentDate" } });
  bench.item(customer, "XS-1", "2026-06-01", 70_000, { due: "2026-07-10" });
  bench.item(customer, "XS-2", "2026-06-02", 30_000, { due: "2026-12-31" });
  return { bench, customer };
}

const ON = { asOf: "2026-07-20" };

/** Rule: overdue is what is past its due date, whatever the age of documents is counted from. */
describe("in a ledger that ages by document date, overdue", () => {
  it("on the first screen is by due date", () => {
    const { bench } = agedByDocument();
    const { totals, toDo, overdueCustomers } = bench.call<Output<"today">>("today", ON);
    expect(totals).toMatchObject([{ current: 30_000, buckets: [70_000, 0, 0, 0, 0], balance: 100_000 }]);
    expect(toDo).toMatchObject([{ kind: "overdue", amount: 70_000, days: 10, count: 1 }]);
    expect(overdueCustomers).toBe(1);
    const before = bench.call<Output<"today">>("today", { asOf: "2026-07-10" });
    expect(before.toDo).toEqual([]);
    expect(before.overdueCustomers).toBe(0);
  });

  it("in the list of customers and on the card is by due date", () => {
    const { bench, customer } = agedByDocument();
    expect(bench.call<Output<"customers">>("customers", ON).customers).toMatchObject([{ overdue: 70_000 }]);
    const card = bench.call<Output<"customer">>("customer", { id: customer, ...ON });
    expect(card.aging).toMatchObject([{ current: 30_000, buckets: [70_000, 0, 0, 0, 0] }]);
    expect(card.open.map(({ bucket }) => bucket)).toEqual([1, 0]);
  });

  it("is no word of the aging tab: its headings say that ages count from the document", () => {
    const { bench } = agedByDocument();
    bench.call("writeAging", ON);
    const [about, headings, row] = bench.cells("账龄表");
    expect(about?.[2]).toBe("按 单据日期");
    expect(headings?.slice(4, 10)).toEqual([
      "当日单据",
      "单据日起 1–30 天",
      "单据日起 31–60 天",
      "单据日起 61–90 天",
      "单据日起 91–180 天",
      "单据日起超过 180 天",
    ]);
    expect(row?.slice(4, 7)).toEqual([0, 0, 1000]);
  });
});
