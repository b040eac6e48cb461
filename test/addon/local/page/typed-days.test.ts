import * as numfmt from "numfmt";
import { describe, expect, it } from "vitest";
import { parseDate } from "../../../../addon/local/page/univer/typed-days.ts";

const day = (text: string): string | null => {
  const read = parseDate(text);
  return read && numfmt.format("yyyy-mm-dd", Number(read.v));
};

describe("a day typed or pasted into the grid", () => {
  it.each(["07/10/2026", "7/10/2026", "07-10-2026", "7.10.2026", "07/10/26", "25/10/26", "07/10/2026 08:30"])(
    "stays text where it can be read in two ways: %s",
    (text) => expect(parseDate(text)).toBeNull(),
  );

  it.each(["7/10", "10/2026", "10-2026", "2026-10", "Oct 2026"])(
    "stays text without its year or day: %s",
    (text) => expect(parseDate(text)).toBeNull(),
  );

  it.each(["2026-10-07", "2026/10/7", "7-Oct-2026", "2026-10-07 08:30"])("is one day: %s", (text) =>
    expect(day(text)).toBe("2026-10-07"),
  );

  it.each(["13/10/2026", "10/13/2026", "13.10.2026", "2026-10-13"])(
    "is one day where one number can be no month: %s",
    (text) => expect(day(text)).toBe("2026-10-13"),
  );

  it("is one day where day and month are the same number", () => {
    expect(day("10/10/2026")).toBe("2026-10-10");
  });

  it.each(["20261013", "1234.50", "13", "2026", "00123", "XS-1"])(
    "is none where it is a number or a word: %s",
    (text) => expect(parseDate(text)).toBeNull(),
  );

  it("leaves a time of that day in the cell", () => {
    expect(parseDate("2026-10-07 12:00")?.v).toBe(46_302.5);
  });
});
