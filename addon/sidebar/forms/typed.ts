import {
  type Currency,
  dateFromParts,
  daysAfter,
  type Money,
  moneyText,
  monthOf,
  type PlainDate,
  readAmount,
  readDate,
  yearOf,
  ZERO,
} from "../../../core/index.ts";
import type { Key } from "../words/words.ts";

/** What is wrong with something typed: a sentence of ours, perhaps with an example of what is right. */
export interface Fault {
  readonly say: Extract<Key, `fault.${string}`>;
  readonly example?: string;
  /** The whole sentence, where it is not one of ours but says what is wrong with several values together. */
  readonly sentence?: string;
}

export type Typed<T> = { readonly value: T } | { readonly fault: Fault };

/** Reads an amount that must be positive, strictly: nothing is guessed or rounded. */
export function typedAmount(text: string, currency: Currency): Typed<Money> {
  const reading = readAmount(text, { currency, style: "point" });
  if (reading.kind === "nothing") return fault("fault.amountMissing");
  if (reading.kind !== "amount") return fault("fault.amountUnreadable");
  if (reading.currency && reading.currency !== currency) return fault("fault.amountCurrency");
  if (reading.rounded) return fault("fault.amountTooFine");
  return reading.amount > 0 ? { value: reading.amount } : fault("fault.amountNotPositive");
}

/** Reads an amount that may be nothing. */
export function typedAmountOrZero(text: string, currency: Currency): Typed<Money> {
  const reading = readAmount(text, { currency, style: "point" });
  return reading.kind === "amount" && reading.amount === 0 ? { value: ZERO } : typedAmount(text, currency);
}

/** The amount as the field shows it once it is left; what cannot be read stays as typed. */
export function tidyAmount(text: string, currency: Currency): string {
  const typed = typedAmount(text, currency);
  return "value" in typed ? moneyText(typed.value, currency) : text;
}

/**
 * Reads a day. A bare day or month and day ("22", "11-22") is of today's month or year; the field shows
 * the whole date as soon as it is left, so nothing is taken in silence.
 */
export function typedDate(text: string, today: PlainDate): Typed<PlainDate> {
  const trimmed = text.trim();
  if (trimmed === "") return fault("fault.dateMissing");
  const short = shortDate(trimmed, today);
  if (short) return { value: short };
  const reading = readDate(trimmed, {});
  if (reading.kind === "date") return { value: reading.date };
  if (reading.kind === "ambiguous")
    return { fault: { say: "fault.dateAmbiguous", example: reading.readings[0] ?? today } };
  const noSuchDay = reading.kind === "refused" && reading.why === "noSuchDay";
  return { fault: { say: noSuchDay ? "fault.dateNoSuchDay" : "fault.dateUnreadable", example: today } };
}

function shortDate(text: string, today: PlainDate): PlainDate | undefined {
  const match = /^(?:(\d{1,2})[-./月])?(\d{1,2})[日号]?$/.exec(text);
  if (!match) return undefined;
  return dateFromParts(yearOf(today), match[1] ? Number(match[1]) : monthOf(today), Number(match[2]));
}

/** The date as the field shows it once it is left. */
export function tidyDate(text: string, today: PlainDate): string {
  const typed = typedDate(text, today);
  return "value" in typed ? typed.value : text;
}

/** The date a day later or earlier; what cannot be read stays as typed. */
export function stepDate(text: string, today: PlainDate, days: number): string {
  const typed = typedDate(text, today);
  return "value" in typed ? daysAfter(typed.value, days) : text;
}

/** A line of text that is there. */
export function typedLine(text: string, missing: Fault["say"]): Typed<string> {
  const line = text.trim();
  if (line === "") return fault(missing);
  return line.length > 500 ? fault("fault.numberTooLong") : { value: line };
}

export function fault(say: Fault["say"]): { readonly fault: Fault } {
  return { fault: { say } };
}

/** The faults of a form's fields, by field; fields that are right are left out. */
export type Faults<F extends string> = Partial<Record<F, Fault>>;

export function faultsOf<F extends string>(fields: Record<F, Typed<unknown>>): Faults<F> {
  const faults: Faults<F> = {};
  for (const field of namesOf(fields)) {
    const typed = fields[field];
    if ("fault" in typed) faults[field] = typed.fault;
  }
  return faults;
}

function namesOf<F extends string>(fields: Record<F, unknown>): F[] {
  const names: F[] = [];
  for (const name in fields) names.push(name);
  return names;
}
