import { type Currency, type Money, type PlainDate, ZERO } from "../../../../core/index.ts";
import { type Fault, type Typed, typedAmount, typedAmountOrZero, typedDate } from "../typed.ts";
import type { Texts } from "./texts.ts";

/** Reads the fields of a form one by one and keeps what is wrong with each; what it gives counts only while nothing is. */
export class TextReader {
  readonly faults: Record<string, Fault> = {};
  readonly #texts: Texts;

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  text(id: string): string {
    return (this.#texts[id] ?? "").trim();
  }

  isTicked(id: string): boolean {
    return this.text(id) === "yes";
  }

  isBlank(id: string): boolean {
    return this.text(id) === "";
  }

  /** A whole number of days, months or points. */
  whole(id: string, least: number, most: number): number {
    return this.#taken(id, typedWhole(this.text(id), least, most), least);
  }

  /** Per cent, as basis points. */
  percent(id: string, most: number): number {
    return this.#taken(id, typedPercent(this.text(id), most), 0);
  }

  /** An amount that may be zero. */
  amount(id: string, currency: Currency): Money {
    return this.#taken(id, typedAmountOrZero(this.text(id), currency), ZERO);
  }

  positiveAmount(id: string, currency: Currency): Money {
    return this.#taken(id, typedAmount(this.text(id), currency), ZERO);
  }

  day(id: string, today: PlainDate): PlainDate {
    return this.#taken(id, typedDate(this.text(id), today), today);
  }

  /** One of a few words, as a choice has them. */
  one<V extends string>(id: string, options: readonly [V, ...V[]]): V {
    return options.find((option) => option === this.text(id)) ?? options[0];
  }

  line(id: string, missing: Fault["say"]): string {
    if (this.isBlank(id)) this.refuse(id, { say: missing });
    else if (this.text(id).length > 500) this.refuse(id, { say: "fault.numberTooLong" });
    return this.text(id);
  }

  /** The first fault of a field stays. */
  refuse(id: string, fault: Fault): void {
    this.faults[id] ??= fault;
  }

  isRight(): boolean {
    return Object.keys(this.faults).length === 0;
  }

  #taken<T>(id: string, typed: Typed<T>, instead: T): T {
    if ("value" in typed) return typed.value;
    this.refuse(id, typed.fault);
    return instead;
  }
}

/**
 * A whole number within bounds; nothing is rounded.
 *
 * @example
 * typedWhole("30", 0, 365) // => { value: 30 }
 */
export function typedWhole(text: string, least: number, most: number): Typed<number> {
  const value = /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return { value };
  return { fault: { say: "fault.whole", example: `${least}–${most}` } };
}

/**
 * Per cent with at most two decimals, up to so many basis points: 30 is 30 %.
 *
 * @example
 * typedPercent("30 %", 10000) // => { value: 3000 }
 */
export function typedPercent(text: string, most: number): Typed<number> {
  const match = /^(\d{1,4}(?:\.\d{1,2})?)\s*[%％]?$/.exec(text.trim());
  const points = match ? Math.round(Number(match[1]) * 100) : -1;
  if (points >= 0 && points <= most) return { value: points };
  return { fault: { say: "fault.percent", example: `0–${most / 100}` } };
}

/** Basis points as the field shows them. */
export function percentText(basisPoints: number): string {
  return String(basisPoints / 100);
}
