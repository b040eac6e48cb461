import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { type TakenOver, TypedBench } from "./typed-bench.ts";

/** What the preview says of typed rows, and what taking over then does, agree. */
const preview = (bench: TypedBench) => bench.call<Output<"handEdits">>("handEdits", {});

/** What is listed as not taken, row by row. */
const listed = ({ problems }: Pick<TakenOver, "problems"> | Output<"handEdits">) =>
  problems.map(({ kind, place }) => [kind, place.row]);

const emptyLedger = () => {
  const bench = new TypedBench();
  bench.call("setup", { language: "zh" });
  return bench;
};

describe("the preview of typed rows", () => {
  it("knows the customer that is typed in another tab and waits as well", () => {
    const bench = emptyLedger();
    bench.typeRow("客户", 2, { 编码: "C001", 客户名称: "深圳市鸿运达" });
    bench.typeRow("应收明细", 2, { 单号: "XS-1", 客户编码: "C001", 单据日期: "2026-10-07", 金额: 100 });
    bench.typeRow("应收明细", 3, { 单号: "XS-2", 客户编码: "C009", 单据日期: "2026-10-07", 金额: 100 });
    bench.typeRow("收款", 2, { 客户编码: "C001", 收款日期: "2026-10-08", 金额: 40 });
    const seen = preview(bench);
    expect(listed(seen)).toEqual([["customerUnknown", 3]]);
    expect(seen.rows.map(({ tab, row, change }) => [tab, row, change])).toEqual([
      ["客户", 2, "new"],
      ["应收明细", 2, "new"],
      ["收款", 2, "new"],
    ]);
    expect(bench.checkUp()).toMatchObject({ toTake: 3, problems: [{ kind: "customerUnknown" }] });
    const done = bench.takeOver();
    expect([done.taken, listed(done)]).toEqual([3, listed(seen)]);
  });

  it("sees a document that waits twice, and a code that was changed in the same go", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "XS-0", "2026-09-01", 500);
    bench.typeRow("客户", 2, { 编码: "K100" });
    bench.typeRow("应收明细", 3, { 单号: "XS-1", 客户编码: "K100", 单据日期: "2026-10-07", 金额: 100 });
    bench.typeRow("应收明细", 4, { 单号: "XS-0", 客户编码: "K100", 单据日期: "2026-10-07", 金额: 100 });
    const seen = preview(bench);
    expect(listed(seen)).toEqual([["duplicateSuspected", 4]]);
    expect(seen.rows.map(({ tab, row }) => [tab, row])).toEqual([
      ["客户", 2],
      ["应收明细", 3],
    ]);
    const done = bench.takeOver();
    expect([done.taken, done.restored, listed(done)]).toEqual([2, 0, listed(seen)]);
  });

  it("writes nothing, and says the same again", () => {
    const bench = emptyLedger();
    bench.typeRow("客户", 2, { 编码: "C001", 客户名称: "深圳市鸿运达" });
    bench.typeRow("应收明细", 2, { 单号: "XS-1", 客户编码: "C001", 单据日期: "2026-10-07", 金额: 100 });
    const cells = () => JSON.stringify(bench.workbook.tabs.map((tab) => tab.cells));
    const before = cells();
    expect(preview(bench)).toEqual(preview(bench));
    expect(cells()).toBe(before);
  });

  it("of a receipt typed together with what it pays: nothing of the ledger's own is called deleted", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "XS-0", "2026-09-01", 50_000);
    bench.receipt(10_000, "2026-09-02", { customer });
    bench.typeRow("收款", 3, { 客户编码: "K001", 收款日期: "2026-10-08", 金额: 40 });
    bench.typeRow("核销", 2, { 金额: 1 });
    const seen = preview(bench);
    expect(seen.rows.map(({ tab, change }) => [tab, change])).toEqual([["收款", "new"]]);
    expect(listed(seen)).toEqual([["machineCellTyped", 2]]);
    const done = bench.takeOver();
    expect([done.taken, listed(done)]).toEqual([1, listed(seen)]);
  });
});
