import { contentKeyIn } from "./content-keys.ts";
import { type Found, type KnownRows, type SumOf, sumKey } from "./known-rows.ts";

/**
 * A record of another door that says the same as a new one, and nothing tells the two apart: one of them has
 * no number. Rows without a number of earlier imports that say the same are told apart by how often they come;
 * one that says the same sum and other words, and that no row of this import was found to be, may be the row. A
 * receipt that nobody has been found for 不明来款 may be anybody's.
 *
 * @example
 * suspectedTwin(knownRowsOf(emptyBook()), { date: "2026-01-05", amount: 100, currency: "CNY" }, "b1.0") // => undefined
 */
export function suspectedTwin(known: KnownRows, row: SumOf, own: string): Found<SumOf> | undefined {
  const isNumbered = numberOf(row) !== undefined;
  const { customer, ...nobodys } = row;
  const alike = [sumKey(row), sumKey(nobodys)].flatMap((key) => known.bySum.get(key) ?? []);
  return alike.find((each) => {
    if (each.seq === undefined || each.batch === own || each.reverses) return false;
    if (isNumbered) return numberOf(each) === undefined;
    return each.importKey === undefined || each.customer === undefined || isReworded(each, row, known);
  });
}

function isReworded(each: Found<SumOf>, row: SumOf, { claimed }: KnownRows): boolean {
  const [content, own] = [each, row].map(({ importKey }) => contentKeyIn(importKey ?? ""));
  return content !== undefined && own !== undefined && content !== own && !claimed.has(each.id ?? "");
}

function numberOf({ number, bankReference }: SumOf): string | undefined {
  return number ?? bankReference;
}
