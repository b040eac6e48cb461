import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allocate,
  type Currency,
  decimalText,
  minus,
  money,
  moneyFromDecimal,
  moneyText,
  negated,
  plus,
  shareOf,
  smaller,
  sumOf,
  ZERO,
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

  it("gives each weight its exact share where that is whole, and never a unit more or less than it", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: -9e15, max: 9e15 }).map(money), weights, (total, list) => {
        const whole = list.reduce((sum, weight) => sum + BigInt(weight), 0n);
        const parts = allocate(total, list);
        for (const [i, part] of parts.entries()) {
          const off = BigInt(part) * whole - BigInt(total) * BigInt(list[i] ?? 0);
          const distance = off < 0n ? -off : off;
          expect(distance < whole, `${total} by ${list}`).toBe(true);
        }
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
      }),
    );
  });

  it.each([
    [70, [10, 90], [7, 63]],
    [-70, [10, 90], [-7, -63]],
    [100, [1, 2], [33, 67]],
    [100, [33.3, 66.7], [33, 67]],
    [1000, [0.1, 0.2], [333, 667]],
    [1, [1, 1, 1], [1, 0, 0]],
    [5, [0, 1, 1], [0, 3, 2]],
  ])("allocates %d by %j as %j: what is left goes to the largest remainders", (total, weights, parts) => {
    expect(allocate(money(total), weights)).toEqual(parts);
  });

  it("is off by nothing at 10 and 90 of a hundred, at whole tenths of a yuan", () => {
    const off = Array.from({ length: 19_900 }, (_, i) => 1000 + i * 10).filter(
      (total) => allocate(money(total), [10, 90])[0] !== total / 10,
    );
    expect(off).toEqual([]);
  });

  it("takes a share exactly, of the largest amounts too", () => {
    expect(shareOf(money(900_719_925_474_099), 9_999)).toBe(900_629_853_481_552);
    expect(shareOf(money(-5), 5_000)).toBe(-3);
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

  it("adds, subtracts and turns round like the whole numbers it is, and is never -0", () => {
    expect(plus(money(30), money(12))).toBe(42);
    expect(minus(money(30), money(12))).toBe(18);
    expect(minus(money(12), money(30))).toBe(-18);
    expect(sumOf([money(5), money(-7), money(3)])).toBe(1);
    expect(sumOf([])).toBe(0);
    expect([negated(money(5)), negated(money(-5))]).toEqual([-5, 5]);
    expect([negated(money(0)), money(-0), ZERO]).toEqual([0, 0, 0]);
    expect([smaller(money(5), money(7)), smaller(money(7), money(5)), smaller(money(-1), money(0))]).toEqual([
      5, 5, -1,
    ]);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "is a whole number, not %s: a bug of ours",
    (wrong) => {
      expect(() => money(wrong)).toThrow(`not ${wrong}`);
    },
  );

  it("takes a share rounded half away from zero", () => {
    const shares = [10_050, 10_100, 9_900, -10_100, 100, 0].map((amount) => shareOf(money(amount), 50));
    expect(shares).toEqual([50, 51, 50, -51, 1, 0]);
  });

  it("puts what cannot be split on the first parts, and nothing on a part without weight", () => {
    expect(allocate(money(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(money(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocate(money(101), [0, 1, 1, 0])).toEqual([0, 51, 50, 0]);
    expect(allocate(money(0), [1, 0])).toEqual([0, 0]);
    expect(() => allocate(money(1), [0, 0])).toThrow("weights");
    expect(() => allocate(money(1), [2, -1])).toThrow("weights");
  });

  it.each([
    ["0.0151", "CNY", 2, true],
    ["0.005", "JPY", 0, true],
    ["12.5", "JPY", 13, true],
    ["1.2345", "KWD", 1235, true],
    ["1e-400", "CNY", 0, false],
    ["0.00000001", "CNY", 0, false],
    ["0.0000001", "CNY", 0, true],
    ["1.99999999999", "CNY", 200, false],
    ["+7", "CNY", 700, false],
    ["-0.00", "CNY", 0, false],
    [" 12.00 ", "CNY", 1200, false],
    ["1e2", "JPY", 100, false],
    ["12345e-3", "CNY", 1235, true],
    ["1.5e-4", "CNY", 0, true],
    ["09999999999999.99", "CNY", 999_999_999_999_999, false],
    ["9999999999999.99", "CNY", 999_999_999_999_999, false],
    ["00000000000000000001.00", "CNY", 100, false],
  ])("reads %s %s as %s minor units", (text, currency, amount, rounded) => {
    expect(moneyFromDecimal(text, currency)).toEqual({ amount, rounded });
  });

  it("writes decimals in front of which nothing stands", () => {
    expect(decimalText(money(7), "CNY")).toBe("0.07");
    expect(decimalText(money(0), "KWD")).toBe("0.000");
    expect(decimalText(money(-7), "JPY")).toBe("-7");
    expect(moneyText(money(99_999), "CNY")).toBe("999.99");
    expect(moneyText(money(100_000), "CNY")).toBe("1,000.00");
  });

  it("writes thousands commas and all decimals", () => {
    expect(moneyText(money(128456000), "CNY")).toBe("1,284,560.00");
    expect(moneyText(money(-5), "CNY")).toBe("-0.05");
    expect(moneyText(money(1234567), "JPY")).toBe("1,234,567");
  });
});
