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
  const told = (bench: TypedBench) => bench.waiting().map((each) => each.told);

  it("become requests, the cells say again what is in force, and nothing is in force until somebody says so", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "net", days: 30 } });
    bench.typeRow("客户", 2, { 付款条件: "月结60天", 额度类型: "按金额", 信用额度: "50,000" });
    expect(bench.takeOver().problems.map(({ kind }) => kind)).toEqual(["proposed", "proposed", "proposed"]);
    expect(told(bench)).toEqual(["K001 terms: 月结+60天 (30天)", "K001 limit: 50,000.00 CNY (未设置)"]);
    const row = (heading: string) => bench.cells("客户")[1]?.[bench.column("客户", heading) - 1];
    expect([row("付款条件"), row("额度类型"), row("信用额度")]).toEqual(["30天", "", ""]);
    bench.item(customer, "XS-1", "2026-01-15", 100);
    expect(bench.dues(customer)).toEqual({ "XS-1": "2026-02-14" });
    const [terms, limit] = bench.waiting().map(({ id }) => [{ id, customer }]);
    const decide = (approvals: unknown, as: string) =>
      bench.call("decideApprovals", { action: bench.action(), approvals, as, by: "陈主管" });
    decide(terms, "refused");
    decide(limit, "granted");
    expect(told(bench)).toEqual([]);
    expect(bench.call("customer", { id: customer })).toMatchObject({
      customer: { limitType: "amount", limit: 5_000_000, terms: { kind: "net", days: 30 } },
    });
    expect([row("付款条件"), row("额度类型"), row("信用额度")]).toEqual(["30天", "按金额", 50_000]);
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0, problems: [] });
  });

  it("are one request a subject, and a thing to do until each is decided", () => {
    const { bench } = TypedBench.withCustomer();
    const waiting = () =>
      bench
        .call<{ toDo: { kind: string; count: number }[] }>("today", {})
        .toDo.filter(({ kind }) => kind === "approvals")
        .map(({ count }) => count);
    bench.typeRow("客户", 2, { 付款条件: "月结60天", 信用额度: "50,000" });
    expect(waiting()).toEqual([]);
    bench.takeOver();
    expect(waiting()).toEqual([2]);
    bench.typeRow("客户", 2, { 信用额度: "50,000" });
    bench.takeOver();
    expect(waiting()).toEqual([2]);
    bench.decideAll("refused");
    expect(waiting()).toEqual([]);
  });

  it("beside a customer that was typed itself are asked for with it", () => {
    const { bench } = TypedBench.withCustomer();
    bench.typeRow("客户", 3, { 编码: "K009", 客户名称: "佛山新合", 付款条件: "30天", 信用额度: 900 });
    expect(bench.takeOver()).toMatchObject({ taken: 1 });
    expect(told(bench)).toEqual(["K009 terms: 30天 ()", "K009 limit: 900.00 CNY (未设置)"]);
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0, problems: [] });
  });

  it("that say in other words what is in force are none", () => {
    const { bench } = TypedBench.withCustomer({ terms: { kind: "net", days: 30 } });
    bench.typeRow("客户", 2, { 付款条件: "Net 30" });
    bench.takeOver();
    expect(told(bench)).toEqual([]);
  });

  it("that nobody can read are listed as such", () => {
    const { bench } = TypedBench.withCustomer();
    bench.typeRow("客户", 2, { 付款条件: "看情况" });
    expect(bench.takeOver()).toMatchObject({ problems: [{ kind: "termsUnreadable", found: "看情况" }] });
    expect(told(bench)).toEqual([]);
  });

  it("a decision typed into the approvals is listed, put back, and not honoured", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.typeRow("客户", 2, { 信用额度: "50,000" });
    bench.takeOver();
    bench.typeRow("审批", 2, { 状态: "已批准", 审批人: "我" });
    const { problems, restored } = bench.takeOver();
    expect(problems).toMatchObject([
      { kind: "machineCellTyped", found: "已批准", place: { row: 2 } },
      { kind: "machineCellTyped", found: "我", place: { row: 2 } },
    ]);
    expect(restored).toBe(1);
    expect(told(bench)).toHaveLength(1);
    expect(bench.call("customer", { id: customer })).not.toHaveProperty("customer.limit");
    expect(bench.checkUp()).toMatchObject({ sound: true, toRestore: 0, problems: [] });
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
