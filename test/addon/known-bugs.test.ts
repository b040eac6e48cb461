import { beforeEach, describe, expect, it } from "vitest";
import { typeIn } from "./fault-scenes.ts";
import { QuickBench } from "./quick-bench.ts";

/**
 * The smallest case of each bug of the product that the simulation and the readers of the code found. Each
 * says what the rule is; it is marked as failing (`it.fails`) until the bug is gone.
 */
let bench: QuickBench;
let customer: string;

interface Booked {
  readonly id: string;
}

interface Check {
  readonly sound: boolean;
  readonly problems: { kind: string }[];
  readonly totals: { balance: number }[];
}

interface Aging {
  readonly totals: { currency: string; balance: number; unapplied: number }[];
  readonly customers: { id: string; balance: number }[];
}

beforeEach(() => {
  bench = new QuickBench();
  bench.call("setup", { language: "zh" });
  customer = addCustomer("K001", {});
});

function addCustomer(code: string, more: object): string {
  return bench.call<Booked>("addCustomer", {
    action: `customer-${code}`,
    customer: { code, name: code, ...more },
  }).id;
}

function addItem(number: string, amount: number, more: object = {}): string {
  const item = { customer, kind: "invoice", number, date: "2026-01-15", amount, ...more };
  return bench.call<Booked>("addItem", { action: `item-${number}`, item }).id;
}

function addReceipt(reference: string, amount: number, more: object = {}): string {
  const paid = { customer, date: "2026-03-01", amount, method: "transfer", bankReference: reference };
  return bench.call<Booked>("addReceipt", { action: `receipt-${reference}`, receipt: { ...paid, ...more } })
    .id;
}

const check = () => bench.call<Check>("check", {});
const takeOver = (action: string) =>
  bench.call<{ taken: number; problems: { kind: string }[] }>("takeOver", { action, all: true });
const aging = () => bench.call<Aging>("aging", { asOf: "2026-12-31" });
const split = { kind: "split", parts: [30, 60].map((days) => ({ weight: 1, terms: { kind: "net", days } })) };
const held = { method: "bankDraft", draft: { maturity: "2026-09-01", state: "held" } };

const source = { source: "台账.xlsx", sourceHash: "h1", rows: 1, amounts: [], layout: "l" };
const row = { row: 2, occurrence: 1, currency: "CNY", customerName: "K001" };
const rows = [{ ...row, number: "E-1", date: "2026-05-01", amount: 40_000 }];

describe("what is typed", () => {
  it("several receipts of one customer do not settle the same item twice", () => {
    addItem("INV-1", 50_000);
    const paid = { 收款日期: "2026-03-01", 客户编码: "K001", 方式: "转账", 金额: 500 };
    typeIn(bench, "收款", 2, paid);
    typeIn(bench, "收款", 3, { ...paid, 收款日期: "2026-03-02" });
    takeOver("take-0001");
    const open = bench.cells("应收明细")[1]?.at(-2);
    expect(open).not.toBe(-500);
    expect(aging().totals[0]).toMatchObject({ balance: -50_000, unapplied: -50_000 });
  });

  it("an amount for a customer in yen is yen, though the currency is left blank", () => {
    addCustomer("K002", { currency: "JPY" });
    typeIn(bench, "应收明细", 2, { 单号: "T-1", 客户编码: "K002", 单据日期: "2026-03-01", 金额: 1_200 });
    takeOver("take-0001");
    expect(aging().totals).toMatchObject([{ currency: "JPY", balance: 1_200 }]);
  });

  it("a row for a customer in yen is taken over once", () => {
    addCustomer("K002", { currency: "JPY" });
    typeIn(bench, "应收明细", 2, { 单号: "T-1", 客户编码: "K002", 单据日期: "2026-03-01", 金额: 1_200 });
    takeOver("take-0001");
    expect(takeOver("take-0002")).toEqual({ taken: 0, restored: 0, problems: [] });
  });

  it("a new amount of an item with several due lines leaves its settlement on the item itself", () => {
    addItem("INV-1", 100_000, { terms: split });
    addItem("INV-2", 70_000, { date: "2026-05-01" });
    addReceipt("B-1", 80_000);
    typeIn(bench, "应收明细", 2, { 金额: 900 });
    takeOver("take-0001");
    const { open } = bench.call<{ open: { number: string; open: number }[] }>("customer", { id: customer });
    expect(open.map((each) => [each.number, each.open])).toEqual([
      ["INV-1", 10_000],
      ["INV-2", 70_000],
    ]);
  });

  it("a changed item shows its new due lines at once; nothing is said of a machine cell", () => {
    addItem("INV-1", 100_000, { terms: split });
    typeIn(bench, "应收明细", 2, { 金额: 900 });
    takeOver("take-0001");
    expect(check()).toMatchObject({ sound: true, problems: [] });
  });

  it("a renamed customer is renamed in its rows; nothing is said of a machine cell", () => {
    addItem("INV-1", 100_000);
    typeIn(bench, "客户", 2, { 客户名称: "深圳市鸿运达" });
    takeOver("take-0001");
    expect(check()).toMatchObject({ sound: true, problems: [] });
  });

  it("in two tabs is all taken over: nothing is said to be left", () => {
    typeIn(bench, "客户", 3, { 编码: "K002", 客户名称: "广州恒通" });
    typeIn(bench, "应收明细", 2, { 客户编码: "K002", 单据日期: "2026-03-01", 金额: 50 });
    takeOver("take-0001");
    expect(bench.call("aging", {})).toMatchObject({ notTakenOver: { rows: 0 } });
  });
});

describe("a draft that did not pay", () => {
  it("can bounce only once, and the receipt that takes it back cannot", () => {
    addItem("INV-1", 50_000);
    const receipt = addReceipt("B-1", 50_000, held);
    const input = { customer, receipt, date: "2026-09-03" };
    const back = bench.call<Booked>("dishonour", { action: "bounce-01", ...input }).id;
    const { reply } = bench.run("dishonour", { action: "bounce-02", ...input, receipt: back });
    expect(reply).toMatchObject({ ok: false, kind: "refusal" });
  });

  it("of which a part was on nothing leaves the document open, and nothing owed or unapplied beside it", () => {
    addItem("INV-1", 30_000);
    const receipt = addReceipt("B-1", 50_000, held);
    bench.call("dishonour", { action: "bounce-01", customer, receipt, date: "2026-09-03" });
    const card = bench.call("customer", { id: customer, asOf: "2026-12-31" });
    expect(card).toMatchObject({ open: [{ open: 30_000 }], unapplied: [] });
    addReceipt("B-2", 30_000, { date: "2026-09-04" });
    expect(bench.call("customer", { id: customer, asOf: "2026-12-31" })).toMatchObject({
      open: [],
      unapplied: [],
    });
  });

  it("cannot be undone once something else has settled what it reopened", () => {
    addItem("INV-1", 50_000);
    const receipt = addReceipt("B-1", 50_000, held);
    bench.call("dishonour", { action: "bounce-01", customer, receipt, date: "2026-09-03" });
    addReceipt("B-2", 50_000, { date: "2026-09-04" });
    const { reply } = bench.run("undo", { action: "undo-0001", of: "bounce-01" });
    expect(reply).toMatchObject({ ok: false, kind: "refusal", why: "dependsOn" });
  });
});

describe("an action that a bounced draft has reopened", () => {
  const undo = (of: string) => bench.run("undo", { action: "undo-0001", of }).reply;
  const bounce = (receipt: string) =>
    bench.call("dishonour", { action: "bounce-01", customer, receipt, date: "2026-09-03" });

  it("is not undone where it put the money on the item", () => {
    const receipt = addReceipt("B-1", 50_000, held);
    addItem("INV-1", 50_000);
    bench.call("apply", { action: "apply-01", customer });
    bounce(receipt);
    expect(undo("apply-01")).toMatchObject({ ok: false, why: "dependsOn" });
  });

  it("is not undone where it entered the draft", () => {
    addItem("INV-1", 50_000);
    bounce(addReceipt("B-1", 50_000, held));
    expect(undo("receipt-B-1")).toMatchObject({ ok: false, why: "dependsOn" });
  });
});

describe("an import that a bounced draft has reopened", () => {
  it("is not undone", () => {
    const receipt = addReceipt("B-1", 50_000, held);
    addItem("INV-1", 50_000);
    const { batch } = bench.call<{ batch: string }>("importOpen", { action: "action-b1", ...source });
    bench.call("importChunk", { batch, kind: "items", from: 0, rows });
    bench.call("importClose", { batch });
    bench.call("dishonour", { action: "bounce-01", customer, receipt, date: "2026-09-03" });
    const { reply } = bench.run("undoBatch", { action: "undo-0001", batch });
    expect(reply).toMatchObject({ ok: false, why: "dependsOn" });
  });
});

describe("a draft that did not pay, again", () => {
  it("leaves no money to be put on what is delivered later", () => {
    const receipt = addReceipt("B-1", 50_000, held);
    bench.call("dishonour", { action: "bounce-01", customer, receipt, date: "2026-09-03" });
    addItem("INV-1", 20_000, { date: "2026-09-10" });
    expect(bench.run("apply", { action: "apply-01", customer }).reply).toMatchObject({
      why: "nothingToApply",
    });
    expect(bench.cells("核销").slice(1)).toEqual([]);
  });

  it("is still dishonoured after a note was typed in its row", () => {
    const receipt = addReceipt("B-1", 50_000, held);
    bench.call("dishonour", { action: "bounce-01", customer, receipt, date: "2026-09-03" });
    typeIn(bench, "收款", 2, { 备注: "已通知" });
    takeOver("take-0001");
    const [, row] = bench.cells("收款");
    expect(row).toContain("已拒付");
  });
});

describe("money of nobody known", () => {
  it("that came before is still there when a killed receipt is completed", () => {
    addReceipt("B-1", 50_000, { customer: undefined });
    const paid = { date: "2026-03-02", amount: 7_000, method: "cash", bankReference: "B-2" };
    const input = { action: "receipt-B-2", receipt: paid };
    const { names } = bench.copy().run("addReceipt", input).run.counts;
    bench.runKilled("addReceipt", input, { at: names.indexOf("setValues") + 1, mode: "after" });
    bench.call("addReceipt", input);
    expect(aging().totals[0]?.unapplied).toBe(-57_000);
  });
});

describe("an import that is still open", () => {
  beforeEach(() => {
    const { batch } = bench.call<{ batch: string }>("importOpen", { action: "action-b1", ...source });
    bench.call("importChunk", { batch, kind: "items", from: 0, rows });
  });

  it("does not count in the control totals", () => {
    expect(check().totals[0]?.balance ?? 0).toBe(aging().totals[0]?.balance ?? 0);
  });

  it("does not count in the customer's balance: the ledger is sound, and nobody typed", () => {
    expect(check()).toMatchObject({ sound: true, problems: [] });
  });
});

describe("statements", () => {
  beforeEach(() => bench.nameFirm());

  it("are made once for a period, also when one call asks twice", () => {
    addItem("INV-1", 50_000);
    const ask = { customer, from: "2026-01-01", to: "2026-01-31" };
    bench.call("makeStatements", { asks: [ask, ask] });
    expect(bench.cells("对账单").slice(1)).toHaveLength(1);
  });

  it("of one call name the one before them", () => {
    addItem("INV-1", 50_000);
    const asks = ["01", "02"].map((month) => ({
      customer,
      from: `2026-${month}-01`,
      to: `2026-${month}-28`,
    }));
    const { made } = bench.call<{ made: { statement: { groups: { previous?: string }[] } }[] }>(
      "makeStatements",
      { asks },
    );
    expect(made[1]?.statement.groups[0]?.previous).toBeDefined();
  });
});

describe("the ledger", () => {
  it("goes on in its tabs after the language of the words is changed", () => {
    bench.call("saveSettings", { action: "action-l1", settings: { language: "en" } });
    const item = { customer, kind: "invoice", number: "INV-1", date: "2026-01-15", amount: 100 };
    expect(bench.run("addItem", { action: "action-i1", item }).reply).toMatchObject({ ok: true });
  });

  it("notices a last entry whose hash was emptied", () => {
    bench.call("saveSettings", { action: "action-s1", settings: { receiptsEnteredThrough: "2026-01-31" } });
    const journal = bench.tab("_journal");
    const row = journal.cells.filter((cells) => cells[0] !== undefined && cells[0] !== "").length;
    bench.workbook.apply({ do: "set", tab: journal.id, row, col: 13, cells: [[""]] });
    expect(check().sound).toBe(false);
  });

  it("can be read after a great many imports", () => {
    const source = { rows: 1, amounts: [], layout: "l" };
    const long = "应收账款台账".repeat(80);
    for (let i = 0; i < 700; i += 1) {
      const input = { action: `action-${i}`, ...source, source: `${long}${i}`, sourceHash: `h${i}` };
      expect(bench.run("importOpen", input).reply).toMatchObject({ ok: true });
    }
    expect(bench.run("aging", {}).reply).toMatchObject({ ok: true });
  });

  it("answers in a sentence, also when the service fails as the refusal is worded", () => {
    const input = { customer: "c9.9", receipt: "r9.9", date: "2026-01-01", action: "bounce-01" };
    const { calls } = bench.copy().run("dishonour", input).run.counts;
    expect(() => bench.run("dishonour", input, { fault: { at: calls, mode: "unknown" } })).not.toThrow();
  });
});
