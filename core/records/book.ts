import { assert } from "../values/assert.ts";
import { type PlainDate, plainDate } from "../values/date.ts";
import type { Batch } from "./batch.ts";
import type { Change } from "./change.ts";
import type { Customer, Order, TaxInvoice, User } from "./customer.ts";
import { EMPTY_HEAD, type Entry, type Head } from "./journal.ts";
import type { OpenItem } from "./open-item.ts";
import { DEFAULT_POLICY, type Policy, type Settings, UNNAMED_FIRM } from "./policy.ts";
import type { Allocation, Receipt } from "./receipt.ts";
import type { StatementHead } from "./statement-head.ts";

/** Place in the journal of a fact whose batch is still open: no report knows it yet. */
export const PENDING = Number.MAX_SAFE_INTEGER;

/** A fact and the stretch of the journal over which it holds: known from `seq` until `voided` (0 = still). */
export type Known<T> = T & { readonly seq: number; readonly voided: number; readonly batch?: string };

/** Everything the ledger knows of one customer. Facts stand in journal order. */
export interface Account {
  customer: Customer;
  items: Known<OpenItem>[];
  receipts: Known<Receipt>[];
  allocations: Known<Allocation>[];
  orders: Known<Order>[];
  taxInvoices: Known<TaxInvoice>[];
  statements: StatementHead[];
  /** Place in the journal up to which this account is complete. */
  upTo: number;
}

/** The account that holds receipts nobody has been found for 不明来款. */
export const UNIDENTIFIED = "?";

/** What is known of the whole ledger besides the accounts. */
export interface BookHead {
  head: Head;
  settings: Settings;
  policies: Policy[];
  users: User[];
  batches: Batch[];
  /** Remembered mappings and the like, by name. */
  memory: Record<string, unknown>;
}

/** The ledger in memory. `accounts` may hold only those customers that an action touches. */
export interface Book extends BookHead {
  accounts: Map<string, Account>;
}

export const DEFAULT_SETTINGS: Settings = {
  language: "zh",
  baseCurrency: "CNY",
  debtCarriedBy: "invoice",
  firm: { name: UNNAMED_FIRM },
};

/**
 * A ledger in which nothing has happened.
 *
 * @example
 * emptyBook().accounts.size // => 0
 */
export function emptyBook(): Book {
  return {
    head: EMPTY_HEAD,
    settings: DEFAULT_SETTINGS,
    policies: [DEFAULT_POLICY],
    users: [],
    batches: [],
    memory: {},
    accounts: new Map(),
  };
}

/**
 * An account in which nothing has happened.
 *
 * @example
 * emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }).items // => []
 */
export function emptyAccount(customer: Customer): Account {
  return {
    customer,
    items: [],
    receipts: [],
    allocations: [],
    orders: [],
    taxInvoices: [],
    statements: [],
    upTo: 0,
  };
}

/**
 * The account of a customer that the action has loaded; a bug if it has not.
 *
 * @example
 * accountOf(emptyBook(), "?").customer.id // => "?"
 */
export function accountOf(book: Book, customer: string): Account {
  if (customer === UNIDENTIFIED && !book.accounts.has(UNIDENTIFIED)) {
    book.accounts.set(UNIDENTIFIED, emptyAccount({ id: UNIDENTIFIED, code: "?", name: "不明来款" }));
  }
  const account = book.accounts.get(customer);
  assert(account, `the account of customer ${customer} is not loaded`);
  return account;
}

/**
 * The policy in force on a day: the latest version that is effective by then.
 *
 * @example
 * policyOn(emptyBook(), plainDate("2026-11-22")).version // => 1
 */
export function policyOn(book: BookHead, day: PlainDate): Policy {
  const inForce = book.policies.filter((policy) => policy.effective <= day);
  return inForce.reduce((best, policy) => (isLater(policy, best) ? policy : best), DEFAULT_POLICY);
}

/** Of two versions from the same day on, the one that was made later; a planned one waits for its day. */
function isLater(a: Policy, b: Policy): boolean {
  return a.effective === b.effective ? a.version > b.version : a.effective > b.effective;
}

/** The day before everything: as-of "from the beginning". */
export const BEGINNING = plainDate("1900-01-01");

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

interface PlaceInJournal {
  /** When the entry stands in the journal. */
  readonly seq: number;
  /** From when on its facts are known: the same, or PENDING inside an open batch. */
  readonly known: number;
  readonly batch: string | undefined;
  readonly touched: Set<Account>;
  /** Imports that are still open. */
  readonly open: ReadonlySet<string>;
  /** Records that the entry has ended so far: one that moves to another customer stays its import's. */
  readonly ended: Map<string, Origin>;
}

/** Where a fact came from: the import that brought it, and its place until that is closed. */
type Origin = Pick<Known<object>, "seq" | "batch">;

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
      applyToAccount(book, change, at);
  }
}

type AccountChange = Exclude<
  Change,
  {
    put:
      | "settings"
      | "policy"
      | "user"
      | "memory"
      | "batch"
      | "document"
      | "period"
      | "intent"
      | "reanchoring";
  }
>;

function applyToAccount(book: Book, change: AccountChange, at: PlaceInJournal): void {
  if (change.put === "customer") putCustomer(book, change.row);
  const id = change.put === "customer" ? change.row.id : (change.row.customer ?? UNIDENTIFIED);
  const account = accountOf(book, id);
  if (account.upTo >= at.seq) return;
  at.touched.add(account);
  switch (change.put) {
    case "customer":
      return;
    case "item":
      return addFact(account.items, change.row, change.follows ? outsideBatch(at) : at);
    case "receipt":
      return addFact(account.receipts, change.row, at);
    case "allocation":
      return addFact(account.allocations, change.row, besides(account, change.row, at));
    case "order":
      return addFact(account.orders, change.row, at);
    case "taxInvoice":
      return addFact(account.taxInvoices, change.row, at);
    case "statement":
      account.statements = replaced(account.statements, change.row);
      return;
    case "void":
      return voidFact(account, change.row.id, at);
  }
}

function putCustomer(book: Book, customer: Customer): void {
  const account = book.accounts.get(customer.id);
  if (account) account.customer = customer;
  else book.accounts.set(customer.id, emptyAccount(customer));
}

/** A date that follows on an item is no part of the batch: it neither waits for its close nor is void with it. */
function outsideBatch(at: PlaceInJournal): PlaceInJournal {
  return { ...at, known: at.seq, batch: undefined };
}

/** What is put on a record of an import that is still open counts with it: from its close, or never. */
function besides(account: Account, { from, item }: Allocation, at: PlaceInJournal): PlaceInJournal {
  if (at.open.size === 0 || at.batch !== undefined) return at;
  const ends = [...account.items, ...account.receipts].filter(({ id }) => id === from || id === item);
  const batch = ends.find((fact) => fact.voided === 0 && isPending(fact, at))?.batch;
  return batch === undefined ? at : { ...at, known: PENDING, batch };
}

/**
 * Adds a fact; an earlier version with the same id holds only up to here, and hands on its import: while that
 * is open, the new version waits for its close too.
 */
function addFact<T extends { id: string }>(facts: Known<T>[], row: T, at: PlaceInJournal): void {
  const isNew = row.id.startsWith(`${at.seq}.`, 1);
  const earlier = isNew ? undefined : (voidIn(facts, row.id, at.seq) ?? lastOf(facts, row.id, at));
  const batch = at.batch ?? earlier?.batch;
  const seq = earlier && isPending(earlier, at) ? PENDING : at.known;
  facts.push({ ...row, seq, voided: 0, ...(batch ? { batch } : {}) });
}

/** A record that is put again after it was ended: by an undo, or with another customer: it stays its import's. */
function lastOf<T extends { id: string }>(
  facts: readonly Known<T>[],
  id: string,
  at: PlaceInJournal,
): Origin | undefined {
  const left = at.ended.get(id);
  if (left) return left;
  return [...facts].reverse().find((fact) => fact.id === id);
}

function isPending({ seq, batch }: Origin, { open }: PlaceInJournal): boolean {
  return seq === PENDING && batch !== undefined && open.has(batch);
}

function voidFact(account: Account, id: string, { seq, ended }: PlaceInJournal): void {
  const { items, receipts, allocations, orders, taxInvoices } = account;
  const found =
    voidIn(items, id, seq) ??
    voidIn(receipts, id, seq) ??
    voidIn(allocations, id, seq) ??
    voidIn(orders, id, seq) ??
    voidIn(taxInvoices, id, seq);
  if (found) ended.set(id, found);
}

/** Ends the version that holds now, and says which it was. */
function voidIn<T extends { id: string }>(facts: Known<T>[], id: string, seq: number): Known<T> | undefined {
  for (let i = facts.length - 1; i >= 0; i -= 1) {
    const fact = facts[i];
    if (fact?.id !== id || fact.voided > 0) continue;
    facts[i] = { ...fact, voided: seq };
    return fact;
  }
  return undefined;
}

/** At its close a batch's facts become known; when it is undone they are void. */
function settleBatch(book: Book, batch: Batch, at: PlaceInJournal): void {
  for (const account of book.accounts.values()) {
    const { items, receipts, allocations, orders, taxInvoices } = account;
    const lists = [items, receipts, allocations, orders, taxInvoices];
    const changed = lists.filter((facts) => settleFacts<unknown>(facts, batch, at.seq));
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

function replaced<T extends { id: string }>(rows: readonly T[], row: T): T[] {
  const at = rows.findIndex((known) => known.id === row.id);
  return at < 0 ? [...rows, row] : rows.map((known, i) => (i === at ? row : known));
}

/**
 * The version of a fact that holds now; none once it was taken back.
 *
 * @example
 * liveFact([{ id: "i1.0", seq: 1, voided: 2 }, { id: "i1.0", seq: 2, voided: 0 }], "i1.0")?.seq // => 2
 */
export function liveFact<T extends { id: string; voided: number }>(
  facts: readonly T[],
  id: string,
): T | undefined {
  return facts.find((fact) => fact.id === id && fact.voided === 0);
}

/**
 * A fact without its place in the journal: the record as it is written.
 *
 * @example
 * recordOf({ id: "i1.0", seq: 1, voided: 0, batch: "b1.0" }) // => { id: "i1.0" }
 */
export function recordOf<T>(fact: Known<T>) {
  const { seq, voided, batch, ...record } = fact;
  return record;
}

/**
 * Whether a report that knows the journal up to a place counts the fact.
 *
 * @example
 * isKnownAt({ seq: 3, voided: 5 }, 4) // => true
 */
export function isKnownAt(fact: { seq: number; voided: number }, knownAt: number): boolean {
  return fact.seq <= knownAt && (fact.voided === 0 || fact.voided > knownAt);
}
