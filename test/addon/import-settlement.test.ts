import { describe, expect, it } from "vitest";
import { ImportBench } from "./import-bench.ts";

const day = "2026-01-05";

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
