import { describe, expect, it } from "vitest";
import { checkedChanges, type ImportKind, type ImportRow, money, plainDate } from "../../../core/index.ts";
import { planned } from "./planned.ts";

/** A row that no record can hold is listed, and the rows beside it are taken: the chunk never breaks. */
const LONG = "长".repeat(501);
const DAY = plainDate("2026-11-05");
const ITEM = { customerName: "甲", date: DAY, amount: money(100) };
const RECEIPT = { customerName: "甲", date: DAY, amount: money(100) };

describe("a row that does not fit", () => {
  it.each<[string, ImportKind, Partial<ImportRow>, Partial<ImportRow>]>([
    ["note of a document", "items", { ...ITEM, note: LONG }, { ...ITEM, number: "N2" }],
    ["number of a document", "items", { ...ITEM, number: LONG }, { ...ITEM, number: "N2" }],
    ["order of a document", "items", { ...ITEM, orderNumber: LONG }, { ...ITEM, number: "N2" }],
    ["delivery of a document", "items", { ...ITEM, deliveryNumber: LONG }, { ...ITEM, number: "N2" }],
    ["reference of a receipt", "receipts", { ...RECEIPT, bankReference: LONG }, { ...RECEIPT, number: "R2" }],
    ["payer of a receipt", "receipts", { ...RECEIPT, payerName: LONG }, { ...RECEIPT, number: "R2" }],
    ["name of a customer", "items", { ...ITEM, customerName: LONG }, { ...ITEM, number: "N2" }],
    ["name in a list of customers", "customers", { customerName: LONG }, { customerName: "乙" }],
    ["note in a list of customers", "customers", { customerName: "甲", note: LONG }, { customerName: "乙" }],
    [
      "number of a settled document",
      "openItems",
      { ...ITEM, openAmount: money(40), number: LONG },
      { ...ITEM, number: "N2" },
    ],
  ])("%s: is listed, and its neighbour taken", (_what, kind, unfit, fits) => {
    const plan = planned(kind, [unfit, fits]);
    expect(plan.problems).toMatchObject([
      { kind: "cellUnfit", place: { table: "来表", row: 2 }, found: LONG.slice(0, 80) },
    ]);
    expect(plan.taken).toBe(1);
    expect(checkedChanges([...plan.changes])).toHaveLength(plan.changes.length);
  });

  it.each(["9999天", "当月35日", "月结+999个月", "看情况"])(
    "terms “%s” of a customer are listed",
    (terms) => {
      const plan = planned("customers", [
        { customerName: "甲", terms },
        { customerName: "乙", terms: "30天" },
      ]);
      expect(plan.problems).toEqual([
        { kind: "termsUnreadable", place: { table: "来表", row: 2 }, found: terms },
      ]);
      expect(plan.taken).toBe(1);
      expect(checkedChanges([...plan.changes])).toHaveLength(1);
    },
  );

  it.each(["9999天", "看情况"])("terms “%s” that a document needs are listed", (terms) => {
    const plan = planned("items", [{ ...ITEM, terms }]);
    expect(plan.problems).toMatchObject([{ kind: "termsUnreadable", found: terms }]);
    expect(plan.taken).toBe(0);
  });

  it("terms of a document that states its due date are not needed", () => {
    const plan = planned("items", [{ ...ITEM, terms: "看情况", due: plainDate("2026-12-05") }]);
    expect([plan.taken, plan.problems]).toEqual([1, []]);
  });
});
