import type { ImportRow } from "../reading/import-row.ts";

/** A row with the how-manieth of its content it is in its file, counted from 1. */
export interface CountedImportRow extends ImportRow {
  readonly occurrence: number;
}

/**
 * Counts each row among those of equal content in the same file: the n-th occurrence is part of the
 * key of a row without a number.
 *
 * @example
 * countedRows([{ row: 2, currency: "CNY" }, { row: 3, currency: "CNY" }]).map((row) => row.occurrence) // => [1, 2]
 */
export function countedRows(rows: readonly ImportRow[]): CountedImportRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = JSON.stringify(contentOf(row));
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return { ...row, occurrence };
  });
}

/**
 * What makes two rows the same: who, when, how much, and what for; not where in the file they stand, nor
 * what is settled of them by now.
 */
export function contentOf(row: ImportRow): unknown[] {
  const { customerCode, customerName, payerName, date, due, amount, openAmount, currency } = row;
  const { documentWord, reference, orderNumber, bankReference, note } = row;
  const who = [customerCode ?? customerName ?? payerName];
  return [
    ...who,
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
