import {
  assert,
  type BookHead,
  chunksOfText,
  type JournalFault,
  type Language,
  type PlainDate,
  TABLES,
  type Table,
} from "../../core/index.ts";
import { columnLetters, findSheet, readCells, type Sheet, type SheetCell, writeCells } from "./google.ts";
import { STATE_TAB } from "./hidden-tabs.ts";

/**
 * The hidden tab that one read makes an action know everything it needs: the book's head, which
 * spreadsheet the ledger belongs to, and for each tab its headings, tripwires and edit mark.
 *
 * Row 1 identity, row 2 what the last action left, row 3 the journal, from row 4 one row a table.
 */
const HEAD_ROW = 2;
/** Row of the journal: the mark of its damage, hidden tabs that hands were in, the day it was last verified, its count. */
const JOURNAL_ROW = 3;
const DOUBT_COLUMN = 3;
const VERIFIED_COLUMN = 4;
const FIRST_TABLE_ROW = 4;
const HEAD_CELLS = 8;
const WIDTH = 1 + HEAD_CELLS;

/** Separates the headings in the formula that reads a tab's first row. */
const HEADING_SEPARATOR = "␟";

/** Sums that formulas keep over a tab: what hands changed shows as a difference to the expected ones. */
export interface Tripwires {
  readonly ids: number;
  readonly rows: number;
  readonly amount: number;
  readonly days: number;
}

export interface TabState {
  readonly table: Table;
  readonly headings: readonly string[];
  readonly now: Tripwires;
  readonly expected: Tripwires;
  /** Rows that people touched since the last take-over, as "row:count" ranges; "" for none. */
  readonly mark: string;
  /** Proposals that stood in the tab when it was last compared with the journal. */
  readonly proposals: number;
}

export interface Identity {
  readonly layout: number;
  readonly ledgerId: string;
  /** Raised when a restored ledger goes on under the same id. */
  readonly epoch: number;
  readonly spreadsheetId: string;
  /** What a person said of it in this spreadsheet, where it was asked. */
  readonly settled?: "restored" | "copied";
  /** The language of the tabs, chosen at set-up: where a replay of the journal starts from. */
  readonly language: Language;
}

/** The first damage that was found in the journal. */
export interface DamageMark {
  /** As the sheet counts rows. */
  readonly row: number;
  readonly seq: number;
  readonly why: JournalFault;
  readonly expected: string;
  readonly found: string;
}

/** What an action leaves for the next one to find. */
export interface LeftBehind {
  readonly book: BookHead;
  /** Rows of the journal tab that the views have caught up with. */
  readonly journalRows: number;
  /** Of those, rows whose first cell is blank: the count in the state does not see them. */
  readonly journalBlanks?: number;
  readonly expected: Readonly<Record<string, Tripwires>>;
}

export interface LedgerState {
  readonly sheet: Sheet;
  readonly identity: Identity;
  readonly left: LeftBehind;
  /** Rows that stand in the journal tab now. */
  readonly journalRowsNow: number;
  /** Where the journal was found damaged: the ledger is read-only until it holds again. */
  readonly damage: DamageMark | undefined;
  /** Hidden tab in which hands were, or whose accounts are not what the journal says; "" for none. */
  readonly doubt: string;
  /** Day on which journal and accounts were last verified and held; "" for never. */
  readonly verifiedOn: string;
  readonly tabs: ReadonlyMap<string, TabState>;
}

/** Reads the ledger's state in one call; nothing where this workbook is not a ledger yet. */
export function readState(): LedgerState | undefined {
  const sheet = findSheet(STATE_TAB);
  if (!sheet) return undefined;
  const cells = readCells(sheet, 1, 1, FIRST_TABLE_ROW - 1 + TABLES.length, WIDTH);
  const identity = cells[0]?.[1];
  if (!identity) return undefined;
  const journal = cells[JOURNAL_ROW - 1] ?? [];
  const left = readLeft(cells[HEAD_ROW - 1] ?? []);
  return {
    sheet,
    identity: JSON.parse(String(identity)) as Identity,
    left,
    journalRowsNow: Math.max(0, Number(journal[4] ?? 0) - 1 + (left.journalBlanks ?? 0)),
    damage: journal[1] ? (JSON.parse(String(journal[1])) as DamageMark) : undefined,
    doubt: String(journal[2] ?? ""),
    verifiedOn: String(journal[3] ?? ""),
    tabs: new Map(
      TABLES.map((table, i) => [table.key, tabState(table, cells[FIRST_TABLE_ROW - 1 + i] ?? [], left)]),
    ),
  };
}

function tabState(table: Table, cells: readonly SheetCell[], left: LeftBehind): TabState {
  const [, proposals = "", mark = "", headings = "", ids = 0, rows = 0, amount = 0, days = 0] = cells;
  const now = { ids: Number(ids), rows: Number(rows), amount: Number(amount), days: Number(days) };
  return {
    table,
    headings: String(headings).split(HEADING_SEPARATOR),
    now,
    expected: left.expected[table.key] ?? now,
    mark: String(mark),
    proposals: Number(proposals),
  };
}

/** Binds the ledger to a spreadsheet, anew or as another ledger. */
export function writeIdentity(state: LedgerState, identity: Identity): void {
  writeCells(state.sheet, 1, 2, [[JSON.stringify(identity)]]);
}

/** Marks the ledger damaged, or takes the mark away: one cell, which no kill can tear. */
export function markDamage({ sheet, damage }: LedgerState, mark: DamageMark | undefined): void {
  const text = mark ? JSON.stringify(mark) : "";
  if (text !== (damage ? JSON.stringify(damage) : "")) writeCells(sheet, JOURNAL_ROW, 2, [[text]]);
}

/** Doubts what the ledger computes from, or not any more. */
export function noteDoubt({ sheet, doubt }: LedgerState, tab: string): void {
  if (tab !== doubt) writeCells(sheet, JOURNAL_ROW, DOUBT_COLUMN, [[tab]]);
}

/** Notes the day on which journal and accounts were verified. */
export function noteVerified({ sheet, verifiedOn }: LedgerState, day: PlainDate): void {
  if (day !== verifiedOn) writeCells(sheet, JOURNAL_ROW, VERIFIED_COLUMN, [[`'${day}`]]);
}

/** Notes how many proposals stand in a tab, so that Today knows without reading it. */
export function noteProposals({ sheet, tabs }: LedgerState, key: string, count: number): void {
  if ((tabs.get(key)?.proposals ?? 0) === count) return;
  const at = TABLES.findIndex((table) => table.key === key);
  writeCells(sheet, FIRST_TABLE_ROW + at, 2, [[count === 0 ? "" : count]]);
}

/** Takes a tab's edit mark away, after its rows were looked at. */
export function clearMark(state: LedgerState, key: string): void {
  const at = TABLES.findIndex((table) => table.key === key);
  writeCells(state.sheet, FIRST_TABLE_ROW + at, 3, [[""]]);
}

/** Doubts a hidden tab in which hands were: called by the edit trigger, which has not read the state. */
export function doubtTab(tab: string): void {
  const sheet = findSheet(STATE_TAB);
  if (sheet) writeCells(sheet, JOURNAL_ROW, DOUBT_COLUMN, [[tab]]);
}

/** Adds rows to a tab's edit mark, each "row:count"; the edit trigger may not do more. */
export function addMark(table: Table, touched: readonly string[]): void {
  const sheet = findSheet(STATE_TAB);
  if (!sheet) return;
  const row = FIRST_TABLE_ROW + TABLES.indexOf(table);
  const known = String(readCells(sheet, row, 3, 1, 1)[0]?.[0] ?? "");
  const ranges = known === "" ? [] : known.split(",");
  const next = [...new Set([...ranges, ...touched])].slice(0, MOST_RANGES);
  if (next.length > ranges.length) writeCells(sheet, row, 3, [[`'${next.join(",")}`]]);
}

/** One is enough for the tab to be looked at. */
const MOST_RANGES = 50;

/** The state after something was left behind: the next commit of the same run starts from it. */
export function stateAfter(state: LedgerState, left: LeftBehind): LedgerState {
  const tabs = [...state.tabs].map(([key, tab]): [string, TabState] => [
    key,
    { ...tab, expected: left.expected[key] ?? tab.expected },
  ]);
  return { ...state, left, tabs: new Map(tabs), journalRowsNow: left.journalRows };
}

/** Writes what this action leaves to the next: one call. */
export function writeState(state: LedgerState, left: LeftBehind): void {
  writeCells(state.sheet, HEAD_ROW, 2, [leftCells(left)]);
}

function leftCells(left: LeftBehind): string[] {
  const cells = chunksOfText(JSON.stringify(left));
  assert(cells.length <= HEAD_CELLS, "what an action leaves behind fits its cells");
  return padded(cells, HEAD_CELLS);
}

function readLeft(cells: readonly SheetCell[]): LeftBehind {
  return JSON.parse(cells.slice(1).map(String).join("")) as LeftBehind;
}

/** What stands in the state tab of a new ledger, formulas included. */
export function freshStateCells(
  identity: Identity,
  book: BookHead,
  language: Language,
  journalTab: string,
): SheetCell[][] {
  const expected = Object.fromEntries(TABLES.map((table) => [table.key, emptyTripwires(table)]));
  const journalCount = `=COUNTA('${journalTab}'!A:A)`;
  return [
    ["ledger", JSON.stringify(identity), ...blanks(HEAD_CELLS - 1)],
    ["left", ...leftCells({ book, journalRows: 0, expected })],
    ["journal", "", "", "", journalCount, ...blanks(HEAD_CELLS - 4)],
    ...TABLES.map((table) => tableRow(table, language)),
  ];
}

function tableRow(table: Table, language: Language): SheetCell[] {
  const positions = new Map(table.columns.map(({ key }, at) => [key, at]));
  return [table.key, "", "", ...formulasOf(table, table.name[language], positions), ""];
}

/** Writes a tab's formulas anew: a column that was removed and put back is another one to a formula, which stays "#REF!". */
export function mendTripwires(
  state: LedgerState,
  table: Table,
  at: { readonly tab: string; readonly positions: ReadonlyMap<string, number> },
): void {
  const row = FIRST_TABLE_ROW + TABLES.indexOf(table);
  writeCells(state.sheet, row, 4, [formulasOf(table, at.tab, at.positions)]);
}

/** Whether something that the tab's formulas watch was removed. */
export function isBroken({ now, headings }: TabState): boolean {
  return headings[0] === LOST || Object.values(now).some(Number.isNaN);
}

/** What a formula shows that names what is not there any more. */
const LOST = "#REF!";

/** Headings and tripwires of a tab. */
function formulasOf(table: Table, name: string, positions: ReadonlyMap<string, number>): string[] {
  const tab = `'${name.replace(/'/g, "''")}'`;
  const column = (key: string | undefined) => {
    const at = key === undefined ? undefined : positions.get(key);
    return at === undefined ? undefined : `${tab}!${columnLetters(at)}:${columnLetters(at)}`;
  };
  const { rows, amount, days } = tripwireColumns(table);
  const [ids, typed, sum, dates] = [column("id"), column(rows), column(amount), column(days)];
  const headings = `=TEXTJOIN("${HEADING_SEPARATOR}",FALSE,${tab}!1:1)`;
  const formulas = [
    ids && `=COUNTA(${ids})`,
    typed && `=COUNTA(${typed})`,
    sum && `=SUM(${sum})`,
    dates && `=SUM(${dates})`,
  ];
  return [headings, ...formulas.map((formula) => formula ?? "")];
}

/** What the tripwires of a tab show when only its headings are there. */
export function emptyTripwires(table: Table): Tripwires {
  return { ids: 1, rows: tripwireColumns(table).rows ? 1 : 0, amount: 0, days: 0 };
}

/** The columns a table's tripwires watch. */
export function tripwireColumns(table: Table): {
  rows: string | undefined;
  amount: string | undefined;
  days: string | undefined;
} {
  const has = (key: string) => (table.columns.some((column) => column.key === key) ? key : undefined);
  return { rows: has("customer") ?? has("name"), amount: has("amount"), days: has("date") };
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: Math.max(width, cells.length) }, (_, i) => cells[i] ?? "");
}

function blanks(count: number): string[] {
  return new Array<string>(count).fill("");
}
