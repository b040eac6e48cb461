import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import * as z from "zod/mini";
import { assert } from "../values/assert.ts";
import { utf8Bytes } from "../values/text.ts";
import { type Change, ChangeShape } from "./change.ts";
import { chunksOfText } from "./text-cells.ts";

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

export const ChangesShape = z.array(ChangeShape);

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

export type HashedHead = Omit<Entry, "changes">;

/**
 * The hash of an entry: over its head, the hash of its payload, and the hash of the entry before it.
 *
 * @example
 * entryHash({ seq: 1, action: "a", key: "", kind: "setup", at: "", user: "", knownBy: "nobody" }, "", "").length // => 64
 */
export function entryHash(entry: HashedHead, payloadHash: string, previous: string): string {
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
