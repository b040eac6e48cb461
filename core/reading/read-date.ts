import { dateFromParts, dateOfDayNumber, type PlainDate, SERIAL_OF_1970 } from "../values/date.ts";
import type { DateFault } from "../values/problem.ts";
import { cellTextOf, halfWidth, isBlankCell, type RawCell } from "./raw-table.ts";

/** In which order a column writes "05/01/26"; a four-digit year in front needs none. */
export type DateOrder = "yearFirst" | "dayFirst" | "monthFirst";

/** A cell read as a day 日期, or why it is not one. */
export type DateReading =
  | { readonly kind: "date"; readonly date: PlainDate }
  | { readonly kind: "nothing" }
  | { readonly kind: "ambiguous"; readonly readings: readonly PlainDate[] }
  | { readonly kind: "refused"; readonly why: DateFault };

/** What is known about a column of days before a cell is read. */
export interface DateExpectation {
  readonly order?: DateOrder;
}

/**
 * Reads a cell as a calendar day 日期: ISO, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105, 26-Apr-11, and
 * 5/1/2026 in the column's order; a time after the day is dropped. Two-digit years are 1970–2069.
 * A number is a spreadsheet serial only in a number cell, never in text, and only for 1970–2099. A
 * day that does not exist is refused, one that can be read in two ways is ambiguous; a time with a
 * zone, other than midnight, is refused because the day depends on the place.
 *
 * @example
 * readDate("2026年1月5日", {}) // => { kind: "date", date: "2026-01-05" }
 * @example
 * readDate("11/19/24 00:00", {}) // => { kind: "date", date: "2024-11-19" }
 * @example
 * readDate("3/4/2026", {}) // => { kind: "ambiguous", readings: ["2026-04-03", "2026-03-04"] }
 * @example
 * readDate("2026-02-30", {}) // => { kind: "refused", why: "noSuchDay" }
 */
export function readDate(cell: RawCell | undefined, expected: DateExpectation): DateReading {
  if (isBlankCell(cell) || cell === undefined) return { kind: "nothing" };
  if (typeof cell === "number") return fromSerial(cell);
  if (typeof cell === "boolean" || cell.length > LONGEST_CELL) return refusal("letters");
  const day = dayPartOf(halfWidth(cellTextOf(cell)));
  if (typeof day !== "string") return day;
  return fromThreeNumbers(day, expected.order) ?? settled(namedDay(day), day);
}

/** Longer text is no day, and is not searched: a hostile file must not cost time. */
const LONGEST_CELL = 80;

/**
 * The readings of a day in numbers whose year is short or last ("05/01/26"), by order; `undefined` for any
 * other cell. An order under which no such day exists is left out.
 *
 * @example
 * dayReadings("25/1/2026") // => { dayFirst: "2026-01-25" }
 */
export function dayReadings(cell: RawCell): Partial<Record<DateOrder, PlainDate>> | undefined {
  const readable = typeof cell === "string" && cell.length <= LONGEST_CELL;
  const day = readable ? dayPartOf(halfWidth(cellTextOf(cell))) : undefined;
  const match = typeof day === "string" ? SHORT_OR_LAST.exec(day) : null;
  if (!match) return undefined;
  const [first = "", , middle = "", last = ""] = match.slice(1);
  const [a, b, c] = [Number(first), Number(middle), Number(last)];
  const year = last.length === 2 ? fullYear(c) : c;
  const found: [DateOrder, PlainDate | undefined][] = [
    ["yearFirst", first.length === 2 && last.length < 4 ? dateFromParts(fullYear(a), b, c) : undefined],
    ["dayFirst", last.length > 1 ? dateFromParts(year, b, a) : undefined],
    ["monthFirst", last.length > 1 ? dateFromParts(year, a, b) : undefined],
  ];
  return Object.fromEntries(found.filter((entry): entry is [DateOrder, PlainDate] => entry[1] !== undefined));
}

const SHORT_OR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})$/;

function fromThreeNumbers(day: string, order: DateOrder | undefined): DateReading | undefined {
  const readings = dayReadings(day);
  if (!readings) return undefined;
  const yearIsLong = /\d{4}$/.test(day);
  if (order !== undefined && !(order === "yearFirst" && yearIsLong)) return settled(readings[order], day);
  const days = [...new Set(Object.values(readings))];
  return days.length > 1 ? { kind: "ambiguous", readings: days } : settled(days[0], day);
}

function settled(date: PlainDate | undefined, day: string): DateReading {
  return date === undefined ? { kind: "refused", why: faultIn(day) } : { kind: "date", date };
}

const WITH_TIME =
  /^(.+?)(?:T|\s+)(?:(?:上午|下午|am|pm)\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(?:am|pm)?\s*(z|[+-]\d{2}:?\d{2})?$/i;
const STAMP = /^(\d{8})([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/;

function dayPartOf(text: string): string | DateReading {
  const day = text
    .replace(/\s*([年月])\s*/g, "$1")
    .replace(/\s*[日号]\s*/, "日 ")
    .trim();
  const stamp = STAMP.exec(day);
  if (stamp) return stamp[1] ?? "";
  const match = WITH_TIME.exec(day);
  if (!match) return day;
  const [, date = "", hours = "", minutes = "", seconds = "0", zone] = match;
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 59) return refusal("letters");
  const midnight = Number(hours) + Number(minutes) + Number(seconds) === 0;
  return zone !== undefined && !midnight ? refusal("zone") : date.trim();
}

function refusal(why: DateFault): DateReading {
  return { kind: "refused", why };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const LONG_MONTHS =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

interface Shape {
  readonly pattern: RegExp;
  /** Where year, month and day stand among the groups. */
  readonly at: readonly [number, number, number];
}

const SHAPES: readonly Shape[] = [
  { pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, at: [1, 3, 4] },
  { pattern: /^(\d{4}|\d{2})年(\d{1,2})月(\d{1,2})日?$/, at: [1, 2, 3] },
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, at: [1, 2, 3] },
  { pattern: /^(\d{1,2})(?:st|nd|rd|th)?[-\s/.]*([a-z]{3,9})\.?,?[-\s/.]*(\d{4}|\d{2})$/i, at: [3, 2, 1] },
  { pattern: /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i, at: [3, 1, 2] },
  { pattern: /^(\d{4})[-\s/]([a-z]{3,9})[-\s/](\d{1,2})$/i, at: [1, 2, 3] },
];

function namedDay(day: string): PlainDate | undefined {
  for (const { pattern, at } of SHAPES) {
    const match = pattern.exec(day);
    if (!match) continue;
    const [year = "", month = "", dayOfMonth = ""] = at.map((index) => match[index] ?? "");
    const full = year.length === 2 ? fullYear(Number(year)) : Number(year);
    return dateFromParts(full, monthNumber(month), Number(dayOfMonth));
  }
  return undefined;
}

function monthNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return LONG_MONTHS.test(text) ? MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1 : 0;
}

function fullYear(twoDigits: number): number {
  return twoDigits >= 70 ? 1900 + twoDigits : 2000 + twoDigits;
}

const SERIAL_OF_2100 = 73_051;

function fromSerial(cell: number): DateReading {
  if (cell >= SERIAL_OF_1970 && cell < SERIAL_OF_2100) {
    return { kind: "date", date: dateOfDayNumber(Math.floor(cell) - SERIAL_OF_1970) };
  }
  const digits = String(cell);
  return digits.length === 8 ? settled(namedDay(digits), digits) : refusal("number");
}

function faultIn(day: string): DateFault {
  if (/^#/.test(day)) return "errorValue";
  if (SHAPES.some(({ pattern }) => pattern.test(day)) || SHORT_OR_LAST.test(day)) {
    return /[a-z]{3}/i.test(day) && !MONTHS.some((name) => day.toLowerCase().includes(name))
      ? "letters"
      : "noSuchDay";
  }
  if (/^\d+(?:\.\d+)?$/.test(day)) return "number";
  if (/^(?:\d{4}[-/.]\d{1,2}|\d{4}年(?:\d{1,2}月)?)$/.test(day)) return "noDay";
  if (/^(?:\d{1,2}[-/.]\d{1,2}|\d{1,2}月\d{1,2}日?)$/.test(day)) return "noYear";
  return "letters";
}
