import { type AccountChange, applyToAccount } from "./account-change.ts";
import { isUndecided } from "./approval.ts";
import type { Batch } from "./batch.ts";
import { type Book, factListsOf } from "./book.ts";
import type { Change } from "./change.ts";
import type { PlaceInJournal } from "./entry-place.ts";
import type { Entry } from "./journal.ts";
import { type Known, PENDING } from "./known-fact.ts";
import { replaced } from "./replaced.ts";

/**
 * Adds one journal entry to the book: the only function that changes one. Replaying a journal from
 * the first entry gives the same book as living through it. An account that is complete up to the
 * entry already (`upTo`) is left as it is, so that applying an entry again changes nothing.
 *
 * @example
 * applyEntry(emptyBook(), { seq: 1, action: "a", key: "", kind: "setup", changes: [], at: "", user: "", knownBy: "nobody" }).head.seq // => 1
 */
export function applyEntry(book: Book, entry: Entry, hash = ""): Book {
  const place = placeOf(book, entry);
  for (const change of entry.changes) applyChange(book, change, place);
  for (const account of place.touched) account.upTo = entry.seq;
  book.head = { seq: entry.seq, hash };
  return book;
}

function placeOf(book: Book, entry: Entry): PlaceInJournal {
  const open = new Set(book.batches.flatMap(({ id, state }) => (state === "open" ? [id] : [])));
  const known = entry.batch !== undefined && open.has(entry.batch) ? PENDING : entry.seq;
  return { seq: entry.seq, known, batch: entry.batch, touched: new Set(), open, ended: new Map() };
}

function applyChange(book: Book, change: Change, at: PlaceInJournal): void {
  switch (change.put) {
    case "settings":
      book.settings = change.row;
      return;
    case "policy":
      book.policies = [...book.policies, change.row];
      return;
    case "user":
      book.users = replaced(book.users, change.row);
      return;
    case "document":
    case "period":
    case "intent":
    case "reanchoring":
      return;
    case "memory":
      book.memory = { ...book.memory, [change.row.name]: change.row.value };
      return;
    case "batch":
      book.batches = replaced(book.batches, change.row);
      if (change.row.state !== "open") settleBatch(book, change.row, at);
      return;
    default:
      noteWaiting(book, change);
      applyToAccount(book, change, at);
  }
}

/** Which approvals wait is known without the accounts; told twice it stays the same. */
function noteWaiting(book: Book, change: AccountChange): void {
  if (change.put !== "approval" && change.put !== "void") return;
  const { id } = change.row;
  const others = book.waiting.filter((each) => each !== id);
  const waits = change.put === "approval" && isUndecided(change.row);
  if (waits || others.length < book.waiting.length) book.waiting = waits ? [...others, id] : others;
}

/** At its close a batch's facts become known; when it is undone they are void. */
function settleBatch(book: Book, batch: Batch, at: PlaceInJournal): void {
  for (const account of book.accounts.values()) {
    const changed = factListsOf(account).filter((facts) => settleFacts(facts, batch, at.seq));
    if (changed.length > 0) at.touched.add(account);
  }
}

function settleFacts<T>(facts: Known<T>[], batch: Batch, seq: number): boolean {
  let changed = false;
  for (const [i, fact] of facts.entries()) {
    if (fact.batch !== batch.id || (batch.state === "closed" && fact.seq !== PENDING) || fact.voided > 0)
      continue;
    facts[i] = batch.state === "undone" ? { ...fact, voided: seq } : { ...fact, seq };
    changed = true;
  }
  return changed;
}
