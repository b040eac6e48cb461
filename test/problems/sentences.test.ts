import { describe, expect, it } from "vitest";
import { type Problem, problemText } from "../../core/index.ts";

const place = { table: "应收明细", row: 14, column: "到期日" };

/** One reproducer of every kind: a kind without one does not compile. */
const EVERY: { readonly [K in Problem["kind"]]: Problem & { kind: K } } = {
  amountUnreadable: { kind: "amountUnreadable", place, found: "500+300", why: "expression" },
  amountAmbiguous: { kind: "amountAmbiguous", place, found: "1.234", readings: ["1.234", "1234"] },
  dateUnreadable: { kind: "dateUnreadable", place, found: "2026/2/30", why: "noSuchDay" },
  dateAmbiguous: { kind: "dateAmbiguous", place, found: "3/4/2026", readings: ["2026-04-03", "2026-03-04"] },
  cellMissing: { kind: "cellMissing", place },
  knownNumberDiffers: {
    kind: "knownNumberDiffers",
    place,
    number: "INV-1",
    known: "2026-01-05 100.00",
    found: "2026-01-05 120.00",
  },
  knownReferenceDiffers: {
    kind: "knownReferenceDiffers",
    place,
    number: "88001",
    known: "2026-01-05 100.00",
    found: "2026-02-05 250.00",
  },
  knownOpenDiffers: {
    kind: "knownOpenDiffers",
    place,
    number: "INV-1",
    known: "100.00",
    found: "0.00",
  },
  rowRepeated: { kind: "rowRepeated", place, found: "A-3", row: 2 },
  settledMeanwhile: {
    kind: "settledMeanwhile",
    place: { table: "收款.csv" },
    number: "INV-1",
    amount: "100.00",
  },
  inOpenImport: { kind: "inOpenImport", place, found: "INV-1" },
  settlementUnclear: { kind: "settlementUnclear", place, amount: "100.00", settled: "30.00", open: "--" },
  customerMasked: { kind: "customerMasked", place, found: "深圳***公司" },
  customerUnknown: { kind: "customerUnknown", place, found: "K999" },
  documentUnknown: { kind: "documentUnknown", place, found: "XS-404" },
  documentAmbiguous: { kind: "documentAmbiguous", place, found: "D-1" },
  formerCode: { kind: "formerCode", place, found: "K001", code: "K009" },
  duplicateSuspected: { kind: "duplicateSuspected", place, found: "INV-1" },
  rowNearlyKnown: { kind: "rowNearlyKnown", place, found: "INV-1", id: "i12.0" },
  valueTaken: { kind: "valueTaken", place, found: "王芳" },
  codeTaken: { kind: "codeTaken", place, found: "K001" },
  journalDamaged: { kind: "journalDamaged", place: { table: "_journal", row: 7 }, seq: 6, why: "chain" },
  accountDiffers: { kind: "accountDiffers", place: { table: "_accounts" }, found: "广州恒通" },
  totalsDiffer: { kind: "totalsDiffer", place: { table: "CNY" }, found: "1.00", expected: "2.00" },
  referenceRepeated: {
    kind: "referenceRepeated",
    place: { table: "收款" },
    found: "BK-778",
    amount: "100.00",
    where: ["深圳市鸿运达 2026-01-05", "广州恒通 2026-01-06"],
  },
  rowDeleted: { kind: "rowDeleted", place: { table: "应收明细" }, found: "INV-1" },
  daysMixed: {
    kind: "daysMixed",
    place,
    found: "2026-07-10",
    other: 4,
    text: "13/10/2026",
    meant: "2026-10-13",
  },
  cellEmptied: { kind: "cellEmptied", place, expected: "CNY" },
  machineCellTyped: { kind: "machineCellTyped", place, found: "1", expected: "100000" },
  belowSettled: { kind: "belowSettled", place, found: "500.00", settled: "800.00" },
  periodClosed: { kind: "periodClosed", place, found: "2026-01-05", closedThrough: "2026-01-31" },
  proposed: { kind: "proposed", place, found: "50000", inForce: "" },
  customerAmbiguous: { kind: "customerAmbiguous", place, found: "恒通贸易" },
  headerNotFound: { kind: "headerNotFound", place: { table: "a.csv" } },
  columnMissing: { kind: "columnMissing", place, field: "amount" },
  cellUnfit: { kind: "cellUnfit", place, found: "99" },
  currencyUnknown: { kind: "currencyUnknown", place, found: "XQZ" },
  currencyNotTold: { kind: "currencyNotTold", place, found: "CNY", expected: "USD" },
  currencyDiffers: { kind: "currencyDiffers", place, found: "USD", expected: "CNY" },
  limitCurrencyDiffers: { kind: "limitCurrencyDiffers", place, found: "1,000.00 USD", expected: "CNY" },
  wishStands: { kind: "wishStands", place, found: "90天", standing: "60天" },
  wordUnknown: { kind: "wordUnknown", place, found: "大概" },
  draftWithoutMaturity: { kind: "draftWithoutMaturity", place, found: "银行承兑汇票" },
  unitUnknown: { kind: "unitUnknown", place, found: "金额（百千元）" },
  bothSides: { kind: "bothSides", place, debit: "500.00", credit: "20.00" },
  sideDiffers: { kind: "sideDiffers", place, found: "500.00", word: "销售退货单" },
  creditUnclear: { kind: "creditUnclear", place, found: "1,234,567.89" },
  notReceived: { kind: "notReceived", place, found: "1,234,567.89" },
  sidesReversed: { kind: "sidesReversed", place: { table: "银行流水.xlsx" } },
  termsUnreadable: { kind: "termsUnreadable", place, found: "看情况" },
  documentNotInForce: { kind: "documentNotInForce", place, found: "作废" },
  fileTooLarge: {
    kind: "fileTooLarge",
    place: { table: "a.xlsx" },
    megabytes: 31,
    limit: 20,
    unpacked: false,
  },
  fileUnreadable: { kind: "fileUnreadable", place: { table: "a.xls" }, found: "oldExcelOrPassword" },
};

describe.each(Object.values(EVERY))("the sentence of $kind", (problem) => {
  it("names the place, and says in Chinese house style what to do, in a glance", () => {
    const text = problemText(problem, "zh");
    expect(text.startsWith(problem.place.table)).toBe(true);
    // A list of places is as long as there are places.
    const places = "where" in problem ? problem.where.join("、").length : 0;
    expect(text.split("：").slice(1).join("：").length - places).toBeLessThanOrEqual(60);
    expect(text).not.toMatch(/[您你！]|undefined|[\u4e00-\u9fff][,;?()]|[,;?()][\u4e00-\u9fff]/);
    expect(text.endsWith("。")).toBe(true);
  });

  it("says the same in English", () => {
    const text = problemText(problem, "en");
    expect(text).not.toMatch(/undefined|!/);
    expect(text.endsWith(".")).toBe(true);
  });
});

it("shows what was found in one short line, without control or bidirectional marks", () => {
  const found = `a\n\u202e${"b".repeat(80)}`;
  const text = problemText({ kind: "wordUnknown", place, found }, "en");
  expect(text).not.toMatch(/[\n\u202e]/);
  expect(text.length).toBeLessThan(120);
});

it("says whoever may re-anchor, and all by which a receipt is known that is there twice", () => {
  for (const word of ["主管", "审批人"]) expect(problemText(EVERY.journalDamaged, "zh")).toContain(word);
  for (const word of ["controller", "approver"])
    expect(problemText(EVERY.journalDamaged, "en")).toContain(word);
  for (const language of ["zh", "en"] as const) {
    const text = problemText(EVERY.referenceRepeated, language);
    for (const part of ["BK-778", "100.00", "2026-01-05"]) expect(text).toContain(part);
  }
  expect(problemText(EVERY.referenceRepeated, "zh")).toContain("银行流水号");
});

describe("an amount of two readings", () => {
  const { amountAmbiguous } = EVERY;

  it("typed, or where the column's mark is chosen already, offers nothing to choose", () => {
    expect(problemText(amountAmbiguous, "en")).toMatch(/Write it so that it can be read in one way, such as/);
    expect(problemText(amountAmbiguous, "en")).not.toMatch(/[Cc]hoose/);
    expect(problemText(amountAmbiguous, "zh")).not.toContain("选");
  });

  it("asks for the decimal mark of its column, or for its direction, where that tells", () => {
    const said = (ask: "style" | "side", language: "zh" | "en") =>
      problemText({ ...amountAmbiguous, ask }, language);
    expect(said("style", "en")).toContain("Choose the decimal mark of the column");
    expect(said("style", "zh")).toContain("请选定这一列的小数点写法");
    expect(said("side", "en")).toContain("Check amount and direction");
    expect(said("side", "zh")).toContain("请核对金额和方向");
  });
});
