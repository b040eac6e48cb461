import { describe, expect, it } from "vitest";
import { dueLinesOf, money, plainDate, type Terms } from "../../../core/index.ts";
import { yuan } from "../ledger.ts";

const dueOf = (terms: Terms, date: string, more: object = {}) =>
  dueLinesOf(money(10_000), terms, { date: plainDate(date), ...more }).map((line) => line.due);

describe("due lines", () => {
  it("E17: 30 days after 22 January (ERPNext party tests)", () => {
    expect(dueOf({ kind: "net", days: 30 }, "2016-01-22")).toEqual(["2016-02-21"]);
    expect(dueOf({ kind: "net", days: 30 }, "2017-01-22")).toEqual(["2017-02-21"]);
  });

  it("E18: last day of the next month; without terms the same day (ERPNext party tests)", () => {
    const terms: Terms = { kind: "monthEnd", months: 1, days: 0 };
    expect(dueOf(terms, "2016-01-22")).toEqual(["2016-02-29"]);
    expect(dueOf(terms, "2017-01-22")).toEqual(["2017-02-28"]);
    expect(dueOf({ kind: "cash" }, "2017-01-22")).toEqual(["2017-01-22"]);
  });

  it("E19: 1,587.35 in four quarters, the last takes the remainder (Tryton account_invoice tests)", () => {
    const terms: Terms = {
      kind: "split",
      parts: Array.from({ length: 4 }, () => ({ weight: 25, terms: { kind: "cash" as const } })),
    };
    const lines = dueLinesOf(yuan(1587.35), terms, { date: plainDate("2011-10-01") });
    expect(lines.map((line) => line.amount)).toEqual([39684, 39684, 39684, 39683]);
  });

  it("E01: 30/50/20 % at +30/+60/+90 days", () => {
    const part = (weight: number, days: number) => ({ weight, terms: { kind: "net" as const, days } });
    const lines = dueLinesOf(
      yuan(100),
      { kind: "split", parts: [part(30, 30), part(50, 60), part(20, 90)] },
      { date: plainDate("2026-01-01") },
    );
    expect(lines.map((line) => [line.amount, line.due])).toEqual([
      [3000, "2026-01-31"],
      [5000, "2026-03-02"],
      [2000, "2026-04-01"],
    ]);
  });

  it("月结 runs by the customer's own cut-off day: a delivery after it belongs to the next period", () => {
    const terms: Terms = { kind: "monthEnd", months: 1, days: 0 };
    expect(dueOf(terms, "2026-03-25", { cutOffDay: 25 })).toEqual(["2026-04-25"]);
    expect(dueOf(terms, "2026-03-26", { cutOffDay: 25 })).toEqual(["2026-05-25"]);
    expect(dueOf({ kind: "monthEnd", months: 0, days: 10 }, "2026-02-03", { cutOffDay: 31 })).toEqual([
      "2026-03-10",
    ]);
    expect(dueOf(terms, "2026-01-31", { cutOffDay: 30 })).toEqual(["2026-03-30"]);
  });

  it("a fixed day of a later month, at its end where the month is shorter", () => {
    expect(dueOf({ kind: "fixedDay", day: 5, months: 0 }, "2026-01-04")).toEqual(["2026-01-05"]);
    expect(dueOf({ kind: "fixedDay", day: 5, months: 0 }, "2026-01-05")).toEqual(["2026-01-05"]);
    expect(dueOf({ kind: "fixedDay", day: 5, months: 0 }, "2026-01-20")).toEqual(["2026-02-05"]);
    expect(dueOf({ kind: "fixedDay", day: 31, months: 0 }, "2026-02-28")).toEqual(["2026-02-28"]);
    expect(dueOf({ kind: "fixedDay", day: 31, months: 1 }, "2026-01-05")).toEqual(["2026-02-28"]);
    expect(dueOf({ kind: "fixedDay", day: 10, months: 2 }, "2026-12-31")).toEqual(["2027-02-10"]);
  });

  it.each<[Terms, string]>([
    [{ kind: "afterTaxInvoice", days: 30 }, "taxInvoice"],
    [{ kind: "afterStatement", days: 30 }, "statement"],
    [{ kind: "afterAcceptance", days: 30 }, "acceptance"],
  ])("%o has no date until its event has happened, then counts from it", (terms, event) => {
    expect(dueOf(terms, "2026-01-01")).toEqual([undefined]);
    expect(dueOf(terms, "2026-01-01", { events: { [event]: plainDate("2026-02-10") } })).toEqual([
      "2026-03-12",
    ]);
  });

  it("压批 is due when the next delivery is made", () => {
    expect(dueOf({ kind: "nextDelivery" }, "2026-01-01")).toEqual([undefined]);
    expect(
      dueOf({ kind: "nextDelivery" }, "2026-01-01", { events: { nextDelivery: plainDate("2026-01-20") } }),
    ).toEqual(["2026-01-20"]);
  });

  it("质保金 is held back a year; both parts add up", () => {
    const lines = dueLinesOf(
      money(10_001),
      { kind: "retention", basisPoints: 500, months: 12, rest: { kind: "net", days: 30 } },
      { date: plainDate("2026-01-01") },
    );
    expect(lines.map((line) => [line.amount, line.due, line.basis])).toEqual([
      [9501, "2026-01-31", "documentDate"],
      [500, "2027-01-01", "retention"],
    ]);
  });

  it("moves off rest days where the calendar is known, and never later where it is not", () => {
    const terms: Terms = { kind: "cash" };
    expect(dueOf(terms, "2026-10-01", { restDays: "nextWorkingDay" })).toEqual(["2026-10-08"]);
    expect(dueOf(terms, "2026-10-01", { restDays: "previousWorkingDay" })).toEqual(["2026-09-30"]);
    expect(dueOf(terms, "2030-11-23", { restDays: "nextWorkingDay" })).toEqual(["2030-11-23"]);
  });
});
