import { decimalsOf } from "../values/currencies.ts";
import { type Currency, type Money, moneyFromDecimal } from "../values/money.ts";
import type { AmountFault } from "../values/problem.ts";
import { peelAmount } from "./amount-marks.ts";
import { shiftedDecimal } from "./decimal-text.ts";
import { cellTextOf, halfWidth, isBlankCell, type RawCell } from "./raw-table.ts";

/** Which sign divides whole from fraction: "point" is 1,234.50, "comma" is 1.234,50. */
export type NumberStyle = "point" | "comma";

/** What is known about a column of amounts before a cell is read. */
export interface AmountExpectation {
  /** The currency the amount is in unless the cell names another. */
  readonly currency: Currency;
  /** Left out while the column's style is not known. */
  readonly style?: NumberStyle;
  /** Powers of ten of the column's unit: 4 for a column in 万元; a cell that names its own is in that one. */
  readonly unitPlaces?: number;
}

/** A cell read as an amount 金额, or why it is not one. */
export type AmountReading =
  | {
      readonly kind: "amount";
      readonly amount: Money;
      /** The exact figure in the cell, as plain decimal text, before rounding. */
      readonly decimal: string;
      /** The figure was finer than the minor unit. */
      readonly rounded: boolean;
      /** Only when the cell itself names it. */
      readonly currency?: Currency;
    }
  | { readonly kind: "nothing" }
  | { readonly kind: "ambiguous"; readonly readings: readonly string[] }
  | { readonly kind: "refused"; readonly why: AmountFault };

/**
 * Reads a cell as an amount 金额, exactly or not at all: signs (also trailing, U+2212, brackets),
 * strict groups of thousands, currency words and signs, 万 and 亿, full-width forms. Nothing is
 * guessed: a sum, a date, a percentage, "1,23", or "1.234" in a column of unknown style is refused
 * with its reason. Dashes, a slash and blank are "nothing"; 0 is an amount.
 *
 * @example
 * readAmount("1,234.00元", { currency: "CNY" }) // => { kind: "amount", amount: 123400, decimal: "1234.00", rounded: false, currency: "CNY" }
 * @example
 * readAmount("1.2万", { currency: "CNY" }) // => { kind: "amount", amount: 1200000, decimal: "12000", rounded: false }
 * @example
 * readAmount("12000元", { currency: "CNY", unitPlaces: 4 }) // => { kind: "amount", amount: 1200000, decimal: "12000", rounded: false, currency: "CNY" }
 * @example
 * readAmount("1.234", { currency: "CNY" }) // => { kind: "ambiguous", readings: ["1.234", "1234"] }
 * @example
 * readAmount("500+300", { currency: "CNY" }) // => { kind: "refused", why: "expression" }
 */
export function readAmount(cell: RawCell | undefined, expected: AmountExpectation): AmountReading {
  if (isBlankCell(cell) || cell === undefined) return { kind: "nothing" };
  if (typeof cell === "number") return fromNumber(cell, expected);
  if (typeof cell === "boolean" || cell.length > LONGEST_CELL) return { kind: "refused", why: "letters" };
  return fromText(halfWidth(cellTextOf(cell)), expected);
}

/** Longer text is no amount, and is not searched: a hostile file must not cost time. */
const LONGEST_CELL = 80;

function fromNumber(cell: number, expected: AmountExpectation): AmountReading {
  if (!Number.isFinite(cell)) return { kind: "refused", why: "errorValue" };
  const text = String(cell);
  return inMoney(text.includes("e") ? shiftedDecimal(text, 0) : text, expected);
}

function fromText(text: string, expected: AmountExpectation): AmountReading {
  const bare = /^[\d.,]+$/.test(text);
  const peeled = bare ? { body: text, negative: false, unitPlaces: 0 } : peelAmount(text, expected.currency);
  if ("why" in peeled) return { kind: "refused", why: peeled.why };
  if (peeled.body === "") return { kind: "nothing" };
  const named = "currency" in peeled ? peeled.currency : undefined;
  const currency = named ?? expected.currency;
  const style = expected.style ?? (peeled.unitPlaces > 0 ? "point" : undefined);
  const body = readBody(peeled.body, decimalsOf(currency), style);
  if (body.kind === "refused") return { kind: "refused", why: body.why ?? faultIn(text) };
  const sign = peeled.negative ? "-" : "";
  if (body.kind === "ambiguous") return { kind: "ambiguous", readings: body.readings.map((r) => sign + r) };
  const decimal = shifted(sign + body.decimal, peeled.unitPlaces);
  const isOwn = "isInOwnUnit" in peeled;
  const isForeign = named !== undefined && named !== expected.currency && !isOwn;
  if (isForeign && expected.unitPlaces)
    // US$100 among 万元: dollars, or ten thousands of them
    return { kind: "ambiguous", readings: [decimal, shifted(decimal, expected.unitPlaces)] };
  const unit = isOwn ? { unitPlaces: 0 } : {};
  return inMoney(decimal, { ...expected, currency, ...unit }, named);
}

function inMoney(text: string, expected: AmountExpectation, named?: Currency): AmountReading {
  const decimal = shifted(text, expected.unitPlaces ?? 0);
  const read = moneyFromDecimal(decimal, expected.currency);
  if (!read) return { kind: "refused", why: "tooLong" };
  const reading = { kind: "amount", amount: read.amount, decimal, rounded: read.rounded } as const;
  return named === undefined ? reading : { ...reading, currency: named };
}

function shifted(decimal: string, places: number): string {
  return places === 0 ? decimal : shiftedDecimal(decimal, places);
}

type Body =
  | { readonly kind: "decimal"; readonly decimal: string }
  | { readonly kind: "ambiguous"; readonly readings: readonly string[] }
  | { readonly kind: "refused"; readonly why?: AmountFault };

const REFUSED: Body = { kind: "refused" };

function readBody(body: string, decimals: number, style: NumberStyle | undefined): Body {
  if (/^\d{1,3} \d{3}$/.test(body)) return { kind: "refused", why: "twoNumbers" };
  const point = plainNumber(body, "point");
  const comma = plainNumber(body, "comma");
  if (style === "point") return point === undefined ? REFUSED : { kind: "decimal", decimal: point };
  if (style === "comma") return inCommaStyle(body, point, comma, decimals);
  return inUnknownStyle(body, point, comma, decimals);
}

/** "1,234" in a comma column would be thousandths of a unit: such money is not written. */
function inCommaStyle(
  body: string,
  point: string | undefined,
  comma: string | undefined,
  decimals: number,
): Body {
  if (comma === undefined) return REFUSED;
  const thousandths = decimals < 3 && point !== undefined && LONE_COMMA_GROUP.test(body);
  return thousandths ? { kind: "ambiguous", readings: [point, comma] } : { kind: "decimal", decimal: comma };
}

const LONE_COMMA_GROUP = /^[1-9]\d{0,2},\d{3}$/;

function inUnknownStyle(
  body: string,
  point: string | undefined,
  comma: string | undefined,
  decimals: number,
): Body {
  if (point === undefined && comma === undefined) return REFUSED;
  if (point === undefined || comma === undefined || point === comma) {
    const lone = point === undefined && /^\d*,\d*$/.test(body);
    return lone ? REFUSED : { kind: "decimal", decimal: point ?? comma ?? "" };
  }
  if (LONE_COMMA_GROUP.test(body) && decimals < 3) return { kind: "decimal", decimal: point };
  return { kind: "ambiguous", readings: [point, comma] };
}

const POINT_STYLE =
  /^(?:\d+|[1-9]\d{0,2}([,'’ \u00A0])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3})?(?:\.\d*)?$/;
const COMMA_STYLE = /^(?:\d+|[1-9]\d{0,2}([.'’ \u00A0])\d{3}(?:\1\d{3})*)?(?:,\d*)?$/;

function plainNumber(body: string, style: NumberStyle): string | undefined {
  if (!/\d/.test(body)) return undefined;
  if (style === "point") return POINT_STYLE.test(body) ? body.replace(/[^\d.]/g, "") : undefined;
  return COMMA_STYLE.test(body) ? body.replace(/[^\d,]/g, "").replace(",", ".") : undefined;
}

function faultIn(text: string): AmountFault {
  if (/[%‰]/.test(text)) return "percentage";
  if (/\d[-/.年]\d{1,2}[-/.月]\d/.test(text) || /\d:\d\d/.test(text)) return "date";
  if (/^=|\d\s*[+*/×÷=-]\s*[\d(]/.test(text)) return "expression";
  if (/^[^a-z]*\d(?:\.\d+)?e[+-]?\d+$/i.test(text)) return "exponent";
  if (/\d[\s;、]+\d/.test(text) || /\d[元万亿]\s*\d/.test(text)) return "twoNumbers";
  return /^[^\p{L}]*$/u.test(text) ? "grouping" : "letters";
}
