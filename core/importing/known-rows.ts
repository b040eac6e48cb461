import { type Account, type Book, UNIDENTIFIED } from "../records/book.ts";
import { PENDING } from "../records/known-fact.ts";
import type { OpenItem } from "../records/open-item.ts";
import type { Receipt } from "../records/receipt.ts";
import { codeKey, nameKey } from "../values/text.ts";
import { contentKeyIn } from "./content-keys.ts";
import { addVersions, type FormerNumbers, noFormerNumbers } from "./former-numbers.ts";

/** A record that an import may find again, with its place in the journal where it has one by now. */
export type Found<T> = T & { readonly seq?: number; readonly batch?: string };

/** What a record is about, whatever its number. */
export interface SumOf {
  readonly id?: string;
  readonly customer?: string;
  readonly kind?: string;
  readonly date: string;
  readonly amount: number;
  readonly currency: string;
  readonly number?: string;
  readonly bankReference?: string;
  readonly importKey?: string;
  readonly reverses?: string;
}

/** Records that came without a number, by what they say: with a key of today, or as an earlier version made it. */
export interface NumberlessRows<T> {
  readonly byContent: Map<string, T[]>;
  readonly byFormerKey: Map<string, T[]>;
}

/** What the ledger holds already, by the keys by which an import recognises it. */
export interface KnownRows {
  /** Items by document number. */
  readonly byNumber: Map<string, Found<OpenItem>[]>;
  /** Receipts by bank reference. */
  readonly byBankReference: Map<string, Found<Receipt>[]>;
  readonly numberlessItems: NumberlessRows<Found<OpenItem>>;
  readonly numberlessReceipts: NumberlessRows<Found<Receipt>>;
  readonly formerNumbers: FormerNumbers;
  /** Everything by whose, when and how much. */
  readonly bySum: Map<string, Found<SumOf>[]>;
  /** Records that a row of the import at work was found to be, by their ids. */
  readonly claimed: Set<string>;
  /** How much of a record is settled, by its id; of an imported settlement all that came in. */
  readonly settled: Map<string, number>;
  readonly byId: Map<string, Account>;
  /** Accounts by their code, exactly and as a key; of two codes with one key the key is nobody's. */
  readonly byCode: Map<string, Account | "ambiguous">;
  /** Accounts by a code that they had. */
  readonly byFormerCode: Map<string, Account | "ambiguous">;
  /** Accounts by normalised name or confirmed alias; two customers of one name are nobody. */
  readonly byName: Map<string, Account | "ambiguous">;
}

/**
 * Lays out what a whole book holds by import keys: one pass, whatever the number of rows to come.
 *
 * @example
 * knownRowsOf(emptyBook()).byNumber.size // => 0
 */
export function knownRowsOf(book: Book): KnownRows {
  const known: KnownRows = {
    byNumber: new Map(),
    byBankReference: new Map(),
    numberlessItems: { byContent: new Map(), byFormerKey: new Map() },
    numberlessReceipts: { byContent: new Map(), byFormerKey: new Map() },
    formerNumbers: noFormerNumbers(),
    bySum: new Map(),
    claimed: new Set(),
    settled: new Map(),
    byId: new Map(),
    byCode: new Map(),
    byFormerCode: new Map(),
    byName: new Map(),
  };
  for (const account of book.accounts.values()) addAccount(known, account);
  return known;
}

/** Adds a customer, old or just made, to what is known. */
export function addAccount(known: KnownRows, account: Account): void {
  const { customer } = account;
  known.byId.set(customer.id, account);
  if (customer.id !== UNIDENTIFIED) {
    addUnder(known.byCode, `=${customer.code}`, account);
    addUnder(known.byCode, codeKey(customer.code), account);
    for (const code of customer.formerCodes ?? []) addUnder(known.byFormerCode, codeKey(code), account);
    for (const name of namesOf(account)) addUnder(known.byName, nameKey(name), account);
  }
  for (const item of account.items) if (item.voided === 0) addItem(known, item);
  for (const receipt of account.receipts) if (receipt.voided === 0) addReceipt(known, receipt);
  addVersions(known.formerNumbers, account);
  addSettled(known, account);
}

function namesOf({ customer }: Account): string[] {
  return [customer.name, ...(customer.aliases ?? [])];
}

function addUnder(accounts: KnownRows["byName"], key: string, account: Account): void {
  const other = accounts.get(key);
  accounts.set(key, other && other !== account ? "ambiguous" : account);
}

/**
 * The customer with a code: exactly so, else in another spelling, else the one who had it before, if the row
 * does not say another name and no other customer goes by it as a name.
 *
 * @example
 * accountWithCode(knownRowsOf(emptyBook()), "K1") // => undefined
 */
export function accountWithCode(
  known: KnownRows,
  code: string,
  name?: string,
): Account | "ambiguous" | undefined {
  const now = known.byCode.get(`=${code}`) ?? known.byCode.get(codeKey(code));
  const before = known.byFormerCode.get(codeKey(code));
  if (now || !before || before === "ambiguous") return now ?? before;
  if (name === undefined) return besideNamesake(before, known.byName.get(nameKey(code)), code);
  return namesOf(before).some((each) => nameKey(each) === nameKey(name)) ? before : undefined;
}

/** Who is named exactly so comes before who had the code; a looser likeness leaves it open who is meant. */
function besideNamesake(
  before: Account,
  named: Account | "ambiguous" | undefined,
  code: string,
): Account | "ambiguous" {
  if (named === undefined || named === before) return before;
  if (named === "ambiguous") return named;
  return codeKey(named.customer.name) === codeKey(code) ? named : "ambiguous";
}

export function addItem(known: KnownRows, item: Found<OpenItem>): void {
  if (item.number) push(known.byNumber, numberKey(item.number), item);
  if (item.importKey) addNumberless(known.numberlessItems, item.importKey, item);
  push(known.bySum, sumKey(item), item);
}

export function addReceipt(known: KnownRows, receipt: Found<Receipt>): void {
  if (receipt.bankReference) push(known.byBankReference, numberKey(receipt.bankReference), receipt);
  if (receipt.importKey) addNumberless(known.numberlessReceipts, receipt.importKey, receipt);
  push(known.bySum, sumKey(receipt), receipt);
}

function addNumberless<T>({ byContent, byFormerKey }: NumberlessRows<T>, key: string, row: T): void {
  const content = contentKeyIn(key);
  push(content === undefined ? byFormerKey : byContent, content ?? key, row);
}

function push<T>(rows: Map<string, T[]>, key: string, row: T): void {
  const known = rows.get(key);
  if (known) known.push(row);
  else rows.set(key, [row]);
}

function addSettled(known: KnownRows, { receipts, allocations }: Account): void {
  const paid = new Map(receipts.map((receipt) => [receipt.id, receipt.amount]));
  const counted = new Set<string>();
  for (const { voided, rule, from, item, amount } of allocations) {
    if (voided > 0) continue;
    const whole = rule === "imported" ? paid.get(from) : undefined;
    if (whole === undefined) addToSettled(known, item, amount);
    else if (!counted.has(from)) addToSettled(known, item, whole);
    if (whole === undefined) addToSettled(known, from, amount);
    else counted.add(from);
  }
}

/**
 * What records are likely twins by: whose, what, when and how much.
 *
 * @example
 * sumKey({ customer: "c1.0", kind: "invoice", date: "2026-01-05", amount: 100, currency: "CNY" }) // => "c1.0 invoice 2026-01-05 100 CNY"
 */
export function sumKey({ customer, kind, date, amount, currency }: SumOf): string {
  return `${customer} ${kind} ${date} ${amount} ${currency}`;
}

/** Counts what was settled of a record. */
export function addToSettled({ settled }: KnownRows, id: string, amount: number): void {
  settled.set(id, (settled.get(id) ?? 0) + amount);
}

/**
 * Whether a record stands in another import that is still open, and may yet be discarded.
 *
 * @example
 * isElsewhere({ seq: 3 }, "b1.0") // => false
 */
export function isElsewhere({ seq, batch }: Found<unknown>, own: string): boolean {
  return seq === PENDING && batch !== own;
}

export function numberKey(number: string): string {
  return codeKey(number);
}
