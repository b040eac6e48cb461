import chineseDays from "chinese-days";
import { daysAfter, type PlainDate, weekdayOf, yearOf } from "../values/date.ts";

/** Last year whose Chinese working days the calendar library knows; later ones are published each autumn. */
const LAST_KNOWN_YEAR = 2026;
const FIRST_KNOWN_YEAR = 2004;

/** What to do with a due date that falls on a rest day. */
export type RestDayRule = "asIs" | "nextWorkingDay" | "previousWorkingDay";

/**
 * Whether the working days of that year have been published (State Council holiday notice).
 *
 * @example
 * isCalendarKnown(plainDate("2031-01-01")) // => false
 */
export function isCalendarKnown(date: PlainDate): boolean {
  return yearOf(date) >= FIRST_KNOWN_YEAR && yearOf(date) <= LAST_KNOWN_YEAR;
}

/**
 * Whether people work in China on that day: weekends and holidays rest, make-up days 调休 work. Where
 * the calendar is not published yet, every Monday to Friday is assumed to be a working day.
 *
 * @example
 * isWorkingDay(plainDate("2026-02-17")) // => false
 */
export function isWorkingDay(date: PlainDate): boolean {
  if (!isCalendarKnown(date)) return weekdayOf(date) % 6 !== 0;
  return chineseDays.isWorkday(date);
}

/**
 * Moves a due date off a rest day. Where the calendar is not published yet a date is never moved
 * later, because the day assumed to be a rest day may be none.
 *
 * @example
 * shiftedDueDate(plainDate("2026-11-22"), "nextWorkingDay") // => "2026-11-23"
 * @example
 * shiftedDueDate(plainDate("2031-11-22"), "nextWorkingDay") // => "2031-11-22"
 */
export function shiftedDueDate(date: PlainDate, rule: RestDayRule): PlainDate {
  if (rule === "asIs" || isWorkingDay(date)) return date;
  if (rule === "nextWorkingDay" && !isCalendarKnown(date)) return date;
  const step = rule === "nextWorkingDay" ? 1 : -1;
  let moved = daysAfter(date, step);
  while (!isWorkingDay(moved)) moved = daysAfter(moved, step);
  return moved;
}

/** So many rest days in a row are a holiday, not a weekend. */
const LONG_HOLIDAY_DAYS = 3;

/**
 * Whether the day lies in a long holiday 长假: three rest days in a row, or more.
 *
 * @example
 * isInLongHoliday(plainDate("2026-02-17")) // => true
 * @example
 * isInLongHoliday(plainDate("2026-11-22")) // => false
 */
export function isInLongHoliday(date: PlainDate): boolean {
  if (isWorkingDay(date)) return false;
  const restDays = 1 + restDaysBeside(date, -1) + restDaysBeside(date, 1);
  return restDays >= LONG_HOLIDAY_DAYS;
}

function restDaysBeside(date: PlainDate, step: number): number {
  let count = 0;
  let day = daysAfter(date, step);
  while (count < LONG_HOLIDAY_DAYS && !isWorkingDay(day)) {
    count += 1;
    day = daysAfter(day, step);
  }
  return count;
}
