import { describe, expect, it } from "vitest";
import type { ImportKind } from "../../../core/reading/import-kinds.ts";
import { proposeMapping } from "../../../core/reading/propose-mapping.ts";

/**
 * The same heading means one thing in a list of receipts and another in a list of documents: money that
 * came in is the receipt's own amount there, and what was settled here.
 */
const RECEIVED_AMOUNTS = [
  ...["Receipt amount", "Payment amount", "Amount received", "Received amount", "Amount paid"],
  ...["收款金额", "回款金额", "到账金额", "实收金额", "来款金额", "已收金额", "付款金额"],
];
const RECEIVED_DAYS = [
  ...["Receipt date", "Payment date", "Date received", "Received date", "Date paid"],
  ...["收款日期", "回款日期", "到账日期", "入账日期", "来款日期", "付款日期"],
];
const BILLED_AMOUNTS = ["Invoice amount", "Document amount", "开票金额", "发票金额", "单据金额", "应收金额"];
const BILLED_DAYS = ["Invoice date", "Bill date", "开票日期", "发票日期", "送货日期"];

const VALUES: Record<string, string | number> = { customer: "甲公司", day: "2026-01-05", amount: 100 };
type Column = readonly [heading: string, holds: "customer" | "day" | "amount" | "number"];

/** What each column becomes, and whether anything is asked. */
function read(kind: ImportKind, columns: readonly Column[]) {
  const headings = columns.map(([heading]) => heading);
  const line = (n: number) => columns.map(([, holds]) => VALUES[holds] ?? `N-${n}`);
  const proposal = proposeMapping(
    { name: "t", rows: [headings, line(1), line(2), line(3)] },
    { kind, currency: "CNY" },
  );
  const fields = Object.fromEntries(proposal?.columns.map(({ header, field = "" }) => [header, field]) ?? []);
  return { fields, asked: proposal?.questions.map((question) => question.kind) };
}

describe("a list of receipts", () => {
  it.each(RECEIVED_AMOUNTS)("%s is its amount, beside an invoice's too", (heading) => {
    const alone: Column[] = [
      ["日期", "day"],
      ["客户", "customer"],
      [heading, "amount"],
    ];
    expect(read("receipts", alone)).toMatchObject({ fields: { [heading]: "amount" }, asked: [] });
    for (const billed of BILLED_AMOUNTS) {
      const first: Column[] = [[billed, "amount"], ...alone];
      for (const columns of [first, [...first].reverse()])
        expect(read("receipts", columns)).toMatchObject({
          fields: { [heading]: "amount", [billed]: "" },
          asked: [],
        });
    }
  });

  it.each(RECEIVED_DAYS)("%s is its day, beside an invoice's too", (heading) => {
    for (const billed of BILLED_DAYS) {
      const columns: Column[] = [
        [billed, "day"],
        ["客户", "customer"],
        [heading, "day"],
        ["金额", "amount"],
      ];
      for (const each of [columns, [...columns].reverse(), columns.slice(1)])
        expect(read("receipts", each)).toMatchObject({ fields: { [heading]: "date" }, asked: [] });
    }
  });

  it.each(BILLED_AMOUNTS)("%s is its amount where no other stands there", (heading) => {
    const columns: Column[] = [
      ["Payment date", "day"],
      ["Customer", "customer"],
      [heading, "amount"],
    ];
    expect(read("receipts", columns)).toMatchObject({ fields: { [heading]: "amount" }, asked: [] });
  });
});

describe.each(["items", "openItems", "settledItems"] as const)("a list of documents (%s)", (kind) => {
  const settled: Column[] = kind === "settledItems" ? [["结清日期", "day"]] : [];
  it.each(BILLED_AMOUNTS)("%s is the amount, beside money that came in too", (heading) => {
    const alone: Column[] = [["单据日期", "day"], ["客户", "customer"], [heading, "amount"], ...settled];
    expect(read(kind, alone)).toMatchObject({ fields: { [heading]: "amount" }, asked: [] });
    for (const received of RECEIVED_AMOUNTS) {
      const first: Column[] = [[received, "amount"], ...alone];
      for (const columns of [first, [...first].reverse()])
        expect(read(kind, columns)).toMatchObject({
          fields: { [heading]: "amount", [received]: "settledAmount" },
          asked: [],
        });
    }
  });

  it("asks for the amount where only money that came in stands there", () => {
    const columns: Column[] = [["单据日期", "day"], ["客户", "customer"], ["收款金额", "amount"], ...settled];
    expect(read(kind, columns).asked).toContain("missing");
  });
});

describe("days of documents", () => {
  it.each(RECEIVED_DAYS)("%s is the day on which it was settled, never the document's", (heading) => {
    for (const billed of BILLED_DAYS) {
      const columns: Column[] = [
        [heading, "day"],
        ["客户", "customer"],
        [billed, "day"],
        ["金额", "amount"],
      ];
      for (const each of [columns, [...columns].reverse()]) {
        const fields = { [heading]: "settledOn", [billed]: "date" };
        expect(read("settledItems", each)).toMatchObject({ fields, asked: [] });
        expect(read("items", each)).toMatchObject({ fields: { [heading]: "", [billed]: "date" }, asked: [] });
      }
    }
  });
});
