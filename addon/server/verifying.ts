import { type Account, type Book, type JournalReading, replayed } from "../../core/index.ts";
import { flush, releaseLock, tryLock } from "./google.ts";
import { ACCOUNTS_TAB } from "./hidden-tabs.ts";
import { settleJournal } from "./journal-settling.ts";
import { readWholeJournal } from "./journal-tab.ts";
import { firstBook, type Ledger } from "./ledger.ts";
import { loadAll } from "./loaded-accounts.ts";
import { openLedger } from "./opened-ledger.ts";
import { differing } from "./rebuilding.ts";
import { noteDoubt } from "./state/marks.ts";

/** The whole journal beside the accounts that were packed from it. */
export interface Verified {
  /** With every account loaded. */
  readonly ledger: Ledger;
  readonly reading: JournalReading;
  /** The book as the journal tells it; a damaged one says nothing. */
  readonly journal: Book | undefined;
  /** Accounts that are not packed, or not named, as the journal has them. */
  readonly differing: readonly Account[];
}

/**
 * Verifies the chain and compares every packed account with it. What it finds stays noted in the state, so
 * that every screen says it: damage, which makes the ledger read-only, or doubt; and is taken away where
 * everything holds.
 */
export function verified(): Verified {
  const first = look();
  if (isAsMarked(first)) return noted(first);
  settleJournal();
  return noted(look());
}

function look(): Verified {
  const ledger = openLedger("read");
  const { reading } = readWholeJournal(ledger.state.left.book.head);
  loadAll(ledger);
  if (reading.damage.length > 0) return { ledger, reading, journal: undefined, differing: [] };
  const journal = replayed(reading, firstBook(ledger.state.identity));
  return { ledger, reading, journal, differing: differing(ledger, journal) };
}

function isAsMarked({ ledger: { state }, reading: { damage } }: Verified): boolean {
  const [first] = damage;
  if (!first || !state.damage) return first === undefined && state.damage === undefined;
  return state.damage.row === first.row + 1 && state.damage.why === first.why;
}

/** What is found is noted while nobody writes, as it is found then: an action under way looks like a difference. */
function noted(seen: Verified): Verified {
  if (isAsNoted(seen) || !tryLock()) return seen;
  try {
    const again = look();
    if (!isAsNoted(again)) noteDoubt(again.ledger.state, doubtOf(again));
    flush();
    return again;
  } finally {
    releaseLock();
  }
}

/** A damaged journal is marked otherwise, and an entry behind the accounts is completed by who writes next. */
function isAsNoted(seen: Verified): boolean {
  const { state } = seen.ledger;
  const isUndecided = !seen.journal || state.journalRowsNow > state.left.journalRows;
  return isUndecided || doubtOf(seen) === state.doubt;
}

function doubtOf(seen: Verified): string {
  return seen.differing.length > 0 ? ACCOUNTS_TAB : "";
}
