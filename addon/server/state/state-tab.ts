import {
  assert,
  type BookHead,
  chunksOfText,
  type Language,
  TABLES,
  type Table,
} from "../../../core/index.ts";
import { findSheet, readCells, type SheetCell, writeCells } from "../google.ts";
import { STATE_TAB } from "../hidden-tabs.ts";
import type { DamageMark, Identity, LedgerState, LeftBehind, TabState } from "./ledger-state.ts";
import { FIRST_TABLE_ROW, HEAD_CELLS, HEAD_ROW, JOURNAL_ROW, WIDTH } from "./places.ts";
import { emptyTripwires, formulasOf, HEADING_SEPARATOR } from "./tripwires.ts";

/**
 * The hidden tab that one read makes an action know everything it needs: the book's head, which
 * spreadsheet the ledger belongs to, and for each tab its headings, tripwires and edit mark.
 *
 * Row 1 identity, row 2 what the last action left, row 3 the journal, from row 4 one row a table.
 */
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
  const [, , mark = "", headings = "", ids = 0, rows = 0, amount = 0, days = 0] = cells;
  const now = { ids: Number(ids), rows: Number(rows), amount: Number(amount), days: Number(days) };
  return {
    table,
    headings: String(headings).split(HEADING_SEPARATOR),
    now,
    expected: left.expected[table.key] ?? now,
    mark: String(mark),
  };
}

/** Binds the ledger to a spreadsheet, anew or as another ledger. */
export function writeIdentity(state: LedgerState, identity: Identity): void {
  writeCells(state.sheet, 1, 2, [[JSON.stringify(identity)]]);
}

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
  const left = JSON.parse(cells.slice(1).map(String).join("")) as LeftBehind;
  // Earlier versions knew of no approvals.
  return { ...left, book: { ...left.book, waiting: left.book.waiting ?? [] } };
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
  return stateRowOf(table, { name: table.name[language], positions, mark: "" });
}

/** What stands in the state for a tab: its mark, and the formulas that watch it where its columns are. */
export function stateRowOf(
  table: Table,
  {
    name,
    positions,
    mark,
  }: { readonly name: string; readonly positions: ReadonlyMap<string, number>; readonly mark: string },
): SheetCell[] {
  return [table.key, "", mark === "" ? "" : `'${mark}`, ...formulasOf(table, name, positions), ""];
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

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: Math.max(width, cells.length) }, (_, i) => cells[i] ?? "");
}

function blanks(count: number): string[] {
  return new Array<string>(count).fill("");
}
