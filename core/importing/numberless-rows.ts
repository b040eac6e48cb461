import type { Account } from "../records/book.ts";
import { asNamed, contentKey, contentKeyIn, formerKey, importKey, nthUnderName } from "./content-keys.ts";
import { type Found, isElsewhere, type NumberlessRows, type SumOf } from "./known-rows.ts";
import type { CountedImportRow } from "./occurrences.ts";

/** A row without a number 无单号 that is looked for, and the import that it is part of. */
export interface Wanted {
  readonly row: CountedImportRow;
  readonly account: Account;
  /** Kind of the record: of the document, or "receipt". */
  readonly kind: string;
  readonly currency: string;
  /** What the file is a list of: part of the keys that earlier versions made. */
  readonly formerKind: string;
  readonly batch: string;
}

type Numberless = Found<SumOf>;

/** A record that says the same, and the how-manieth it came as under the name that the row has, if under that. */
interface Candidate<T> {
  readonly record: T;
  readonly nth: number | undefined;
}

/** The key of the record that a new row becomes. */
export function keyOfNew(wanted: Wanted): string {
  return importKey(contentOfWanted(wanted), wanted.row);
}

/**
 * Records that a row without a number may be: the one that came as this very row; else, of those that came under
 * other names, the n-th for the n-th row that did not. `doubtful` where the file says the row under several names,
 * or the record is another customer's: nobody can tell then which row is which.
 */
export function sameRows<T extends Numberless>(rows: NumberlessRows<T>, wanted: Wanted): T[] | "doubtful" {
  const { row, account, batch } = wanted;
  const all = [...currentRows(rows, wanted), ...formerRows(rows, wanted)];
  const ours = all.filter(({ record }) => !isOthers(record, account));
  const isThis = ({ nth }: Candidate<T>) => nth === row.occurrence;
  const exact = ours.filter(isThis);
  if (exact.length > 0) return exact.map(({ record }) => record);
  if (all.some(isThis)) return "doubtful";
  const others = ours.flatMap(({ record, nth }) => (nth || isOfFile(record, batch) ? [] : [record]));
  if (row.alsoNamed) return others.length > 0 ? "doubtful" : [];
  const found = new Set(ours.flatMap(({ nth }) => (nth && nth < row.occurrence ? [nth] : [])));
  return nthOf(others, row.occurrence - found.size, batch);
}

/** A key of today names the customer that the row was for, wherever a hand moved the record since. */
function isOthers({ importKey: key = "", customer }: Numberless, account: Account): boolean {
  return contentKeyIn(key) === undefined && customer !== account.customer.id;
}

/** A record that this file has brought is another of its rows. */
function isOfFile({ seq, batch }: Numberless, own: string): boolean {
  return seq === undefined || batch === own;
}

/** What counts already comes first: what stands in an open import may go again. */
function nthOf<T extends Numberless>(records: readonly T[], n: number, batch: string): T[] {
  const waiting = records.filter((each) => isElsewhere(each, batch));
  const counting = records.filter((each) => !waiting.includes(each));
  const found = [...counting, ...waiting][n - 1];
  return found ? [found] : [];
}

function contentOfWanted({ row, account, kind, currency }: Wanted): string {
  return contentKey({ customer: account.customer.id, kind, currency }, row);
}

function currentRows<T extends Numberless>({ byContent }: NumberlessRows<T>, wanted: Wanted): Candidate<T>[] {
  const found = byContent.get(contentOfWanted(wanted)) ?? [];
  return found.map((record) => ({ record, nth: nthUnderName(record.importKey ?? "", wanted.row) }));
}

/** Records of earlier versions that say the same under any name of the customer, as often as they came. */
function formerRows<T>(
  { byFormerKey }: NumberlessRows<T>,
  { row, account, formerKind }: Wanted,
): Candidate<T>[] {
  if (byFormerKey.size === 0) return [];
  return asNamed(row, account.customer).flatMap((named, i) => {
    const found: Candidate<T>[] = [];
    for (let n = 1; ; n += 1) {
      const records = byFormerKey.get(formerKey(formerKind, named, n));
      if (!records && n > row.occurrence) return found;
      for (const record of records ?? []) found.push({ record, nth: i === 0 ? n : undefined });
    }
  });
}
