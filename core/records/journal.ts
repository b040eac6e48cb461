import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import * as z from "zod/mini";
import { assert } from "../values/assert.ts";
import { utf8Bytes } from "../values/text.ts";
import { type Change, ChangeShape } from "./change.ts";
import { chunksOfText } from "./packed.ts";

/** How the person behind an entry was known to the ledger. */
export type KnownBy = "google" | "passphrase" | "device" | "command line" | "nobody";

/** What an action wants to write: the ledger adds its place, time and hashes. */
export interface EntryDraft {
  /** Made when the form opened: the same id is the same intent, booked once. */
  readonly action: string;
  /** What makes a second booking suspicious: the bank reference, or customer + amount + date. */
  readonly key: string;
  readonly kind: string;
  readonly batch?: string;
  readonly changes: readonly Change[];
}

/** One user action in the journal 流水账. */
export interface Entry extends EntryDraft {
  readonly seq: number;
  /** UTC time, ISO text. */
  readonly at: string;
  readonly user: string;
  readonly knownBy: KnownBy;
}

/** The last entry's place and hash: what the next one is chained to. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const EMPTY_HEAD: Head = { seq: 0, hash: "" };

/** The journal tab's columns, in order. All cells are text. */
export const JOURNAL_COLUMNS = [
  "seq",
  "part",
  "action",
  "key",
  "at",
  "user",
  "knownBy",
  "kind",
  "batch",
  "payload",
  "payloadHash",
  "previous",
  "hash",
] as const;

/**
 * Writes an entry as the rows that one append adds to the journal tab: a payload longer than a cell is
 * linked rows. Only the first row carries the head fields; the entry counts when all parts are there.
 *
 * @example
 * rowsOfEntry({ seq: 1, action: "a", key: "", kind: "setup", changes: [], at: "", user: "", knownBy: "nobody" }, EMPTY_HEAD).rows.length // => 1
 */
export function rowsOfEntry(entry: Entry, head: Head): { rows: string[][]; head: Head } {
  const payload = JSON.stringify(entry.changes);
  const payloadHash = hashOf(payload);
  const hash = entryHash(entry, payloadHash, head.hash);
  const chunks = chunksOfText(payload);
  const rows = chunks.map((chunk, index) => {
    const place = [String(entry.seq), `${index + 1}/${chunks.length}`];
    if (index > 0) return [...place, "", "", "", "", "", "", "", chunk, "", "", ""];
    const { action, key, at, user, knownBy, kind, batch = "" } = entry;
    return [...place, action, key, at, user, knownBy, kind, batch, chunk, payloadHash, head.hash, hash];
  });
  return { rows, head: { seq: entry.seq, hash } };
}

/** A row of the journal that cannot be trusted, and why. `row` counts from 1 below the heading. */
export interface JournalDamage {
  readonly row: number;
  readonly seq: number;
  readonly why: "gap" | "payload" | "chain" | "incomplete";
}

/** What a stretch of journal rows says. A trailing incomplete entry is left out: it never counted. */
export interface JournalReading {
  readonly entries: Entry[];
  readonly head: Head;
  readonly damage: JournalDamage[];
  /** Rows that hold complete entries; what follows was torn off while writing. */
  readonly completeRows: number;
}

/**
 * Reads journal rows and verifies the chain: every payload against its hash, every entry against the
 * one before. A chain finds edits, insertions and deletions in the middle, not a complete rewrite.
 *
 * @example
 * readJournal([], EMPTY_HEAD).entries // => []
 */
export function readJournal(rows: readonly (readonly string[])[], from: Head): JournalReading {
  const entries: Entry[] = [];
  const damage: JournalDamage[] = [];
  let head = from;
  let at = 0;
  while (at < rows.length) {
    const taken = entryAt(rows, at);
    if (!taken) break;
    const why = faultOf(taken, head);
    if (why) damage.push({ row: at + 1, seq: taken.entry?.seq ?? head.seq + 1, why });
    if (taken.entry) entries.push(taken.entry);
    head = { seq: taken.seq, hash: taken.hash };
    at += taken.parts;
  }
  return { entries, head, damage, completeRows: at };
}

interface TakenEntry {
  readonly seq: number;
  readonly parts: number;
  /** The rows of a long entry say that they belong together, and nothing else. */
  readonly isLinked: boolean;
  readonly payloadHash: string;
  readonly previous: string;
  readonly hash: string;
  readonly entry: Entry | undefined;
  readonly expectedHash: string;
}

/** The entry that starts at a row, or nothing where its rows are not all there (the journal's torn end). */
function entryAt(rows: readonly (readonly string[])[], start: number): TakenEntry | undefined {
  const first = rows[start] ?? [];
  const [seqText = "", part = "", action = "", key = "", at = "", user = "", knownBy = "", kind = ""] = first;
  const [, , , , , , , , batch = "", , payloadHash = "", previous = "", hash = ""] = first;
  const parts = Number(part.split("/")[1] ?? "1") || 1;
  const own = rows.slice(start, start + parts);
  const isTorn = hash === "" && start + parts >= rows.length;
  if (own.length < parts || isTorn) return undefined;
  const payload = own.map((row) => row[9] ?? "").join("");
  const isLinked = own.every((row, index) => isPart(row, index, own));
  const seq = Number(seqText);
  const head = { seq, action, key, at, user, knownBy: knownBy as KnownBy, kind };
  const changes = hashOf(payload) === payloadHash ? readChanges(payload) : undefined;
  const entry = changes ? { ...head, ...(batch ? { batch } : {}), changes } : undefined;
  const expectedHash = entryHash({ ...head, ...(batch ? { batch } : {}) }, payloadHash, previous);
  return { seq, parts, isLinked, payloadHash, previous, hash, entry, expectedHash };
}

function faultOf(taken: TakenEntry, head: Head): JournalDamage["why"] | undefined {
  if (taken.seq !== head.seq + 1) return "gap";
  if (!taken.entry) return "payload";
  if (!taken.isLinked) return "incomplete";
  if (taken.previous !== head.hash || taken.hash !== taken.expectedHash) return "chain";
  return undefined;
}

const ChangesShape = z.array(ChangeShape);

/**
 * Changes in the form in which they are written and read again: checked, keys in the records' order.
 * A change that is not of its record's shape is a bug of the action that planned it.
 *
 * @example
 * checkedChanges([]) // => []
 */
export function checkedChanges(changes: readonly Change[]): Change[] {
  const parsed = ChangesShape.safeParse(changes);
  assert(parsed.success, `an action planned a malformed change: ${JSON.stringify(parsed.error?.issues[0])}`);
  return parsed.data;
}

const SEQ = 0;
const PART = 1;
const PAYLOAD = 9;

/** A row of an entry carries its number and its part; a further row nothing else but its piece. */
function isPart(row: readonly string[], index: number, own: readonly (readonly string[])[]): boolean {
  if (row[SEQ] !== own[0]?.[SEQ] || row[PART] !== `${index + 1}/${own.length}`) return false;
  return index === 0 || row.every((cell, at) => [SEQ, PART, PAYLOAD].includes(at) || cell === "");
}

/** Called only on a payload whose hash is right: we wrote it, so it is JSON. */
function readChanges(payload: string): Change[] | undefined {
  const parsed = ChangesShape.safeParse(JSON.parse(payload));
  return parsed.success ? parsed.data : undefined;
}

type HashedHead = Omit<Entry, "changes">;

function entryHash(entry: HashedHead, payloadHash: string, previous: string): string {
  const { seq, action, key, at, user, knownBy, kind, batch = "" } = entry;
  return hashOf(JSON.stringify([seq, action, key, at, user, knownBy, kind, batch, payloadHash, previous]));
}

/**
 * SHA-256 of text, as 64 hexadecimal digits: the same on every platform.
 *
 * @example
 * hashOf("").slice(0, 8) // => "e3b0c442"
 */
export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8Bytes(text)));
}
