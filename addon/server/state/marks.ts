import { type PlainDate, TABLES, type Table } from "../../../core/index.ts";
import { findSheet, readCells, writeCells } from "../google.ts";
import { STATE_TAB } from "../hidden-tabs.ts";
import type { DamageMark, LedgerState } from "./ledger-state.ts";
import { DOUBT_COLUMN, FIRST_TABLE_ROW, JOURNAL_ROW, VERIFIED_COLUMN } from "./places.ts";

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
