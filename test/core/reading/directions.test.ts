import { describe, expect, it } from "vitest";
import {
  type ImportField,
  likeliestMapping,
  proposeMapping,
  type RawCell,
  readRows,
} from "../../../core/index.ts";

const BALANCES: RawCell[][] = [
  ["客户往来余额表"],
  ["客户编码", "客户名称", "业务员", "方向", "期初余额", "本期借方", "本期贷方", "方向", "期末余额"],
  ["0101001", "宁波东海", "王芳", "借", "120,000.00", "35,500.50", "20,000.00", "借", "135,500.50"],
  ["0101003", "绍兴越城", "李强", "贷", "5,000.00", "12,000.00", "0.00", "借", "7,000.00"],
  ["0102001", "义乌百汇", "李强", "平", "", "3,600.00", "3,600.00", "平", ""],
  ["0102002", "嘉兴南湖", "赵敏", "借", "46,230.00", "0.00", "50,000.00", "贷", "3,770.00"],
  ["", "合计", "", "借", "161,230.00", "51,100.50", "73,600.00", "借", "138,730.50"],
];

function openings(rows: RawCell[][], field: ImportField, header: string) {
  const table = { name: "t", rows };
  const proposal = proposeMapping(table, { kind: "openings", currency: "CNY" });
  if (!proposal) throw new Error("no headings");
  const columns = proposal.mapping.columns.filter((each) => !["amount", "openAmount"].includes(each.field));
  return readRows(table, {
    ...proposal.mapping,
    columns: [...columns, { field, header, occurrence: 1 }],
  });
}

describe("the direction 方向 of a balance list", () => {
  it.each([
    ["amount", "期初余额", [12_000_000, -500_000, 4_623_000]],
    ["openAmount", "期末余额", [13_550_050, 700_000, -377_000]],
  ] as const)("is that before each balance: %s of %s", (field, header, figures) => {
    const read = openings(BALANCES, field, header);
    expect(read.rows.map((row) => row[field])).toEqual(figures);
    expect(read.problems).toEqual([]);
    expect(read.totals.ownTotals.map(({ agrees }) => agrees)).toEqual([true]);
    expect(read.totals.currencies.map(({ sumInFile }) => sumInFile)).toEqual([
      field === "amount" ? "161230" : "138730.5",
    ]);
  });

  it("平 is nothing to take and no fault", () => {
    const { skipped, totals } = openings(BALANCES, "amount", "期初余额");
    expect(skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [5, "settled"],
      [7, "total"],
    ]);
    expect([totals.rowsRead, totals.rowsTaken]).toEqual([3, 3]);
  });

  it.each([
    ["借贷方向", "贷"],
    ["借/贷", "贷方"],
    ["Dr/Cr", "Cr"],
    ["Dr/Cr", "CR."],
    ["D/C", "C"],
    ["Debit/Credit", "Credit"],
  ])("%s may say %s, before the figure or behind it", (heading, credit) => {
    const before = [
      ["客户", heading, "期初余额"],
      ["甲公司", credit, 50],
      ["乙公司", credit, 7],
    ];
    const behind = [
      ["客户", "期初余额", heading],
      ["甲公司", 50, credit],
      ["乙公司", 7, credit],
    ];
    for (const rows of [before, behind])
      expect(openings(rows, "amount", "期初余额").rows.map(({ amount }) => amount)).toEqual([-5_000, -700]);
  });

  it("what cannot be is listed: a credit below zero, a settled balance with a figure, another word", () => {
    const rows = [
      ["客户", "方向", "期初余额"],
      ["甲公司", "借", 50],
      ["丙公司", "借", -8],
      ["乙公司", "贷", -7],
      ["丁公司", "平", 9],
      ["戊公司", "左", 9],
      ["己公司", "借", 1],
      ["庚公司", "贷", 0],
    ];
    const read = openings(rows, "amount", "期初余额");
    expect(read.rows.map(({ amount }) => amount)).toEqual([5_000, -800, 100, 0]);
    expect(read.problems.map(({ kind, place }) => [kind, place.row])).toEqual([
      ["amountAmbiguous", 4],
      ["amountAmbiguous", 5],
      ["wordUnknown", 6],
    ]);
  });

  it("of a ledger's running balance says nothing of its debits", () => {
    const rows = [
      ["客户", "日期", "借方金额", "贷方金额", "方向", "余额"],
      ["甲公司", "2026-01-05", 50, "", "贷", 20],
      ["甲公司", "2026-01-06", 70, "", "借", 50],
    ];
    const proposal = proposeMapping({ name: "t", rows }, { kind: "items", currency: "CNY" });
    const columns = proposal?.mapping.columns.filter(({ field }) => field !== "openAmount") ?? [];
    const amounts =
      proposal &&
      readRows({ name: "t", rows }, { ...proposal.mapping, columns }).rows.map((row) => row.amount);
    expect(amounts).toEqual([5_000, 7_000]);
  });
});

describe("states of documents", () => {
  const HEADINGS = ["单据编号", "单据类型", "业务日期", "客户", "价税合计"];
  const read = (headings: string[], ...cells: RawCell[][]) => {
    const rows = cells.map((more, i) => [
      `AR-${i}`,
      "标准应收单",
      "2026-01-05",
      `客户${"甲乙丙丁"[i]}`,
      100,
      ...more,
    ]);
    const table = { name: "t", rows: [[...HEADINGS, ...headings], ...rows] };
    const proposal = likeliestMapping(table, "CNY");
    if (!proposal) throw new Error("no headings");
    expect(proposal.questions).toEqual([]);
    expect(proposal.mapping.kind).toBe("items");
    return readRows(table, proposal.mapping).problems.map(({ kind, place }) => [kind, place.row]);
  };

  it("each of several columns counts: approved and void is void", () => {
    const found = read(
      ["单据状态", "作废状态"],
      ["已审核", ""],
      ["已审核", "已作废"],
      ["创建", ""],
      ["已审核", "未作废"],
    );
    expect(found).toEqual([
      ["documentNotInForce", 3],
      ["documentNotInForce", 4],
    ]);
  });

  it.each([
    ["是否作废", "是", "否"],
    ["作废标志", "Y", "N"],
    ["审核状态", "待审核", "已审核"],
    ["是否审核", "否", "是"],
    ["审批状态", "审批中", "审批通过"],
  ])("%s: %s is not in force, %s is", (heading, not, is) => {
    expect(read([heading], [is], [not])).toEqual([["documentNotInForce", 3]]);
  });
});
