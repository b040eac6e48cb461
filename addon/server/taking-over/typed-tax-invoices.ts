import {
  type Account,
  type Change,
  type Fields,
  type Known,
  liveFact,
  type Money,
  minus,
  nameKey,
  type OpenItem,
  type PlainDate,
  type Problem,
  smaller,
  type TaxInvoice,
  ZERO,
} from "../../../core/index.ts";
import { type Desk, isProblem, standing, type TypedChange, type TypedTable } from "./desk.ts";
import { fieldsOf } from "./typed-fields.ts";
import type { TypedRow } from "./typed-row.ts";

/** Tax invoices 发票 that people typed: the day the customer received one may start a clock 票到. */
export const typedTaxInvoices: TypedTable = {
  needs: ["number", "customer", "date", "amount"],
  add: (row, desk) => taxInvoiceFrom(row, row.fields, desk.ids.other(), desk),
  change: changedTaxInvoice,
};

function changedTaxInvoice(typed: TypedChange, desk: Desk): readonly Change[] | Problem {
  const { id } = typed.known;
  const from = desk.accounts().find((account) => liveFact(account.taxInvoices, id));
  const made = taxInvoiceFrom(typed.row, typed.fields, id, desk);
  return isProblem(made) ? made : standing(made, id, from);
}

function taxInvoiceFrom(row: TypedRow, fields: Fields, id: string, desk: Desk): readonly Change[] | Problem {
  const account = desk.customerOf(row, fields.customer);
  if (isProblem(account)) return account;
  const number = String(fields.number);
  const isTaken = desk
    .accounts()
    .some((each) =>
      each.taxInvoices.some((other) => other.voided === 0 && other.id !== id && other.number === number),
    );
  if (isTaken) return { kind: "valueTaken", place: desk.place(row, "number"), found: number };
  const amount = fields.amount as Money;
  const covers = coversOf(account, String(fields.covers ?? ""), amount, id);
  if (typeof covers === "string")
    return { kind: "documentUnknown", place: desk.place(row, "covers"), found: covers };
  const invoice: TaxInvoice = {
    id,
    customer: account.customer.id,
    number,
    date: fields.date as PlainDate,
    amount,
    ...fieldsOf<TaxInvoice>(fields, ["receivedOn"]),
    covers,
  };
  return [{ put: "taxInvoice", row: invoice }];
}

/**
 * What an invoice covers of the documents it names, in their order, each up to what other invoices leave
 * of it; or the first name that is no document of the customer.
 */
function coversOf(
  account: Account,
  names: string,
  amount: Money,
  own: string,
): TaxInvoice["covers"] | string {
  let left = amount;
  const covers: TaxInvoice["covers"] = [];
  for (const name of names.split(/[;；,，、\s]+/).filter(Boolean)) {
    const item = itemNamed(account, name);
    if (!item) return name;
    const part = smaller(left, minus(item.amount, coveredByOthers(account, item, own)));
    if (part <= 0) continue;
    covers.push({ item: item.id, amount: part });
    left = minus(left, part);
  }
  return covers;
}

function itemNamed(account: Account, name: string): Known<OpenItem> | undefined {
  const wanted = nameKey(name);
  return account.items.find(
    (item) => item.voided === 0 && (nameKey(item.number ?? "") === wanted || item.id === name),
  );
}

function coveredByOthers(account: Account, item: OpenItem, own: string): Money {
  const others = account.taxInvoices.filter((invoice) => invoice.voided === 0 && invoice.id !== own);
  const parts = others.flatMap((invoice) => invoice.covers.filter((part) => part.item === item.id));
  return parts.reduce((sum, part) => (sum + part.amount) as Money, ZERO);
}
