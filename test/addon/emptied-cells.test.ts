import { describe, expect, it } from "vitest";
import { ImportBench } from "./import-bench.ts";
import { type TakenOver, TypedBench } from "./typed-bench.ts";

/**
 * An emptied cell of a known row is emptied in the record where the field may be empty; where it may not, it is
 * put back and listed. Nothing stands there that the ledger does not say.
 */

const NOTHING = { taken: 0, restored: 0, problems: [] };

function everythingFilled() {
  const { bench, customer } = TypedBench.withCustomer({ currency: "USD", salesperson: "李", note: "n" });
  const item = { customer, kind: "debitNote", number: "A", date: "2026-01-05", amount: 10_000 };
  const dispute = { since: "2026-01-10", reason: "少货" };
  const more = {
    currency: "EUR",
    due: "2026-03-01",
    shop: "店",
    note: "注",
    acceptedOn: "2026-01-09",
    dispute,
  };
  bench.call("addItem", { action: bench.action(), item: { ...item, ...more } });
  bench.receipt(3_000, "2026-02-01", {
    customer,
    currency: "GBP",
    method: "cash",
    note: "注",
    payerName: "付",
  });
  bench.typeRow("订单", 2, { 订单号: "SO", 客户编码: "K001", 日期: "2026-03-01", 金额: 5, 状态: "已交货" });
  bench.typeRow("用户", 2, { 姓名: "王芳", 角色: "会计" });
  bench.takeOver();
  return { bench, customer };
}

const kinds = ({ problems }: TakenOver) => problems.map(({ kind }) => kind);
const again = (bench: TypedBench) => bench.call("takeOver", { action: bench.action(), all: true });

describe("an emptied cell that may not be empty is put back and listed", () => {
  it.each([
    ["应收明细", "类型"],
    ["应收明细", "币种"],
    ["应收明细", "争议起"],
    ["收款", "方式"],
    ["收款", "币种"],
    ["客户", "编码"],
    ["客户", "币种"],
    ["订单", "币种"],
    ["订单", "状态"],
    ["用户", "启用"],
  ])("%s %s", (tab, heading) => {
    const { bench } = everythingFilled();
    const before = bench.cell(tab, 2, heading);
    expect(before).not.toBe("");
    bench.typeRow(tab, 2, { [heading]: "" });
    const done = bench.takeOver();
    expect(done).toMatchObject({
      taken: 0,
      restored: 1,
      problems: [{ kind: "cellEmptied", place: { row: 2 } }],
    });
    expect(bench.cell(tab, 2, heading)).toEqual(before);
    expect(again(bench)).toEqual(NOTHING);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("and the rest of what was typed in its row is taken", () => {
    const { bench } = everythingFilled();
    bench.typeRow("应收明细", 2, { 币种: "", 备注: "新" });
    const done = bench.takeOver();
    expect([done.taken, done.restored, kinds(done)]).toEqual([1, 1, ["cellEmptied"]]);
    expect([bench.cell("应收明细", 2, "币种"), bench.cell("应收明细", 2, "备注")]).toEqual(["EUR", "新"]);
    expect(again(bench)).toEqual(NOTHING);
  });
});

describe("an emptied due date", () => {
  const due = (bench: TypedBench) => bench.cell("应收明细", 2, "到期日");

  it("that was stated goes; the customer's terms say when it is due", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "net", days: 30 } });
    bench.item(customer, "A", "2026-01-05", 10_000);
    const byTerms = due(bench);
    bench.typeRow("应收明细", 2, { 到期日: "2026-03-01" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    bench.typeRow("应收明细", 2, { 到期日: "" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect([due(bench), bench.dues(customer)]).toEqual([byTerms, { A: "2026-02-04" }]);
    expect(again(bench)).toEqual(NOTHING);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("that was stated goes; without terms it is not fixed, and nothing is overdue", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "A", "2026-01-05", 10_000, { due: "2026-03-01" });
    bench.typeRow("应收明细", 2, { 到期日: "" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect([due(bench), bench.dues(customer)]).toEqual(["", { A: undefined }]);
    expect(again(bench)).toEqual(NOTHING);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("of which part is paid goes too, and the sums stay", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "A", "2026-01-05", 10_000, { due: "2026-03-01" });
    bench.receipt(4_000, "2026-02-01", { customer });
    bench.typeRow("应收明细", 2, { 到期日: "" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect([bench.balance("K001"), bench.dues(customer)]).toEqual([6_000, { A: undefined }]);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("that the terms gave is put back and listed", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "net", days: 30 } });
    bench.item(customer, "A", "2026-01-05", 10_000);
    const before = due(bench);
    bench.typeRow("应收明细", 2, { 到期日: "" });
    const done = bench.takeOver();
    expect([done.taken, done.restored, kinds(done)]).toEqual([0, 1, ["cellEmptied"]]);
    expect(due(bench)).toEqual(before);
    expect(again(bench)).toEqual(NOTHING);
  });
});

describe("a dispute 争议 without a reason", () => {
  it("is the same when it is read back: the reason was emptied", () => {
    const { bench } = everythingFilled();
    bench.typeRow("应收明细", 2, { 争议原因: "" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0 });
    expect(again(bench)).toEqual(NOTHING);
  });

  it("is the same when it is read back: a file says no more than that there is one", () => {
    const { bench } = ImportBench.withCustomer();
    bench.imported("items", [{ number: "N1", date: "2026-01-05", amount: 1_000, disputed: true }]);
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0 });
    expect(again(bench)).toEqual(NOTHING);
  });

  it("ends when its day and its reason are emptied", () => {
    const { bench, customer } = everythingFilled();
    bench.typeRow("应收明细", 2, { 争议起: "", 争议原因: "" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    const { open } = bench.call<{ open: { disputed: boolean }[] }>("customer", { id: customer });
    expect(open.map(({ disputed }) => disputed)).toEqual([false]);
    expect(again(bench)).toEqual(NOTHING);
  });

  it("ends when the day of one without a reason is emptied", () => {
    const { bench } = everythingFilled();
    bench.typeRow("应收明细", 2, { 争议原因: "" });
    bench.takeOver();
    bench.typeRow("应收明细", 2, { 争议起: "" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0 });
  });
});

it("a dash that a form put into a remark is no typing", () => {
  const { bench, customer } = TypedBench.withCustomer();
  bench.item(customer, "A", "2026-01-05", 10_000, { note: "—" });
  expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0 });
});
