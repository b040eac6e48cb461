import { describe, expect, it } from "vitest";
import { ImportBench } from "./import-bench.ts";
import { TypedBench } from "./typed-bench.ts";

function withUnidentified() {
  const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "net", days: 30 } });
  bench.item(customer, "XS-1", "2026-01-15", 100_000);
  const receipt = bench.receipt(60_000, "2026-02-01", { payerName: "王芳" });
  return { bench, customer, receipt };
}

const unidentified = (bench: TypedBench) =>
  bench.call<{ receipts: { id: string; amount: number }[] }>("unidentified", {}).receipts;

describe("an unidentified receipt 不明来款", () => {
  it("is given to its customer 认领 under its own id, and pays what is open there", () => {
    const { bench, customer, receipt } = withUnidentified();
    expect(unidentified(bench)).toMatchObject([{ id: receipt, amount: 60_000, payerName: "王芳" }]);
    bench.call("identify", { action: "identify-1", receipt, customer });
    expect(unidentified(bench)).toEqual([]);
    expect(bench.balance("K001")).toBe(40_000);
    expect(
      bench
        .cells("收款")
        .slice(1)
        .filter((row) => row[0] !== ""),
    ).toHaveLength(1);
    expect(bench.cell("收款", 2, "客户编码")).toBe("K001");
    expect(bench.cell("收款", 2, "未核销")).toBe(0);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("is nobody's again after an undo, and can be given once more", () => {
    const { bench, customer, receipt } = withUnidentified();
    bench.call("identify", { action: "identify-1", receipt, customer });
    bench.call("undo", { action: "undo-0001", of: "identify-1" });
    expect(unidentified(bench)).toMatchObject([{ id: receipt }]);
    expect(bench.balance("K001")).toBe(100_000);
    expect(bench.cell("收款", 2, "客户编码")).toBe("");
    expect(bench.checkUp()).toMatchObject({ sound: true });
    bench.call("identify", { action: "identify-2", receipt, customer });
    expect(bench.balance("K001")).toBe(40_000);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("is refused a second customer", () => {
    const { bench, customer, receipt } = withUnidentified();
    bench.call("identify", { action: "identify-1", receipt, customer });
    const { reply } = bench.run("identify", { action: "identify-2", receipt, customer });
    expect(reply).toMatchObject({ ok: false, kind: "refusal", why: "receiptUnknown" });
  });

  it("is identified by typing the customer's code beside it", () => {
    const { bench } = withUnidentified();
    bench.typeRow("收款", 2, { 客户编码: "K001" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(unidentified(bench)).toEqual([]);
    expect(bench.balance("K001")).toBe(40_000);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("loses what was emptied in the row in which its customer was typed: it steers no money any more", () => {
    const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "net", days: 30 } });
    bench.item(customer, "XS-1", "2026-01-15", 10_000);
    bench.item(customer, "XS-2", "2026-02-15", 10_000);
    bench.receipt(10_000, "2026-03-01", { designation: "XS-2", payerName: "王芳", note: "?" });
    bench.typeRow("收款", 2, { 客户编码: "K001", 指定用途: "", 付款人: "", 备注: "" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(["指定用途", "付款人", "备注"].map((heading) => bench.cell("收款", 2, heading))).toEqual([
      "",
      "",
      "",
    ]);
    expect(Object.keys(bench.dues(customer))).toEqual(["XS-2"]);
    expect(bench.call("takeOver", { action: bench.action(), all: true })).toMatchObject({
      ...{ taken: 0, restored: 0, problems: [] },
    });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("loses what was emptied in the row in which its customer was taken away", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.receipt(10_000, "2026-03-01", { customer, designation: "XS-2" });
    bench.typeRow("收款", 2, { 客户编码: "", 指定用途: "" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.cell("收款", 2, "指定用途")).toBe("");
    expect(unidentified(bench)).toMatchObject([{ amount: 10_000 }]);
    expect(unidentified(bench)[0]).not.toHaveProperty("designation");
  });

  it("goes to another customer by typing only while none of it is used", () => {
    const { bench, customer } = withUnidentified();
    bench.customer("K002", "广州恒通");
    bench.receipt(9_000, "2026-03-01", { customer, bankReference: "B-2" });
    bench.typeRow("收款", 3, { 客户编码: "K002" });
    expect(bench.takeOver()).toMatchObject({ taken: 0, problems: [{ kind: "belowSettled" }] });
    expect(bench.balance("K001")).toBe(91_000);
  });
});

describe("a draft 票据 of which cells were emptied", () => {
  const withDraft = () => {
    const { bench, customer } = TypedBench.withCustomer();
    const draft = { maturity: "2026-09-01", state: "held", number: "D-1", acceptor: "工商银行" };
    bench.receipt(10_000, "2026-03-01", { customer, method: "bankDraft", draft });
    return bench;
  };

  it("is asked for its maturity: without it, it would be no draft any more", () => {
    const bench = withDraft();
    bench.typeRow("收款", 2, { 票据到期日: "", 票据号: "D-2" });
    expect(bench.takeOver()).toMatchObject({
      ...{ taken: 0, problems: [{ kind: "cellMissing", place: { row: 2, column: "票据到期日" } }] },
    });
    expect(bench.cell("收款", 2, "票据到期日")).toBe("");
  });

  it("is money like any other once nothing is left of the draft", () => {
    const bench = withDraft();
    bench.typeRow("收款", 2, { 票据到期日: "", 票据号: "", 承兑人: "", 票据状态: "", 方式: "转账" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.cell("收款", 2, "票据到期日")).toBe("");
    expect(bench.call("drafts", {})).toEqual({ drafts: [] });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });
});

describe("an unidentified receipt like one that the customer has", () => {
  const twins = (more: object = {}, other: object = more) => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "XS-1", "2026-01-15", 20_000);
    const receipt = bench.receipt(5_000, "2026-02-01", more);
    bench.receipt(5_000, "2026-02-01", { customer, ...other });
    return { bench, customer, receipt };
  };

  it.each([
    ["the same sum and day", {}, {}],
    ["the same sum and day, where one has no reference", { bankReference: "B-1" }, {}],
  ])("by %s is asked about before it is given to them", (_what, own, other) => {
    const { bench, customer, receipt } = twins(own, other);
    const input = { action: bench.action(), receipt, customer };
    const { reply } = bench.run("identify", input);
    expect(reply).toMatchObject({ ok: false, kind: "refusal", why: "duplicateSuspected" });
    expect(bench.balance("K001")).toBe(15_000);
    bench.call("identify", { ...input, allowDuplicate: true });
    expect(bench.balance("K001")).toBe(10_000);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("is given to them unasked where the references tell the two apart", () => {
    const { bench, customer, receipt } = twins({ bankReference: "B-1" }, { bankReference: "B-2" });
    bench.call("identify", { action: bench.action(), receipt, customer });
    expect(bench.balance("K001")).toBe(10_000);
  });

  it("is listed where their code is typed beside it, and stays nobody's", () => {
    const { bench, receipt } = twins();
    bench.typeRow("收款", 2, { 客户编码: "K001" });
    expect(bench.takeOver()).toMatchObject({
      ...{
        taken: 0,
        problems: [{ kind: "duplicateSuspected", found: "2026-02-01 50.00", place: { row: 2 } }],
      },
    });
    expect(unidentified(bench)).toMatchObject([{ id: receipt }]);
    expect(bench.balance("K001")).toBe(15_000);
  });
});

describe("an import that may bring an unidentified receipt once more", () => {
  const day = "2026-02-01";
  const withReceipt = (more: object = {}) => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.item(customer, "XS-1", "2026-01-15", 20_000);
    bench.receipt(5_000, day, more);
    return bench;
  };

  it.each([
    ["a row with a reference", {}, { bankReference: "B-1" }],
    ["a row without one", {}, {}],
    ["a row without one, of a receipt that has one", { bankReference: "B-1" }, {}],
  ])("lists %s: the same sum on the same day waits for its customer", (_what, more, row) => {
    const bench = withReceipt(more);
    const { taken, problems } = bench.imported("receipts", [{ date: day, amount: 5_000, ...row }]);
    expect(taken).toBe(0);
    expect(problems).toMatchObject([{ kind: "duplicateSuspected", found: `${day} 50.00` }]);
    expect(bench.balance("K001")).toBe(20_000);
  });

  it.each([
    ["another sum", { bankReference: "B-1" }, { amount: 5_001 }],
    ["another day", {}, { date: "2026-02-02" }],
    ["another currency", {}, { currency: "USD" }],
    ["references that tell them apart", { bankReference: "B-1" }, { bankReference: "B-2" }],
  ])("takes a row of %s", (_what, more, row) => {
    const bench = withReceipt(more);
    expect(bench.imported("receipts", [{ date: day, amount: 5_000, ...row }])).toMatchObject({
      ...{ taken: 1, problems: [] },
    });
  });
});
