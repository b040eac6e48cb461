import { describe, expect, it } from "vitest";
import {
  CURRENCIES,
  CURRENCY_WORDS,
  currencyNamed,
  decimalsOf,
  decimalText,
  isCurrency,
  money,
  moneyFromDecimal,
  proposeMapping,
} from "../../../core/index.ts";

describe("the currencies of ISO 4217 币种", () => {
  it("are there, each once, and none that is no money", () => {
    expect(new Set(CURRENCIES).size).toBe(CURRENCIES.length);
    for (const code of ["CNY", "ISK", "XAF", "ZMW", "MRU", "CHF", "VED", "ZWG", "XCG"])
      expect(CURRENCIES).toContain(code);
    for (const code of ["XAU", "XXX", "XTS", "XYZ", "HRK", "DEM", "isk", ""])
      expect(isCurrency(code)).toBe(false);
    for (const code of CURRENCIES) expect(code).toMatch(/^[A-Z]{3}$/);
  });

  it.each([
    ["ISK", 0, "5"],
    ["KRW", 0, "5"],
    ["HUF", 2, "0.05"],
    ["IDR", 2, "0.05"],
    ["CNY", 2, "0.05"],
    ["IQD", 3, "0.005"],
    ["TND", 3, "0.005"],
    ["CLF", 4, "0.0005"],
  ])("%s has %d decimals, whatever the machine's tables say", (code, decimals, five) => {
    expect(decimalsOf(code)).toBe(decimals);
    expect(decimalText(money(5), code)).toBe(five);
    expect(moneyFromDecimal(five, code)).toEqual({ amount: 5, rounded: false });
  });

  it("are all of them read by their code, and every other word means one of them", () => {
    for (const code of CURRENCIES) expect(currencyNamed(code.toLowerCase(), "CNY")).toBe(code);
    for (const word of CURRENCY_WORDS) expect(CURRENCIES).toContain(currencyNamed(word, "CNY"));
  });

  it("that nobody knows is read with two decimals, so that a ledger which has it opens", () => {
    for (const code of ["XYZ", "", "元", "US Dollar"]) expect(decimalsOf(code)).toBe(2);
    expect(decimalText(money(12345), "XYZ")).toBe("123.45");
  });
});

describe("a table's own currency", () => {
  const told = (heading: string) => {
    const rows = [
      ["Customer", "Date", heading],
      ["Ann", "2026-01-05", 100],
    ];
    const { currency, currencyTold } =
      proposeMapping({ name: "t", rows }, { kind: "items", currency: "CNY" })?.mapping ?? {};
    return [currency, currencyTold];
  };

  it("is told by a heading, and otherwise assumed", () => {
    expect(told("Amount (USD)")).toEqual(["USD", true]);
    expect(told("Amount")).toEqual(["CNY", undefined]);
  });

  it("is no word that happens to be a code", () => {
    expect(told("Amount (all)")).toEqual(["CNY", undefined]);
    expect(told("Amount top")).toEqual(["CNY", undefined]);
  });
});
