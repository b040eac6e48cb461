import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dateFromIso,
  dateFromParts,
  dateOfDayNumber,
  dayInMonthOf,
  dayNumberOf,
  daysAfter,
  daysBetween,
  earlier,
  later,
  monthEndOf,
  monthsAfter,
  plainDate,
  weekdayOf,
} from "../../../core/index.ts";

const days = fc.integer({ min: -25_000, max: 80_000 }).map(dateOfDayNumber);

describe("calendar days", () => {
  it("count on and back without losing a day", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, daysAfter(day, count))).toBe(count);
        expect(dateOfDayNumber(dayNumberOf(day))).toBe(day);
      }),
    );
  });

  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "26-01-01",
    "2026-1-1",
    "",
    "2026-01-01T00:00",
    "1899-12-31",
    "2200-01-01",
  ])("refuses %s", (text) => expect(dateFromIso(text)).toBeUndefined());

  it("knows leap years by the Gregorian rule", () => {
    expect(dateFromParts(2000, 2, 29)).toBe("2000-02-29");
    expect(dateFromParts(2100, 2, 29)).toBeUndefined();
  });

  it("keeps to a month's end (civil code art. 201–203: the corresponding day, or the month's last)", () => {
    expect(monthsAfter(plainDate("2024-01-31"), 1)).toBe("2024-02-29");
    expect(monthsAfter(plainDate("2023-03-31"), 36)).toBe("2026-03-31");
    expect(monthEndOf(plainDate("2026-02-01"))).toBe("2026-02-28");
    expect(dayInMonthOf(plainDate("2026-02-10"), 30)).toBe("2026-02-28");
  });

  it("lie between 1900 and 2199, both whole", () => {
    expect([dateFromIso("1900-01-01"), dateFromIso("2199-12-31")]).toEqual(["1900-01-01", "2199-12-31"]);
    expect([dateFromIso("1899-12-31"), dateFromIso("2200-01-01")]).toEqual([undefined, undefined]);
    expect(dateFromParts(2026, 10, 10)).toBe("2026-10-10");
  });

  it("are counted from 1970 and back", () => {
    expect(dateOfDayNumber(0)).toBe("1970-01-01");
    expect(dateOfDayNumber(-1)).toBe("1969-12-31");
    expect(dateOfDayNumber(20_779)).toBe("2026-11-22");
  });

  it("stand in a week and before one another", () => {
    const week = ["2026-11-22", "2026-11-23", "2026-11-28"].map(plainDate);
    expect(week.map(weekdayOf)).toEqual([0, 1, 6]);
    const [one, two] = ["2026-01-31", "2026-02-01"].map(plainDate);
    if (!one || !two) throw new Error("two days");
    expect([later(one, two), later(two, one), earlier(one, two), earlier(two, one)]).toEqual([
      two,
      two,
      one,
      one,
    ]);
  });
});
