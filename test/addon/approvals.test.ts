import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

const LIMIT = { kind: "limit", limitType: "amount", limit: 200_000 };
const BY = { by: "陈主管" };

/** A customer with one invoice of 1,000.00 that is not due yet, whose orders are held by rules. */
function ledger(customer: object = { limitType: "amount", limit: 200_000 }) {
  const { bench, customer: id } = TypedBench.withCustomer(customer);
  bench.item(id, "A1", "2026-06-10", 100_000, { due: "2026-07-10" });
  bench.call("savePolicy", { action: bench.action(), policy: { observeUntil: "off" } });
  bench.call("saveSettings", { action: bench.action(), settings: { receiptsEnteredThrough: "2026-06-15" } });
  return { bench, customer: id };
}

function request(bench: TypedBench, customer: string, subject: object, more: object = {}): string {
  const input = { action: bench.action(), customer, subject, ...more };
  return bench.call<{ id: string }>("requestApproval", input).id;
}

/** Why a call was refused, and in which words; "done" where it was not. */
function refused(bench: TypedBench, name: string, input: object): [why: string, sentence: string] {
  const { reply } = bench.run(name, { action: bench.action(), ...input });
  if (reply.ok) return ["done", ""];
  return reply.kind === "refusal" ? [reply.why, reply.sentence] : ["bug", reply.report];
}

function decide(bench: TypedBench, customer: string, id: string, more: object = {}) {
  return refused(bench, "decideApprovals", { approvals: [{ id, customer }], as: "granted", ...BY, ...more });
}

function check(bench: TypedBench, customer: string, amount: number, more: object = {}) {
  return bench.call<Output<"orderCheck">>("orderCheck", { customer, amount, ...more });
}

const kinds = ({ reasons }: Output<"orderCheck">) => reasons.map(({ kind }) => kind);

describe("an approval", () => {
  it("is never one's own: somebody else decides, by name", () => {
    const { bench, customer } = ledger({});
    const id = request(bench, customer, LIMIT, { by: "小李" });
    expect(decide(bench, customer, id, { by: "小 李" })).toEqual([
      "ownRequest",
      "这是 小李 自己的申请，须由另一位主管或审批人批准。请换人操作，或填写其姓名。",
    ]);
    expect(decide(bench, customer, id, { by: "陈主管" })[0]).toBe("done");
  });

  it("is decided by whoever may, where the ledger has users; nobody unknown decides", () => {
    const { bench, customer } = ledger({});
    const id = request(bench, customer, LIMIT);
    const nobody = bench.run(
      "decideApprovals",
      { action: bench.action(), approvals: [{ id, customer }], as: "granted" },
      { user: "" },
    );
    expect(nobody.reply).toMatchObject({ why: "deciderUnnamed" });
    for (const [name, role] of [
      ["王会计", "clerk"],
      ["陈主管", "controller"],
    ])
      bench.call("addUser", { action: bench.action(), user: { name, role } });
    expect(decide(bench, customer, id, { by: "王会计" })[0]).toBe("deciderNeeded");
    expect(decide(bench, customer, id, { by: "陈主管" })[0]).toBe("done");
  });

  it("is decided once, not after it was withdrawn, and not for more than was asked for", () => {
    const { bench, customer } = ledger({});
    const id = request(bench, customer, LIMIT);
    expect(decide(bench, customer, id, { ceiling: 200_001 })).toEqual([
      "ceilingTooHigh",
      "批准上限不得超过申请的 2,000.00 CNY。请填写同样或更小的金额。",
    ]);
    expect(decide(bench, customer, id, { until: "2026-06-14" })[0]).toBe("untilPast");
    expect(decide(bench, customer, id, { as: "refused" })[0]).toBe("done");
    expect(decide(bench, customer, id)[0]).toBe("approvalDecided");
    const other = request(bench, customer, { ...LIMIT, limit: 100_000 });
    expect(refused(bench, "withdrawApproval", { id: other, customer })[0]).toBe("done");
    expect(decide(bench, customer, other)[0]).toBe("approvalDecided");
  });

  it("of a limit that is no sum asks for none, whatever came beside it: what is granted is what was read", () => {
    for (const [limitType, told] of [
      ["unlimited", "不限"],
      ["none", "不赊账"],
    ] as const) {
      const { bench, customer } = ledger({});
      const id = request(bench, customer, { kind: "limit", limitType, limit: 10_000 });
      expect(bench.waiting()[0]?.told).toContain(`limit: ${told}`);
      expect(decide(bench, customer, id)[0]).toBe("done");
      expect(bench.cell("客户", 2, "信用额度")).toBe("");
    }
  });

  it("stands beside an order as of a day and as known: asked later it is not there, decided later it waits", () => {
    const { bench, customer } = ledger({});
    const asked = (more: object = {}) => check(bench, customer, 1_000, { order: "SO-1", ...more });
    const before = asked();
    const id = request(bench, customer, { kind: "release", order: "SO-1" }, { amount: 10_000 });
    const waiting = asked();
    decide(bench, customer, id, { as: "refused" });
    const again = ({ asKnownAt }: Output<"orderCheck">) => asked({ asKnownAt }).waiting?.on;
    expect([before.waiting?.on, waiting.waiting?.on, asked().waiting?.on]).toEqual([
      ...[undefined, "2026-06-15", undefined],
    ]);
    expect([again(before), again(waiting)]).toEqual([undefined, "2026-06-15"]);
    expect(asked({ asOf: "2026-06-14", asKnownAt: waiting.asKnownAt }).waiting).toBeUndefined();
  });

  it("asked for twice stands once", () => {
    const { bench, customer } = ledger({});
    request(bench, customer, LIMIT);
    expect(refused(bench, "requestApproval", { customer, subject: LIMIT })[0]).toBe("requestStands");
    expect(bench.waiting()).toHaveLength(1);
  });

  it("of a limit is in force up to the ceiling, from the day of the decision to its last day", () => {
    const { bench, customer } = ledger({});
    const id = request(bench, customer, { ...LIMIT, until: "2026-06-30" });
    expect(kinds(check(bench, customer, 50_000))).toContain("limitNotSet");
    decide(bench, customer, id, { ceiling: 150_000 });
    expect(check(bench, customer, 50_000)).toMatchObject({ limit: 150_000, available: 50_000 });
    expect(kinds(check(bench, customer, 50_001))).toContain("overLimit");
    expect(kinds(check(bench, customer, 1, { asOf: "2026-07-01" }))).toContain("limitExpired");
    expect(kinds(check(bench, customer, 1, { asOf: "2026-06-14" }))).toContain("limitNotSet");
    expect(bench.cell("客户", 2, "信用额度")).toBe(1_500);
    expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
  });

  it("of a grade counts beside the scorecard's until it expires", () => {
    const { bench, customer } = ledger();
    expect(kinds(check(bench, customer, 1_000))).toContain("grade");
    const id = request(bench, customer, { kind: "grade", grade: "B" });
    decide(bench, customer, id, { until: "2026-06-20", reason: "集团担保" });
    expect(check(bench, customer, 1_000).decision).toBe("allow");
    expect(check(bench, customer, 1_000, { asOf: "2026-06-21" }).decision).toBe("hold");
    const { customers } = bench.call<Output<"grade">>("grade", { customer });
    expect(customers).toMatchObject([{ grade: "N", override: { grade: "B", by: "陈主管" } }]);
  });

  it("of a difference lets go what is open of its line, on the day of the decision, and no more", () => {
    const { bench, customer } = ledger();
    const { open } = bench.call<Output<"customer">>("customer", { id: customer });
    bench.receipt(95_000, "2026-06-12", { customer });
    const subject = { kind: "smallDifference", item: open[0]?.item, line: 0, reason: "allowance" };
    const id = request(bench, customer, subject);
    bench.receipt(2_000, "2026-06-13", { customer });
    expect(decide(bench, customer, id)[0]).toBe("done");
    const after = bench.call<Output<"customer">>("customer", { id: customer });
    expect([after.open, after.unapplied]).toEqual([[], []]);
    expect(after.timeline[0]).toMatchObject({ kind: "adjustment", amount: -3_000, date: "2026-06-15" });
    expect(refused(bench, "requestApproval", { customer, subject })[0]).toBe("lineNotOpen");
    expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
  });
});

describe("a limit and the currency of its customer", () => {
  it("stand together: another currency that is typed is put back while there is a limit, or one is asked for", () => {
    const { bench, customer } = ledger();
    bench.typeRow("客户", 2, { 币种: "USD" });
    expect(bench.takeOver().problems).toMatchObject([
      { kind: "machineCellTyped", found: "USD", expected: "CNY" },
    ]);
    expect(bench.cell("客户", 2, "币种")).toBe("CNY");
    const other = bench.customer("K002", "广州恒通");
    const id = request(bench, other, LIMIT);
    bench.typeRow("客户", 3, { 币种: "USD" });
    expect(bench.takeOver().taken).toBe(0);
    decide(bench, other, id, { as: "refused" });
    bench.typeRow("客户", 3, { 币种: "USD" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(check(bench, customer, 1)).toMatchObject({ limit: 200_000, currency: "CNY" });
  });

  it("is granted no longer than it was asked for", () => {
    const { bench, customer } = ledger({});
    const id = request(bench, customer, { ...LIMIT, until: "2026-06-30" });
    expect(decide(bench, customer, id, { until: "2026-07-01" })[0]).toBe("untilBeyondAsked");
    expect(decide(bench, customer, id, { until: "2026-06-20" })[0]).toBe("done");
  });
});

describe("a difference that was asked for beside a receipt", () => {
  it("is not let go once the receipt was taken back: more is open than was asked for", () => {
    const { bench, customer } = ledger();
    const receipt = {
      customer,
      date: "2026-06-14",
      amount: 70_000,
      method: "transfer",
      askDifference: "smallAmount",
    };
    const booked = bench.action();
    bench.call("addReceipt", { action: booked, receipt });
    bench.call("undo", { action: bench.action(), of: booked });
    const [waiting] = bench.waiting();
    expect(decide(bench, customer, waiting?.id ?? "")[0]).toBe("differenceGrown");
    expect(decide(bench, customer, waiting?.id ?? "", { as: "refused" })[0]).toBe("done");
  });
});

describe("what is overdue at order time", () => {
  it("is not what money on nothing covers, the oldest first; an advance for an order covers none of it", () => {
    const { bench, customer } = ledger();
    const item = bench.item(customer, "A0", "2026-04-01", 50_000, { due: "2026-04-15" });
    const overdue = () =>
      check(bench, customer, 1).reasons.flatMap(({ kind, text }) => (kind === "overdue" ? [text] : []));
    expect(overdue()).toEqual(["逾期 61 天 · 500.00"]);
    bench.receipt(60_000, "2026-06-01", { customer, order: "SO-9" });
    expect(overdue()).toEqual(["逾期 61 天 · 500.00"]);
    const credit = { customer, kind: "creditNote", number: "C1", date: "2026-06-01", amount: -50_000 };
    bench.call("addItem", { action: bench.action(), item: credit });
    expect(overdue()).toEqual([]);
    expect(item).toMatch(/^i/);
  });
});

describe("rows that were typed and not taken over", () => {
  it("are said before an order is allowed: what is known may not be all", () => {
    const { bench, customer } = ledger();
    decide(bench, customer, request(bench, customer, { kind: "grade", grade: "A" }));
    expect(check(bench, customer, 1_000).decision).toBe("allow");
    bench.typeRow("应收明细", 3, { 单号: "A9", 客户编码: "K001", 单据日期: "2026-06-14", 金额: 5_000 });
    expect(check(bench, customer, 1_000)).toMatchObject({
      decision: "warn",
      reasons: [{ kind: "notTakenOver", text: "有 1 行录入未接收，请先接收" }, {}],
    });
    bench.takeOver();
    expect(kinds(check(bench, customer, 1_000))).toContain("overLimit");
  });
});

describe("a receipt that leaves more open than 抹零 may settle", () => {
  it("asks for the rest in the same entry, which somebody else lets go", () => {
    const { bench, customer } = ledger();
    const receipt = { customer, date: "2026-06-14", amount: 94_000, method: "transfer" };
    const settle = { receipt: { ...receipt, settleDifference: "smallAmount" } };
    expect(refused(bench, "addReceipt", settle)[0]).toBe("differenceTooLarge");
    bench.call("addReceipt", {
      action: bench.action(),
      receipt: { ...receipt, askDifference: "smallAmount" },
    });
    expect(bench.waiting().map(({ told }) => told)).toEqual(["K001 smallDifference: 抹零 A1 ()"]);
    const { approvals } = bench.call<Output<"approvals">>("approvals", {});
    expect(approvals).toMatchObject([{ amount: 6_000, currency: "CNY" }]);
    bench.decideAll();
    const after = bench.call<Output<"customer">>("customer", { id: customer });
    expect([after.open, after.unapplied]).toEqual([[], []]);
  });
});

describe("holds and releases", () => {
  it("a hold holds what rules would let pass, is lifted by whoever decides, and stays on record", () => {
    const { bench, customer } = ledger();
    decide(bench, customer, request(bench, customer, { kind: "grade", grade: "A" }));
    expect(check(bench, customer, 1_000).decision).toBe("allow");
    const hold = { action: bench.action(), customer, kind: "hold", reason: "缺签收单", by: "小李" };
    const { id } = bench.call<{ id: string }>("hold", hold);
    expect(check(bench, customer, 1_000)).toMatchObject({
      decision: "hold",
      reasons: [{ kind: "held", text: "暂停：缺签收单（小李）" }, {}],
    });
    expect(bench.cell("客户", 2, "信用冻结")).toBe("冻结");
    const lift = { customer, hold: id, reason: "已补齐" };
    expect(refused(bench, "liftHold", { ...lift, ...BY })[0]).toBe("done");
    expect(refused(bench, "liftHold", { ...lift, ...BY })[0]).toBe("holdUnknown");
    expect(check(bench, customer, 1_000).decision).toBe("allow");
    expect(bench.cell("客户", 2, "信用冻结")).toBe("");
    expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
  });

  it("a release lets one order pass up to its ceiling and its last day; a bigger one asks again", () => {
    const { bench, customer } = ledger();
    const order = { order: "SO-1" };
    expect(check(bench, customer, 180_000, order).decision).toBe("hold");
    expect(refused(bench, "requestApproval", { customer, subject: { kind: "release", ...order } })[0]).toBe(
      "releaseWithoutAmount",
    );
    const id = request(bench, customer, { kind: "release", ...order }, { amount: 180_000 });
    decide(bench, customer, id, { ceiling: 170_000 });
    expect(check(bench, customer, 170_000, order)).toMatchObject({
      decision: "allow",
      reasons: [{ kind: "released", text: "陈主管 已放行 · 至 2026-06-22 · 限 1,700.00" }],
    });
    expect(check(bench, customer, 170_001, order).decision).toBe("hold");
    expect(check(bench, customer, 170_000, { order: "SO-2" }).decision).toBe("hold");
    expect(check(bench, customer, 170_000, { ...order, asOf: "2026-06-23" }).decision).toBe("hold");
  });

  it("a release that names no order is used up by the first order that is reported", () => {
    const { bench, customer } = ledger();
    decide(bench, customer, request(bench, customer, { kind: "release" }, { amount: 150_000 }));
    expect(check(bench, customer, 150_000, { order: "SO-7" }).decision).toBe("allow");
    bench.typeRow("订单", 2, { 订单号: "SO-7", 客户编码: "K001", 日期: "2026-06-15", 金额: 1_500 });
    bench.takeOver();
    expect(check(bench, customer, 150_000, { order: "SO-7" }).decision).toBe("allow");
    expect(check(bench, customer, 150_000, { order: "SO-8" }).decision).toBe("hold");
  });

  it("no release lifts a stop of supply", () => {
    const { bench, customer } = ledger();
    bench.call("hold", { action: bench.action(), customer, kind: "block", reason: "法务处理中" });
    decide(bench, customer, request(bench, customer, { kind: "release" }, { amount: 150_000 }));
    expect(check(bench, customer, 150_000).decision).toBe("block");
  });

  it("while the ledger observes, no rule holds: what would be held is said; what a person holds is held", () => {
    const { bench, customer } = TypedBench.withCustomer({ limitType: "amount", limit: 100 });
    expect(check(bench, customer, 1_000)).toMatchObject({ decision: "unknown", wouldBe: "hold" });
    bench.call("saveSettings", {
      action: bench.action(),
      settings: { receiptsEnteredThrough: "2026-07-16" },
    });
    expect(check(bench, customer, 1_000)).toMatchObject({ decision: "warn", wouldBe: "hold" });
    expect(check(bench, customer, 1_000, { asOf: "2026-07-16" })).toMatchObject({ decision: "hold" });
    bench.call("hold", { action: bench.action(), customer, kind: "hold", reason: "缺签收单" });
    expect(check(bench, customer, 1_000)).toMatchObject({ decision: "hold" });
  });
});

describe("undo", () => {
  it("takes a hold, its lifting and a review back, and what stands beside the customer follows", () => {
    const { bench, customer } = ledger();
    const undo = (of: string) => refused(bench, "undo", { of })[0];
    const beside = () => [bench.cell("客户", 2, "信用冻结"), bench.cell("客户", 2, "信用等级")];
    const [held, lifted, reviewed] = [bench.action(), bench.action(), bench.action()];
    const { id } = bench.call<{ id: string }>("hold", {
      action: held,
      customer,
      kind: "hold",
      reason: "核对",
    });
    bench.call("liftHold", { action: lifted, customer, hold: id, reason: "误记", ...BY });
    bench.call("reviewGrades", { action: reviewed, customers: [customer], ...BY });
    expect(beside()).toEqual(["", "N"]);
    expect(undo(lifted)).toBe("done");
    expect(beside()).toEqual(["冻结", "N"]);
    expect([undo(held), undo(reviewed)]).toEqual(["done", "done"]);
    expect(beside()).toEqual(["", ""]);
    expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
  });
});
