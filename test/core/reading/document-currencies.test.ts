import { describe, expect, it } from "vitest";
import {
  type ColumnMapping,
  proposeMapping,
  type RawCell,
  type RawTable,
  readRows,
} from "../../../core/index.ts";

/** Lines of one document in two currencies are no document: they are never added up. */
const HEAD = ["客户", "日期", "单号", "币种", "品名", "数量", "单价", "金额"];

function read(lines: readonly (readonly RawCell[])[], rowsAre: ColumnMapping["rowsAre"] = "linesAddingUp") {
  const table: RawTable = { name: "t", rows: [HEAD, ...lines] };
  const proposal = proposeMapping(table, { kind: "items", currency: "CNY" });
  if (!proposal) throw new Error("no header");
  return readRows(table, { ...proposal.mapping, rowsAre });
}

const line = (number: string, currency: string, amount: number): RawCell[] => [
  "甲",
  "2026-01-05",
  number,
  currency,
  "轴承",
  1,
  amount,
  amount,
];

describe("lines of one document", () => {
  it("in two currencies are listed with both, and no figure of one counts in the other", () => {
    const { rows, problems, totals } = read([
      line("N1", "USD", 100),
      line("N1", "CNY", 100),
      line("N2", "USD", 30),
    ]);
    expect(rows.map(({ number, currency, amount }) => [number, currency, amount])).toEqual([
      ["N2", "USD", 3000],
    ]);
    expect(problems).toMatchObject([
      { kind: "currencyDiffers", place: { row: 3, column: "币种" }, found: "CNY", expected: "USD" },
    ]);
    const sums = totals.currencies.map((each) => [each.currency, each.amountTaken, each.amountListed]);
    expect(sums).toEqual([
      ["CNY", "0", "100"],
      ["USD", "30", "100"],
    ]);
  });

  it("that repeat the total in two currencies are listed", () => {
    const { rows, problems } = read([line("N1", "USD", 100), line("N1", "CNY", 100)], "linesRepeatingTotal");
    expect([rows, problems.map(({ kind }) => kind)]).toEqual([[], ["currencyDiffers"]]);
  });

  it("that say no currency are in that of the document", () => {
    const { rows, totals } = read([line("N1", "USD", 100), line("N1", "", 50)]);
    expect(rows.map(({ currency, amount }) => [currency, amount])).toEqual([["USD", 15000]]);
    expect(totals.currencies.map((each) => [each.currency, each.amountTaken])).toEqual([["USD", "150"]]);
  });

  it("that say no currency are read in the decimals of the document's", () => {
    const { rows } = read([line("N1", "JPY", 100), line("N1", "", 50)]);
    expect(rows.map(({ currency, amount }) => [currency, amount])).toEqual([["JPY", 150]]);
  });

  it("that say one where the document says none are listed", () => {
    const { rows, problems } = read([line("N1", "", 100), line("N1", "USD", 50)]);
    expect([rows, problems.map(({ kind }) => kind)]).toEqual([[], ["currencyDiffers"]]);
  });
});
