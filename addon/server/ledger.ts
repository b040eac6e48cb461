import {
  type Account,
  accountOf,
  applyEntry,
  type Book,
  type BookHead,
  type Customer,
  checkedChanges,
  codeKey,
  EMPTY_HEAD,
  type Entry,
  type EntryDraft,
  emptyBook,
  type FigureSource,
  figuresOf,
  type KnownBy,
  replayed,
  UNIDENTIFIED,
} from "../../core/index.ts";
import { Refusal } from "../refusal.ts";
import {
  type CustomerLine,
  type DamagedAccount,
  readAccount,
  readAccountByCode,
  readAllAccounts,
  readAllFigures,
  readCustomerLines,
  writeAccounts,
} from "./accounts-tab.ts";
import type { CellStyle } from "./cells.ts";
import { flush, now, releaseLock, spreadsheetId, tryLock, workbookZone } from "./google.ts";
import { appendEntries, clearTornRows, endsIn, readEntries } from "./journal-tab.ts";
import { scratchOf, withStartedClocks } from "./started-clocks.ts";
import { type Identity, type LedgerState, readState, stateAfter, writeState } from "./state-tab.ts";
import { refuseUnknownLayout, writeViews } from "./views/views.ts";

/** Who acts, and how the ledger knows it. */
export interface Who {
  readonly user: string;
  readonly knownBy: KnownBy;
}

/** The ledger as one action has it open: the book's head, and the accounts it asked for. */
export interface Ledger {
  readonly state: LedgerState;
  readonly book: Book;
  readonly style: CellStyle;
  /** Customers whose packed account was torn and was taken from the journal. */
  readonly damaged: string[];
  /** The book as the journal alone tells it: one replay serves every damaged account. */
  readonly fromJournal: () => Book;
  /** Unfinished actions of earlier runs that were completed on the way in. */
  readonly completed: number;
  /** Whether the journal's last row was looked at in this run: once is enough. */
  readonly hasSeenEnd: boolean;
}

/**
 * Runs an action that writes: lock, finish what was left unfinished, act, flush, unlock. Nobody else
 * writes meanwhile; killed anywhere, the next run completes it.
 */
export function withLedger<T>(action: (ledger: Ledger) => T): T {
  if (!tryLock()) throw new Refusal("busy", {});
  try {
    const result = action(openLedger("write"));
    flush();
    return result;
  } finally {
    releaseLock();
  }
}

/** Opens the ledger to read; it is not locked, and what others write meanwhile is not waited for. */
export function openLedger(mode: "read" | "write"): Ledger {
  const state = readState();
  if (!state) throw new Refusal("notALedger", {});
  if (state.identity.spreadsheetId !== spreadsheetId()) throw new Refusal("restoredOrCopied", {});
  const style = { language: state.left.book.settings.language, zone: workbookZone() };
  const ledger = {
    state,
    book: { ...state.left.book, accounts: new Map() },
    style,
    damaged: [],
    fromJournal: replayOnce(state),
    completed: 0,
    hasSeenEnd: false,
  };
  if (mode === "write" && state.damage) throw new Refusal("damaged", { row: state.damage.row });
  const unfinished = state.journalRowsNow > state.left.journalRows;
  return unfinished && mode === "write" ? recovered(ledger) : ledger;
}

/** Nothing is written below a journal that does not end as the ledger remembers: one call. */
function refuseOtherEnd({ journalRowsNow, left }: LedgerState): void {
  const { journalRows, book } = left;
  if (journalRowsNow < journalRows || !endsIn(journalRows, book.head))
    throw new Refusal("damaged", { row: journalRows + 1 });
}

/** Loads a customer's account into the book: two calls. */
export function loadAccount(ledger: Ledger, id: string): Account {
  const known = ledger.book.accounts.get(id);
  if (known) return known;
  const account = whole(ledger, readAccount(id));
  if (!account && id !== UNIDENTIFIED) throw new Refusal("customerUnknown", { customer: id });
  if (account) ledger.book.accounts.set(id, account);
  return accountOf(ledger.book, id);
}

/** The account of the customer with that code, exactly so or in another spelling: two calls, or three. */
export function accountByCode(ledger: Ledger, code: string): Account | undefined {
  const exact = whole(ledger, readAccountByCode(code));
  if (exact) return exact;
  const wanted = codeKey(code);
  const [line, ...others] = readCustomerLines().filter((each) => codeKey(each.code) === wanted);
  return line && others.length === 0 ? whole(ledger, readAccount(line.id)) : undefined;
}

/** Whether a customer has that code, in whatever spelling: one call. */
export function isCodeTaken(code: string): boolean {
  return readCustomerLines().some((each) => codeKey(each.code) === codeKey(code));
}

/** An account that was torn while it was written is taken from the journal instead. */
function whole(ledger: Ledger, read: Account | DamagedAccount | undefined): Account | undefined {
  if (!read || !("damaged" in read)) return read;
  ledger.damaged.push(read.damaged);
  return ledger.fromJournal().accounts.get(read.damaged);
}

/** Replays the journal up to where the views had caught up, the first time that somebody asks. */
function replayOnce({ left, identity, damage }: LedgerState): () => Book {
  let book: Book | undefined;
  return () => {
    if (book) return book;
    const reading = readEntries(0, left.journalRows, EMPTY_HEAD);
    const [first] = reading.damage;
    if (first && !damage) throw new Refusal("damaged", { row: first.row + 1 });
    book = replayed(reading, firstBook(identity));
    return book;
  };
}

/** The book before the first entry: empty, in the language that was chosen at set-up. */
export function firstBook({ language }: Identity): Book {
  const book = emptyBook();
  return { ...book, settings: { ...book.settings, language } };
}

/** Loads every account into the book. */
export function loadAll(ledger: Ledger): void {
  for (const read of readAllAccounts()) {
    const account = whole(ledger, read);
    if (account && !ledger.book.accounts.has(account.customer.id))
      ledger.book.accounts.set(account.customer.id, account);
  }
}

/** A packed account: its line and figures at hand, its customer and all its records where somebody asks for them. */
export interface PackedSource extends FigureSource {
  readonly line: CustomerLine;
  readonly record: () => Customer;
}

/**
 * The figures of every account, one after the other: enough for sums of everybody, and many times faster
 * than {@link loadAll}. Records are unpacked where somebody asks for them.
 */
export function* figuresOfAll(ledger: Ledger): Generator<PackedSource> {
  const known = new Set<string>();
  for (const { figures, account: read, customer, ...line } of readAllFigures()) {
    if (known.has(line.id)) continue;
    known.add(line.id);
    const account = () => whole(ledger, read()) ?? accountOf(ledger.book, line.id);
    const record = () => customer() ?? account().customer;
    yield { customer: line.id, line, record, figures: figures ?? figuresOf(account()), account };
  }
}

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

/**
 * The most, in minor units, that the amounts of one customer may add up to, signs left aside. What is
 * written must be reckoned for ever after, and ninety such customers still are; nobody owes as much.
 */
const MOST_OF_A_CUSTOMER = 1e14;

/** Refuses, before anything is written, what the ledger could not add up: numbers that are no amounts. */
function refuseUnreckonable(accounts: Iterable<Account>, since: number): void {
  for (const { customer, upTo, items, receipts } of accounts) {
    if (upTo < since) continue;
    const sum = [...items, ...receipts].reduce((total, { amount }) => total + Math.abs(amount), 0);
    if (sum > MOST_OF_A_CUSTOMER) throw new Refusal("sumTooLarge", { customer: customer.name });
  }
}

interface CatchUp {
  readonly journalRows: number;
  readonly hash: string;
  readonly recovering: boolean;
}

/** Makes book, packed accounts, views and state follow entries that stand in the journal. */
function catchUp(ledger: Ledger, entries: readonly Entry[], to: CatchUp): Ledger {
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

/** Completes actions whose journal entry was written but whose views were not. */
function recovered(ledger: Ledger): Ledger {
  const { state, book } = ledger;
  const reading = readEntries(state.left.journalRows, state.journalRowsNow, book.head);
  const [damage] = reading.damage;
  if (damage) throw new Refusal("damaged", { row: state.left.journalRows + damage.row + 1 });
  const complete = state.left.journalRows + reading.completeRows;
  clearTornRows(complete, state.journalRowsNow);
  if (reading.entries.some((entry) => settlesBatch(entry) || changesCustomer(entry))) loadAll(ledger);
  for (const id of customersOf(reading.entries)) {
    const account = book.accounts.has(id) ? undefined : whole(ledger, readAccount(id));
    if (account) book.accounts.set(id, account);
  }
  const done = catchUp(ledger, reading.entries, {
    journalRows: complete,
    hash: reading.head.hash,
    recovering: true,
  });
  return { ...done, completed: reading.entries.length };
}

/** Closing or undoing a batch changes every account that the batch has touched. */
function settlesBatch(entry: Entry): boolean {
  return entry.changes.some((change) => change.put === "batch" && change.row.state !== "open");
}

/** The rows of others may name a customer whose code is another one now. */
function changesCustomer({ seq, changes }: Entry): boolean {
  return changes.some((change) => change.put === "customer" && !change.row.id.startsWith(`c${seq}.`));
}

function customersOf(entries: readonly Entry[]): Set<string> {
  const ids = new Set<string>();
  for (const entry of entries) {
    for (const change of entry.changes) {
      if (change.put === "customer") ids.add(change.row.id);
      else if (change.put === "receipt") ids.add(change.row.customer ?? UNIDENTIFIED);
      else if ("customer" in change.row) ids.add(change.row.customer);
    }
  }
  return ids;
}
