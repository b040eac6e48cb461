import { applyEntry } from "./apply-entry.ts";
import { accountOf, type Book, emptyAccount, emptyBook, UNIDENTIFIED } from "./book.ts";
import type { Change } from "./change.ts";
import type { JournalReading } from "./journal-reading.ts";

/**
 * The book that a journal tells. Where entries are lost or were changed, a customer whose record went with
 * them keeps its account, under its id.
 *
 * @example
 * replayed(readJournal([], EMPTY_HEAD)).head // => EMPTY_HEAD
 */
export function replayed(reading: JournalReading, first: Book = emptyBook()): Book {
  const { entries, damage, vouched, lost, head } = reading;
  const isPatchy = damage.length + vouched.length + lost.length > 0;
  let book = first;
  for (const entry of entries) {
    if (isPatchy) for (const change of entry.changes) holdRoom(book, change);
    book = applyEntry(book, entry);
  }
  book.head = head;
  return book;
}

function holdRoom(book: Book, change: Change): void {
  const id = ownerOf(change);
  if (id === undefined || book.accounts.has(id)) return;
  if (id === UNIDENTIFIED) accountOf(book, id);
  else book.accounts.set(id, emptyAccount({ id, code: id, name: id }));
}

/** The customer in whose account the change belongs. */
function ownerOf(change: Change): string | undefined {
  if (change.put === "receipt") return change.row.customer ?? UNIDENTIFIED;
  return change.put !== "customer" && "customer" in change.row ? change.row.customer : undefined;
}
