import {
  type Account,
  applyEntry,
  type Book,
  type BookHead,
  checkedChanges,
  type Entry,
  type EntryDraft,
} from "../../core/index.ts";
import { Refusal } from "../refusal.ts";
import { writeAccounts } from "./accounts-tab.ts";
import { now } from "./google.ts";
import { appendEntries, endsIn } from "./journal-tab.ts";
import { type Ledger, replayOnce, type Who } from "./ledger.ts";
import { unreckonable } from "./reckonable.ts";
import { scratchOf, withStartedClocks } from "./started-clocks.ts";
import type { LedgerState } from "./state/ledger-state.ts";
import { stateAfter, writeState } from "./state/state-tab.ts";
import { refuseUnknownLayout, writeViews } from "./views/views.ts";

/**
 * Writes an action: first the journal, from which moment it is true, then packed accounts, views and
 * state. The accounts it touches must be loaded.
 */
export function commit(ledger: Ledger, drafts: readonly EntryDraft[], who: Who): Ledger {
  const { book, state } = ledger;
  const at = now();
  const scratch = scratchOf(book);
  const entries = drafts.map((draft, i) => {
    const planned = { ...draft, seq: book.head.seq + 1 + i, at, ...who };
    const changes = checkedChanges(withStartedClocks(scratch, planned));
    return { ...planned, changes };
  });
  refuseUnreckonable(scratch.accounts.values(), book.head.seq + 1);
  refuseUnknownLayout({ state, style: ledger.style });
  if (!ledger.hasSeenEnd) refuseOtherEnd(state);
  const written = appendEntries(entries, book.head, state.left.journalRows);
  return catchUp(ledger, entries, { journalRows: written.rows, hash: written.head.hash, recovering: false });
}

/** Refuses, before anything is written, what the ledger could not add up: numbers that are no amounts. */
function refuseUnreckonable(accounts: Iterable<Account>, since: number): void {
  const found = unreckonable(accounts, since);
  if (found) throw new Refusal("sumTooLarge", { customer: found.customer.name });
}

interface CatchUp {
  readonly journalRows: number;
  readonly hash: string;
  readonly recovering: boolean;
}

/** Makes book, packed accounts, views and state follow entries that stand in the journal. */
export function catchUp(ledger: Ledger, entries: readonly Entry[], to: CatchUp): Ledger {
  const { book, state, style } = ledger;
  const { recovering } = to;
  const formerly = new Map([...book.accounts].map(([id, { customer }]) => [id, customer]));
  for (const entry of entries) applyEntry(book, entry, to.hash);
  writeAccounts(touchedAccounts(book, entries));
  const expected = writeViews(book, entries, { state, style, recovering, formerly });
  const left = { ...state.left, book: keptHead(book), journalRows: to.journalRows, expected };
  writeState(state, left);
  const after = stateAfter(state, left);
  return { ...ledger, state: after, fromJournal: replayOnce(after), hasSeenEnd: true };
}

/** Batches and mappings that are kept at hand; all of them stay in the journal. */
const KEPT_AT_HAND = 50;

/** The book's head as the next action needs it: what is open, and the latest of what is settled. */
export function keptHead(book: Book): BookHead {
  const { accounts, ...head } = book;
  const settled = head.batches.filter((batch) => batch.state !== "open").slice(-KEPT_AT_HAND);
  const batches = head.batches.filter((batch) => batch.state === "open" || settled.includes(batch));
  const memory = Object.fromEntries(Object.entries(head.memory).slice(-KEPT_AT_HAND));
  return { ...head, batches, memory };
}

function touchedAccounts(book: Book, entries: readonly Entry[]): Account[] {
  const first = entries[0]?.seq ?? 0;
  return [...book.accounts.values()].filter((account) => account.upTo >= first);
}

/** Nothing is written below a journal that does not end as the ledger remembers: one call. */
function refuseOtherEnd({ journalRowsNow, left }: LedgerState): void {
  const { journalRows, book } = left;
  if (journalRowsNow < journalRows || !endsIn(journalRows, book.head))
    throw new Refusal("damaged", { row: journalRows + 1 });
}
