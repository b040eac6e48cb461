import type { Account } from "../records/book.ts";
import type { OpenItem } from "../records/open-item.ts";
import type { Receipt } from "../records/receipt.ts";
import { codeKey } from "../values/text.ts";

type Numbered = OpenItem | Receipt;

/** What records were called before a hand gave them another number or reference, and what they are called now. */
export interface FormerNumbers {
  /** Versions that a later one replaced, by the number that they had. */
  readonly byNumber: Map<string, Numbered[]>;
  /** Records that have such versions and stand, by their ids, with whomever they are now. */
  readonly now: Map<string, Numbered>;
}

export function noFormerNumbers(): FormerNumbers {
  return { byNumber: new Map(), now: new Map() };
}

/** Adds what an account's records were called and are called. */
export function addVersions({ byNumber, now }: FormerNumbers, { items, receipts }: Account): void {
  for (const record of [...items, ...receipts]) {
    const key = codeKey(numberOf(record));
    if (record.voided === 0) now.set(record.id, record);
    else if (key !== "") byNumber.set(key, [...(byNumber.get(key) ?? []), record]);
  }
}

/**
 * What the record is called now that came as this row 改过单号 and was given another number since: the row is known.
 * Nothing where no such record stands, or it still has the number.
 */
export function renumbered(
  { byNumber, now }: FormerNumbers,
  number: string,
  isSame: (version: Numbered) => boolean,
): Numbered | undefined {
  const key = codeKey(number);
  const versions = (byNumber.get(key) ?? []).filter(isSame);
  const standing = versions.flatMap(({ id }) => now.get(id) ?? []);
  return standing.find((record) => codeKey(numberOf(record)) !== key);
}

/**
 * The number of a document, or the reference of a receipt.
 *
 * @example
 * numberOf({ number: "N-1" }) // => "N-1"
 */
export function numberOf(record: { readonly number?: string } | { readonly bankReference?: string }): string {
  return ("bankReference" in record ? record.bankReference : "number" in record ? record.number : "") ?? "";
}
