import { JOURNAL_COLUMNS, type Language, type PlainDate, TABLES, type Table } from "../../core/index.ts";
import { Refusal } from "../refusal.ts";
import { ACCOUNT_HEADINGS } from "./accounts-tab.ts";
import { dressTab, headingsOf } from "./dressed-tab.ts";
import {
  allSheets,
  dayIn,
  deleteSheet,
  dress,
  findSheet,
  flush,
  insertSheet,
  lastRowOf,
  namedColumns,
  newUuid,
  now,
  readCells,
  type Sheet,
  setProperty,
  sheetNames,
  spreadsheetId,
  workbookZone,
  writeCells,
} from "./google.ts";
import { ACCOUNTS_TAB, JOURNAL_TAB, STATE_TAB } from "./hidden-tabs.ts";
import { firstBook } from "./ledger.ts";
import { LAYOUT } from "./older-layout.ts";
import { freshStateCells, readState } from "./state/state-tab.ts";

/** What setup made; a tab that was there is left exactly as it was. */
export interface SetupReport {
  readonly made: string[];
  readonly kept: string[];
}

/**
 * Makes the ledger's tabs: headings, formats, frozen rows, lists, warnings, tripwires. Running it again
 * changes nothing that is there: a ledger keeps the language of its tabs, whatever is asked for.
 */
export function setUp(asked: Language): SetupReport {
  const identity = readState()?.identity;
  const language = identity?.language ?? languageBegun(asked);
  const before = sheetNames();
  const made: string[] = [];
  for (const { name, at, table, headings, finish } of tabsOf(language)) {
    if (identity && table && isThere(table)) continue;
    const known = findSheet(name);
    const standing = !known ? "missing" : identity ? "whole" : standingOf(known, headings);
    if (standing === "theirs") throw new Refusal("tabTaken", { tab: name });
    if (standing === "whole") continue;
    finish(known ?? insertSheet(name, Math.min(at, sheetNames().length)));
    made.push(name);
  }
  removeEmptyFirstTab();
  return { made, kept: sheetNames().filter((name) => before.includes(name) && !made.includes(name)) };
}

/** The language in which an earlier run that was killed has begun; the one that is asked for where none has. */
function languageBegun(asked: Language): Language {
  const other = asked === "zh" ? "en" : "zh";
  const isBegunIn = (language: Language) =>
    TABLES.some((table) => {
      const sheet = findSheet(table.name[language]);
      return sheet !== undefined && standingOf(sheet, headingsOf(table, language)) !== "theirs";
    });
  return !isBegunIn(asked) && isBegunIn(other) ? other : asked;
}

/** Whether a ledger has the tab of a table, under either of its names or renamed by hand. */
function isThere(table: Table): boolean {
  if (TABLES_LANGUAGES.some((language) => findSheet(table.name[language]))) return true;
  const foreign = allSheets().filter((sheet) => !OWN_NAMES.has(sheet.getName()));
  return foreign.some((sheet) => {
    const named = namedColumns(sheet);
    return table.columns.every(({ key }) => named.has(key));
  });
}

const TABLES_LANGUAGES: readonly Language[] = ["zh", "en"];
const OWN_NAMES: ReadonlySet<string> = new Set([
  ...TABLES.flatMap(({ name }) => [name.zh, name.en]),
  ...[JOURNAL_TAB, ACCOUNTS_TAB, STATE_TAB],
]);

/** What Google and our own host call the tab that a new workbook has. */
const FIRST_TAB_NAMES: ReadonlySet<string> = new Set(["Sheet1", "工作表1", "表1"]);

/** A workbook cannot be without a tab, so a new one has an empty one: it goes once ours stand there. */
function removeEmptyFirstTab(): void {
  const [first, ...others] = allSheets().filter((sheet) => !OWN_NAMES.has(sheet.getName()));
  if (!first || others.length > 0 || !FIRST_TAB_NAMES.has(first.getName())) return;
  flush();
  if (lastRowOf(first) === 0) deleteSheet(first);
}

/** A tab of the ledger, and how it is made; its headings are written last. */
interface TabPlan {
  readonly name: string;
  readonly at: number;
  /** Nothing for a hidden tab. */
  readonly table?: Table;
  readonly headings: readonly string[];
  readonly finish: (sheet: Sheet) => void;
}

function tabsOf(language: Language): TabPlan[] {
  const visible = TABLES.map((table, at) => ({
    name: table.name[language],
    at,
    table,
    headings: headingsOf(table, language),
    finish: (sheet: Sheet) => dressTab(sheet, table, language),
  }));
  return [...visible, ...hiddenTabs(language)];
}

/**
 * What a tab with our name is. A set-up that was killed leaves headings that are missing or torn, and
 * nothing below them; a tab with other content is somebody's own. The state tab has no headings: it is
 * whole when the workbook is a ledger.
 */
function standingOf(sheet: Sheet, headings: readonly string[]): "whole" | "begun" | "theirs" {
  if (headings.length === 0) return "begun";
  const found = readCells(sheet, 1, 1, 1, Math.min(headings.length, sheet.getMaxColumns()))[0] ?? [];
  const filled = found.filter((cell) => cell !== "").length;
  const isSame = found.slice(0, filled).every((cell, i) => cell === headings[i]);
  if (filled === headings.length && isSame) return "whole";
  return isSame && lastRowOf(sheet) <= 1 ? "begun" : "theirs";
}

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
  const madeOn = dayIn(workbookZone(), new Date(now())) as PlainDate;
  const { accounts, ...head } = firstBook({ language, madeOn });
  const identity = {
    layout: LAYOUT,
    ledgerId: newUuid(),
    epoch: 1,
    spreadsheetId: spreadsheetId(),
    language,
    madeOn,
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
