import { assert } from "./assert.ts";
import { decimalsOf } from "./currencies.ts";

declare const moneyBrand: unique symbol;

/**
 * An amount in minor units (分): a whole number. What a customer owes is positive; credits and
 * receipts are negative where they stand in a balance. The currency belongs to the account, not to
 * the amount. Only this file does arithmetic on money.
 */
export type Money = number & { readonly [moneyBrand]: "Money" };

/** ISO 4217 code, such as "CNY". */
export type Currency = string;

export const ZERO = 0 as Money;

/**
 * Takes a whole number of minor units as money.
 *
 * @example
 * money(123456) // => 123456
 */
export function money(minorUnits: number): Money {
  // The sentence is made only where it is needed: this runs for every figure of every report.
  if (!Number.isSafeInteger(minorUnits))
    assert(false, `money is a whole number of minor units, not ${minorUnits}`);
  return (minorUnits === 0 ? 0 : minorUnits) as Money;
}

/**
 * Adds amounts.
 *
 * @example
 * sumOf([money(100), money(-30)]) // => 70
 */
export function sumOf(amounts: Iterable<Money>): Money {
  let total = 0;
  for (const amount of amounts) total += amount;
  return money(total);
}

/**
 * Adds two amounts.
 *
 * @example
 * plus(money(100), money(20)) // => 120
 */
export function plus(a: Money, b: Money): Money {
  return money(a + b);
}

/**
 * Subtracts the second amount from the first.
 *
 * @example
 * minus(money(100), money(20)) // => 80
 */
export function minus(a: Money, b: Money): Money {
  return money(a - b);
}

/**
 * The same amount on the other side.
 *
 * @example
 * negated(money(5)) // => -5
 */
export function negated(amount: Money): Money {
  return money(-amount);
}

/**
 * The smaller of two amounts.
 *
 * @example
 * smaller(money(5), money(7)) // => 5
 */
export function smaller(a: Money, b: Money): Money {
  return a < b ? a : b;
}

/**
 * Splits an amount by weights, exactly; the parts always add up to the total. Each part is rounded toward
 * zero and what is left goes, one minor unit each, to the parts that lost most by it; of equal ones to the first.
 *
 * @example
 * allocate(money(100), [1, 1, 1]) // => [34, 33, 33]
 * @example
 * allocate(money(-100), [60, 40]) // => [-60, -40]
 */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  const isFit = weights.every((weight) => weight >= 0) && weights.some((weight) => weight > 0);
  assert(isFit, "weights are not negative and not all zero");
  const shares = wholeNumbers(weights);
  const whole = sumOfBig(shares);
  const size = BigInt(Math.abs(total));
  const parts = shares.map((share) => (size * share) / whole);
  const lost = shares.map((share, i) => ({ i, rest: (size * share) % whole }));
  lost.sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest < b.rest ? 1 : -1));
  const left = Number(size - sumOfBig(parts));
  const raised = new Set(lost.slice(0, left).map(({ i }) => i));
  return parts.map((part, i) => money(Math.sign(total) * (Number(part) + (raised.has(i) ? 1 : 0))));
}

const WEIGHT = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** Weights such as 33.3 and 66.7 as whole numbers of the same proportion: 333 and 667. */
function wholeNumbers(weights: readonly number[]): bigint[] {
  const read = weights.map((weight) => {
    const [, whole = "0", fraction = "", exponent = "0"] = WEIGHT.exec(String(weight)) ?? [];
    return { units: BigInt(whole + fraction), scale: fraction.length - Number(exponent) };
  });
  const finest = Math.max(...read.map(({ scale }) => scale));
  return read.map(({ units, scale }) => units * BigInt(10) ** BigInt(finest - scale));
}

function sumOfBig(numbers: readonly bigint[]): bigint {
  return numbers.reduce((sum, number) => sum + number, BigInt(0));
}

/**
 * A share of an amount, in basis points, rounded half away from zero.
 *
 * @example
 * shareOf(money(10050), 50) // => 50
 */
export function shareOf(amount: Money, basisPoints: number): Money {
  const [size, whole] = [BigInt(Math.abs(amount)) * BigInt(basisPoints), BigInt(10_000)];
  const rounded = (size * BigInt(2) + whole) / (whole * BigInt(2));
  return money(Math.sign(amount) * Number(rounded));
}

/**
 * An amount in another currency, rounded half up (away from zero) to its minor unit; the rate is what one unit of the
 * first is worth in the other, in millionths.
 *
 * @example
 * converted(money(10000), { from: "USD", to: "JPY", millionths: 155_500_000 }) // => 15550
 */
export function converted(
  amount: Money,
  { from, to, millionths }: { readonly from: Currency; readonly to: Currency; readonly millionths: number },
): Money {
  const scale = 10n ** BigInt(6 + decimalsOf(from));
  const exact = BigInt(Math.abs(amount)) * BigInt(millionths) * 10n ** BigInt(decimalsOf(to));
  const rounded = Number((2n * exact + scale) / (2n * scale));
  return money(amount < 0 ? -rounded : rounded);
}

/** An amount read from decimal text, and whether rounding to the minor unit changed it. */
export interface DecimalAmount {
  readonly amount: Money;
  /** The text was finer than the minor unit by more than 1e-6 of it. */
  readonly rounded: boolean;
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads plain decimal text ("-1234.5", "1e3") exactly, never through a floating-point product.
 * Within 1e-6 of a minor unit it is that unit; a finer number is rounded half up (away from zero)
 * and said to be rounded. Anything else, or more than 15 digits, is `undefined`.
 *
 * @example
 * moneyFromDecimal("1234.5", "CNY") // => { amount: 123450, rounded: false }
 * @example
 * moneyFromDecimal("2309.7899999999995", "CNY") // => { amount: 230979, rounded: false }
 * @example
 * moneyFromDecimal("0.125", "CNY") // => { amount: 13, rounded: true }
 */
export function moneyFromDecimal(text: string, currency: Currency): DecimalAmount | undefined {
  const match = DECIMAL.exec(text.trim());
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole + fraction === "") return undefined;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent) + decimalsOf(currency);
  const kept = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const rest = (point < 0 ? "0".repeat(Math.min(-point, 400)) : "") + digits.slice(Math.max(point, 0));
  if (kept.replace(/^0+/, "").length > 15) return undefined;
  const up = /^[5-9]/.test(rest);
  const units = Number(kept) + (up ? 1 : 0);
  const off = up ? 1 - Number(`0.${rest || "0"}`) : Number(`0.${rest || "0"}`);
  return { amount: money(sign === "-" ? -units : units), rounded: off > 1e-6 };
}

/**
 * Writes an amount as plain decimal text, as a cell or a file wants it.
 *
 * @example
 * decimalText(money(-123450), "CNY") // => "-1234.50"
 */
export function decimalText(amount: Money, currency: Currency): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  const sign = amount < 0 ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * Writes an amount for people: thousands commas, all decimals, a minus in front.
 *
 * @example
 * moneyText(money(-123450000), "CNY") // => "-1,234,500.00"
 */
export function moneyText(amount: Money, currency: Currency): string {
  const [whole = "", fraction] = decimalText(amount, currency).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
