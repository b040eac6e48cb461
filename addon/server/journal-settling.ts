import { type Book, type JournalDamage, replayed } from "../../core/index.ts";
import { dropOtherRows, writeAccounts } from "./accounts-tab.ts";
import { keptHead } from "./committing.ts";
import { flush, releaseLock, spreadsheetId, tryLock } from "./google.ts";
import { clearTornRows, readWholeJournal, type WholeJournal } from "./journal-tab.ts";
import { firstBook } from "./ledger.ts";
import { loadAll } from "./loaded-accounts.ts";
import { openLedger } from "./opened-ledger.ts";
import { differing, expectedOf, overtakenRows } from "./rebuilding.ts";
import type { DamageMark, LedgerState } from "./state/ledger-state.ts";
import { markDamage, noteDoubt } from "./state/marks.ts";
import { readState, writeState } from "./state/state-tab.ts";
import { rowsToRestore } from "./taking-over/rows-to-restore.ts";
import { restoreRows } from "./views/views.ts";

/**
 * Verifies the whole journal while nobody writes, and notes what it is: damaged, and the ledger is
 * read-only; or sound again, and everything is made anew from it before the mark goes. Does nothing while
 * another person is saving. Says the mark that stands afterwards.
 */
export function settleJournal(): DamageMark | undefined {
  if (!tryLock()) return readState()?.damage;
  try {
    const state = readState();
    if (!state || state.identity.spreadsheetId !== spreadsheetId()) return undefined;
    return settled(state, readWholeJournal(state.left.book.head));
  } finally {
    releaseLock();
  }
}

/** The same for who holds the lock and has read the journal. */
export function settled(state: LedgerState, journal: WholeJournal): DamageMark | undefined {
  const [first] = journal.reading.damage;
  const mark = first ? markOf(first) : undefined;
  if (!mark) followJournal(state, journal);
  markDamage(state, mark);
  if (!mark) noteDoubt(state, "");
  flush();
  return mark;
}

function markOf({ row, seq, why, expected, found }: JournalDamage): DamageMark {
  return { row: row + 1, seq, why, expected, found };
}

/** Views, packed accounts and state once more from a journal that holds: views first, so that a retry knows what changed. */
function followJournal(state: LedgerState, { rows, reading }: WholeJournal): void {
  const { completeRows } = reading;
  clearTornRows(completeRows, rows.length);
  const ledger = openLedger("read");
  loadAll(ledger);
  const book = replayed(reading, firstBook(state.identity));
  const run = { state, style: ledger.style, recovering: true };
  restoreRows(overtakenRows(ledger, book), run);
  restoreRows(rowsToRestore({ ...ledger, book }), run);
  const changed = differing(ledger, book);
  if (changed.length > 0) writeAccounts(changed);
  dropOtherRows(new Set(book.accounts.keys()));
  writeState(state, leftBy(book, rows.slice(0, completeRows)));
}

function leftBy(book: Book, rows: readonly string[][]) {
  const blanks = rows.filter(([seq]) => seq === "").length;
  return {
    ...{ book: keptHead(book), journalRows: rows.length, expected: expectedOf(book) },
    ...(blanks > 0 ? { journalBlanks: blanks } : {}),
  };
}
