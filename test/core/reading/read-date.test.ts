import { expect, test } from "vitest";
import { readDate } from "../../../core/reading/read-date.ts";
import { ACCEPTED, AMBIGUOUS, IN_COMMA_STYLE, IN_POINT_STYLE, NOTHING, REFUSED } from "./amount-corpus.ts";
import { DAYS, NO_DAYS, ORDERED, TWO_DAYS } from "./date-corpus.ts";

test.each(DAYS)("%j is %s", (cell, iso) => {
  expect(readDate(cell, {})).toEqual({ kind: "date", date: iso });
});

test.each(NO_DAYS)("%j is refused", (cell, why) => {
  expect(readDate(cell, {})).toMatchObject(
    why === undefined ? { kind: "refused" } : { kind: "refused", why },
  );
});

test.each(TWO_DAYS)("%j has several readings", (cell, readings) => {
  const read = readDate(cell, {});
  expect(read.kind === "ambiguous" ? [...read.readings].sort() : read).toEqual(readings);
});

test.each(ORDERED)("%j in order %s is %s", (cell, order, iso) => {
  const read = readDate(cell, { order });
  expect(read.kind === "date" ? read.date : read.kind).toBe(iso);
});

test.each(["", " ", "-", "--", "/", "\t"].map((cell) => [cell]))("%j says nothing", (cell) => {
  expect(readDate(cell, {})).toEqual({ kind: "nothing" });
});

test("the hand-written corpora hold at least 300 cells", () => {
  const amounts = [ACCEPTED, NOTHING, REFUSED, AMBIGUOUS, IN_COMMA_STYLE, IN_POINT_STYLE];
  const size = [...amounts, DAYS, NO_DAYS, TWO_DAYS, ORDERED].reduce((sum, list) => sum + list.length, 0);
  console.log(`hand-written amounts and dates: ${size}`);
  expect(size).toBeGreaterThanOrEqual(300);
});
