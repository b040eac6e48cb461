import { describe, expect, it } from "vitest";
import { proposeMapping, type RawCell } from "../../../core/index.ts";

/** A table that names two currencies is in neither until somebody says which. */
const HEADINGS = ["客户", "日期", "金额"];

function proposed(titles: readonly string[], headings: RawCell[] = HEADINGS, currency = "CNY") {
  const rows = [
    ...titles.map((title) => [title]),
    headings,
    ["甲公司", "2026-01-05", 100],
    ["乙公司", "2026-01-06", 7],
  ];
  const proposal = proposeMapping({ name: "t", rows }, { kind: "items", currency });
  if (!proposal) throw new Error("no headings");
  const asked = proposal.questions.filter(({ kind }) => kind === "currency");
  return { asked, mapping: proposal.mapping };
}

describe("currencies of a table's titles that contradict each other", () => {
  it.each([
    [
      ["币种:人民币", "Currency: USD"],
      ["CNY", "USD"],
    ],
    [["币种：人民币 金额单位：万美元"], ["CNY", "USD"]],
    [["币种：人民币 / USD"], ["CNY", "USD"]],
    [
      ["应收明细 USD", "币种：人民币"],
      ["CNY", "USD"],
    ],
    [
      ["币种：港币", "（单位：美元）"],
      ["HKD", "USD"],
    ],
  ])("%j are asked about", (titles, choices) => {
    const { asked, mapping } = proposed(titles);
    expect(asked).toMatchObject([{ why: "contradicting" }]);
    expect(asked[0]?.kind === "currency" && [...asked[0].choices].sort()).toEqual(choices);
    expect(mapping).not.toHaveProperty("currencyTold");
  });

  it("and so is a heading that says another one than the title", () => {
    const { asked } = proposed(["币种：人民币"], ["客户", "日期", "金额（USD）"]);
    expect(asked).toMatchObject([{ why: "contradicting" }]);
  });

  it.each([
    [["币种：人民币", "单位：元"], "CNY"],
    [["币种：人民币（RMB）", "单位：万元"], "CNY"],
    [["币种：美元", "（单位：元）"], "USD"],
    [["币种：美元", "Currency: USD ($)"], "USD"],
    [["币种：人民币", "汇率：1 美元 = 7.1"], "CNY"],
    [["美元贸易公司", "币种：人民币"], "CNY"],
  ])("%j are one", (titles, currency) => {
    const { asked, mapping } = proposed(titles);
    expect(asked).toEqual([]);
    expect(mapping).toMatchObject({ currency, currencyTold: true });
  });

  it("a sign is the dollar that is named beside it", () => {
    expect(proposed(["Currency: CAD", "(in $)"], HEADINGS, "CAD").asked).toEqual([]);
    expect(proposed(["Currency: CAD", "(in $)"], HEADINGS, "CNY").mapping.currency).toBe("CAD");
  });

  it("none is asked about where a column says it", () => {
    const rows = [
      ["币种：人民币"],
      ["Currency: USD"],
      [...HEADINGS, "币种"],
      ["甲公司", "2026-01-05", 100, "CNY"],
    ];
    const proposal = proposeMapping({ name: "t", rows }, { kind: "items", currency: "CNY" });
    expect(proposal?.questions).toEqual([]);
  });
});
