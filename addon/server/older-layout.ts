import { headingOf, TABLES, type Table } from "../../core/index.ts";
import { dressColumn, dressTab } from "./dressed-tab.ts";
import {
  ensureColumns,
  flush,
  insertSheet,
  readCells,
  type Sheet,
  sheetNames,
  writeCells,
} from "./google.ts";
import type { Identity, LedgerState } from "./state/ledger-state.ts";
import { FIRST_TABLE_ROW } from "./state/places.ts";
import { stateRowOf, writeIdentity } from "./state/state-tab.ts";
import { positionsIn, sheetOf } from "./tabs.ts";

/** The tabs and columns of this version; raised whenever a tab or a column is added. */
export const LAYOUT = 2;

/** Whether an earlier version made the ledger: tabs or columns that came since are not there. */
export function isOlder({ layout }: Identity): boolean {
  return layout < LAYOUT;
}

/**
 * Gives a ledger of an earlier version the tabs and columns that came since: new columns stand behind all others, and
 * nothing that is there is touched. Killed anywhere it is begun again: the layout is noted last.
 */
export function bringUpToDate(state: LedgerState): void {
  for (const table of TABLES) bringTableUpToDate(table, state);
  flush();
  writeIdentity(state, { ...state.identity, layout: LAYOUT });
}

function bringTableUpToDate(table: Table, state: LedgerState): void {
  const { language } = state.identity;
  const known = sheetOf(table, language);
  const sheet = known ?? insertSheet(table.name[language], sheetNames().length);
  if (!known) dressTab(sheet, table, language);
  addMissingColumns(table, sheet, state);
  const positions = positionsIn(table, headingsOf(sheet), sheet);
  const row = FIRST_TABLE_ROW + TABLES.indexOf(table);
  writeCells(state.sheet, row, 1, [
    stateRowOf(table, { name: sheet.getName(), positions, mark: markOf(table, state) }),
  ]);
}

function markOf({ key }: Table, { tabs }: LedgerState): string {
  return tabs.get(key)?.mark ?? "";
}

function addMissingColumns(table: Table, sheet: Sheet, { identity: { language } }: LedgerState): void {
  const headings = headingsOf(sheet);
  const found = positionsIn(table, headings, sheet);
  let col = headings.reduce((last, heading, at) => (heading === "" ? last : at + 1), 0);
  for (const column of table.columns) {
    if (found.has(column.key)) continue;
    col += 1;
    ensureColumns(sheet, col);
    dressColumn(sheet, col, column, language);
    writeCells(sheet, 1, col, [[headingOf(column, language)]]);
  }
}

function headingsOf(sheet: Sheet): string[] {
  return (readCells(sheet, 1, 1, 1, sheet.getMaxColumns())[0] ?? []).map(String);
}
