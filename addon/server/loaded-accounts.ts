import {
  type Account,
  accountOf,
  type Customer,
  codeKey,
  type FigureSource,
  figuresOf,
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
} from "./accounts-tab.ts";
import type { Ledger } from "./ledger.ts";

/** Loads a customer's account into the book: two calls. */
export function loadAccount(ledger: Ledger, id: string): Account {
  const account = loadIfThere(ledger, id);
  if (!account && id !== UNIDENTIFIED) throw new Refusal("customerUnknown", { customer: id });
  return account ?? accountOf(ledger.book, id);
}

/** The same, of a customer who may have none yet. */
export function loadIfThere(ledger: Ledger, id: string): Account | undefined {
  const known = ledger.book.accounts.get(id);
  if (known) return known;
  const account = whole(ledger, readAccount(id));
  if (account) ledger.book.accounts.set(id, account);
  return account;
}

/** The same, of a real customer: receipts of nobody known are nobody's to judge. */
export function loadCustomer(ledger: Ledger, id: string): Account {
  if (id === UNIDENTIFIED) throw new Refusal("customerUnknown", { customer: id });
  return loadAccount(ledger, id);
}

/** So many accounts are read one by one; more are all read at once, so that calls do not grow with them. */
const ONE_BY_ONE = 3;

/** Loads the accounts of some customers: few calls, however many they are. */
export function loadCustomers(ledger: Ledger, ids: readonly string[]): void {
  if (new Set(ids).size > ONE_BY_ONE) loadAll(ledger);
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

/** An account that was torn while it was written is taken from the journal instead. */
function whole(ledger: Ledger, read: Account | DamagedAccount | undefined): Account | undefined {
  if (!read || !("damaged" in read)) return read;
  ledger.damaged.push(read.damaged);
  return ledger.fromJournal().accounts.get(read.damaged);
}
