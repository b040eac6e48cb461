import { UTCDate } from "@date-fns/utc";
// Each function from its own file: the package's index makes Node look at a thousand files at every start.
import { addDays } from "date-fns/addDays";
import { addMonths } from "date-fns/addMonths";
import { differenceInMonths } from "date-fns/differenceInMonths";
import { lastDayOfMonth } from "date-fns/lastDayOfMonth";
import { assert } from "./assert.ts";

declare const dateBrand: unique symbol;

/** A calendar day as ISO text, "2026-11-22". It has no time and no zone. Only this file says `Date`. */
export type PlainDate = string & { readonly [dateBrand]: "PlainDate" };

/** Days since 1970-01-01: the form in which hot loops compare days. */
export type DayNumber = number;

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Days from a spreadsheet's day 0 (1899-12-30) to 1970-01-01: what day numbers are more in its cells. */
export const SERIAL_OF_1970 = 25_569;

/**
 * The day, if the parts name one that exists between 1900 and 2199.
 *
 * @example
 * dateFromParts(2026, 2, 30) // => undefined
 * @example
 * dateFromParts(2024, 2, 29) // => "2024-02-29"
 */
export function dateFromParts(year: number, month: number, day: number): PlainDate | undefined {
  if (!(year >= 1900 && year <= 2199)) return undefined;
  const text = `${year}-${two(month)}-${two(day)}`;
  const date = new UTCDate(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (text as PlainDate) : undefined;
}

/**
 * Reads ISO text strictly; a day that does not exist is `undefined`.
 *
 * @example
 * dateFromIso("2026-02-30") // => undefined
 */
export function dateFromIso(text: string): PlainDate | undefined {
  const match = ISO_DAY.exec(text);
  return match ? dateFromParts(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/**
 * A day written in code or already checked; a bug if it does not exist.
 *
 * @example
 * plainDate("2026-11-22") // => "2026-11-22"
 */
export function plainDate(text: string): PlainDate {
  const date = dateFromIso(text);
  assert(date, `"${text}" is not a calendar day`);
  return date;
}

/**
 * Days since 1970-01-01.
 *
 * @example
 * dayNumberOf(plainDate("1970-01-02")) // => 1
 */
export function dayNumberOf(date: PlainDate): DayNumber {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / MS_PER_DAY;
}

/**
 * The day with that number.
 *
 * @example
 * dateOfDayNumber(20779) // => "2026-11-22"
 */
export function dateOfDayNumber(day: DayNumber): PlainDate {
  return iso(new UTCDate(day * MS_PER_DAY));
}

/**
 * The day so many days later (or earlier).
 *
 * @example
 * daysAfter(plainDate("2016-01-22"), 30) // => "2016-02-21"
 */
export function daysAfter(date: PlainDate, days: number): PlainDate {
  return iso(addDays(utc(date), days));
}

/**
 * The corresponding day so many months later, or that month's last day where it is missing.
 *
 * @example
 * monthsAfter(plainDate("2026-01-31"), 1) // => "2026-02-28"
 */
export function monthsAfter(date: PlainDate, months: number): PlainDate {
  return iso(addMonths(utc(date), months));
}

/**
 * The last day of the date's month.
 *
 * @example
 * monthEndOf(plainDate("2024-02-10")) // => "2024-02-29"
 */
export function monthEndOf(date: PlainDate): PlainDate {
  return iso(lastDayOfMonth(utc(date)));
}

/**
 * The given day of the date's month, or its last day where the month is shorter.
 *
 * @example
 * dayInMonthOf(plainDate("2026-02-03"), 31) // => "2026-02-28"
 */
export function dayInMonthOf(date: PlainDate, day: number): PlainDate {
  const last = monthEndOf(date);
  return dateFromParts(yearOf(date), monthOf(date), day) ?? last;
}

/**
 * Whole days from the first day to the second; negative when the second is earlier.
 *
 * @example
 * daysBetween(plainDate("2026-01-31"), plainDate("2026-03-01")) // => 29
 */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/**
 * Whole months from the first day to the second: what {@link monthsAfter} has gone by.
 *
 * @example
 * monthsBetween(plainDate("2026-01-31"), plainDate("2026-02-28")) // => 1
 */
export function monthsBetween(from: PlainDate, to: PlainDate): number {
  return differenceInMonths(utc(to), utc(from));
}

/**
 * 0 for Sunday … 6 for Saturday.
 *
 * @example
 * weekdayOf(plainDate("2026-11-22")) // => 0
 */
export function weekdayOf(date: PlainDate): number {
  return utc(date).getUTCDay();
}

/** @example yearOf(plainDate("2026-11-22")) // => 2026 */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** @example monthOf(plainDate("2026-11-22")) // => 11 */
export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7));
}

/** @example dayOf(plainDate("2026-11-22")) // => 22 */
export function dayOf(date: PlainDate): number {
  return Number(date.slice(8, 10));
}

/**
 * The later of two days.
 *
 * @example
 * later(plainDate("2026-01-01"), plainDate("2026-01-02")) // => "2026-01-02"
 */
export function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

/**
 * The earlier of two days.
 *
 * @example
 * earlier(plainDate("2026-01-01"), plainDate("2026-01-02")) // => "2026-01-01"
 */
export function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

function utc(date: PlainDate): UTCDate {
  return new UTCDate(yearOf(date), monthOf(date) - 1, dayOf(date));
}

function iso(date: Date): PlainDate {
  const text = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  return text as PlainDate;
}

function two(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}
