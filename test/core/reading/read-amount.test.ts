import { expect, test } from "vitest";
import { readAmount } from "../../../core/reading/read-amount.ts";
import { ACCEPTED, AMBIGUOUS, IN_COMMA_STYLE, IN_POINT_STYLE, NOTHING, REFUSED } from "./amount-corpus.ts";

test.each(ACCEPTED)("%j is %d minor units", (cell, minor, currency) => {
  const read = readAmount(cell, { currency: "CNY" });
  expect(read).toMatchObject({ kind: "amount", amount: minor });
  expect(read.kind === "amount" ? read.currency : "").toBe(currency);
});

test.each(NOTHING.map((cell) => [cell]))("%j says nothing", (cell) => {
  expect(readAmount(cell, { currency: "CNY" })).toEqual({ kind: "nothing" });
});

test.each(REFUSED)("%j is refused", (cell, why) => {
  const read = readAmount(cell, { currency: "CNY" });
  expect(read).toMatchObject(why === undefined ? { kind: "refused" } : { kind: "refused", why });
});

test.each(AMBIGUOUS.map((cell) => [cell]))("%j has two readings", (cell) => {
  expect(readAmount(cell, { currency: "CNY" })).toMatchObject({ kind: "ambiguous" });
});

test.each([
  ...IN_COMMA_STYLE.map(([cell, expected]) => [cell, "comma", expected] as const),
  ...IN_POINT_STYLE.map(([cell, expected]) => [cell, "point", expected] as const),
])("%j in %s style", (cell, style, expected) => {
  const read = readAmount(cell, { currency: "EUR", style });
  expect(read.kind === "amount" ? read.amount : read.kind).toBe(expected);
});

test("only numbers finer than a cent by more than a millionth of it are rounded (decision 14)", () => {
  const rounded = (cell: string | number) => readAmount(cell, { currency: "CNY", style: "point" });
  expect(rounded(2309.7899999999995)).toMatchObject({ rounded: false, decimal: "2309.7899999999995" });
  expect(rounded("1.2345")).toMatchObject({ rounded: true, amount: 123, decimal: "1.2345" });
});

test("the sign ¥ and $ follow the expected currency where it bears that sign", () => {
  expect(readAmount("$5", { currency: "CAD" })).toMatchObject({ amount: 500, currency: "CAD" });
  expect(readAmount("¥500", { currency: "JPY" })).toMatchObject({ amount: 500, currency: "JPY" });
  expect(readAmount("1,234", { currency: "KWD" })).toMatchObject({ kind: "ambiguous" });
  expect(readAmount("1,234", { currency: "KWD", style: "comma" })).toMatchObject({ amount: 1234 });
});

test("a column in 万元 is scaled exactly", () => {
  expect(readAmount("1.2345", { currency: "CNY", style: "point", unitPlaces: 4 })).toMatchObject({
    amount: 1234500,
  });
  expect(readAmount(0.1, { currency: "CNY", unitPlaces: 4 })).toMatchObject({ amount: 100000 });
});
