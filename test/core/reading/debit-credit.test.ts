import { describe, expect, it } from "vitest";
import {
  answered,
  type ImportKind,
  likeliestMapping,
  type MappingProposal,
  proposeMapping,
  type RawCell,
  type RawTable,
  readRows,
} from "../../../core/index.ts";

/** A ledger with a column for each side 往来明细账: the rule is bookkeeping's, and each total is the table's own. */
const HEADINGS = ["客户编码", "客户", "日期", "凭证号", "摘要", "借方金额", "贷方金额", "方向", "余额"];
const LEDGER: RawCell[][] = [
  ["往来明细账"],
  HEADINGS,
  ["K1", "甲公司", "2026-01-01", "", "期初余额", "", "", "借", 1000],
  ["K1", "甲公司", "2026-01-05", "记-3", "销售", 500, "", "借", 1500],
  ["K1", "甲公司", "2026-01-20", "记-9", "收到货款", 0, 700, "借", 800],
  ["K1", "甲公司", "2026-01-25", "记-11", "红字销售", -50, "", "借", 750],
  ["K1", "甲公司", "2026-01-31", "", "本月合计", 450, 700, "借", 750],
  ["K1", "甲公司", "2026-01-31", "", "本年累计", 9450, 9700, "借", 750],
  ["K2", "乙公司", "2026-01-01", "", "上年结转", "", "", "平", 0],
  ["K2", "乙公司", "2026-01-06", "记-4", "销售", "1,200.50", "-", "借", 1200.5],
  ["K2", "乙公司", "2026-01-22", "记-10", "销售退货", "", "200.50", "借", 1000],
  ["K2", "乙公司", "2026-01-31", "", "本期合计", 1200.5, 200.5, "借", 1000],
  ["", "合计", "", "", "", 1650.5, 900.5, "", ""],
];
const table = (rows: RawCell[][]): RawTable => ({ name: "t", rows });

function proposed(rows: RawCell[][], kind?: ImportKind): MappingProposal {
  const proposal = kind
    ? proposeMapping(table(rows), { kind, currency: "CNY" })
    : likeliestMapping(table(rows), "CNY");
  if (!proposal) throw new Error("no headings");
  return proposal;
}
const readAs = (rows: RawCell[][], kind?: ImportKind) => readRows(table(rows), proposed(rows, kind).mapping);

/** A ledger of single rows without balances, of which nothing is asked but what is meant to be. */
const short = (...rows: RawCell[][]) => [["客户", "日期", "摘要", "借方金额", "贷方金额"], ...rows];

describe("a ledger with a debit and a credit column", () => {
  it("is taken for documents, and nothing is asked: its words say what each credit is", () => {
    const { mapping, questions, columns } = proposed(LEDGER);
    expect(mapping.kind).toBe("items");
    expect(questions).toEqual([]);
    expect(columns.map(({ field }) => field)).toEqual([
      ...["customerCode", "customerName", "date", "number", "note", "debit", "credit"],
      ...[undefined, undefined], // neither a running balance nor its side is an amount
    ]);
  });

  it("reads debits above zero and credits below, a red debit below zero", () => {
    const { rows, problems } = readAs(LEDGER);
    expect(problems).toEqual([]);
    expect(rows.map(({ row, amount, readAs, documentWord }) => [row, amount, readAs, documentWord])).toEqual([
      [4, 50_000, "debit", undefined],
      [5, -70_000, "receipt", undefined],
      [6, -5_000, "debit", undefined],
      [10, 120_050, "debit", undefined],
      [11, -20_050, "creditNote", "return"],
    ]);
  });

  it("takes no balance and no total for a document, and says where balances from before stand", () => {
    const { skipped, totals } = readAs(LEDGER);
    expect(skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [3, "opening"],
      [7, "total"],
      [8, "total"],
      [9, "opening"],
      [12, "total"],
      [13, "total"],
    ]);
    expect(totals.openingRows).toEqual([3]); // row 9 says that nothing was owed
    expect([totals.rowsRead, totals.rowsTaken]).toEqual([5, 5]);
  });

  it("makes of each side what the table's own totals of the month, the customer and all say", () => {
    const { totals } = readAs(LEDGER);
    expect(totals.ownTotals).toEqual([
      { row: 7, side: "debit", amount: "450", agrees: true },
      { row: 7, side: "credit", amount: "700", agrees: true },
      { row: 12, side: "debit", amount: "1200.5", agrees: true },
      { row: 12, side: "credit", amount: "200.5", agrees: true },
      { row: 13, side: "debit", amount: "1650.5", agrees: true },
      { row: 13, side: "credit", amount: "900.5", agrees: true },
    ]);
    expect(totals.sides).toEqual([
      {
        currency: "CNY",
        debits: { rows: 3, amount: "1650.5" },
        receipts: { rows: 1, amount: "700" },
        creditNotes: { rows: 1, amount: "200.5" },
      },
    ]);
    expect(totals.currencies).toMatchObject([{ amountTaken: "750", sumInFile: "750" }]);
  });

  it("shows a total of one side that its rows do not make", () => {
    const wrong = LEDGER.map((row, i) => (i === 12 ? ["", "合计", "", "", "", 1650.5, 900, "", ""] : row));
    const ofCustomer = LEDGER.map((row, i) => (i === 11 ? row.with(5, 1200) : row));
    expect(readAs(ofCustomer).totals.ownTotals.filter(({ agrees }) => !agrees)).toEqual([
      { row: 12, side: "debit", amount: "1200", agrees: false, sum: "1200.5" },
    ]);
    expect(readAs(wrong).totals.ownTotals.filter(({ agrees }) => !agrees)).toEqual([
      { row: 13, side: "credit", amount: "900", agrees: false, sum: "900.5" },
    ]);
  });

  it.each([
    ["Customer", "Date", "Memo", "Debit", "Credit"],
    ["客户", "日期", "摘要", "借方", "贷方"],
    ["客户", "日期", "摘要", "借方发生额（元）", "贷方发生额（元）"],
    ["客户", "日期", "摘要", "贷方金额", "借方金额"],
  ])("knows the headings %s … %s … %s, %s, %s", (...headings) => {
    const isSwapped = headings[3] === "贷方金额";
    const cells: RawCell[][] = [
      ["甲公司", "2026-01-05", "sale", 50, ""],
      ["甲公司", "2026-01-06", "received by wire", "", 20],
    ];
    const rows = cells.map((row) => (isSwapped ? [...row.slice(0, 3), row[4] ?? "", row[3] ?? ""] : row));
    expect(readAs([headings, ...rows]).rows.map(({ amount }) => amount)).toEqual([5_000, -2_000]);
  });
});

describe("rows that are listed", () => {
  const kinds = (rows: RawCell[][], kind?: ImportKind) =>
    readAs(rows, kind).problems.map(({ kind: problem, place }) => [problem, place.row]);

  it("both sides filled, unless one is 0", () => {
    const rows = short(
      ["甲公司", "2026-01-05", "销售", 50, 20],
      ["甲公司", "2026-01-06", "销售", 50, 0],
      ["甲公司", "2026-01-07", "收款", 0, 20],
    );
    expect(kinds(rows)).toEqual([["bothSides", 2]]);
    expect(readAs(rows).rows.map(({ amount }) => amount)).toEqual([5_000, -2_000]);
  });

  it("neither side filled; a credit below zero; a debit of a document that takes off", () => {
    const rows = [
      ["客户", "日期", "单据类型", "借方金额", "贷方金额"],
      ["甲公司", "2026-01-05", "销售出库单", "", ""],
      ["甲公司", "2026-01-06", "收款单", "", -20],
      ["甲公司", "2026-01-07", "销售退货单", 30, ""],
      ["甲公司", "2026-01-08", "销售出库单", 40, ""],
    ];
    expect(kinds(rows)).toEqual([
      ["cellMissing", 2],
      ["amountAmbiguous", 3],
      ["sideDiffers", 4],
    ]);
  });

  it("a figure of its own beside its side, where a mapping has both and they differ", () => {
    const rows = [
      ["客户", "日期", "摘要", "本币金额", "借方金额", "贷方金额"],
      ["甲公司", "2026-01-05", "销售", 50, 50, ""],
      ["甲公司", "2026-01-06", "销售", 340, 50, ""],
    ];
    const { mapping } = proposed(rows, "items");
    const amount = { field: "amount" as const, header: "本币金额", occurrence: 1 };
    const read = readRows(table(rows), { ...mapping, columns: [...mapping.columns, amount] });
    expect(read.problems.map(({ kind: problem, place }) => [problem, place.row])).toEqual([
      ["amountAmbiguous", 3],
    ]);
    expect(read.rows.map((row) => row.amount)).toEqual([5_000]);
  });

  it("everything, where balances grow with credits: the sides are a bank's", () => {
    const bank = [
      ["客户", "日期", "摘要", "借方金额", "贷方金额", "余额"],
      ["甲公司", "2026-01-05", "货款", "", 500, 1500],
      ["甲公司", "2026-01-06", "货款", "", 200, 1700],
      ["甲公司", "2026-01-07", "付款", 300, "", 1400],
    ];
    expect(kinds(bank, "items")).toEqual([["sidesReversed", undefined]]);
    expect(readAs(bank, "items").rows).toEqual([]);
    expect(proposed(bank).mapping.kind).toBe("receipts");
    expect(readAs(bank).rows.map(({ row, amount }) => [row, amount])).toEqual([
      [2, 50_000],
      [3, 20_000],
    ]);
    expect(kinds(bank)).toEqual([["notReceived", 4]]);
  });

  it("not where they grow with debits, though a heading is a bank's", () => {
    const rows = LEDGER.map((row, i) => (i === 0 ? row : [...row, i === 1 ? "流水号" : `B${i}`]));
    expect(proposed(rows).mapping.kind).toBe("items");
    const unproved = rows.map((row) => row.filter((_, i) => i !== 8));
    expect(proposed(unproved).mapping.kind).toBe("receipts");
  });

  it("of receipts: what was credited without money", () => {
    const rows = short(["甲公司", "2026-01-05", "收款", "", 50], ["甲公司", "2026-01-06", "退货", "", 20]);
    expect(kinds(rows, "receipts")).toEqual([["notReceived", 3]]);
    expect(readAs(rows, "receipts").rows.map(({ amount }) => amount)).toEqual([5_000]);
  });
});

describe("a credit whose words do not say whether money came in", () => {
  const rows = short(
    ["甲公司", "2026-01-05", "销售", 500, ""],
    ["甲公司", "2026-01-06", "收到货款", "", 100],
    ["甲公司", "2026-01-07", "一月", "", 60],
    ["甲公司", "2026-01-08", "预收冲应收", "", 40],
  );

  it("is asked about, and listed until somebody says it", () => {
    const { questions } = proposed(rows);
    expect(questions).toEqual([
      { kind: "creditsAre", rows: 2, examples: ["一月", "预收冲应收"], choices: ["receipts", "creditNotes"] },
    ]);
    expect(readAs(rows).problems.map(({ kind, place }) => [kind, place.row])).toEqual([
      ["creditUnclear", 4],
      ["creditUnclear", 5],
    ]);
  });

  it.each([
    ["receipts", ["receipt", "receipt", "receipt"], { rows: 3, amount: "200" }],
    ["creditNotes", ["receipt", "creditNote", "creditNote"], { rows: 1, amount: "100" }],
  ] as const)("is what the answer says: %s; the others stay what they say", (value, readAs, receipts) => {
    const { mapping, layout } = proposed(rows);
    const read = readRows(table(rows), answered(mapping, layout, { kind: "creditsAre", value }));
    expect(read.problems).toEqual([]);
    expect(read.rows.slice(1).map((row) => row.readAs)).toEqual(readAs);
    expect(read.rows.map(({ amount }) => amount)).toEqual([50_000, -10_000, -6_000, -4_000]);
    expect(read.totals.sides?.[0]?.receipts).toEqual(receipts);
  });
});

describe("what is no such ledger", () => {
  it("a debit column alone is an amount, as before", () => {
    const { columns } = proposed([
      ["客户", "日期", "借方金额"],
      ["甲公司", "2026-01-05", 50],
    ]);
    expect(columns.map(({ field }) => field)).toEqual(["customerName", "date", "amount"]);
  });

  it("a list of balances with the period's turnover is opening balances", () => {
    const balances = [
      ["客户编码", "客户名称", "期初余额", "借方发生额", "贷方发生额", "期末余额"],
      ["K1", "甲公司", 100, 50, 20, 130],
      ["K2", "乙公司", 7, 0, 0, 7],
    ];
    expect(proposed(balances).mapping.kind).toBe("openings");
  });

  it("one amount given to a column takes the place of both sides", () => {
    const { mapping, layout } = proposed(LEDGER);
    const { columns } = answered(mapping, layout, { kind: "field", column: 8, field: "amount" });
    expect(columns.map(({ field }) => field)).not.toContain("debit");
    expect(columns.map(({ field }) => field)).not.toContain("credit");
  });
});
