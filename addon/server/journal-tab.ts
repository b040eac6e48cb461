import {
  Bug,
  EMPTY_HEAD,
  type Entry,
  type Head,
  JOURNAL_COLUMNS,
  readJournal,
  rowsOfEntry,
} from "../../core/index.ts";
import {
  CELLS_PER_CALL,
  ensureRows,
  findInColumn,
  findSheet,
  readCells,
  type Sheet,
  writeCells,
  writeRows,
} from "./google.ts";
import { JOURNAL_TAB } from "./hidden-tabs.ts";

const WIDTH = JOURNAL_COLUMNS.length;
const SEQ_COLUMN = JOURNAL_COLUMNS.indexOf("seq") + 1;
const ACTION_COLUMN = JOURNAL_COLUMNS.indexOf("action") + 1;
const KEY_COLUMN = JOURNAL_COLUMNS.indexOf("key") + 1;

/** Writes entries below the rows that are there: one call, the moment from which they are true. */
export function appendEntries(
  entries: readonly Entry[],
  head: Head,
  after: number,
): { head: Head; rows: number } {
  const sheet = journalSheet();
  const rows: string[][] = [];
  let last = head;
  for (const entry of entries) {
    const written = rowsOfEntry(entry, last);
    rows.push(...written.rows);
    last = written.head;
  }
  ensureRows(sheet, after + 1 + rows.length);
  writeRows(sheet, after + 2, 1, rows);
  return { head: last, rows: after + rows.length };
}

/** Reads the journal from behind so many rows, verifying the chain from a known head. */
export function readEntries(after: number, until: number, head: Head) {
  const sheet = journalSheet();
  const rows: string[][] = [];
  const step = Math.floor(CELLS_PER_CALL / WIDTH);
  for (let at = after; at < until; at += step) {
    const part = readCells(sheet, at + 2, 1, Math.min(step, until - at), WIDTH);
    for (const cells of part) rows.push(cells.map(String));
  }
  return readJournal(rows, head);
}

/** Empties the rows of an entry that was torn off while it was written: it never counted. */
export function clearTornRows(from: number, to: number): void {
  const blank = new Array<string>(WIDTH).fill("");
  const count = to - from;
  if (count > 0)
    writeCells(
      journalSheet(),
      from + 2,
      1,
      Array.from({ length: count }, () => blank),
    );
}

/** Whether an action with that id is in the journal: one call. */
export function hasAction(action: string): boolean {
  return findInColumn(journalSheet(), ACTION_COLUMN, action) !== undefined;
}

/** Whether something was booked under that business key: one call. */
export function hasKey(key: string): boolean {
  return key !== "" && findInColumn(journalSheet(), KEY_COLUMN, key) !== undefined;
}

/** The entry of an action, by its id: three calls, more only for an entry of many rows. */
export function readEntryOf(action: string): Entry | undefined {
  return entryFound(ACTION_COLUMN, action);
}

/** The entry at a place in the journal. */
export function readEntryAt(seq: number): Entry | undefined {
  return entryFound(SEQ_COLUMN, String(seq));
}

function entryFound(column: number, text: string): Entry | undefined {
  const sheet = journalSheet();
  const row = findInColumn(sheet, column, text);
  if (row === undefined) return undefined;
  const first = readCells(sheet, row, 1, 1, WIDTH)[0]?.map(String) ?? [];
  const parts = Number(first[1]?.split("/")[1] ?? "1");
  const rest =
    parts > 1 ? readCells(sheet, row + 1, 1, parts - 1, WIDTH).map((cells) => cells.map(String)) : [];
  return readJournal([first, ...rest], EMPTY_HEAD).entries[0];
}

function journalSheet(): Sheet {
  const sheet = findSheet(JOURNAL_TAB);
  if (!sheet) throw new Bug(`the tab ${JOURNAL_TAB} is missing`);
  return sheet;
}
