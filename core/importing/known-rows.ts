import { type Account, type Book, PENDING, UNIDENTIFIED } from "../records/book.ts";
import { hashOf } from "../records/journal.ts";
import type { OpenItem } from "../records/open-item.ts";
import type { Receipt } from "../records/receipt.ts";
import { codeKey, nameKey } from "../values/text.ts";

/** A record that an import may find again, with its place in the journal where it has one by now. */
export type Found<T> = T & { readonly seq?: number; readonly batch?: string };

/** What a record is about, whatever its number. */
export interface SumOf {
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

/** What the ledger holds already, by the keys by which an import recognises it. */
export interface KnownRows {
  /** Items by document number. */
  readonly byNumber: Map<string, Found<OpenItem>[]>;
  /** Receipts by bank reference. */
  readonly byBankReference: Map<string, Found<Receipt>[]>;
  /** Rows without a number, by what they say. */
  readonly itemsByContent: Map<string, Found<OpenItem>[]>;
  readonly receiptsByContent: Map<string, Found<Receipt>[]>;
  /** Everything by whose, when and how much. */
  readonly bySum: Map<string, Found<SumOf>[]>;
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
    itemsByContent: new Map(),
    receiptsByContent: new Map(),
    bySum: new Map(),
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
 * does not say another name.
 *
 * @example
 * accountWithCode(knownRowsOf(emptyBook()), "K1") // => undefined
 */
export function accountWithCode(
  { byCode, byFormerCode }: KnownRows,
  code: string,
  name?: string,
): Account | "ambiguous" | undefined {
  const now = byCode.get(`=${code}`) ?? byCode.get(codeKey(code));
  const before = byFormerCode.get(codeKey(code));
  if (now || !before || before === "ambiguous" || name === undefined) return now ?? before;
  return namesOf(before).some((each) => nameKey(each) === nameKey(name)) ? before : undefined;
}

export function addItem(known: KnownRows, item: Found<OpenItem>): void {
  if (item.number) push(known.byNumber, numberKey(item.number), item);
  if (item.importKey) push(known.itemsByContent, item.importKey, item);
  push(known.bySum, sumKey(item), item);
}

export function addReceipt(known: KnownRows, receipt: Found<Receipt>): void {
  if (receipt.bankReference) push(known.byBankReference, numberKey(receipt.bankReference), receipt);
  if (receipt.importKey) push(known.receiptsByContent, receipt.importKey, receipt);
  push(known.bySum, sumKey(receipt), receipt);
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

function sumKey({ customer, kind, date, amount, currency }: SumOf): string {
  return `${customer} ${kind} ${date} ${amount} ${currency}`;
}

/**
 * A record of another door that says the same as a new one, and nothing tells the two apart: one of them has
 * no number. Rows without a number of earlier imports are told apart by how often they come.
 *
 * @example
 * suspectedTwin(knownRowsOf(emptyBook()), { date: "2026-01-05", amount: 100, currency: "CNY" }, "b1.0") // => undefined
 */
export function suspectedTwin(known: KnownRows, row: SumOf, own: string): Found<SumOf> | undefined {
  const isNumbered = numberOf(row) !== undefined;
  return known.bySum.get(sumKey(row))?.find((each) => {
    if (each.seq === undefined || each.batch === own || each.reverses) return false;
    return isNumbered ? numberOf(each) === undefined : each.importKey === undefined;
  });
}

function numberOf({ number, bankReference }: SumOf): string | undefined {
  return number ?? bankReference;
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

/**
 * Key of a row without a number: what it says, and the how-manieth such row of its file it is, so that
 * true twins are all taken and the same file a second time adds nothing.
 *
 * @example
 * contentKey(["c", "2026-01-05", 100], 1) === contentKey(["c", "2026-01-05", 100], 2) // => false
 */
export function contentKey(content: readonly unknown[], occurrence: number): string {
  return `${hashOf(JSON.stringify(content)).slice(0, 20)}#${occurrence}`;
}
