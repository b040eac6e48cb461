import type { ImportRow } from "../reading/import-row.ts";
import type { Customer } from "../records/customer.ts";
import { hashOf } from "../records/journal.ts";
import { type CountedImportRow, contentOf, namedIn } from "./occurrences.ts";

/**
 * By what a row without a number is known again: whose it is and what it says, in one key, and which of the
 * rows that say so it is, as `key:name.n`. The customer counts by its id, whatever the file calls it.
 */

/** What the record that a row becomes says of whose and what it is. */
export interface KeyedRecord {
  readonly customer: string;
  /** Kind of document, or "receipt". */
  readonly kind: string;
  readonly currency: string;
}

/**
 * What two rows have in common that may be the same.
 *
 * @example
 * contentKey({ customer: "c1.0", kind: "invoice", currency: "CNY" }, { row: 2, currency: "CNY" }).length // => 20
 */
export function contentKey({ customer, kind, currency }: KeyedRecord, row: ImportRow): string {
  const { date, due, amount, openAmount, reference, orderNumber, bankReference, note } = row;
  const sum = amount ?? openAmount;
  return shortHash(
    [customer, kind, date, due, sum, currency, reference, orderNumber, bankReference, note],
    20,
  );
}

/**
 * The key that the record of a row keeps.
 *
 * @example
 * contentKeyIn(importKey("5b0c", { row: 2, currency: "CNY", customerName: "甲", occurrence: 1 })) // => "5b0c"
 */
export function importKey(content: string, row: CountedImportRow): string {
  return `${content}:${nameTag(row)}.${row.occurrence}`;
}

/**
 * The part of a record's key that says whose and what it is; nothing of a key as earlier versions made it.
 *
 * @example
 * contentKeyIn("5b0c:77aa.2") // => "5b0c"
 * @example
 * contentKeyIn("5b0c#2") // => undefined
 */
export function contentKeyIn(key: string): string | undefined {
  const [content, which] = key.split(":");
  return which === undefined ? undefined : content;
}

/**
 * The how-manieth of its content a record came as, if its file named the customer as the row does.
 *
 * @example
 * nthUnderName("5b0c:77aa.2", { row: 2, currency: "CNY", customerName: "甲" }) // => undefined
 */
export function nthUnderName(key: string, row: ImportRow): number | undefined {
  const [tag, nth] = (key.split(":")[1] ?? "").split(".");
  return tag === nameTag(row) ? Number(nth) : undefined;
}

/**
 * Whether two records may be one row of a file, by their keys: the same content, and not two rows of it under one
 * name. Nothing where one key is an earlier version's, which does not say.
 *
 * @example
 * isSameRow("5b0c:77aa.1", "5b0c:99ee.1") // => true
 * @example
 * isSameRow("5b0c:77aa.1", "5b0c:77aa.2") // => false
 * @example
 * isSameRow("5b0c:77aa.1", "1111#1") // => undefined
 */
export function isSameRow(a: string, b: string): boolean | undefined {
  const [contentA, contentB] = [contentKeyIn(a), contentKeyIn(b)];
  if ((contentA === undefined) !== (contentB === undefined)) return undefined;
  if (contentA === undefined || a === b) return a === b;
  return contentA === contentB && tagIn(a) !== tagIn(b);
}

function tagIn(key: string): string | undefined {
  return key.split(":")[1]?.split(".")[0];
}

function nameTag(row: ImportRow): string {
  return shortHash([namedIn(row)], 8);
}

/**
 * Key as earlier versions made it: with the name as the file has it, and the import's kind.
 *
 * @example
 * formerKey("items", { row: 2, currency: "CNY" }, 2).slice(20) // => "#2"
 */
export function formerKey(kind: string, row: ImportRow, occurrence: number): string {
  return `${shortHash([kind, ...contentOf(row)], 20)}#${occurrence}`;
}

/**
 * The row as it is, and as it would be with each of the names and codes that its customer has or had.
 *
 * @example
 * asNamed({ row: 2, currency: "CNY", customerName: "甲" }, { id: "c1.0", code: "K1", name: "甲" }).length // => 2
 */
export function asNamed(
  row: ImportRow,
  { code, name, aliases = [], formerCodes = [] }: Customer,
): ImportRow[] {
  const names = new Set([code, name, ...aliases, ...formerCodes]);
  names.delete(namedIn(row) ?? "");
  return [row, ...[...names].map((customerCode) => ({ ...row, customerCode }))];
}

function shortHash(content: readonly unknown[], length: number): string {
  return hashOf(JSON.stringify(content)).slice(0, length);
}
