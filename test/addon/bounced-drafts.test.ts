import { beforeEach, describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

/** A draft that bounced 退票 and the receipt that takes it back: they stand, and settle nothing. */
const held = { method: "bankDraft", draft: { maturity: "2026-05-01", state: "held" } };
const RECEIPTS = "收款";
let bench: TypedBench;
let customer: string;

beforeEach(() => {
  ({ bench, customer } = TypedBench.withCustomer());
  bench.item(customer, "INV-1", "2026-01-01", 10_000);
});

const bounce = (receipt: string, of: string, date = "2026-05-02") =>
  bench.run("dishonour", { action: bench.action(), customer: of, receipt, date }).reply;
const owed = (asOf = "2026-12-31") => {
  const { open, unapplied } = bench.call<Output<"customer">>("customer", { id: customer, asOf });
  return [open.map((line) => line.open), unapplied.map((each) => each.open)];
};
const put = (found: string, expected: string) => ({
  taken: 0,
  restored: 1,
  problems: [{ kind: "machineCellTyped", found, expected }],
});

describe("a draft of a customer that bounced", () => {
  let receipt: string;
  beforeEach(() => {
    receipt = bench.receipt(10_000, "2026-02-01", { customer, ...held });
  });

  it("cannot have bounced before it came in", () => {
    const refused = bounce(receipt, customer, "2026-01-31");
    expect(refused).toMatchObject({ ok: false, why: "beforeReceipt" });
    expect(refused).toMatchObject({ sentence: expect.stringContaining("2026-02-01") });
    expect(bounce(receipt, customer, "2026-02-01")).toMatchObject({ ok: true });
  });

  it("is in hand no longer, in neither of its rows", () => {
    expect(bounce(receipt, customer)).toMatchObject({ ok: true });
    expect([2, 3].map((row) => bench.cell(RECEIPTS, row, "票据状态"))).toEqual(["已拒付", "已拒付"]);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it.each([
    [3, "金额", -60],
    [3, "收款日期", "2026-01-05"],
    [3, "客户编码", ""],
    [3, "备注", "x"],
    [2, "金额", 300],
    [2, "收款日期", "2026-06-01"],
    [2, "币种", "USD"],
    [2, "票据状态", "在手"],
  ] as const)("has its row %d put back where %s is typed", (row, heading, typed) => {
    expect(bounce(receipt, customer)).toMatchObject({ ok: true });
    const before = bench.cell(RECEIPTS, row, heading);
    bench.typeRow(RECEIPTS, row, { [heading]: typed });
    expect(bench.takeOver()).toMatchObject({ taken: 0, problems: [{ kind: "machineCellTyped" }] });
    expect(bench.cell(RECEIPTS, row, heading)).toEqual(before);
    expect(owed()).toEqual([[10_000], []]);
    expect(bench.takeOver()).toMatchObject({ taken: 0, problems: [] });
    expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
  });

  it("takes a remark beside a figure that is put back", () => {
    expect(bounce(receipt, customer)).toMatchObject({ ok: true });
    bench.typeRow(RECEIPTS, 2, { 金额: 300, 备注: "空头" });
    const problems = [{ kind: "machineCellTyped", found: "300.00", expected: "100.00" }];
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems });
    expect([bench.cell(RECEIPTS, 2, "金额"), bench.cell(RECEIPTS, 2, "备注")]).toEqual([100, "空头"]);
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0 });
  });
});

describe("a draft of nobody's that bounced", () => {
  it("is no money for anybody: neither found, nor typed, nor applied", () => {
    const receipt = bench.receipt(10_000, "2026-02-01", held);
    expect(bounce(receipt, "?")).toMatchObject({ ok: true });
    expect(bench.call<Output<"unidentified">>("unidentified", {}).receipts).toEqual([]);
    const [, , back] = bench.cells(RECEIPTS).map(([id]) => id);
    for (const id of [receipt, back])
      expect(bench.run("identify", { action: bench.action(), receipt: id, customer }).reply).toMatchObject({
        ok: false,
        why: "receiptTakenBack",
      });
    bench.typeRow(RECEIPTS, 2, { 客户编码: "K001" });
    expect(bench.takeOver()).toMatchObject(put("K001", ""));
    bench.typeRow(RECEIPTS, 3, { 客户编码: "K001" });
    expect(bench.takeOver()).toMatchObject(put("K001", ""));
    expect(owed()).toEqual([[10_000], []]);
    expect(bench.balance("K001")).toBe(10_000);
    expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
  });
});

describe("a draft that was settled with a small difference 抹零", () => {
  const settle = () =>
    bench.call<{ id: string }>("addReceipt", {
      action: "draft-0001",
      receipt: { customer, date: "2026-02-01", amount: 9_990, ...held, settleDifference: "smallAmount" },
    }).id;

  it("bounces: the whole debt is owed again from that day on, with its own due date", () => {
    const receipt = settle();
    expect(owed()).toEqual([[], []]);
    expect(bounce(receipt, customer)).toMatchObject({ ok: true });
    expect(owed()).toEqual([[10_000], []]);
    expect(owed("2026-05-01")).toEqual([[], []]);
    expect(bench.call("check", {})).toMatchObject({ sound: true, totals: [{ balance: 10_000 }] });
  });

  it("is shown with it beforehand", () => {
    const { reopens } = bench.call<Output<"draft">>("draft", { customer, receipt: settle() });
    expect(reopens.map(({ amount }) => amount)).toEqual([10_000]);
  });

  it("is settled again once the bounce is undone", () => {
    const receipt = settle();
    bench.call("dishonour", { action: "bounce-0001", customer, receipt, date: "2026-05-02" });
    bench.call("undo", { action: "undo-00001", of: "bounce-0001" });
    expect(owed()).toEqual([[], []]);
    expect(bench.call("check", {})).toMatchObject({ sound: true, totals: [{ balance: 0 }] });
  });

  it("leaves another receipt's difference alone", () => {
    bench.item(customer, "INV-2", "2026-01-02", 5_000);
    const receipt = settle();
    bench.call("addReceipt", {
      action: "cash-00001",
      receipt: {
        customer,
        date: "2026-02-02",
        amount: 4_990,
        method: "cash",
        settleDifference: "smallAmount",
      },
    });
    bounce(receipt, customer);
    expect(owed()).toEqual([[10_000], []]);
  });
});
