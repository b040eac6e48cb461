import { describe, expect, it } from "vitest";
import { ImportBench } from "./import-bench.ts";

const day = "2026-01-05";

describe("an import beside older debts", () => {
  /** 700.00 under 票到 terms: due 2026-05-16, a Saturday. */
  function ledger() {
    const made = ImportBench.withCustomer({ terms: { kind: "afterTaxInvoice", days: 30 } });
    const { bench, customer } = made;
    bench.item(customer, "INV-1", "2026-04-05", 70_000);
    const received = { 客户签收日: "2026-04-16", 对应单号: "INV-1" };
    const invoice = { 发票号码: "F1", 客户编码: "K001", 开票日期: "2026-04-10", 价税合计: 700 };
    bench.typeRow("发票", 2, { ...invoice, ...received });
    bench.takeOver();
    return made;
  }
  const nextWorkingDay = { settings: { restDays: "nextWorkingDay" } };

  it("leaves them owed: while it is open, when it is discarded, closed or undone", () => {
    const { bench } = ledger();
    bench.call("saveSettings", { action: bench.action(), ...nextWorkingDay });
    const row = { number: "N1", date: "2026-05-05", amount: 4_000 };
    const discarded = bench.openImport();
    bench.send(discarded, "items", [row]);
    expect(bench.aged().balance).toBe(70_000);
    bench.call("undoBatch", { action: bench.action(), batch: discarded });
    expect(bench.aged().balance).toBe(70_000);
    const { batch } = bench.imported("items", [row]);
    expect(bench.aged().balance).toBe(74_000);
    bench.call("undoBatch", { action: bench.action(), batch });
    expect(bench.aged().balance).toBe(70_000);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("a rule for rest days is for dates to come: what ran before keeps its date", () => {
    const { bench, customer } = ledger();
    bench.call("saveSettings", { action: bench.action(), ...nextWorkingDay });
    bench.item(customer, "INV-2", "2026-04-06", 10_000);
    expect(bench.dues(customer)).toEqual({ "INV-1": "2026-05-16", "INV-2": undefined });
    bench.typeRow("应收明细", 2, { 金额: 650 });
    bench.takeOver();
    expect(bench.dues(customer)).toMatchObject({ "INV-1": "2026-05-16" });
    bench.typeRow("发票", 2, { 客户签收日: "2026-04-17" });
    bench.takeOver();
    expect(bench.dues(customer)).toMatchObject({ "INV-1": "2026-05-18" });
  });

  it("an import that starts a clock gives the date back when it is undone", () => {
    const { bench, customer } = ImportBench.withCustomer({ terms: { kind: "nextDelivery" } });
    bench.item(customer, "XS-1", day, 10_000);
    bench.receipt(4_000, "2026-02-01", { customer });
    const { batch } = bench.imported("items", [{ number: "XS-2", date: "2026-02-20", amount: 5_000 }]);
    expect(bench.dues(customer)).toMatchObject({ "XS-1": "2026-02-20" });
    bench.call("undoBatch", { action: bench.action(), batch });
    expect(bench.dues(customer)).toEqual({ "XS-1": undefined });
    expect(bench.aged().balance).toBe(6_000);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });
});

describe("rows that stand in another import that is still open", () => {
  const item = { number: "N1", date: day, amount: 4_000 };
  const nameless = { date: day, amount: 300 };
  const receipt = { bankReference: "B1", date: "2026-01-06", amount: 1_500 };

  it.each([
    ["items", item],
    ["items", nameless],
    ["receipts", receipt],
    ["receipts", nameless],
  ])("are listed, and neither known nor taken: %s %o", (kind, row) => {
    const { bench } = ImportBench.withCustomer();
    const first = bench.openImport();
    bench.send(first, kind, [row]);
    const second = bench.imported(kind, [row]);
    expect(second).toMatchObject({ taken: 0, known: 0, problems: [{ kind: "inOpenImport" }] });
    bench.call("undoBatch", { action: bench.action(), batch: first });
    expect(bench.imported(kind, [row])).toMatchObject({ taken: 1, problems: [] });
  });

  it("a row twice in one import is known the second time", () => {
    const { bench } = ImportBench.withCustomer();
    expect(bench.imported("items", [item, item])).toMatchObject({ taken: 1, known: 1, problems: [] });
  });
});

describe("a reference that the ledger knows", () => {
  const paid = { bankReference: "88001", date: day, amount: 10_000 };

  it("adds nothing with the same content", () => {
    const { bench } = ImportBench.withCustomer();
    bench.imported("receipts", [paid]);
    expect(bench.imported("receipts", [paid])).toMatchObject({ taken: 0, known: 1, problems: [] });
    expect(bench.aged().balance).toBe(-10_000);
  });

  it.each([
    ["another amount", { amount: 25_000 }],
    ["another day", { date: "2026-02-05" }],
    ["another customer", { customerCode: "K002" }],
    ["another currency", { currency: "USD" }],
  ])("is listed with %s, in one file and in the next", (_what, other) => {
    const { bench } = ImportBench.withCustomer();
    bench.customer("K002", "广州恒通");
    const listed = [{ kind: "knownReferenceDiffers", place: { row: 3 }, number: "88001" }];
    const both = bench.imported("receipts", [paid, { ...paid, ...other }]);
    expect(both).toMatchObject({ taken: 1, known: 0, problems: listed });
    const next = bench.imported("receipts", [{ ...paid, ...other }]);
    expect(next).toMatchObject({ taken: 0, known: 0, problems: [{ kind: "knownReferenceDiffers" }] });
  });

  it("a voucher number 凭证号 that comes again next month is listed, not dropped", () => {
    const { bench } = ImportBench.withCustomer();
    const rows = ["2026-03-05", "2026-04-05"].map((date) => ({ number: "记-1", date, amount: 10_000 }));
    const { taken, problems } = bench.imported("receipts", rows);
    expect({ taken, kinds: problems.map(({ kind }) => kind) }).toEqual({
      taken: 1,
      kinds: ["knownReferenceDiffers"],
    });
  });
});

describe("an export that says what is open now", () => {
  const owed = { number: "INV-1", date: day, amount: 10_000, openAmount: 10_000 };
  const differs = [{ kind: "knownOpenDiffers", number: "INV-1" }];

  it.each([
    ["paid", { openAmount: 0 }],
    ["paid in part", { openAmount: 4_000 }],
    ["paid, by what was received", { openAmount: undefined, settledAmount: 10_000 }],
  ])("lists a known document that is %s by now", (_what, now) => {
    const { bench } = ImportBench.withCustomer();
    bench.imported("items", [owed]);
    const row = JSON.parse(JSON.stringify({ ...owed, ...now }));
    expect(bench.imported("items", [row])).toMatchObject({ taken: 0, known: 0, problems: differs });
    expect(bench.aged().balance).toBe(10_000);
  });

  it("lists nothing of rows that are sent again because their answer was lost", () => {
    const { bench } = ImportBench.withCustomer();
    const credit = { documentWord: "creditNote", date: day, amount: -3_000 };
    const rows = [
      { ...owed, openAmount: 0 },
      { number: "INV-2", date: day, amount: 5_000, settledAmount: 7_000 },
      { number: "CN-1", ...credit, openAmount: -1_000 },
      { ...credit, openAmount: 0 },
    ];
    const batch = bench.openImport(rows.length);
    bench.send(batch, "items", rows);
    expect(bench.send(batch, "items", rows).problems).toEqual([]);
  });

  it("lists two rows of one file that say different sums are open", () => {
    const { bench } = ImportBench.withCustomer();
    const two = bench.imported("items", [owed, { ...owed, openAmount: 0 }]);
    expect(two).toMatchObject({ taken: 1, known: 0, problems: differs });
  });

  it("lists one without a number, and one whose day of settlement is new", () => {
    const { bench } = ImportBench.withCustomer();
    bench.imported("items", [{ date: day, amount: 10_000, openAmount: 10_000 }]);
    const again = bench.imported("items", [{ date: day, amount: 10_000, openAmount: 0 }]);
    expect(again).toMatchObject({ taken: 0, problems: [{ kind: "knownOpenDiffers" }] });
    bench.imported("settledItems", [{ date: "2026-01-09", amount: 700 }]);
    const settled = bench.imported("settledItems", [
      { date: "2026-01-09", amount: 700, settledOn: "2026-02-01" },
    ]);
    expect(settled).toMatchObject({ taken: 0, problems: [{ kind: "knownOpenDiffers" }] });
  });

  it("knows it where the ledger says the same", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.imported("items", [owed]);
    bench.receipt(6_000, "2026-02-01", { customer });
    const now = { ...owed, openAmount: 4_000 };
    expect(bench.imported("items", [now])).toMatchObject({ known: 1, problems: [] });
    expect(bench.imported("items", [owed])).toMatchObject({ known: 0, problems: differs });
  });

  it("knows a settled document, a settled credit and an over-paid one the second time", () => {
    const { bench } = ImportBench.withCustomer();
    const rows = [
      { ...owed, openAmount: 0 },
      { number: "CN-1", documentWord: "creditNote", date: day, amount: -3_000, openAmount: 0 },
      { number: "INV-2", date: day, amount: 5_000, settledAmount: 7_000 },
    ];
    expect(bench.imported("items", rows)).toMatchObject({ taken: 3, problems: [] });
    expect(bench.imported("items", rows)).toMatchObject({ known: 3, problems: [] });
  });
});

describe("settlement that a file tells", () => {
  const credit = { number: "CN-2", documentWord: "creditNote", date: "2026-01-10" };

  it.each([
    ["open 0", "items", { amount: -3_000, openAmount: 0 }],
    ["received all", "items", { amount: -3_000, settledAmount: -3_000 }],
    ["credits are written as positive", "items", { amount: 3_000, settledAmount: 3_000 }],
    ["a day", "settledItems", { amount: -3_000, settledOn: "2026-02-01" }],
  ])("settles a credit note too: %s", (_what, kind, more) => {
    const { bench, customer } = ImportBench.withCustomer();
    const open = { number: "INV-3", date: "2026-03-06", amount: 8_000 };
    const { problems } = bench.imported(kind, [{ ...credit, ...more }, open]);
    expect(problems).toEqual([]);
    expect(bench.aged()).toEqual({ balance: 8_000, unapplied: 0 });
    expect(bench.openOf(customer)).toEqual({ "INV-3": 8_000 });
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("of a credit note settled in part leaves the rest to be applied", () => {
    const { bench } = ImportBench.withCustomer();
    bench.imported("items", [{ ...credit, amount: -3_000, openAmount: -1_000 }]);
    expect(bench.aged().balance).toBe(-1_000);
  });

  it("of a credit note is taken back with the import", () => {
    const { bench } = ImportBench.withCustomer();
    const { batch } = bench.imported("items", [{ ...credit, amount: -3_000, openAmount: 0 }]);
    bench.call("undoBatch", { action: bench.action(), batch });
    expect(bench.aged().balance).toBe(0);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it.each([
    ["received 150 of 100", { settledAmount: 15_000 }],
    ["open -50 of 100", { openAmount: -5_000 }],
  ])("keeps an over-payment as money: %s", (_what, more) => {
    const { bench } = ImportBench.withCustomer();
    bench.imported("items", [{ number: "INV-1", date: day, amount: 10_000, ...more }]);
    expect(bench.aged()).toMatchObject({ balance: -5_000 });
    expect(Math.abs(bench.aged().unapplied)).toBe(5_000);
  });

  it.each([
    ["open more than the document", { openAmount: 12_000 }],
    ["less than nothing received", { settledAmount: -2_000 }],
    ["three figures that do not agree", { settledAmount: 3_000, openAmount: 10_000 }],
  ])("is listed where it cannot be: %s", (_what, more) => {
    const { bench } = ImportBench.withCustomer();
    const { taken, problems } = bench.imported("items", [
      { number: "INV-1", date: day, amount: 10_000, ...more },
    ]);
    expect({ taken, kinds: problems.map(({ kind }) => kind) }).toEqual({
      taken: 0,
      kinds: ["settlementUnclear"],
    });
  });

  it("does not reduce a snapshot's open amount a second time", () => {
    const { bench } = ImportBench.withCustomer();
    const row = { number: "INV-1", date: day, amount: 10_000, settledAmount: 3_000, openAmount: 7_000 };
    bench.imported("openItems", [row]);
    expect(bench.aged().balance).toBe(7_000);
  });
});

describe("a closed period", () => {
  const through = (bench: ImportBench) =>
    bench.call("closePeriod", { action: bench.action(), through: "2026-03-31" });
  const inMarch = { number: "X-1", date: "2026-03-01", amount: 1_000 };

  it("refuses the close of an import that was opened before, until it is discarded", () => {
    const { bench } = ImportBench.withCustomer();
    const batch = bench.openImport();
    bench.send(batch, "items", [inMarch]);
    through(bench);
    expect(bench.refusal("importClose", { batch })).toBe("periodClosed");
    expect(bench.refusal("undoBatch", { action: bench.action(), batch })).toBe("done");
    expect(bench.aged().balance).toBe(0);
  });

  it("refuses that an import of its documents is undone", () => {
    const { bench } = ImportBench.withCustomer();
    const { batch } = bench.imported("items", [inMarch]);
    through(bench);
    expect(bench.refusal("undoBatch", { action: bench.action(), batch })).toBe("periodClosed");
    expect(bench.aged().balance).toBe(1_000);
  });

  it("lists openings as of a day in it, and settlement on one", () => {
    const { bench } = ImportBench.withCustomer();
    through(bench);
    const listed = { taken: 0, problems: [{ kind: "periodClosed" }] };
    const openings = bench.imported("openings", [{ openAmount: 4_000 }], { asOf: "2026-02-28" });
    expect(openings).toMatchObject(listed);
    const settled = { settledAmount: 4_000, settledOn: "2026-02-05" };
    const row = { number: "N2", date: "2026-04-05", amount: 4_000, ...settled };
    expect(bench.imported("items", [row])).toMatchObject(listed);
  });
});

describe("what an import has brought", () => {
  it("is asked about when the form brings it again: document number, or day and amount", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.imported("items", [
      { number: "N1", date: day, amount: 4_000 },
      { date: day, amount: 555 },
    ]);
    const form = { customer, kind: "invoice", date: day, amount: 4_000 };
    const add = (item: object, more: object = {}) =>
      bench.refusal("addItem", { action: bench.action(), item, ...more });
    expect(add({ ...form, number: "N1" })).toBe("duplicateSuspected");
    expect(add({ ...form, amount: 555 })).toBe("duplicateSuspected");
    expect(add({ ...form, number: "N2" })).toBe("done");
    expect(add({ ...form, number: "N1" }, { allowDuplicate: true })).toBe("done");
  });

  it("is asked about when the form brings it again: bank reference, or day and amount", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.imported("receipts", [
      { bankReference: "Q1", date: day, amount: 10_000 },
      { date: "2026-01-06", amount: 500 },
    ]);
    const form = { customer, date: day, amount: 10_000, method: "transfer" };
    const add = (receipt: object, more: object = {}) =>
      bench.refusal("addReceipt", { action: bench.action(), receipt, ...more });
    expect(add({ ...form, bankReference: "Q1" })).toBe("duplicateSuspected");
    expect(add({ ...form, date: "2026-01-06", amount: 500 })).toBe("duplicateSuspected");
    expect(add({ ...form, bankReference: "Q2" })).toBe("done");
    expect(add({ ...form, bankReference: "Q1" }, { allowDuplicate: true })).toBe("done");
  });

  it("is listed where the form had brought it before, and one of the two has no number", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.receipt(500, "2026-01-06", { customer });
    bench.receipt(600, "2026-01-06", { customer, bankReference: "Q1" });
    bench.item(customer, "N1", day, 4_000);
    const listed = { taken: 0, problems: [{ kind: "duplicateSuspected" }] };
    expect(bench.imported("receipts", [{ date: "2026-01-06", amount: 500 }])).toMatchObject(listed);
    const numbered = [{ date: "2026-01-06", amount: 500, bankReference: "Q2" }];
    expect(bench.imported("receipts", numbered)).toMatchObject(listed);
    expect(bench.imported("receipts", [{ date: "2026-01-06", amount: 600 }])).toMatchObject(listed);
    expect(bench.imported("items", [{ date: day, amount: 4_000 }])).toMatchObject(listed);
    expect(bench.imported("items", [{ number: "N2", date: day, amount: 4_000 }])).toMatchObject({ taken: 1 });
  });

  it("is listed where the settlement of a document had brought the receipt before", () => {
    const { bench } = ImportBench.withCustomer();
    const settled = { number: "N1", date: day, amount: 4_000, settledOn: "2026-02-01" };
    bench.imported("settledItems", [settled]);
    const paid = { date: "2026-02-01", amount: 4_000, bankReference: "Q1" };
    expect(bench.imported("receipts", [paid])).toMatchObject({ problems: [{ kind: "duplicateSuspected" }] });
    expect(bench.aged().balance).toBe(0);
  });

  it("is shown beside the preview of a receipt like it", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.imported("receipts", [{ bankReference: "Q1", date: day, amount: 10_000 }]);
    const receipt = { customer, date: day, amount: 10_000, method: "transfer", bankReference: "Q1" };
    expect(bench.call("previewReceipt", { receipt })).toMatchObject({ alike: { bankReference: "Q1" } });
  });
});
