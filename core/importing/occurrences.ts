import type { ImportRow } from "../reading/import-row.ts";

/** A row with the how-manieth of its content it is in its file, counted from 1. */
export interface CountedImportRow extends ImportRow {
  readonly occurrence: number;
  /** The file has a row that says the same of a customer under another name, who may be the same one. */
  readonly alsoNamed?: boolean;
}

/**
 * Counts each row among those of equal content in the same file: the n-th occurrence is part of the
 * key of a row without a number.
 *
 * @example
 * countedRows([{ row: 2, currency: "CNY" }, { row: 3, currency: "CNY" }]).map((row) => row.occurrence) // => [1, 2]
 * @example
 * countedRows([{ row: 2, currency: "CNY", customerName: "甲" }, { row: 3, currency: "CNY", customerName: "乙" }])[0].alsoNamed // => true
 */
export function countedRows(rows: readonly ImportRow[]): CountedImportRow[] {
  const seen = new Map<string, number>();
  const names = namesByContent(rows);
  return rows.map((row) => {
    const key = JSON.stringify(contentOf(row));
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    const isAlsoNamed = (names.get(whateverTheName(row))?.size ?? 0) > 1;
    return { ...row, occurrence, ...(isAlsoNamed ? { alsoNamed: true } : {}) };
  });
}

function namesByContent(rows: readonly ImportRow[]): Map<string, Set<string | undefined>> {
  const names = new Map<string, Set<string | undefined>>();
  for (const row of rows) {
    const key = whateverTheName(row);
    names.set(key, (names.get(key) ?? new Set()).add(namedIn(row)));
  }
  return names;
}

function whateverTheName(row: ImportRow): string {
  return JSON.stringify(contentOf(row).slice(1));
}

/**
 * By what the row names its customer: the code, else the name, else who paid.
 *
 * @example
 * namedIn({ row: 2, currency: "CNY", customerName: "甲", payerName: "乙" }) // => "甲"
 */
export function namedIn({ customerCode, customerName, payerName }: ImportRow): string | undefined {
  return customerCode ?? customerName ?? payerName;
}

/**
 * What makes two rows of a file the same: who, when, how much, and what for; not where in the file they stand, nor
 * what is settled of them by now.
 */
export function contentOf(row: ImportRow): unknown[] {
  const { date, due, amount, openAmount, currency } = row;
  const { documentWord, reference, orderNumber, bankReference, note } = row;
  return [
    namedIn(row),
    date,
    due,
    amount ?? openAmount,
    currency,
    documentWord,
    reference,
    orderNumber,
    bankReference,
    note,
  ];
}
