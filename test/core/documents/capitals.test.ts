import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountInCapitals, dateInCapitals } from "../../../core/values/capitals.ts";
import { plainDate } from "../../../core/values/date.ts";
import { money } from "../../../core/values/money.ts";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const UNITS: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };

/** Reads capitals back, by rules of its own. */
function fenOf(capitals: string): number {
  const text = capitals.replace("人民币", "").replace("整", "");
  const sign = text.startsWith("负") ? -1 : 1;
  const parts = /^负?(?:(.*)元)?(?:零?(.)角)?(?:零?(.)分)?$/.exec(text);
  if (!parts) throw new Error(`cannot read ${capitals}`);
  const [, yuan = "", jiao = "零", fen = "零"] = parts;
  return sign * (wholeOf(yuan) * 100 + DIGITS.indexOf(jiao) * 10 + DIGITS.indexOf(fen));
}

function wholeOf(text: string): number {
  for (const [unit, worth] of [
    ["亿", 1e8],
    ["万", 1e4],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at >= 0) return wholeOf(text.slice(0, at)) * worth + wholeOf(text.slice(at + 1));
  }
  let sum = 0;
  let digit = 0;
  for (const character of text) {
    const value = DIGITS.indexOf(character);
    if (value >= 0) digit = value;
    else {
      sum += digit * (UNITS[character] ?? Number.NaN);
      digit = 0;
    }
  }
  return sum + digit;
}

describe("大写金额", () => {
  it.each([
    [140_950, "人民币壹仟肆佰零玖元伍角"], // E79
    [600_714, "人民币陆仟零柒元壹角肆分"], // E80
    [168_032, "人民币壹仟陆佰捌拾元零叁角贰分"], // E81
    [53_200, "人民币伍佰叁拾贰元整"], // E84
    [10_700_053, "人民币壹拾万柒仟元零伍角叁分"], // PBoC text
    [1_640_902, "人民币壹万陆仟肆佰零玖元零贰分"], // PBoC text
    [32_504, "人民币叁佰贰拾伍元零肆分"], // PBoC text
    [0, "人民币零元整"],
    [5, "人民币伍分"],
    [50, "人民币伍角"],
    [100_050_000, "人民币壹佰万零伍佰元整"],
    [1_000_000_000_000, "人民币壹佰亿元整"],
    [100_000_000_000_000, "人民币壹万亿元整"],
    [-86_400_00, "人民币负捌万陆仟肆佰元整"],
    [1000, "人民币壹拾元整"],
  ])("%i fen is %s", (fen, capitals) => {
    expect(amountInCapitals(money(fen))).toBe(capitals);
  });

  it("says the amount it was given, whatever it is", () => {
    const amounts = fc.oneof(
      fc.integer({ min: -1e15 + 1, max: 1e15 - 1 }),
      fc
        .tuple(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom(1, 10, 100, 1e4, 1e6, 1e8, 1e10))
        .map(([n, by]) => n * by),
    );
    fc.assert(
      fc.property(amounts, (fen) => {
        expect(fenOf(amountInCapitals(money(fen)))).toBe(fen);
      }),
    );
  });

  it("keeps the PBoC form: 整 only at 元, never after 分, one 零 at a time, 零 before 分 without 角", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e14 }), (fen) => {
        const text = amountInCapitals(money(fen));
        expect(text.startsWith("人民币")).toBe(true);
        expect(text.endsWith("整")).toBe(fen % 100 === 0);
        expect(text).not.toMatch(/零零|零元整|零万|零亿/);
        if (fen % 100 > 0 && fen % 100 < 10 && fen > 100) expect(text).toMatch(/元零.分$/);
      }),
    );
  });
});

describe("大写日期", () => {
  it.each([
    ["2026-01-15", "贰零贰陆年零壹月壹拾伍日"], // E87
    ["2026-10-20", "贰零贰陆年零壹拾月零贰拾日"], // E87
    ["2026-02-12", "贰零贰陆年零贰月壹拾贰日"],
    ["2026-11-30", "贰零贰陆年壹拾壹月零叁拾日"],
    ["2026-12-09", "贰零贰陆年壹拾贰月零玖日"],
    ["2030-03-31", "贰零叁零年叁月叁拾壹日"],
  ])("%s", (date, capitals) => {
    expect(dateInCapitals(plainDate(date))).toBe(capitals);
  });
});
