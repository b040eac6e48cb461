import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

/** A document's date typed otherwise: what it is allocated to holds from the later of the two documents. */
function settledInMarch() {
  const { bench, customer } = TypedBench.withCustomer();
  bench.item(customer, "A", "2026-01-10", 1_000, { due: "2026-01-10" });
  bench.receipt(1_000, "2026-03-01", { customer });
  return { bench, customer };
}

/** What is owed line by line, and what money is on none, on a day. */
const on = (bench: TypedBench, id: string, asOf: string) => {
  const { open, unapplied } = bench.call<Output<"customer">>("customer", { id, asOf });
  return [open.map((line) => line.open), unapplied.map((each) => each.open)];
};

const dates = (bench: TypedBench) =>
  bench
    .cells("核销")
    .slice(1)
    .map((_, row) => bench.cell("核销", row + 2, "日期"));

describe("a date that is typed otherwise", () => {
  it("moves what the receipt has settled with it", () => {
    const { bench, customer } = settledInMarch();
    bench.typeRow("收款", 2, { 收款日期: "2026-05-01" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(on(bench, customer, "2026-04-01")).toEqual([[1_000], []]);
    expect(on(bench, customer, "2026-05-01")).toEqual([[], []]);
    expect(dates(bench)).toHaveLength(1);
    expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
  });

  it("moves what has settled the document with it", () => {
    const { bench, customer } = settledInMarch();
    bench.typeRow("应收明细", 2, { 单据日期: "2026-06-01", 到期日: "2026-06-02" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(on(bench, customer, "2026-05-15")).toEqual([[], [1_000]]);
    expect(on(bench, customer, "2026-06-01")).toEqual([[], []]);
    expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
  });

  it("and undone has them where they were", () => {
    const { bench, customer } = settledInMarch();
    const before = dates(bench);
    bench.typeRow("收款", 2, { 收款日期: "2026-05-01" });
    bench.call("takeOver", { action: "take-0001" });
    expect(dates(bench)).not.toEqual(before);
    expect(bench.run("undo", { action: "undo-0001", of: "take-0001:receipts" }).reply).toMatchObject({
      ok: true,
    });
    expect(on(bench, customer, "2026-03-01")).toEqual([[], []]);
    expect(on(bench, customer, "2026-02-28")).toEqual([[1_000], []]);
    expect(dates(bench)).toEqual(before);
    expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
  });
});
