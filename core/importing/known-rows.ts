import { type Account, type Book, UNIDENTIFIED } from "../records/book.ts";
import { hashOf } from "../records/journal.ts";
import type { OpenItem } from "../records/open-item.ts";
import type { Receipt } from "../records/receipt.ts";
import { nameKey } from "../values/text.ts";

/** What the ledger holds already, by the keys by which an import recognises it. */
export interface KnownRows {
  /** Items by document number. */
  readonly byNumber: Map<string, OpenItem>;
  /** Receipts by bank reference. */
  readonly byBankReference: Map<string, Receipt>;
  /** Keys of rows without a number. */
  readonly importKeys: Set<string>;
  readonly byCode: Map<string, Account>;
  /** Accounts by normalised name or confirmed alias; two customers of one name are nobody. */
  readonly byName: Map<string, Account | "ambiguous">;
}

/**
 * Lays out what a whole book holds by import keys: one pass, whatever the number of rows to come.
 *
 * @example
 * knownRowsOf(emptyBook()).importKeys.size // => 0
 */
export function knownRowsOf(book: Book): KnownRows {
  const known: KnownRows = {
    byNumber: new Map(),
    byBankReference: new Map(),
    importKeys: new Set(),
    byCode: new Map(),
    byName: new Map(),
  };
  for (const account of book.accounts.values()) addAccount(known, account);
  return known;
}

/** Adds a customer, old or just made, to what is known. */
export function addAccount(known: KnownRows, account: Account): void {
  const { customer } = account;
  if (customer.id !== UNIDENTIFIED) {
    known.byCode.set(customer.code.toUpperCase(), account);
    for (const name of [customer.name, ...(customer.aliases ?? [])]) addName(known, nameKey(name), account);
  }
  for (const item of account.items) if (item.voided === 0) addItem(known, item);
  for (const receipt of account.receipts) if (receipt.voided === 0) addReceipt(known, receipt);
}

function addName(known: KnownRows, key: string, account: Account): void {
  const other = known.byName.get(key);
  known.byName.set(key, other && other !== account ? "ambiguous" : account);
}

export function addItem(known: KnownRows, item: OpenItem): void {
  if (item.number) known.byNumber.set(numberKey(item.number), item);
  if (item.importKey) known.importKeys.add(item.importKey);
}

export function addReceipt(known: KnownRows, receipt: Receipt): void {
  if (receipt.bankReference) known.byBankReference.set(receipt.bankReference, receipt);
  if (receipt.importKey) known.importKeys.add(receipt.importKey);
}

export function numberKey(number: string): string {
  return number.normalize("NFKC").trim().toUpperCase();
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
