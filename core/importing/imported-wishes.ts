import type { Customer } from "../records/customer.ts";
import { readTerms } from "../tables/read-terms.ts";
import { termsText } from "../tables/terms-text.ts";
import { type Currency, moneyText } from "../values/money.ts";
import type { Problem } from "../values/problem.ts";
import type { Agreed, ImportWork, Outcome, StandingWish } from "./import-context.ts";
import { placeOf } from "./listed-rows.ts";
import type { CountedImportRow } from "./occurrences.ts";

/** What is agreed with a customer, by the fields of its record. */
const AGREED = ["terms", "limitType", "limit"] as const;

/**
 * Terms and limit in such a row: a limit of 0 may mean that nothing may be owed or that nobody set one. It stays
 * unknown.
 */
export function agreedIn(row: CountedImportRow): Agreed {
  const terms = row.terms ? readTerms(row.terms) : undefined;
  const limit = row.creditLimit;
  return {
    ...(terms ? { terms } : {}),
    ...(limit !== undefined && limit > 0 ? { limitType: "amount", limit } : {}),
  };
}

/**
 * Proposes what the row says otherwise than is agreed. Listed instead is a limit in another currency than the
 * customer's, and what another wish for the customer contradicts: that one waits already, and would be lost.
 */
export function takeWishes(row: CountedImportRow, customer: Customer, work: ImportWork): Outcome {
  const agreed = agreedIn(row);
  const currency = customer.currency ?? work.book.settings.baseCurrency;
  if (agreed.limit !== undefined && row.currency && row.currency !== currency)
    return inOtherCurrency(row, agreed, currency, work);
  const differing = AGREED.filter((key) => agreed[key] !== undefined && !isSame(agreed[key], customer[key]));
  if (differing.length === 0) return "known";
  const earlier = wishesOfFile(customer, work);
  const standing = [...earlier, ...work.wishes().filter((wish) => wish.customer === customer.id)];
  const against = standing.find(
    (wish) => differing.includes(wish.column) && !isSame(wish.value, agreed[wish.column]),
  );
  if (against) return contradicting(row, agreed, against, { customer, work });
  const columns = differing.filter((key) => !earlier.some(({ column }) => column === key));
  if (columns.length > 0) work.proposals.push({ customer: customer.id, columns, agreed });
  return "known";
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function wishesOfFile(customer: Customer, work: ImportWork): StandingWish[] {
  const own = work.proposals.filter((each) => each.customer === customer.id);
  return own.flatMap(({ columns, agreed }) =>
    columns.map((column) => {
      const text = wishText(agreed, column, { customer, work });
      return { customer: customer.id, column, value: agreed[column], text };
    }),
  );
}

function inOtherCurrency(
  row: CountedImportRow,
  { limit }: Agreed,
  expected: Currency,
  work: ImportWork,
): Problem {
  const found = limit === undefined ? "" : `${moneyText(limit, row.currency)} ${row.currency}`;
  return { kind: "limitCurrencyDiffers", place: placeOf(row, work), found, expected };
}

interface Whose {
  readonly customer: Customer;
  readonly work: ImportWork;
}

function contradicting(
  row: CountedImportRow,
  agreed: Agreed,
  { column, text }: StandingWish,
  whose: Whose,
): Problem {
  const found = wishText(agreed, column, whose);
  return { kind: "wishStands", place: placeOf(row, whose.work), found, standing: text || "--" };
}

/** As a person reads it; what a type of limit is, its sum says. */
function wishText({ terms, limit }: Agreed, column: keyof Agreed, { customer, work }: Whose): string {
  const { language, baseCurrency } = work.book.settings;
  if (column === "terms") return terms ? termsText(terms, language) : "";
  return limit === undefined ? "" : moneyText(limit, customer.currency ?? baseCurrency);
}
