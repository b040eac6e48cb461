import { type Account, accountOf, type Book, emptyAccount, factListsOf, UNIDENTIFIED } from "./book.ts";
import type { Change } from "./change.ts";
import { type CreditFile, emptyFile, type LimitInForce } from "./credit-file.ts";
import type { Customer } from "./customer.ts";
import type { Origin, PlaceInJournal } from "./entry-place.ts";
import { type Known, PENDING } from "./known-fact.ts";
import type { Allocation } from "./receipt.ts";
import { placeInId } from "./record-id.ts";
import { replaced } from "./replaced.ts";

/** A change of one customer, or of what it holds. */
export type AccountChange = Exclude<
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

/** Adds one change to the account that it belongs to; to one that is complete up to there it adds nothing. */
export function applyToAccount(book: Book, change: AccountChange, at: PlaceInJournal): void {
  const before = change.put === "customer" ? putCustomer(book, change.row) : undefined;
  const id = change.put === "customer" ? change.row.id : (change.row.customer ?? UNIDENTIFIED);
  const account = accountOf(book, id);
  if (account.upTo >= at.seq)
    return change.put === "void" ? noteEnded(account, change.row.id, at) : undefined;
  at.touched.add(account);
  switch (change.put) {
    case "customer":
      return before && noteLimit(account, before, change.row, at);
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
    case "approval":
      return addFact(openedFile(account).approvals, change.row, outsideBatch(at));
    case "hold":
      return addFact(openedFile(account).holds, change.row, outsideBatch(at));
    case "review":
      return addFact(openedFile(account).reviews, change.row, outsideBatch(at));
    case "reminder":
      return addFact(openedFile(account).reminders, change.row, outsideBatch(at));
    case "promise":
      return addFact(openedFile(account).promises, change.row, outsideBatch(at));
    case "void":
      return voidFact(account, change.row.id, at);
  }
}

/** Puts a customer, and says what it was before. */
function putCustomer(book: Book, customer: Customer): Customer | undefined {
  const account = book.accounts.get(customer.id);
  const before = account?.customer;
  if (account) account.customer = customer;
  else book.accounts.set(customer.id, emptyAccount(customer));
  return before;
}

function openedFile(account: Account): CreditFile {
  account.file ??= emptyFile();
  return account.file;
}

/** A limit that another one follows stays known, for reports of earlier days and places. */
function noteLimit(account: Account, before: Customer, now: Customer, { seq }: PlaceInJournal): void {
  if (isSameLimit(before, now)) return;
  const { limits } = openedFile(account);
  if (limits.length === 0) limits.push({ seq: placeInId(before.id), ...limitOf(before) });
  limits.push({ seq, ...limitOf(now) });
}

function isSameLimit(a: Customer, b: Customer): boolean {
  return (["limitType", "limit", "limitSince", "limitUntil"] as const).every((key) => a[key] === b[key]);
}

function limitOf({ limitType, limit, limitSince, limitUntil }: Customer): Omit<LimitInForce, "seq"> {
  return {
    ...(limitType === undefined ? {} : { limitType }),
    ...(limit === undefined ? {} : { limit }),
    ...(limitSince === undefined ? {} : { since: limitSince }),
    ...(limitUntil === undefined ? {} : { until: limitUntil }),
  };
}

/** What is no part of the batch that its entry belongs to: it neither waits for its close nor is void with it. */
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

/** An account that is complete has ended the record before: what it goes to still stays its import's. */
function noteEnded(account: Account, id: string, { seq, ended }: PlaceInJournal): void {
  for (const facts of factListsOf(account)) {
    const found = facts.find((fact) => fact.id === id && fact.voided === seq);
    if (found) ended.set(id, found);
  }
}

function voidFact(account: Account, id: string, { seq, ended }: PlaceInJournal): void {
  for (const facts of factListsOf(account)) {
    const found = voidIn(facts, id, seq);
    if (!found) continue;
    ended.set(id, found);
    return;
  }
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
