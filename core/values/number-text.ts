import { assert } from "./assert.ts";

/** 64 characters that no spreadsheet takes for a formula; a digit's value is its place here. */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.";
const VALUES = valuesOfDigits();

/** The bit of a digit that says that the number goes on; the five below it are the number's. */
const GOES_ON = 32;
const OWN_BITS = 31;
/** Numbers of so many bits are put together without fractions, which is faster; six digits hold them. */
const SMALL_BITS = 29;

/** How a column stands in the text: every number, or one number and where others stand instead of it. */
const EACH = 0;
const MOSTLY = 1;

/**
 * Writes columns of whole numbers as short text: a small number takes one character, and a column that is
 * mostly one number takes little more than the exceptions. {@link NumberReader} reads them back in the
 * same order.
 *
 * @example
 * new NumberWriter().number(5).column([7, 7, 7]).text // => "KCOA"
 */
export class NumberWriter {
  private readonly digits: string[] = [];

  get text(): string {
    return this.digits.join("");
  }

  /** One whole number: its sign and four bits first, then five bits a digit, lowest first. */
  number(value: number): this {
    assert(Number.isSafeInteger(value), "only whole numbers are written as text");
    const size = Math.abs(value);
    let digit = (size % 16) * 2 + (value < 0 ? 1 : 0);
    for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / GOES_ON)) {
      this.digits.push(DIGITS.charAt(digit + GOES_ON));
      digit = rest % GOES_ON;
    }
    this.digits.push(DIGITS.charAt(digit));
    return this;
  }

  column(values: readonly number[]): this {
    if (values.length === 0) return this;
    const usual = mostFrequent(values);
    const others = [...values.keys()].filter((at) => values[at] !== usual);
    if (others.length * 3 > values.length) return this.each(values);
    this.number(MOSTLY).number(usual).number(others.length);
    for (const [i, at] of others.entries()) this.number(at - (others[i - 1] ?? 0)).number(values[at] ?? 0);
    return this;
  }

  /** Numbers that mostly rise by little: each as its difference from the one before. */
  rising(values: readonly number[]): this {
    return this.column(values.map((value, i) => value - (values[i - 1] ?? 0)));
  }

  private each(values: readonly number[]): this {
    this.number(EACH);
    for (const value of values) this.number(value);
    return this;
  }
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/**
 * Reads what {@link NumberWriter} wrote. Made for millions of numbers: columns are read into arrays that
 * are used again, whose first `count` numbers count.
 *
 * @example
 * new NumberReader("KCOA").number() // => 5
 */
export class NumberReader {
  private readonly text: string;
  private at: number;
  private readonly single = [0];

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  number(): number {
    this.each(this.single, 1);
    return this.single[0] ?? 0;
  }

  column(into: number[], count: number): void {
    if (count === 0) return;
    if (this.number() === EACH) this.each(into, count);
    else this.mostly(into, count);
  }

  rising(into: number[], count: number): void {
    this.column(into, count);
    let sum = 0;
    for (let i = 0; i < count; i += 1) {
      sum += into[i] ?? 0;
      into[i] = sum;
    }
  }

  private mostly(into: number[], count: number): void {
    const usual = this.number();
    for (let i = 0; i < count; i += 1) into[i] = usual;
    let at = 0;
    for (let left = this.number(); left > 0; left -= 1) {
      at += this.number();
      into[at] = this.number();
    }
  }

  private each(into: number[], count: number): void {
    const { text } = this;
    let { at } = this;
    for (let i = 0; i < count; i += 1) {
      let digit = VALUES[text.charCodeAt(at++)] ?? 0;
      const isNegative = (digit & 1) === 1;
      let size = (digit & OWN_BITS) >> 1;
      let bits = 4;
      for (; digit >= GOES_ON && bits < SMALL_BITS; bits += 5) {
        digit = VALUES[text.charCodeAt(at++)] ?? 0;
        size |= (digit & OWN_BITS) << bits;
      }
      for (let weight = 2 ** SMALL_BITS; digit >= GOES_ON; weight *= GOES_ON) {
        digit = VALUES[text.charCodeAt(at++)] ?? 0;
        size += (digit & OWN_BITS) * weight;
      }
      into[i] = isNegative ? -size : size;
    }
    this.at = at;
  }
}

function valuesOfDigits(): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < DIGITS.length; i += 1) values[DIGITS.charCodeAt(i)] = i;
  return values;
}
