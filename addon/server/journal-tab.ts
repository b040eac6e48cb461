import {
  Bug,
  EMPTY_HEAD,
  type Entry,
  type Head,
  JOURNAL_COLUMNS,
  type JournalReading,
  readJournal,
  rowsOfEntry,
} from "../../core/index.ts";
import {
  CELLS_PER_CALL,
  ensureRows,
  findInColumn,
  findSheet,
  lastRowOf,
  readCells,
  type Sheet,
  writeCells,
  writeRows,
} from "./google.ts";
import { JOURNAL_TAB } from "./hidden-tabs.ts";

const WIDTH = JOURNAL_COLUMNS.length;
const SEQ_COLUMN = JOURNAL_COLUMNS.indexOf("seq") + 1;
const ACTION_COLUMN = JOURNAL_COLUMNS.indexOf("action") + 1;
const PREVIOUS_COLUMN = JOURNAL_COLUMNS.indexOf("previous") + 1;
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
export function readEntries(after: number, until: number, head: Head): JournalReading {
  return readJournal(readRows(journalSheet(), after, until), head);
}

/** The whole journal, whatever stands in its tab, verified up to the head that the ledger remembers. */
export interface WholeJournal {
  readonly rows: string[][];
  readonly reading: JournalReading;
}

/** Reads everything that stands in the tab: one call more than its cells need. */
export function readWholeJournal(known: Head): WholeJournal {
  const sheet = journalSheet();
  const rows = readRows(sheet, 0, lastRowOf(sheet) - 1);
  return { rows, reading: readJournal(rows, EMPTY_HEAD, known) };
}

/** Whether the journal's row of that number ends in the head that the ledger remembers: one call. */
export function endsIn(row: number, head: Head): boolean {
  if (row === 0) return true;
  const cells = readCells(journalSheet(), row + 1, 1, 1, WIDTH)[0]?.map(String) ?? [];
  const [seq = "", part = ""] = cells;
  const isEnd = part === "1/1" ? cells[WIDTH - 1] === head.hash : /^(\d+)\/\1$/.test(part);
  return seq === String(head.seq) && isEnd;
}

function readRows(sheet: Sheet, after: number, until: number): string[][] {
  const rows: string[][] = [];
  const step = Math.floor(CELLS_PER_CALL / WIDTH);
  for (let at = after; at < until; at += step) {
    const part = readCells(sheet, at + 2, 1, Math.min(step, until - at), WIDTH);
    for (const cells of part) rows.push(cells.map(String));
  }
  return rows;
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

/**
 * Place in the journal of what stands under a business key: one call where nothing was booked under it.
 * An entry that was undone is no duplicate: there is an undo under its own place.
 */
export function placeUnder(key: string): number | undefined {
  if (key === "") return undefined;
  const sheet = journalSheet();
  let row = findInColumn(sheet, KEY_COLUMN, key);
  while (row !== undefined) {
    const seq = Number(readCells(sheet, row, SEQ_COLUMN, 1, 1)[0]?.[0]);
    if (findInColumn(sheet, KEY_COLUMN, `undo:${seq}`) === undefined) return seq;
    row = findInColumn(sheet, KEY_COLUMN, key, row + 1);
  }
  return undefined;
}

/** What stands in the journal of one entry, and in which row; `damage` where it is not as it was written. */
export interface SingleReading {
  readonly row: number;
  /** Whether no other row calls itself the same. */
  readonly isAlone: boolean;
  readonly reading: JournalReading;
}

/** The entry of an action, by its id: four calls, more only for an entry of many rows. */
export function singleOf(action: string): SingleReading | undefined {
  return entryFound(ACTION_COLUMN, action);
}

/** The entry at a place in the journal. */
export function singleAt(seq: number): SingleReading | undefined {
  return entryFound(SEQ_COLUMN, String(seq));
}

function entryFound(column: number, text: string): SingleReading | undefined {
  const sheet = journalSheet();
  const row = findInColumn(sheet, column, text);
  if (row === undefined) return undefined;
  const first = readCells(sheet, row, 1, 1, WIDTH)[0]?.map(String) ?? [];
  const parts = Number(first[1]?.split("/")[1] ?? "1");
  const rest =
    parts > 1 ? readCells(sheet, row + 1, 1, parts - 1, WIDTH).map((cells) => cells.map(String)) : [];
  const above = { seq: Number(first[0]) - 1, hash: first[PREVIOUS_COLUMN - 1] ?? "" };
  const isAlone = findInColumn(sheet, column, text, row + parts) === undefined;
  return { row, isAlone, reading: readJournal([first, ...rest], above) };
}

function journalSheet(): Sheet {
  const sheet = findSheet(JOURNAL_TAB);
  if (!sheet) throw new Bug(`the tab ${JOURNAL_TAB} is missing`);
  return sheet;
}
