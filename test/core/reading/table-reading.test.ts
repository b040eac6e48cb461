import { expect, test } from "vitest";
import { decideDateOrder, decideNumberStyle } from "../../../core/reading/column-style.ts";
import { answered } from "../../../core/reading/mapping-answers.ts";
import { proposeMapping } from "../../../core/reading/propose-mapping.ts";
import type { RawCell, RawTable } from "../../../core/reading/raw-table.ts";
import { readRows } from "../../../core/reading/read-rows.ts";
import { tableLayoutOf } from "../../../core/reading/table-shape.ts";

function tableOf(...rows: RawCell[][]): RawTable {
  return { name: "表", rows };
}

function read(table: RawTable, kind: "items" | "customers" | "receipts" | "openings" = "items") {
  const proposal = proposeMapping(table, { kind, currency: "CNY" });
  if (!proposal) throw new Error("no header row found");
  return { ...proposal, read: readRows(table, proposal.mapping) };
}

const HEAD = ["客户", "日期", "金额"];

test.each([0, 1, 7, 25])("the header row is found under %d lines of preamble", (lines) => {
  const preamble = Array.from({ length: lines }, (_, line): RawCell[] => [
    `说明${line}`,
    line % 2 ? "2026-01-01" : "",
  ]);
  const table = tableOf(...preamble, HEAD, ["甲", "2026-01-05", 1]);
  expect(tableLayoutOf(table)).toMatchObject({ headerRow: lines + 1, dataRows: [lines + 2] });
});

test("field keys above the labels belong to the labels", () => {
  const table = tableOf(
    ["FBillNo", "FDATE", "FALLAMOUNTFOR"],
    ["*单据编号", "业务日期", "价税合计"],
    ["A1", "2026-01-05", 5],
  );
  expect(tableLayoutOf(table)).toMatchObject({ headerRow: 2, dataRows: [3] });
});

test("technical headings alone are understood", () => {
  const table = tableOf(
    ["partner_id", "name", "invoice_date", "amount_total"],
    ["Iris", "INV/1", "2026-01-05", 5],
  );
  const { mapping } = read(table);
  expect(mapping.columns.map(({ field }) => field)).toEqual(["customerName", "number", "date", "amount"]);
});

test("a header row is never a data row with a fault in it", () => {
  const { read: result } = read(tableOf(HEAD, ["甲", "2026-02-30", "#REF!"], ["乙", "2026-01-05", 5]));
  expect(result.problems.map(({ kind, place }) => [kind, place.row])).toEqual([
    ["dateUnreadable", 2],
    ["amountUnreadable", 2],
  ]);
});

test("a repeated heading of a printed page is skipped, blank rows are nothing", () => {
  const { read: result } = read(tableOf(HEAD, ["甲", "2026-01-05", 1], [], HEAD, ["乙", "2026-01-06", 2]));
  expect(result.skipped).toMatchObject([{ row: 4, reason: "repeatedHeader" }]);
  expect(result.totals).toMatchObject({ rowsRead: 2, rowsTaken: 2, rowsSkipped: 1 });
});

test("a sum without a label is a total, another lonely figure is a row with faults", () => {
  const rows: RawCell[][] = [HEAD, ["甲", "2026-01-05", 1.1], ["乙", "2026-01-06", 2.2]];
  expect(read(tableOf(...rows, ["", "", 3.3])).read.totals.ownTotals).toEqual([
    { row: 4, amount: "3.3", agrees: true },
  ]);
  const faulty = read(tableOf(...rows, ["", "", 9])).read;
  expect(faulty.problems.map(({ kind, place }) => [kind, place.row, place.column])).toEqual([
    ["cellMissing", 4, "客户"],
    ["cellMissing", 4, "日期"],
  ]);
});

test("a total that does not agree is said", () => {
  const { read: result } = read(tableOf(HEAD, ["甲", "2026-01-05", 1], ["合计", "", 2]));
  expect(result.totals.ownTotals).toEqual([{ row: 3, amount: "2", sum: "1", agrees: false }]);
});

test("customers called Total or 合计利 are customers", () => {
  const { read: result } = read(
    tableOf(
      ["客户名称", "电话"],
      ["Total Lubricants", "020-5550101"],
      ["Total", "020-5550102"],
      ["只有名字", ""],
      ["合计利公司", "1"],
    ),
    "customers",
  );
  expect(result.rows.map(({ customerName }) => customerName)).toEqual([
    "Total Lubricants",
    "Total",
    "只有名字",
    "合计利公司",
  ]);
});

test("headings in 万元 scale their column", () => {
  const { read: result } = read(tableOf(["客户", "日期", "应收金额(万元)"], ["甲", "2026-01-05", 1.25]));
  expect(result.rows[0]?.amount).toBe(1_250_000);
  expect(result.totals.currencies[0]?.sumInFile).toBe("12500");
});

test("a date column in one order throughout is sure, otherwise it is asked and nothing is assumed", () => {
  const sure = read(tableOf(HEAD, ["甲", "3/4/2026", 1], ["乙", "25/4/2026", 1]));
  expect(sure.questions).toEqual([]);
  expect(sure.read.rows.map(({ date }) => date)).toEqual(["2026-04-03", "2026-04-25"]);
  const open = read(tableOf(HEAD, ["甲", "3/4/2026", 1], ["乙", "5/4/2026", 1]));
  expect(open.questions).toMatchObject([{ kind: "dateOrder", header: "日期", mixed: false }]);
  expect(open.read.totals).toMatchObject({ rowsTaken: 0, rowsListed: 2 });
  const mapping = answered(open.mapping, open.layout, {
    kind: "dateOrder",
    field: "date",
    value: "monthFirst",
  });
  expect(readRows(tableOf(HEAD, ["甲", "3/4/2026", 1]), mapping).rows[0]?.date).toBe("2026-03-04");
});

test("a column in both orders is unsure, and lists what the chosen order cannot read", () => {
  const cells = ["13/1/2026", "1/14/2026", "2/3/2026"];
  expect(decideDateOrder(cells)).toMatchObject({ sure: false, mixed: true, example: "2/3/2026" });
});

test.each([
  [["1,234.50", "12"], { sure: true, value: "point" }],
  [["1.234,50", "12"], { sure: true, value: "comma" }],
  [["1.234", "5,5"], { sure: true, value: "comma" }],
  [["1,234", "5"], { sure: true, value: "point" }],
  [[1.234, "12", ""], { sure: true }],
  [["2.125", "2309.7899999999995"], { sure: true, value: "point" }],
])("number style of %j", (cells, expected) => {
  expect(decideNumberStyle(cells, "CNY")).toEqual(expected);
});

test("1.234 alone leaves the number style open", () => {
  expect(decideNumberStyle(["1.234", "12"], "CNY")).toEqual({
    sure: false,
    mixed: false,
    example: "1.234",
    choices: [
      { value: "point", reading: "1.234" },
      { value: "comma", reading: "1234" },
    ],
  });
});

test("the mapping finds its columns again when they move, and stops when one is gone", () => {
  const { mapping } = read(tableOf(HEAD, ["甲", "2026-01-05", 1]));
  const moved = readRows(tableOf(["金额", "备注", "客户", "日期"], [7, "", "乙", "2026-01-06"]), mapping);
  expect(moved.rows).toMatchObject([{ customerName: "乙", amount: 700 }]);
  const gone = readRows(tableOf(["客户", "日期", "备注"], ["乙", "2026-01-06", ""]), mapping);
  expect(gone.problems).toEqual([
    { kind: "columnMissing", place: { table: "表", column: "金额" }, field: "amount" },
  ]);
  expect(gone.totals).toMatchObject({ rowsRead: 1, rowsTaken: 0, rowsListed: 1 });
});

test("values deny a heading: a customer column of codes is asked about, a text column is no date", () => {
  const { columns, questions } = read(
    tableOf(["客户", "日期", "金额"], ["C001", "货到", 1], ["C002", "月底", 2]),
  );
  expect(columns[0]).toMatchObject({ field: "customerName", sure: false, examples: ["C001", "C002"] });
  expect(questions).toMatchObject([
    { kind: "missing", fields: ["date"] },
    { kind: "field", choices: ["customerName", "customerCode"] },
  ]);
});

test("lines of one number add up when each line is quantity × price", () => {
  const table = tableOf(
    ["送货单号", "客户", "日期", "单据编号", "品名", "数量", "单价", "金额"],
    ["", "甲", "2026-01-05", "A1", "纸", 2, 1.5, 3],
    ["", "甲", "2026-01-05", "A1", "笔", 4, 2, 8],
    ["", "乙", "2026-01-06", "A2", "纸", 2, 1.5, 3],
  );
  const { mapping, questions, read: result } = read(table);
  expect([mapping.rowsAre, questions]).toEqual(["linesAddingUp", []]);
  expect(result.rows.map(({ number, amount }) => [number, amount])).toEqual([
    ["A1", 1100],
    ["A2", 300],
  ]);
  expect(result.totals.currencies[0]).toMatchObject({ amountTaken: "14", sumInFile: "14" });
});

test("sub-headings name the customers when that is answered", () => {
  const table = tableOf(
    ["", "日期", "单号", "金额"],
    ["甲公司"],
    ["", "2026-01-05", "A1", 1],
    ["甲公司合计", "", "", 1],
    ["乙公司"],
    ["", "2026-01-06", "A2", 2],
    ["乙公司合计", "", "", 2],
  );
  const { mapping, layout, questions } = read(table);
  expect(questions).toMatchObject([
    { kind: "missing" },
    { kind: "groupsAre", examples: ["甲公司", "乙公司"] },
  ]);
  const { rows } = readRows(table, answered(mapping, layout, { kind: "groupsAre" }));
  expect(rows.map(({ customerName, amount }) => [customerName, amount])).toEqual([
    ["甲公司", 100],
    ["乙公司", 200],
  ]);
});

test("currencies: column, named in the cell, in conflict, unknown", () => {
  const table = tableOf(
    ["客户", "日期", "金额", "币别"],
    ["甲", "2026-01-05", "$5", "USD"],
    ["甲", "2026-01-05", "¥5", "USD"],
    ["甲", "2026-01-05", "5", "金币"],
    ["甲", "2026-01-05", "€5", ""],
    ["甲", "2026-01-05", "5", "港币"],
    ["甲", "2026-01-05", "6", "人民币"],
  );
  const { rows, problems, totals } = read(table).read;
  expect(rows.map(({ currency, amount }) => [currency, amount])).toEqual([
    ["USD", 500],
    ["EUR", 500],
    ["HKD", 500],
    ["CNY", 600],
  ]);
  expect(problems.map(({ kind, place }) => [kind, place.row])).toEqual([
    ["currencyDiffers", 3],
    ["currencyUnknown", 4],
  ]);
  expect(totals.currencies.map(({ currency }) => currency)).toEqual(["", "CNY", "EUR", "HKD", "USD"]);
});

test("no header row is one problem, and every row is counted as listed", () => {
  const result = readRows(tableOf([1, 2], [3, 4]), read(tableOf(HEAD, ["甲", "2026-01-05", 1])).mapping);
  expect(result.problems).toEqual([{ kind: "headerNotFound", place: { table: "表" } }]);
  expect(result.totals).toMatchObject({ rowsRead: 2, rowsListed: 2 });
});

test("receipts and openings: payer only, and a balance without a date", () => {
  const receipts = read(
    tableOf(
      ["付款单位", "收款日期", "收款金额", "收款方式", "流水号"],
      ["甲", "2026-01-05", "100", "微信", "`42000001\t"],
    ),
    "receipts",
  );
  expect(receipts.read.rows).toMatchObject([
    { payerName: "甲", amount: 10000, method: "微信", bankReference: "42000001" },
  ]);
  const openings = read(
    tableOf(["客户名称", "期初余额"], ["甲", "1,000.00"], ["丙", ""], ["乙", "-5"]),
    "openings",
  );
  expect(openings.read.rows.map(({ amount }) => amount)).toEqual([100000, -500]);
  expect(openings.read.totals).toMatchObject({ rowsRead: 3, rowsListed: 1 });
});

test("a row with a day is data, whatever its customer is called", () => {
  const { read: result } = read(tableOf(HEAD, ["合计", "2026-01-05", 5], ["Total", "2026-01-06", 6]));
  expect(result.rows.map(({ customerName }) => customerName)).toEqual(["合计", "Total"]);
});

test("a line with another total than its document's is a document of its own", () => {
  const table = tableOf(
    ["客户", "日期", "单据编号", "金额", "品名"],
    ["甲", "2026-01-05", "A1", 9, "纸"],
    ["甲", "2026-01-05", "A1", 9, "笔"],
    ["甲", "2026-01-05", "A1", 7, "墨"],
  );
  const { mapping } = read(table);
  const { rows } = readRows(table, { ...mapping, rowsAre: "linesRepeatingTotal" });
  expect(rows.map(({ row, amount, goods }) => [row, amount, goods?.length])).toEqual([
    [2, 900, 2],
    [4, 700, 1],
  ]);
});
