import { type Account, UNIDENTIFIED } from "../records/book.ts";
import type { OpenItem } from "../records/open-item.ts";
import type { Receipt } from "../records/receipt.ts";
import { readTerms } from "../tables/read-terms.ts";
import { isCurrency } from "../values/currencies.ts";
import type { PlainDate } from "../values/date.ts";
import { type Money, moneyText } from "../values/money.ts";
import type { Place, Problem } from "../values/problem.ts";
import { numberOf, renumbered } from "./former-numbers.ts";
import type { ImportContext } from "./import-context.ts";
import type { CountedImportRow } from "./occurrences.ts";
import { suspectedTwin } from "./suspected-twin.ts";

/** Why rows are listed and not taken: the ledger decides that, not the reader of the table. */

/** What two records of one number are compared by. */
export type Compared = Pick<Receipt, "customer" | "date" | "amount" | "currency">;

export function sameContent(a: Compared, b: Compared): boolean {
  return a.customer === b.customer && a.date === b.date && a.amount === b.amount && a.currency === b.currency;
}

export function placeOf({ row }: CountedImportRow, { source }: ImportContext): Place {
  return { table: source, row };
}

/** 已关账: what is dated in a closed period is listed, not taken. */
export function inClosedPeriod(
  found: PlainDate,
  row: CountedImportRow,
  context: ImportContext,
): Problem | undefined {
  const { closedThrough } = context.book.settings;
  if (!closedThrough || found > closedThrough) return undefined;
  return { kind: "periodClosed", place: placeOf(row, context), found, closedThrough };
}

/** Terms that cannot be read would be lost in silence, and other ones be in their place. */
export function unreadTerms(row: CountedImportRow, context: ImportContext): Problem | undefined {
  const { terms = "" } = row;
  if (terms.trim() === "" || readTerms(terms)) return undefined;
  return { kind: "termsUnreadable", place: placeOf(row, context), found: terms };
}

/** A new customer is not made in a currency that nobody knows. */
export function unknownCurrency(row: CountedImportRow, context: ImportContext): Problem | undefined {
  const found = row.currency;
  if (!found || isCurrency(found)) return undefined;
  return { kind: "currencyUnknown", place: placeOf(row, context), found };
}

/** A currency that nobody knows, or that nobody told where the customer's is another one: nothing is guessed. */
export function unclearCurrency(
  row: CountedImportRow,
  { customer }: Account,
  context: ImportContext,
): Problem | undefined {
  const { baseCurrency } = context.book.settings;
  const [found, expected] = [row.currency || baseCurrency, customer.currency ?? baseCurrency];
  if (found === expected) return undefined;
  const unknown = unknownCurrency(row, context);
  if (unknown || !row.currencyAssumed) return unknown;
  return { kind: "currencyNotTold", place: placeOf(row, context), found, expected };
}

/** A known number with other content: whose, when and how much, as far as these differ. */
export function otherContent(
  kind: "knownNumberDiffers" | "knownReferenceDiffers",
  row: CountedImportRow,
  found: Compared & { readonly number?: string; readonly bankReference?: string },
  known: Compared,
  context: ImportContext,
): Problem {
  const isOurs = known.customer === found.customer;
  const isSameUnit = known.currency === found.currency;
  const text = (each: Compared) => {
    const sum = `${each.date} ${moneyText(each.amount, each.currency)}`;
    const whose = isOurs ? "" : `${nameOf(each.customer, context)} `;
    return `${whose}${sum}${isSameUnit ? "" : ` ${each.currency}`}`;
  };
  const number = found.number ?? found.bankReference ?? "";
  return { kind, place: placeOf(row, context), number, known: text(known), found: text(found) };
}

/** A row that the ledger has under another number: it is not booked once more, and whoever looks is told. */
export function otherNumber(
  record: (OpenItem | Receipt) & Compared,
  row: CountedImportRow,
  context: ImportContext,
): Problem | undefined {
  const number = numberOf(record);
  const known =
    number && renumbered(context.known.formerNumbers, number, (each) => sameContent(each, record));
  if (!known) return undefined;
  const kind = "method" in record ? "knownReferenceDiffers" : "knownNumberDiffers";
  return { kind, place: placeOf(row, context), number, known: numberOf(known) || "--", found: number };
}

function nameOf(customer = UNIDENTIFIED, { known }: ImportContext): string {
  return known.byId.get(customer)?.customer.name ?? customer;
}

/** The form, typing or a settlement may have brought the row before, without a number that would tell. */
export function twinOf(
  record: OpenItem | Receipt,
  row: CountedImportRow,
  context: ImportContext,
): Problem | undefined {
  return suspectedTwin(context.known, record, context.batch) && maybeKnown(record, row, context);
}

/** Nobody can tell whether the ledger has the row: it is listed, neither dropped nor booked again. */
export function maybeKnown(
  record: OpenItem | Receipt,
  row: CountedImportRow,
  context: ImportContext,
): Problem {
  const found = `${record.date} ${moneyText(record.amount, record.currency)}`;
  return { kind: "duplicateSuspected", place: placeOf(row, context), found };
}

export function inOpenImport(row: CountedImportRow, context: ImportContext): Problem {
  const found = row.number ?? row.bankReference ?? row.date ?? "";
  return { kind: "inOpenImport", place: placeOf(row, context), found };
}

export function settlementUnclear(row: CountedImportRow, item: OpenItem, context: ImportContext): Problem {
  const text = (sum: Money | undefined) => (sum === undefined ? "--" : moneyText(sum, item.currency));
  return {
    kind: "settlementUnclear",
    place: placeOf(row, context),
    amount: text(row.amount ?? item.amount),
    settled: text(row.settledAmount),
    open: text(row.openAmount),
  };
}
