import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allocate,
  type Currency,
  decimalText,
  money,
  moneyFromDecimal,
  moneyText,
} from "../../../core/index.ts";

const amounts = fc.integer({ min: -1e14, max: 1e14 }).map(money);
const currencies = fc.constantFrom<Currency>("CNY", "JPY", "KWD", "USD");

describe("money", () => {
  it("is read back exactly from the text it writes, in currencies of 0, 2 and 3 decimals", () => {
    fc.assert(
      fc.property(amounts, currencies, (amount, currency) => {
        expect(moneyFromDecimal(decimalText(amount, currency), currency)).toEqual({ amount, rounded: false });
      }),
    );
  });

  it("always allocates the whole total, each part within one unit of its share", () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 })
      .filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }).map(money), weights, (total, list) => {
        const parts = allocate(total, list);
        const whole = list.reduce((sum, weight) => sum + weight, 0);
        expect(parts.reduce<number>((sum, part) => sum + part, 0)).toBe(total);
        for (const [i, part] of parts.entries())
          expect(Math.abs(part - (total * (list[i] ?? 0)) / whole)).toBeLessThan(2);
      }),
    );
  });

  it.each([
    ["2309.7899999999995", 230979, false],
    ["11173.02", 1117302, false],
    ["0.005", 1, true],
    ["-0.005", -1, true],
    ["0.0049", 0, true],
    ["1e3", 100000, false],
    ["1.5e-3", 0, true],
    ["000123", 12300, false],
    [".5", 50, false],
    ["5.", 500, false],
    ["99999999999999.99", undefined, false],
  ])("reads %s as %s fen", (text, amount, rounded) => {
    expect(moneyFromDecimal(text, "CNY")).toEqual(amount === undefined ? undefined : { amount, rounded });
  });

  it.each(["", "-", ".", "1,000", "1.2.3", "12a", "0x10", "NaN", "Infinity", "１２", "1e9999"])(
    "refuses %s",
    (text) => {
      expect(moneyFromDecimal(text, "CNY")).toBeUndefined();
    },
  );

  it("writes thousands commas and all decimals", () => {
    expect(moneyText(money(128456000), "CNY")).toBe("1,284,560.00");
    expect(moneyText(money(-5), "CNY")).toBe("-0.05");
    expect(moneyText(money(1234567), "JPY")).toBe("1,234,567");
  });
});
