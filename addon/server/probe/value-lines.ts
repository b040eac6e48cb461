import { workbookZone } from "../google.ts";
import { all, holds, type ProbeLine, same, shown } from "./line.ts";
import type { Scratch } from "./scratch.ts";

/** Numbers, booleans, empty cells and days, written and read back. */
export const VALUE_LINES: readonly ProbeLine[] = [
  {
    id: "number.decimals",
    assumption: "Numbers with two decimals come back exactly.",
    covers: ["Range.setValues", "Range.getValues", "number.exact"],
    run: ({ fresh }) => {
      const amounts = [[0.01, -0.1, 19.99, 1234567.89, 99999999999.99]];
      return same(fresh(1, 5).setValues(amounts).getValues(), amounts);
    },
  },
  {
    id: "number.large",
    assumption: "Whole numbers up to 15 digits come back exactly.",
    covers: ["number.exact"],
    run: ({ told }) => same(told(999_999_999_999_999), 999_999_999_999_999),
  },
  {
    id: "number.format",
    assumption: "A number format changes the looks of an amount, not its value.",
    covers: ["number.exact", "Range.getNumberFormat"],
    run: ({ fresh }) => {
      const cell = fresh().setNumberFormat("#,##0.00").setValue(1234.567);
      return all(same(cell.getValue(), 1234.567), same(cell.getNumberFormat(), "#,##0.00"));
    },
  },
  {
    id: "number.inText",
    assumption: "A number written as a number into a text column comes back as a number.",
    covers: ["number.exact"],
    run: ({ told }) => same(told(12.5, "@"), 12.5),
  },
  {
    id: "boolean",
    assumption: "Booleans come back as booleans.",
    covers: ["boolean.kept"],
    run: ({ told }) => all(same(told(true), true), same(told(false), false)),
  },
  {
    id: "empty",
    assumption: 'A cell that was never written, and one written with "", null or nothing, reads as "".',
    covers: ["empty.cell"],
    run: ({ fresh }) => {
      const cells = fresh(1, 4).setValues([["", null, undefined, "x"]]);
      return all(same(cells.getValues(), [["", "", "", "x"]]), same(fresh(1, 2).getValues(), [["", ""]]));
    },
  },
  {
    id: "date.iso",
    assumption: "ISO text written into a date column reads as a Date at midnight of the workbook's zone.",
    covers: ["date.iso", "date.midnight", "Spreadsheet.getSpreadsheetTimeZone"],
    run: ({ told }) => sameMoment(told("2026-02-28", "yyyy-mm-dd"), "2026-02-28, 00:00:00"),
  },
  {
    id: "date.oldAndLeap",
    assumption: "The first and last days that ledgers use keep their calendar day.",
    covers: ["date.iso", "date.midnight"],
    run: ({ told }) =>
      all(
        sameMoment(told("2000-02-29", "yyyy-mm-dd"), "2000-02-29, 00:00:00"),
        sameMoment(told("2099-12-31", "yyyy-mm-dd"), "2099-12-31, 00:00:00"),
      ),
  },
  {
    id: "date.auto",
    assumption: "ISO text in an automatic column becomes a Date.",
    covers: ["date.iso"],
    run: ({ told }) => sameMoment(told("2026-03-01"), "2026-03-01, 00:00:00"),
  },
  {
    id: "date.slashes",
    assumption: '"2026/2/3" becomes the third of February.',
    covers: ["date.iso"],
    run: ({ told }) => sameMoment(told("2026/2/3", "yyyy-mm-dd"), "2026-02-03, 00:00:00"),
  },
  {
    id: "date.impossible",
    assumption: "A day that does not exist stays text, in a date column too.",
    covers: ["date.iso"],
    run: ({ told }) => same(told("2026-02-30", "yyyy-mm-dd"), "2026-02-30"),
  },
  {
    id: "date.written",
    assumption: "A Date written into an automatic cell comes back as the same moment.",
    covers: ["date.object"],
    run: ({ told }) => same(told(new Date(1_772_000_000_000)), new Date(1_772_000_000_000)),
  },
  {
    id: "date.number",
    assumption: "A whole number in a date column reads as the day with that number since 1899-12-30.",
    covers: ["date.serial"],
    run: ({ told }) => sameMoment(told(25_569, "yyyy-mm-dd"), "1970-01-01, 00:00:00"),
  },
  {
    id: "date.realm",
    assumption: "A Date from a cell is an instance of the script's own Date.",
    covers: ["date.object"],
    run: ({ told }) => holds(told("2026-03-01", "yyyy-mm-dd") instanceof Date, "it is not"),
  },
  {
    id: "date.zones",
    assumption: "The script's zone is the workbook's zone.",
    covers: ["Session.getScriptTimeZone", "Spreadsheet.getSpreadsheetTimeZone", "date.zone"],
    run: ({ google }: Scratch) => same(google.session.getScriptTimeZone(), workbookZone()),
  },
];

/** A moment as the workbook's own clock shows it. */
function sameMoment(seen: unknown, expected: string): true | string {
  if (!(seen instanceof Date)) return `${shown(seen)}, not a Date`;
  const clock = new Intl.DateTimeFormat("en-CA", { timeZone: workbookZone(), ...FIELDS }).format(seen);
  return same(clock.replace(/, 24:/, ", 00:"), expected);
}

const FIELDS = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hour12: false,
} as const;
