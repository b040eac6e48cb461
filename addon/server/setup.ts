import {
  type Column,
  DEFAULT_POLICY,
  emptyBook,
  headingOf,
  JOURNAL_COLUMNS,
  type Language,
  TABLES,
  type Table,
} from "../../core/index.ts";
import { Refusal } from "../refusal.ts";
import { ACCOUNT_HEADINGS } from "./accounts-tab.ts";
import {
  dress,
  ensureColumns,
  findSheet,
  insertSheet,
  nameColumn,
  newUuid,
  readCells,
  type Sheet,
  setProperty,
  sheetNames,
  spreadsheetId,
  warnBeforeEditing,
  writeCells,
} from "./google.ts";
import { ACCOUNTS_TAB, JOURNAL_TAB, STATE_TAB } from "./hidden-tabs.ts";
import { freshStateCells, readState } from "./state-tab.ts";

const LAYOUT = 1;

/** What setup made; a tab that was there is left exactly as it was. */
export interface SetupReport {
  readonly made: string[];
  readonly kept: string[];
}

/**
 * Makes the ledger's tabs: headings, formats, frozen rows, lists, warnings, tripwires. Running it
 * again changes nothing that is there.
 */
export function setUp(language: Language): SetupReport {
  const before = new Set(sheetNames());
  const made: string[] = [];
  const kept = new Set(before);
  const wasLedger = readState() !== undefined;
  for (const { name, at, headings, finish } of tabsOf(language)) {
    const known = findSheet(name);
    if (known && (wasLedger || isComplete(known, headings))) continue;
    finish(known ?? insertSheet(name, Math.min(at, sheetNames().length)));
    made.push(name);
    kept.delete(name);
  }
  return { made, kept: [...kept] };
}

/** A tab of the ledger, and how it is made; its headings are written last. */
interface TabPlan {
  readonly name: string;
  readonly at: number;
  readonly headings: readonly string[];
  readonly finish: (sheet: Sheet) => void;
}

function tabsOf(language: Language): TabPlan[] {
  const visible = TABLES.map((table, at) => ({
    name: table.name[language],
    at,
    headings: table.columns.map((column) => headingOf(column, language)),
    finish: (sheet: Sheet) => dressTab(sheet, table, language),
  }));
  return [...visible, ...hiddenTabs(language)];
}

/**
 * Whether a tab with our name is whole. A set-up that was killed leaves headings that are missing or
 * torn, and nothing below them; a tab with other content is somebody's own, and is not touched. The
 * state tab has no headings: it is whole when the workbook is a ledger.
 */
function isComplete(sheet: Sheet, headings: readonly string[]): boolean {
  if (headings.length === 0) return false;
  const found = readCells(sheet, 1, 1, 1, Math.min(headings.length, sheet.getMaxColumns()))[0] ?? [];
  const filled = found.filter((cell) => cell !== "").length;
  if (filled === headings.length && found.every((cell, i) => cell === headings[i])) return true;
  const isOurs = found.slice(0, filled).every((cell, i) => cell === headings[i]) && sheet.getLastRow() <= 1;
  if (!isOurs) throw new Refusal("tabTaken", { tab: sheet.getName() });
  return false;
}

function dressTab(sheet: Sheet, table: Table, language: Language): void {
  const { columns } = table;
  ensureColumns(sheet, columns.length);
  for (const [i, column] of columns.entries()) dressColumn(sheet, i + 1, column, language);
  dress(sheet.getRange(1, 1, 1, columns.length), { bold: true, background: "#eef2f6" });
  sheet.setFrozenRows(1);
  writeCells(sheet, 1, 1, [columns.map((column) => headingOf(column, language))]);
}

function dressColumn(sheet: Sheet, col: number, column: Column, language: Language): void {
  const body = sheet.getRange(2, col, sheet.getMaxRows() - 1, 1);
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

const FORMATS: Record<Column["type"], string> = {
  text: "@",
  longText: "@",
  money: "#,##0.00",
  date: "yyyy-mm-dd",
  number: "0.####",
  choice: "@",
  flag: "@",
};

const OWNER_NOTES = {
  machine: { zh: "由 OnAccount 填写", en: "Filled in by OnAccount" },
  proposed: { zh: "填写后为申请，生效前不改变现值", en: "Typing here is a request until it is decided" },
};

function hiddenTabs(language: Language): TabPlan[] {
  const hidden = (name: string, headings: readonly string[], fill: (sheet: Sheet) => void): TabPlan => ({
    name,
    at: Number.POSITIVE_INFINITY,
    headings,
    finish: (sheet) => {
      sheet.hideSheet();
      fill(sheet);
    },
  });
  return [
    hidden(JOURNAL_TAB, JOURNAL_COLUMNS, (sheet) => textTab(sheet, JOURNAL_COLUMNS)),
    hidden(ACCOUNTS_TAB, ACCOUNT_HEADINGS, (sheet) => textTab(sheet, ACCOUNT_HEADINGS)),
    hidden(STATE_TAB, [], (sheet) => stateTab(sheet, language)),
  ];
}

function textTab(sheet: Sheet, headings: readonly string[]): void {
  dress(sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()), { format: "@" });
  writeCells(sheet, 1, 1, [[...headings]]);
}

/** The state tab is written last: with its first row the workbook is a ledger. */
function stateTab(sheet: Sheet, language: Language): void {
  const book = emptyBook();
  const { accounts, ...head } = {
    ...book,
    settings: { ...book.settings, language },
    policies: [DEFAULT_POLICY],
  };
  const identity = {
    layout: LAYOUT,
    ledgerId: newUuid(),
    epoch: 1,
    spreadsheetId: spreadsheetId(),
    language,
  };
  const cells = freshStateCells(identity, head, language, JOURNAL_TAB);
  dress(sheet.getRange(1, 1, 3, 3), { format: "@" });
  dress(sheet.getRange(2, 1, 1, sheet.getMaxColumns()), { format: "@" });
  setProperty("language", language);
  // A sum over dates would take on a date format and be read back as a date.
  dress(sheet.getRange(4, 5, cells.length - 3, 4), { format: "0.####" });
  writeCells(sheet, 2, 1, cells.slice(1));
  writeCells(sheet, 1, 1, [cells[0]?.slice(0, 2) ?? []]);
}

/** Whether the workbook has been set up. */
export function isLedger(): boolean {
  return findSheet(STATE_TAB) !== undefined;
}
