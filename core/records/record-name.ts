import type { Account } from "./book.ts";

/** What a record may be known by. */
interface Named {
  readonly id: string;
  readonly number?: string;
  readonly bankReference?: string;
  readonly draft?: { readonly number?: string };
}

/**
 * By what a person knows a record: a document's number, a receipt's reference, a draft's number; its id where it has
 * none of them.
 *
 * @example
 * nameOfRecord({ id: "i1.0", number: "N-1" }) // => "N-1"
 */
export function nameOfRecord({ id, number, bankReference, draft }: Named): string {
  return number ?? bankReference ?? draft?.number ?? id;
}

/**
 * The same of the record with that id in an account, as its latest version says it.
 *
 * @example
 * nameIn(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), "i1.0") // => "i1.0"
 */
export function nameIn({ items, receipts, taxInvoices }: Account, id: string): string {
  const versions: Named[] = [...items, ...receipts, ...taxInvoices].filter((each) => each.id === id);
  return nameOfRecord(versions[versions.length - 1] ?? { id });
}
