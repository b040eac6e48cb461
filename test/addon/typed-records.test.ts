import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

const NOTHING = { taken: 0, restored: 0, problems: [] };

describe("hand columns of a document", () => {
  it("are all taken, once", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    const typed = { 含税: "含税", 税率: 0.13, 争议起: "2026-02-01", 争议原因: "短少两箱", 门店: "东门店" };
    bench.typeRow("应收明细", 2, { ...typed, 备注: "已电话" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.call("takeOver", { action: bench.action(), all: true })).toEqual(NOTHING);
    const { open } = bench.call<{ open: { disputed: boolean }[] }>("customer", { id: customer });
    expect(open).toMatchObject([{ disputed: true }]);
  });

  it("are cleared by clearing them", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "XS-1", "2026-01-15", 100_000, { note: "旧", shop: "东门店" });
    bench.typeRow("应收明细", 2, { 备注: "", 门店: "" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.call("takeOver", { action: bench.action(), all: true })).toEqual(NOTHING);
  });

  it("may name another customer: it stands there and nowhere else", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.customer("K002", "广州恒通");
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    bench.typeRow("应收明细", 2, { 客户编码: "K002" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect([bench.balance("K001") ?? 0, bench.balance("K002")]).toEqual([0, 100_000]);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("may not name another customer once money stands on it", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.customer("K002", "广州恒通");
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    bench.receipt(30_000, "2026-02-01", { customer });
    bench.typeRow("应收明细", 2, { 客户编码: "K002" });
    expect(bench.takeOver()).toMatchObject({ taken: 0, problems: [{ kind: "belowSettled" }] });
    expect([bench.balance("K001"), bench.balance("K002") ?? 0]).toEqual([70_000, 0]);
  });

  it("keep what they cannot be read as, in place: an amount in words is listed, the rest waits", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    bench.typeRow("应收明细", 2, { 金额: "", 备注: "作废?" });
    expect(bench.takeOver()).toMatchObject({ taken: 0, problems: [{ kind: "cellMissing" }] });
    expect(bench.balance("K001")).toBe(100_000);
  });
});

describe("the other tabs", () => {
  it("orders 订单 are taken with their state, and changed", () => {
    const { bench } = TypedBench.withCustomer();
    bench.typeRow("订单", 2, { 订单号: "SO-1", 客户编码: "K001", 日期: "2026-03-01", 金额: 500 });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.cell("订单", 2, "状态")).toBe("已下单");
    bench.typeRow("订单", 2, { 状态: "已交货" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.call("takeOver", { action: bench.action(), all: true })).toEqual(NOTHING);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("users 用户 are taken; two of one name are not", () => {
    const { bench } = TypedBench.withCustomer();
    bench.typeRow("用户", 2, { 姓名: "王芳", 角色: "会计" });
    bench.typeRow("用户", 3, { 姓名: "王 芳", 角色: "审批人" });
    const { taken, problems } = bench.takeOver();
    expect([taken, problems.map((problem) => [problem.kind, problem.place.row])]).toEqual([
      1,
      [["valueTaken", 3]],
    ]);
    const names = bench.cells("用户").map((row) => row[1]);
    expect(names.filter((name) => name === "王芳")).toHaveLength(1);
    expect(bench.call("users", {})).toMatchObject({ users: [{ name: "王芳", role: "clerk", active: true }] });
  });

  it("receipts 收款 take payer relation and the day cash was handed in", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.receipt(30_000, "2026-02-01", { customer, method: "cash", collectedBy: "李强" });
    bench.typeRow("收款", 2, { 交款日: "2026-02-03", 付款人: "李强", 付款人关系: "第三方" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.call("takeOver", { action: bench.action(), all: true })).toEqual(NOTHING);
  });

  it("are listed row by row before they are taken over", () => {
    const { bench, customer } = TypedBench.withCustomer();
    for (const number of ["XS-1", "XS-2", "XS-3"]) bench.item(customer, number, "2026-01-15", 100_000);
    bench.typeRow("应收明细", 2, { 备注: "催过" });
    bench.typeRow("应收明细", 3, { 备注: "又催过", 未清金额: 1 });
    bench.typeRow("应收明细", 5, { 单号: "XS-4", 客户编码: "K001" });
    bench.workbook.apply({ do: "removeRows", tab: bench.tab("应收明细").id, row: 4, count: 1 });
    // Each row stands once: where a sentence tells of it, not among the others too.
    expect(bench.call("handEdits", {})).toMatchObject({
      rows: [
        { tab: "应收明细", row: 2, change: "changed", text: "XS-1" },
        { tab: "应收明细", row: 0, change: "deleted", text: "XS-3" },
      ],
      problems: [
        { kind: "machineCellTyped", place: { row: 3, column: "未清金额" } },
        { kind: "cellMissing", place: { row: 4, column: "单据日期" } },
      ],
    });
  });
});

describe("a closed period 已关账", () => {
  it("keeps its figures: money put on old documents later counts from the day after", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "net", days: 30 } });
    bench.receipt(30_000, "2026-01-10", { customer });
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    bench.call("closePeriod", { action: "close-0001", through: "2026-01-31" });
    bench.call("apply", { action: "apply-0001", customer });
    const openAt = (asOf: string) =>
      bench.call<{ open: { open: number }[] }>("customer", { id: customer, asOf }).open[0]?.open;
    expect([openAt("2026-01-31"), openAt("2026-02-01")]).toEqual([100_000, 70_000]);
  });

  it("lists rows of an import that are dated in it", () => {
    const { bench } = TypedBench.withCustomer();
    bench.call("closePeriod", { action: "close-0001", through: "2026-01-31" });
    expect(bench.importRow("XS-2", "2026-01-20", 5_000).answer).toMatchObject({
      taken: 0,
      problems: [{ kind: "periodClosed", found: "2026-01-20" }],
    });
  });

  it("refuses to take back a document dated in it", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const item = { customer, kind: "invoice", number: "XS-1", date: "2026-01-15", amount: 5_000 };
    bench.call("addItem", { action: "item-0001", item });
    bench.call("closePeriod", { action: "close-0001", through: "2026-01-31" });
    const { reply } = bench.run("undo", { action: "undo-0001", of: "item-0001" });
    expect(reply).toMatchObject({ ok: false, why: "undoClosed" });
  });
});

describe("wishes typed beside a customer", () => {
  const proposals = (bench: TypedBench) =>
    bench.call<{ proposals: { customer: string; column: string; proposed: string; inForce: string }[] }>(
      "proposals",
      {},
    ).proposals;

  it("are listed, and in force only once somebody says so", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "net", days: 30 } });
    bench.typeRow("客户", 2, { 付款条件: "月结60天", 额度类型: "按金额", 信用额度: "50,000" });
    expect(bench.takeOver().problems.map(({ kind }) => kind)).toEqual(["proposed", "proposed", "proposed"]);
    const listed = proposals(bench);
    expect(listed).toMatchObject([
      { customer, column: "terms", proposed: "月结+60天", inForce: "30天" },
      { customer, column: "limitType", proposed: "按金额", inForce: "" },
      { customer, column: "limit", proposed: "50,000.00", inForce: "" },
    ]);
    bench.item(customer, "XS-1", "2026-01-15", 100);
    expect(bench.dues(customer)).toEqual({ "XS-1": "2026-02-14" });
    const decisions = listed.map(({ customer: id, column, proposed }) => ({
      ...{ customer: id, column, proposed },
      as: column === "terms" ? "discarded" : "inForce",
    }));
    expect(bench.call("decideProposals", { action: bench.action(), decisions })).toEqual({
      inForce: 2,
      discarded: 1,
    });
    expect(proposals(bench)).toEqual([]);
    expect(bench.call("customer", { id: customer })).toMatchObject({
      customer: { limitType: "amount", limit: 5_000_000, terms: { kind: "net", days: 30 } },
    });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("are a thing to do from the take-over on until each is decided or gone", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const waiting = () =>
      bench
        .call<{ toDo: { kind: string; name: string; count: number }[] }>("today", {})
        .toDo.filter(({ kind }) => kind === "proposals")
        .map(({ name, count }) => `${name} ${count}`);
    bench.typeRow("客户", 2, { 付款条件: "月结60天", 信用额度: "50,000" });
    expect(waiting()).toEqual([]);
    bench.takeOver();
    expect(waiting()).toEqual(["客户 2"]);
    const decision = { customer, column: "limit", proposed: "50,000.00", as: "discarded" };
    bench.call("decideProposals", { action: bench.action(), decisions: [decision] });
    expect(waiting()).toEqual(["客户 1"]);
    bench.typeRow("客户", 2, { 付款条件: "" });
    bench.takeOver();
    expect(waiting()).toEqual([]);
  });

  it("that were put back past the edit trigger are gone with the next take-over", () => {
    const { bench } = TypedBench.withCustomer();
    bench.typeRow("客户", 2, { 付款条件: "月结60天" });
    bench.takeOver();
    const { id: tab } = bench.tab("客户");
    const col = bench.column("客户", "付款条件");
    bench.workbook.apply({ do: "set", tab, row: 2, col, cells: [[""]] });
    bench.call("takeOver", { action: bench.action() });
    const { toDo } = bench.call<{ toDo: object[] }>("today", {});
    expect(toDo).toEqual([]);
  });

  it("that say in other words what is in force are none", () => {
    const { bench } = TypedBench.withCustomer({ terms: { kind: "net", days: 30 } });
    bench.typeRow("客户", 2, { 付款条件: "Net 30" });
    expect(proposals(bench)).toEqual([]);
  });

  it("that nobody can read are listed as such", () => {
    const { bench } = TypedBench.withCustomer();
    bench.typeRow("客户", 2, { 付款条件: "看情况" });
    expect(bench.takeOver()).toMatchObject({ problems: [{ kind: "termsUnreadable", found: "看情况" }] });
    expect(proposals(bench)).toEqual([]);
  });

  it("that changed since they were read are left alone", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.typeRow("客户", 2, { 付款条件: "月结60天" });
    const decision = { customer, column: "terms", proposed: "月结90天", as: "inForce" };
    expect(bench.call("decideProposals", { action: bench.action(), decisions: [decision] })).toEqual({
      inForce: 0,
      discarded: 0,
    });
  });
});

describe("a heading that was changed", () => {
  it("does not lose its column: the name that set-up gave it stays", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "XS-1", "2026-01-15", 100_000);
    bench.type("应收明细", 1, 3, [["我们的编号"]]);
    bench.item(customer, "XS-2", "2026-01-16", 5_000);
    expect(
      bench
        .cells("应收明细")
        .slice(1, 3)
        .map((row) => row[2]),
    ).toEqual(["XS-1", "XS-2"]);
    expect(bench.checkUp()).toMatchObject({ toTake: 0, problems: [] });
  });
});
