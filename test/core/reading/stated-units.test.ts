import { describe, expect, it } from "vitest";
import { likeliestMapping, proposeMapping, type RawTable, readRows } from "../../../core/index.ts";

/** A unit that a table states is read or refused, never ignored: figures of another size are wrong in silence. */
function read(header: string, titles: readonly string[] = [], currency = "CNY") {
  const rows = [
    ...titles.map((title) => [title]),
    ["客户", "日期", header],
    ["甲", "2026-01-05", 1.5],
    ["乙", "2026-01-06", 2],
  ];
  const table: RawTable = { name: "t", rows };
  const proposal = proposeMapping(table, { kind: "items", currency });
  if (!proposal) throw new Error("no header");
  return { ...readRows(table, proposal.mapping), mapping: proposal.mapping };
}

const first = (header: string, titles?: readonly string[]) => read(header, titles).rows[0]?.amount;

describe("the unit that a heading states", () => {
  it.each([
    ["金额（元）", 150],
    ["金额（千元）", 150_000],
    ["金额（万元）", 1_500_000],
    ["金额（十万元）", 15_000_000],
    ["金额（百万元）", 150_000_000],
    ["金额（千万元）", 1_500_000_000],
    ["金额（亿元）", 15_000_000_000],
    ["金额（万）", 1_500_000],
    ["金额（百万）", 150_000_000],
    ["金额（人民币万元）", 1_500_000],
    ["金额（单位：百万元）", 150_000_000],
    ["金额/万元", 1_500_000],
    ["万元金额", 1_500_000],
    ["元金额", 150],
    ["金额（万元，含税）", 1_500_000],
    ["Amount (RMB million)", 150_000_000],
    ["Amount (RMB'000)", 150_000],
    ["Amount (in thousands)", 150_000],
    ["金额", 150],
    ["金额（含税）", 150],
  ])("%s", (header, amount) => {
    expect(first(header)).toBe(amount);
  });

  it.each([
    ["单位：元", 150],
    ["单位：万元", 1_500_000],
    ["单位：百万元", 150_000_000],
    ["金额单位：人民币千元", 150_000],
    ["单位： 人民币 万元", 1_500_000],
    ["应收明细 单位：万元 2026年11月", 1_500_000],
    ["（单位：百万元）", 150_000_000],
    ["金额单位：人民币万元", 1_500_000],
    ["单位:RMB万元", 1_500_000],
    ["单位：万人民币", 1_500_000],
    ["单位：元 2026年11月", 150],
    ["应收明细（千万元）", 1_500_000_000],
    ["Unit: RMB million", 150_000_000],
    ["Expressed in thousands of RMB", 150_000],
    ["编制单位：百亿贸易公司", 150],
    ["应收明细表（十）", 150],
    ["以上不含100万元以下客户（不足100万元）", 150],
  ])("a title “%s”", (title, amount) => {
    expect(first("金额", [title])).toBe(amount);
  });

  it("is the heading's own where a title says another", () => {
    expect(first("金额（元）", ["单位：万元"])).toBe(150);
    expect(first("金额（万元）", ["单位：元"])).toBe(1_500_000);
    expect(first("金额（含税）", ["单位：万元"])).toBe(1_500_000);
  });

  it.each(["金额（百千元）", "金额（万千）", "金额（兆元）"])(
    "%s is refused: nothing is read of the table",
    (header) => {
      const { rows, problems, totals } = read(header);
      expect(rows).toEqual([]);
      expect(problems).toMatchObject([
        { kind: "unitUnknown", place: { table: "t", column: header }, found: header },
      ]);
      expect(totals).toMatchObject({ rowsRead: 2, rowsListed: 2 });
    },
  );

  it("is what the table says, whatever an older mapping has", () => {
    const { mapping } = read("金额（万元）");
    const table: RawTable = {
      name: "t",
      rows: [
        ["客户", "日期", "金额（元）"],
        ["甲", "2026-01-05", 1.5],
      ],
    };
    expect(readRows(table, mapping).rows[0]?.amount).toBe(150);
    const titled: RawTable = {
      name: "t",
      rows: [["单位：百万元"], ["客户", "日期", "金额"], ["甲", "2026-01-05", 1.5]],
    };
    expect(readRows(titled, read("金额").mapping).rows[0]?.amount).toBe(150_000_000);
  });

  it("is that of the mapping where the table says none", () => {
    const { mapping } = read("金额（万元）");
    const table: RawTable = {
      name: "t",
      rows: [
        ["客户", "日期", "金额"],
        ["甲", "2026-01-05", 1.5],
      ],
    };
    expect(readRows(table, mapping).rows[0]?.amount).toBe(1_500_000);
  });
});

describe("元 in a heading", () => {
  const told = (header: string, currency: string) => {
    const { mapping } = read(header, [], currency);
    return [mapping.currency, mapping.currencyTold ?? false];
  };

  it.each([
    ["CNY", "CNY"],
    ["JPY", "JPY"],
  ])("in a ledger of %s is its own currency", (currency, expected) => {
    expect(told("金额（元）", currency)).toEqual([expected, true]);
  });

  it.each(["HKD", "TWD", "MOP", "SGD", "USD"])("in a ledger of %s says nothing, and is asked", (currency) => {
    expect(told("金额（元）", currency)).toEqual([currency, false]);
    const table: RawTable = {
      name: "t",
      rows: [
        ["客户", "日期", "金额（元）"],
        ["甲", "2026-01-05", 100],
      ],
    };
    const proposal = likeliestMapping(table, currency);
    expect(proposal?.questions).toMatchObject([{ kind: "currency", word: "元", choices: [currency, "CNY"] }]);
  });

  it("with its currency's name is told in any ledger", () => {
    expect(told("金额（人民币元）", "HKD")).toEqual(["CNY", true]);
    expect(told("金额（港元）", "CNY")).toEqual(["HKD", true]);
    expect(told("金额（万美元）", "CNY")).toEqual(["USD", true]);
  });
});

describe("the currency that a title states with its unit", () => {
  const told = (title: string, currency = "CNY", heading = "金额") => {
    const { mapping, questions } = proposed(heading, title, currency);
    return [mapping.currency, mapping.currencyTold === true, questions.map(({ kind }) => kind).join()];
  };
  const proposed = (heading: string, title: string, currency: string) => {
    const rows = [[title], ["客户", "日期", heading], ["甲", "2026-01-05", 1.5], ["乙", "2026-01-06", 2]];
    const proposal = proposeMapping({ name: "t", rows }, { kind: "items", currency });
    if (!proposal) throw new Error("no header");
    return proposal;
  };

  it.each([
    ["单位：万美元", "USD"],
    ["单位：美元", "USD"],
    ["金额单位：人民币万元", "CNY"],
    ["单位：元", "CNY"],
    ["(RMB'000)", "CNY"],
    ["In thousands of USD", "USD"],
  ])("%s", (title, currency) => {
    expect(told(title)).toEqual([currency, true, ""]);
  });

  it("a heading's comes before it, and 元 says less than 美元", () => {
    expect(told("单位：万元", "CNY", "金额（美元）").slice(0, 2)).toEqual(["USD", true]);
    expect(told("币种：美元", "CNY", "金额（元）")).toEqual(["USD", true, ""]);
  });

  it("万元 tells no currency: in a ledger of dollars it is asked whose 元 it is", () => {
    expect(told("单位：万元")).toEqual(["CNY", false, ""]);
    expect(told("单位：万元", "HKD")).toEqual(["HKD", false, "currency"]);
  });

  it("a firm's name states nothing", () => {
    expect(told("编制单位：美元贸易公司")).toEqual(["CNY", false, ""]);
  });

  it("a unit of a counted sum is not understood, and nothing is read", () => {
    const rows = [["Unit: RMB 10,000"], ["客户", "日期", "金额"], ["甲", "2026-01-05", 1.5]];
    const table = { name: "t", rows };
    expect(readRows(table, proposed("金额", "Unit: RMB 10,000", "CNY").mapping).rows).toEqual([]);
    expect(readRows(table, proposed("金额", "Unit: RMB 10,000", "CNY").mapping).problems).toMatchObject([
      { kind: "unitUnknown" },
    ]);
  });
});
