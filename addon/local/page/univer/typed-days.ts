import * as numfmt from "numfmt";
import {
  type DateReading,
  dayNumberOf,
  dayReadings,
  readDate,
  SERIAL_OF_1970,
} from "../../../../core/index.ts";

/**
 * The library's reader of number formats as the grid gets it (vite.config.ts): all of it, but for typed and
 * pasted days. Its own reads every day as an American would, 07/10/2026 as 10 July, and makes up a year or a day.
 */
export * from "numfmt";

type ParseData = NonNullable<ReturnType<typeof numfmt.parseDate>>;

/**
 * Text as a day of the sheet, where it can mean one day only. What can be read in two ways, or lacks its year,
 * stays the text that was typed: the take-over reads it, or asks.
 *
 * @example
 * parseDate("2026/10/7") // => { v: 46302, z: "yyyy/m/d" }
 * @example
 * parseDate("07/10/2026") // => null
 */
export function parseDate(
  text: string,
  ...options: Tail<Parameters<typeof numfmt.parseDate>>
): ParseData | null {
  const serial = serialOf(readDate(text, {}));
  if (serial === undefined) return null;
  const theirs = numfmt.parseDate(text, ...options);
  if (theirs) return Math.floor(Number(theirs.v)) === serial ? theirs : null;
  return isWithYearLast(text) ? { v: serial, z: "yyyy-mm-dd" } : null;
}

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;

function serialOf(read: DateReading): number | undefined {
  return read.kind === "date" ? dayNumberOf(read.date) + SERIAL_OF_1970 : undefined;
}

// 13/10/2026: theirs knows no thirteenth month. Bare digits such as 20261013 are a number to a sheet.
function isWithYearLast(text: string): boolean {
  return dayReadings(text) !== undefined;
}
