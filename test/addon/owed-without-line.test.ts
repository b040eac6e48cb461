import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { statementHtml, statementText } from "../../core/index.ts";
import { ImportBench } from "./import-bench.ts";

/**
 * 退款: what is paid back beyond unapplied money opens what was settled last, by whichever door it comes; what opens
 * nothing is owed without a line, named on the first screen, and paid by the money that comes first. The same
 * records are one picture: nothing waits for somebody to press "apply".
 */
type Bench = ReturnType<typeof ImportBench.withCustomer>["bench"];

const HELD = { method: "bankDraft", draft: { maturity: "2026-09-01", state: "held" } };

function ledger() {
  const { bench, customer } = ImportBench.withCustomer();
  return { bench, customer, card: (asOf = "2026-12-31") => cardOf(bench, customer, asOf) };
}

/** Open lines, and what is on none. */
function cardOf(bench: Bench, customer: string, asOf: string) {
  const { open, unapplied } = bench.call<Output<"customer">>("customer", { id: customer, asOf });
  return [open.map((line) => [line.number, line.open]), unapplied.map((each) => each.open)];
}

function applyIn(bench: Bench, customer: string) {
  return bench.run("apply", { action: bench.action(), customer }).reply;
}

describe("a refund of what somebody has settled", () => {
  it.each(["form", "identified", "typed", "imported"])("opens it at once: %s", (door) => {
    const { bench, customer, card } = ledger();
    bench.item(customer, "A", "2026-01-05", 30_000);
    bench.receipt(30_000, "2026-02-01", { customer });
    enter(bench, customer, door);
    expect(card()).toEqual([[["A", 5_000]], []]);
    expect(applyIn(bench, customer)).toMatchObject({ why: "nothingToApply" });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });
});

/** A refund of 50.00 by one of the doors. */
function enter(bench: Bench, customer: string, door: string): void {
  if (door === "form") bench.receipt(-5_000, "2026-03-01", { customer });
  if (door === "imported")
    bench.imported("receipts", [
      { customerCode: "K001", date: "2026-03-01", amount: -5_000, bankReference: "R" },
    ]);
  if (door === "typed" || door === "identified") {
    const receipt = bench.receipt(-5_000, "2026-03-01", {});
    if (door === "identified") bench.call("identify", { action: bench.action(), receipt, customer });
    else bench.typeRow("收款", 3, { 客户编码: "K001" });
    bench.takeOver();
  }
}

describe("what was refunded and opened nothing", () => {
  it("is paid by the money that comes first, whichever way it comes, and the form says so beforehand", () => {
    for (const door of ["form", "identified", "imported"]) {
      const { bench, customer, card } = ledger();
      bench.receipt(-500, "2026-01-03", { customer });
      bench.item(customer, "N", "2026-01-05", 500);
      const money = { date: "2026-02-01", amount: 700 };
      const asked = { receipt: { customer, ...money, method: "cash" } };
      expect(bench.call<Output<"previewReceipt">>("previewReceipt", asked)).toMatchObject({
        ...{ paysBack: 500, parts: [{ number: "N", amount: 200 }], unapplied: 0, difference: 300 },
      });
      if (door === "form") bench.receipt(700, "2026-02-01", { customer });
      if (door === "imported")
        bench.imported("receipts", [{ customerCode: "K001", ...money, bankReference: "M" }]);
      if (door === "identified") {
        const receipt = bench.receipt(700, "2026-02-01", {});
        bench.call("identify", { action: bench.action(), receipt, customer });
      }
      expect(card(), door).toEqual([[["N", 300]], []]);
      expect(applyIn(bench, customer), door).toMatchObject({ why: "nothingToApply" });
    }
  });

  it("is named on the first screen, as nothing that is overdue would name it", () => {
    const { bench, customer } = ledger();
    bench.receipt(-500, "2026-01-03", { customer });
    const owed = { kind: "owedAgain", customer, amount: 500, currency: "CNY" };
    expect(bench.call<Output<"today">>("today", { asOf: "2026-06-15" }).toDo).toMatchObject([owed]);
    bench.receipt(500, "2026-02-03", { customer });
    expect(bench.call<Output<"today">>("today", { asOf: "2026-06-15" }).toDo).toEqual([]);
    expect(bench.call<Output<"today">>("today", { asOf: "2026-01-15" }).toDo).toMatchObject([owed]);
  });

  it("because its draft bounced opens what else was settled, and is told so before", () => {
    const { bench, customer, card } = ledger();
    bench.item(customer, "B", "2026-01-01", 200);
    bench.receipt(200, "2026-01-10", { customer });
    bench.item(customer, "A", "2026-01-05", 400);
    const draft = bench.receipt(400, "2026-02-01", { customer, ...HELD });
    bench.receipt(-300, "2026-03-01", { customer });
    expect(card()).toEqual([[["A", 300]], []]);
    const told = bench.call<Output<"draft">>("draft", { customer, receipt: draft });
    expect(told.reopens.map(({ number, amount }) => [number, amount]).sort()).toEqual([
      ["A", 100],
      ["B", 200],
    ]);
    expect(told).toMatchObject({ refunded: 100, unapplied: 0 });
    bench.call("dishonour", { action: bench.action(), customer, receipt: draft, date: "2026-04-01" });
    expect(card()).toEqual([
      [
        ["B", 200],
        ["A", 400],
      ],
      [-100],
    ]);
    expect(card("2026-03-31")).toEqual([[["A", 300]], []]);
    expect(applyIn(bench, customer)).toMatchObject({ why: "nothingToApply" });
  });

  it("of an unapplied draft is told apart from what was unapplied when it bounces", () => {
    const { bench, customer } = ledger();
    const receipt = bench.receipt(7_000, "2026-02-01", { customer, ...HELD });
    bench.receipt(-5_000, "2026-03-01", { customer });
    const told = bench.call<Output<"draft">>("draft", { customer, receipt });
    expect(told).toMatchObject({ reopens: [], refunded: 5_000, unapplied: 2_000 });
  });
});

describe("a refund while an import is open", () => {
  const settled = {
    number: "N1",
    date: "2026-01-05",
    amount: 1_000,
    settledAmount: 1_000,
    settledOn: "2026-02-01",
  };

  it.each(["closed", "discarded"])("opens nothing that the import settled, whether it is %s", (end) => {
    const { bench, customer, card } = ledger();
    bench.item(customer, "OLD", "2026-01-01", 5_000);
    bench.receipt(5_000, "2026-01-10", { customer });
    const batch = bench.openImport(1);
    bench.send(batch, "settledItems", [settled]);
    bench.receipt(-700, "2026-03-01", { customer });
    expect(card()).toEqual([[["OLD", 700]], []]);
    if (end === "closed") bench.call("importClose", { batch });
    else bench.call("undoBatch", { action: bench.action(), batch });
    expect(card()).toEqual([[["OLD", 700]], []]);
    expect(applyIn(bench, customer)).toMatchObject({ why: "nothingToApply" });
  });

  it("does not take back what a receipt of the import waits to settle, nor bar its discard", () => {
    const { bench, customer, card } = ledger();
    bench.customer("K002", "二号");
    bench.item(customer, "OLD", "2026-01-01", 5_000);
    const batch = bench.openImport(1);
    bench.send(batch, "receipts", [
      { customerCode: "K002", bankReference: "R1", date: "2026-02-01", amount: 3_000 },
    ]);
    bench.typeRow("收款", 2, { 客户编码: "K001" });
    bench.takeOver();
    bench.receipt(-1_000, "2026-03-01", { customer });
    expect(card()).toEqual([[["OLD", 5_000]], [-1_000]]);
    expect(bench.run("undoBatch", { action: bench.action(), batch }).reply).toMatchObject({ ok: true });
    expect(card()).toEqual([[["OLD", 5_000]], [-1_000]]);
  });
});

describe("a refund's row", () => {
  /** A refund of 3.00 of which 2.00 opened a document again. */
  function typed(cells: Record<string, string | number>) {
    const { bench, customer, card } = ledger();
    bench.item(customer, "A", "2026-01-05", 200);
    bench.receipt(200, "2026-02-01", { customer });
    bench.receipt(-300, "2026-03-01", { customer });
    bench.typeRow("收款", 3, cells);
    return { answer: bench.takeOver(), card };
  }

  it.each([[{ 备注: "x" }], [{ 收款日期: "2026-03-09" }], [{ 金额: -2.5 }], [{ 金额: -4 }], [{ 金额: -2 }]])(
    "takes %o",
    (cells) => {
      expect(typed(cells).answer).toMatchObject({ taken: 1, problems: [] });
    },
  );

  it("does not take less than what it opened again", () => {
    const { answer, card } = typed({ 金额: -1 });
    expect(answer).toMatchObject({ taken: 0, problems: [{ kind: "belowSettled" }] });
    expect(card()).toEqual([[["A", 200]], [-100]]);
  });
});

describe("money that is on no document", () => {
  it("stands on the days before its draft bounced", () => {
    const { bench, customer, card } = ledger();
    const receipt = bench.receipt(4_000, "2026-02-01", { customer, ...HELD });
    bench.call("dishonour", { action: bench.action(), customer, receipt, date: "2026-05-02" });
    expect(card("2026-05-01")).toEqual([[], [4_000]]);
    expect(card("2026-05-02")).toEqual([[], []]);
    const nobodys = bench.receipt(2_500, "2026-02-01", HELD);
    bench.call("dishonour", { action: bench.action(), customer: "?", receipt: nobodys, date: "2026-05-02" });
    const { toDo } = bench.call<Output<"today">>("today", { asOf: "2026-04-15" });
    expect(toDo.filter(({ kind }) => kind === "unidentified")).toMatchObject([{ amount: 2_500 }]);
  });

  it("is applied in the same order after a bounce that was undone", () => {
    const { bench, customer, card } = ledger();
    const first = bench.receipt(100, "2026-02-01", { customer, ...HELD });
    bench.receipt(200, "2026-02-01", { customer });
    expect(card()).toEqual([[], [100, 200]]);
    const action = bench.action();
    bench.call("dishonour", { action, customer, receipt: first, date: "2026-02-02" });
    bench.call("undo", { action: bench.action(), of: action });
    expect(card()).toEqual([[], [100, 200]]);
  });
});

describe("a statement of what is owed without a line", () => {
  function made() {
    const { bench, customer } = ledger();
    bench.call("saveSettings", { action: bench.action(), settings: { firm: { name: "F" } } });
    bench.item(customer, "A", "2026-01-05", 1_000, { due: "2026-01-31" });
    const shop = bench.customer("K002", "门店", { payerCode: "K001" });
    bench.receipt(-500, "2026-01-10", { customer });
    bench.item(shop, "B", "2026-01-06", 300, { due: "2026-03-31" });
    bench.receipt(400, "2026-01-20", { customer: shop });
    const asks = [{ customer, from: "2026-02-01", to: "2026-02-28", forPayer: true }];
    const [first] = bench.call<Output<"makeStatements">>("makeStatements", { asks }).made;
    if (!first) throw new Error("no statement was made");
    return { bench, statement: first.statement };
  }

  it("has a line for it beside money that is not applied, and they add up to the closing", () => {
    const { statement } = made();
    const { aging, closing, groups } = statement;
    expect(aging).toMatchObject({ owedAgain: 500, unapplied: 400 });
    const open = groups.flatMap((group) => group.open).reduce((sum, line) => sum + line.open, 0);
    expect(open + aging.unapplied).toBe(closing);
    const html = statementHtml(statement, { paper: "a4", language: "zh" });
    for (const said of ["加：已退款、待收回", "减：未核销收款及贷项"]) expect(html).toContain(said);
    expect(statementText(statement, "zh").split("\n")).toContain("已退款、待收回 5.00");
    expect(statementText(statement, "en").split("\n")).toContain("Refunded, owed again 5.00");
  });

  it("calls overdue what the aging calls so, less what is paid and not applied", () => {
    const { bench, statement } = made();
    const { customers } = bench.call<Output<"aging">>("aging", { asOf: "2026-02-28" });
    const overdue = customers.flatMap(({ buckets }) => buckets).reduce((sum, each) => sum + each, 0);
    expect([statement.pastDue, overdue]).toEqual([1_000, 1_000]);
    expect(statementText(statement, "zh")).toContain("其中已逾期 9.00 元");
  });

  it("is printed as it was where it was frozen before the ledger told it apart", () => {
    const { statement } = made();
    const { owedAgain, ...aging } = statement.aging;
    const html = statementHtml({ ...statement, aging }, { paper: "a4", language: "zh" });
    expect(owedAgain).toBe(500);
    expect(html).not.toContain("已退款");
    expect(html).toContain("14.00");
  });
});
