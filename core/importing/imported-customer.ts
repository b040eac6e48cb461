import { type Account, emptyAccount } from "../records/book.ts";
import type { Customer } from "../records/customer.ts";
import type { Problem } from "../values/problem.ts";
import { codeKey, firstCharacters, nameKey } from "../values/text.ts";
import type { ImportContext, ImportWork, Outcome } from "./import-context.ts";
import { agreedIn, takeWishes } from "./imported-wishes.ts";
import { accountWithCode, addAccount, type KnownRows } from "./known-rows.ts";
import { placeOf, unknownCurrency, unreadTerms } from "./listed-rows.ts";
import { type CountedImportRow, namedIn } from "./occurrences.ts";
import { unfitRow } from "./unfit-row.ts";

/**
 * A row of a list of customers 客户: terms and limit of a new one are in force; those of a known one are
 * proposed where they differ. Terms that cannot be read would be lost in silence: the row is listed.
 */
export function takeCustomer(row: CountedImportRow, work: ImportWork): Outcome {
  const known = findCustomer(row, work.known);
  if (known === "ambiguous") return ambiguous(row, work);
  const unread = unreadTerms(row, work);
  if (unread) return unread;
  if (known) return takeWishes(row, known.customer, work);
  const unknown = unknownCurrency(row, work);
  if (unknown) return unknown;
  const made = makeCustomer(row, work);
  return "kind" in made ? made : "taken";
}

/** The customer of a row of documents or receipts: one who is not known is made. */
export function accountFor(row: CountedImportRow, work: ImportWork): Account | Problem {
  const found = findCustomer(row, work.known);
  if (found === "ambiguous") return ambiguous(row, work);
  const name = row.customerName ?? row.payerName ?? row.customerCode ?? "";
  if (!found && name.includes("*")) return { kind: "customerMasked", place: placeOf(row, work), found: name };
  return found ?? unknownCurrency(row, work) ?? makeCustomer(row, work);
}

/** By code, else by the exact normalised name: an import never guesses who is meant. */
function findCustomer(row: CountedImportRow, known: KnownRows): Account | "ambiguous" | undefined {
  if (row.customerCode) return accountWithCode(known, row.customerCode, row.customerName);
  const name = nameKey(row.customerName ?? row.payerName ?? "");
  return known.byName.get(name) ?? accountWithCode(known, row.customerName ?? "");
}

function ambiguous(row: CountedImportRow, context: ImportContext): Problem {
  return { kind: "customerAmbiguous", place: placeOf(row, context), found: namedIn(row) ?? "" };
}

function makeCustomer(row: CountedImportRow, work: ImportWork): Account | Problem {
  const { ids, known, changes } = work;
  const customer = customerOf(row, work);
  const unfit = unfitRow({ put: "customer", row: customer }, row, work);
  if (unfit) return unfit;
  const account = emptyAccount({ ...customer, id: ids.customer() });
  addAccount(known, account);
  changes.push({ put: "customer", row: account.customer });
  return account;
}

function customerOf(row: CountedImportRow, { known, book, kind }: ImportWork): Customer {
  const name = row.customerName ?? row.payerName ?? row.customerCode ?? "?";
  const agreed = kind === "customers" ? { ...agreedIn(row), ...(row.note ? { note: row.note } : {}) } : {};
  return {
    id: "",
    code: row.customerCode ?? freeCode(known, name),
    name,
    ...agreed,
    ...(row.taxId ? { taxId: row.taxId } : {}),
    ...(row.salesperson ? { salesperson: row.salesperson } : {}),
    ...(row.currency && row.currency !== book.settings.baseCurrency ? { currency: row.currency } : {}),
  };
}

/** A code for a customer that came with a name only: the name, shortened, made unique. */
function freeCode(known: KnownRows, name: string): string {
  const base = firstCharacters(name, 24);
  for (let n = 1; ; n += 1) {
    const code = n === 1 ? base : `${base}-${n}`;
    if (!known.byCode.has(codeKey(code))) return code;
  }
}
