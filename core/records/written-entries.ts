import type { Change } from "./change.ts";
import {
  ChangesShape,
  entryHash,
  type HashedHead,
  hashOf,
  JOURNAL_COLUMNS,
  type KnownBy,
} from "./journal.ts";
import { linesTotal } from "./open-item.ts";

/** Rows of the journal that belong together, as they stand: an entry, or what is left of one. */
export interface WrittenEntry {
  /** Of the first row; counts from 1 below the heading. */
  readonly row: number;
  readonly rows: readonly (readonly string[])[];
  /** NaN where the cell is no number. */
  readonly seq: number;
  readonly payload: string;
  readonly payloadHash: string;
  readonly previous: string;
  readonly hash: string;
  /** The hash that its cells have. */
  readonly ownHash: string;
  readonly head: HashedHead;
  /** What does not hold of it alone. */
  readonly fault: "incomplete" | "payload" | "chain" | undefined;
  /** Not all of its rows are there, and those that are come first: a write that was torn off. */
  readonly isBegun: boolean;
}

/**
 * Puts rows together to entries. A row begins an entry unless it goes on with the one above: the same
 * number in the journal, and another part than the first. Blank rows stand alone.
 *
 * @example
 * writtenEntries([]) // => []
 */
export function writtenEntries(rows: readonly (readonly string[])[]): WrittenEntry[] {
  const entries: WrittenEntry[] = [];
  let start = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    if (at < rows.length && goesOn(rows, start, at)) continue;
    entries.push(writtenEntry(rows.slice(start, at), start + 1));
    start = at;
  }
  return entries;
}

function goesOn(rows: readonly (readonly string[])[], start: number, at: number): boolean {
  const [first, row] = [rows[start] ?? [], rows[at] ?? []];
  const seq = cell(row, "seq");
  return seq !== "" && seq === cell(first, "seq") && !cell(row, "part").startsWith("1/");
}

function writtenEntry(rows: readonly (readonly string[])[], row: number): WrittenEntry {
  const first = rows[0] ?? [];
  const head = headOf(first);
  const payload = rows.map((cells) => cell(cells, "payload")).join("");
  const [payloadHash, previous, hash] = [
    cell(first, "payloadHash"),
    cell(first, "previous"),
    cell(first, "hash"),
  ];
  const ownHash = entryHash(head, payloadHash, previous);
  const isWhole = rows.every((cells, index) => isPart(cells, index, rows));
  const fault = !isWhole
    ? "incomplete"
    : hashOf(payload) !== payloadHash
      ? "payload"
      : hash !== ownHash
        ? "chain"
        : undefined;
  const isBegun = hash === "" || isBeginning(rows);
  const own = { row, rows, seq: head.seq, head, payload };
  return { ...own, payloadHash, previous, hash, ownHash, fault, isBegun };
}

function headOf(cells: readonly string[]): HashedHead {
  const text = cell(cells, "seq");
  const seq = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : Number.NaN;
  const [action, key, at, user] = [
    cell(cells, "action"),
    cell(cells, "key"),
    cell(cells, "at"),
    cell(cells, "user"),
  ];
  const knownBy = cell(cells, "knownBy") as KnownBy;
  const [kind, batch] = [cell(cells, "kind"), cell(cells, "batch")];
  return { seq, action, key, at, user, knownBy, kind, ...(batch ? { batch } : {}) };
}

function cell(cells: readonly string[], name: (typeof JOURNAL_COLUMNS)[number]): string {
  return cells[JOURNAL_COLUMNS.indexOf(name)] ?? "";
}

/** A row of an entry carries its part; a further row its number, its piece and nothing else. */
function isPart(cells: readonly string[], index: number, own: readonly (readonly string[])[]): boolean {
  if (cell(cells, "part") !== `${index + 1}/${own.length}`) return false;
  return index === 0 || isPieceOnly(cells);
}

const OF_PIECE = ["seq", "part", "payload"];

function isPieceOnly(cells: readonly string[]): boolean {
  return cells.every((text, at) => text === "" || OF_PIECE.includes(JOURNAL_COLUMNS[at] ?? ""));
}

function isBeginning(rows: readonly (readonly string[])[]): boolean {
  const count = Number(cell(rows[0] ?? [], "part").split("/")[1]);
  return rows.length < count && rows.every((cells, i) => cell(cells, "part") === `${i + 1}/${count}`);
}

/** Whether nothing at all stands in the row. */
export function isBlank({ rows }: WrittenEntry): boolean {
  return rows.every((cells) => cells.every((text) => text === ""));
}

/**
 * The changes of an entry as they can be read, hashed or not. What is left of an entry that lacks rows may
 * read like a whole one, and counts for nothing. Of an entry that somebody has changed, an item whose due
 * lines do not add up to its amount is no item.
 */
export function readableChanges(entry: WrittenEntry): Change[] | undefined {
  if (entry.fault === "incomplete" && hashOf(entry.payload) !== entry.payloadHash) return undefined;
  const parsed = ChangesShape.safeParse(parsedJson(entry.payload));
  if (!parsed.success) return undefined;
  return entry.fault === undefined || parsed.data.every(addsUp) ? parsed.data : undefined;
}

function addsUp(change: Change): boolean {
  return change.put !== "item" || linesTotal(change.row.lines) === change.row.amount;
}

/** A payload that hands have changed need not be JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
