import { describe, expect, test } from "vitest";
import { askedSheet } from "../../../addon/sidebar/statements/asked-sheet.ts";
import { plainDate } from "../../../core/index.ts";

/** Which one sheet the statements screen asks for, and when it asks for own periods instead. */
const asked = (customer: string | undefined, sheet: object, until = "2026-10-31") =>
  askedSheet(
    {
      until,
      of: customer === undefined ? {} : { customer },
      sheet: { from: "", forPayer: false, currency: undefined, ...sheet },
    },
    plainDate("2026-11-22"),
  );

describe("the asked sheet", () => {
  test("is none for everybody, and none for a customer's own period", () => {
    expect(asked(undefined, { from: "2026-01-01", forPayer: true })).toBe(undefined);
    expect(asked("c1", { from: " " })).toBe(undefined);
  });

  test("runs from the first day to the last where a first day is said", () => {
    expect(asked("c1", { from: "2026-7-1" })).toEqual({
      value: { customer: "c1", from: "2026-07-01", to: "2026-10-31" },
    });
  });

  test("of a payer is that of the period ended by the last day, in the currency that is chosen", () => {
    expect(asked("c1", { forPayer: true, currency: "USD" })).toEqual({
      value: { customer: "c1", forPayer: true, currency: "USD", day: "2026-10-31" },
    });
  });

  test("is not asked for while a day cannot be read", () => {
    expect(asked("c1", { from: "soon" })).toHaveProperty("fault");
    expect(asked("c1", { from: "2026-07-01" }, "31.31.2026")).toHaveProperty("fault");
  });
});
