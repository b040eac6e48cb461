import { type Column, headingOf, type Language, type Table } from "../../core/index.ts";
import {
  columnBelow,
  dress,
  ensureColumns,
  nameColumn,
  type Sheet,
  warnBeforeEditing,
  writeCells,
} from "./google.ts";

/** The headings of a table's tab. */
export function headingsOf(table: Table, language: Language): string[] {
  return table.columns.map((column) => headingOf(column, language));
}

/** Gives a tab its columns: formats, lists, warnings, lasting names, and the headings last. */
export function dressTab(sheet: Sheet, table: Table, language: Language): void {
  const { columns } = table;
  ensureColumns(sheet, columns.length);
  for (const [i, column] of columns.entries()) dressColumn(sheet, i + 1, column, language);
  dress(sheet.getRange(1, 1, 1, columns.length), { bold: true, background: "#eef2f6" });
  sheet.setFrozenRows(1);
  writeCells(sheet, 1, 1, [headingsOf(table, language)]);
}

/** Gives a column its format, list, warning, lasting name and heading. */
export function dressColumn(sheet: Sheet, col: number, column: Column, language: Language): void {
  const body = columnBelow(sheet, col, 2);
  dress(body, {
    format: FORMATS[column.type],
    ...(column.owner === "machine" ? { background: "#f6f7f9" } : {}),
  });
  dress(sheet.getRange(1, col), { format: "@" });
  if (column.choices) dress(body, { list: Object.values(column.choices).map((words) => words[language]) });
  if (column.owner !== "hand") dress(sheet.getRange(1, col), { note: OWNER_NOTES[column.owner][language] });
  if (column.owner === "machine") warnBeforeEditing(body, OWNER_NOTES.machine[language]);
  nameColumn(sheet, col, column.key);
  sheet.setColumnWidth(col, Math.max(column.width ?? 0, headingWidth(headingOf(column, language))));
}

/** Room for a heading in one line: Chinese characters are about twice as wide as Latin ones. */
function headingWidth(heading: string): number {
  const width = [...heading].reduce((sum, character) => sum + (character > "\u2e7f" ? 14 : 8), 0);
  return width + 24;
}

/** Rows are in many currencies: two decimals, and those of a currency that has more. */
export const MONEY_FORMAT = "#,##0.00##";

const FORMATS: Record<Column["type"], string> = {
  text: "@",
  longText: "@",
  money: MONEY_FORMAT,
  date: "yyyy-mm-dd",
  // A place for decimals that are not there would leave their point: "25.".
  number: "0",
  rate: "0.00##",
  choice: "@",
  flag: "@",
};

const OWNER_NOTES = {
  machine: { zh: "由 OnAccount 填写", en: "Filled in by OnAccount" },
  proposed: { zh: "填写后为申请，生效前不改变现值", en: "Typing here is a request until it is decided" },
};
