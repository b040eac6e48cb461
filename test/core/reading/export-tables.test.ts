import { expect, test } from "vitest";
import { ColumnMappingShape } from "../../../core/reading/column-mapping.ts";
import type { ImportKind } from "../../../core/reading/import-kinds.ts";
import { answered } from "../../../core/reading/mapping-answers.ts";
import { type MappingProposal, proposeMapping } from "../../../core/reading/propose-mapping.ts";
import type { RawTable } from "../../../core/reading/raw-table.ts";
import { readRows } from "../../../core/reading/read-rows.ts";
import * as tables from "./export-tables.ts";

function propose(table: RawTable, kind: ImportKind, currency = "CNY"): MappingProposal {
  const proposal = proposeMapping(table, { kind, currency });
  if (!proposal) throw new Error("no header row found");
  expect(ColumnMappingShape.parse(JSON.parse(JSON.stringify(proposal.mapping)))).toEqual(proposal.mapping);
  return proposal;
}

function fieldsOf({ mapping }: MappingProposal): Record<string, string> {
  return Object.fromEntries(mapping.columns.map(({ field, header }) => [field, header]));
}

test("QuickBooks aging detail: bucket headings and totals skipped, credit memo negative", () => {
  const proposal = propose(tables.QUICKBOOKS_AGING, "openItems", "USD");
  expect(proposal.questions).toMatchObject([
    { kind: "dateOrder", field: "due", choices: [{ value: "monthFirst" }, { value: "dayFirst" }] },
  ]);
  const answer = { kind: "dateOrder", field: "due", value: "monthFirst" } as const;
  const mapping = answered(proposal.mapping, proposal.layout, answer);
  const read = readRows(tables.QUICKBOOKS_AGING, mapping);
  expect(
    read.rows.map(({ row, customerName, openAmount, documentWord }) => [
      row,
      customerName,
      openAmount,
      documentWord,
    ]),
  ).toEqual([
    [7, "Blue Door Ltd", 70000, "invoice"],
    [10, "Total Supplies Co", 31050, "invoice"],
    [11, "Blue Door Ltd", -5000, "creditNote"],
  ]);
  expect(read.rows[0]).toMatchObject({
    date: "2025-10-13",
    due: "2025-11-12",
    number: "1001",
    amount: 120000,
  });
  expect(read.problems).toEqual([]);
  expect(read.skipped.map(({ row, reason }) => [row, reason])).toEqual([
    [6, "group"],
    [8, "total"],
    [9, "group"],
    [12, "total"],
    [13, "total"],
    [15, "footer"],
  ]);
  expect(read.totals.ownTotals).toEqual([
    { row: 8, amount: "700", agrees: true },
    { row: 12, amount: "260.5", agrees: true },
    { row: 13, amount: "960.5", agrees: true },
  ]);
  expect(read.totals.currencies[0]).toMatchObject({
    currency: "USD",
    amountTaken: "960.5",
    sumInFile: "960.5",
  });
});

test("Xero invoices: the head repeated on every line counts once, drafts are listed", () => {
  const proposal = propose(tables.XERO_INVOICES, "items");
  expect(proposal.mapping.rowsAre).toBe("linesRepeatingTotal");
  expect(proposal.questions.map(({ kind }) => kind)).toEqual([]);
  const { rows, problems, totals } = readRows(tables.XERO_INVOICES, proposal.mapping);
  expect(rows.map(({ number, amount, rows: lines, currency }) => [number, amount, lines, currency])).toEqual([
    ["INV-01", 33000, [2, 3], "EUR"],
    ["INV-02", 9900, undefined, "EUR"],
  ]);
  expect(rows[0]?.goods?.map(({ goodsName, goodsQuantity }) => [goodsName, goodsQuantity])).toEqual([
    ["Chairs", "3"],
    ["Table", "1"],
  ]);
  expect(rows[0]?.date).toBe("2026-02-14");
  expect(new Set(problems.map(({ kind }) => kind))).toEqual(new Set(["documentNotInForce"]));
  expect(totals).toMatchObject({ rowsRead: 6, rowsTaken: 3, rowsListed: 3 });
  expect(totals.currencies[0]).toMatchObject({ amountTaken: "429", amountListed: "80", sumInFile: "509" });
});

test("ERPNext receivable: code and name, outstanding counted, total row agrees", () => {
  const proposal = propose(tables.ERPNEXT_RECEIVABLE, "openItems");
  expect(proposal.questions).toEqual([]);
  expect(fieldsOf(proposal)).toMatchObject({
    customerCode: "party",
    customerName: "customername",
    number: "voucherno",
    amount: "invoicedamount",
    openAmount: "outstandingamount",
    orderNumber: "customerlpo",
  });
  const { rows, totals, skipped } = readRows(tables.ERPNEXT_RECEIVABLE, proposal.mapping);
  expect(rows.map(({ customerCode, openAmount, currency }) => [customerCode, openAmount, currency])).toEqual([
    ["CUST-0001", 80000, "USD"],
    ["CUST-0002", 4550, "USD"],
  ]);
  expect(skipped).toMatchObject([{ row: 4, reason: "total" }]);
  expect(totals.ownTotals).toEqual([{ row: 4, amount: "845.5", agrees: true }]);
});

test("金蝶应收单: field keys are no data, entry lines belong to the bill above once that is answered", () => {
  const proposal = propose(tables.KINGDEE_RECEIVABLE, "items");
  expect(proposal.layout).toMatchObject({ headerRow: 1, dataRows: [3, 4, 5, 6, 7] });
  const carry = proposal.questions.find((question) => question.kind === "carryDown");
  expect(carry?.fields).toEqual(expect.arrayContaining(["number", "customerName", "date"]));
  const unanswered = readRows(tables.KINGDEE_RECEIVABLE, proposal.mapping);
  expect(unanswered.totals).toMatchObject({ rowsRead: 5, rowsListed: 3 });
  let mapping = answered(proposal.mapping, proposal.layout, {
    kind: "carryDown",
    fields: carry?.fields ?? [],
  });
  mapping = answered(mapping, proposal.layout, { kind: "rowsAre", value: "linesRepeatingTotal" });
  const { rows, problems, totals } = readRows(tables.KINGDEE_RECEIVABLE, mapping);
  expect(rows.map(({ number, amount, rows: lines }) => [number, amount, lines])).toEqual([
    ["AR0001", 113000, [3, 4]],
    ["AR0002", 22600, [5, 6]],
  ]);
  expect(rows[0]?.goods).toHaveLength(2);
  expect(problems).toEqual([
    { kind: "documentNotInForce", place: { table: "应收单", row: 7, column: "单据状态" }, found: "创建" },
  ]);
  expect(totals).toMatchObject({ rowsRead: 5, rowsTaken: 4, rowsListed: 1, rowsSkipped: 1 });
  expect(totals.currencies[0]).toMatchObject({
    currency: "CNY",
    amountTaken: "1356",
    amountListed: "500",
    sumInFile: "1856",
  });
  expect(totals.ownTotals).toEqual([{ row: 8, amount: "1856", agrees: true }]);
});

test("hand-kept sheet: title, unit, blank customers, subtotals, and each fault with its place", () => {
  const proposal = propose(tables.HAND_KEPT, "items");
  expect(proposal.layout.headerRow).toBe(4);
  expect(fieldsOf(proposal)).toMatchObject({
    customerName: "客户名称",
    date: "日期",
    amount: "金额",
    settledAmount: "已收",
    deliveryNumber: "送货单号",
  });
  expect(proposal.questions).toEqual([{ kind: "carryDown", fields: ["customerName"], blankRows: 3 }]);
  const mapping = answered(proposal.mapping, proposal.layout, {
    kind: "carryDown",
    fields: ["customerName"],
  });
  const { rows, problems, skipped, totals } = readRows(tables.HAND_KEPT, mapping);
  expect(rows.map(({ row, customerName, amount }) => [row, customerName, amount])).toEqual([
    [5, "佳美印刷", 120000],
    [6, "佳美印刷", 80050],
    [8, "恒达包装", 1200000],
  ]);
  expect(problems).toEqual([
    {
      kind: "dateUnreadable",
      place: { table: "3月应收", row: 9, column: "日 期" },
      found: "2026.2.30",
      why: "noSuchDay",
    },
    {
      kind: "amountUnreadable",
      place: { table: "3月应收", row: 10, column: "金额（元）" },
      found: "500+300",
      why: "expression",
    },
  ]);
  expect(skipped.map(({ row, reason }) => [row, reason])).toEqual([
    [7, "total"],
    [11, "total"],
    [13, "footer"],
  ]);
  expect(totals).toMatchObject({ rowsRead: 5, rowsTaken: 3, rowsListed: 2 });
  expect(totals.currencies[0]).toMatchObject({
    amountTaken: "14000.5",
    amountListed: "450",
    sumInFile: "14450.5",
    rowsWithoutAmount: 1,
  });
  expect(totals.ownTotals).toMatchObject([
    { row: 7, agrees: true },
    { row: 11, agrees: true },
  ]);
});
