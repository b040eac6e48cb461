import {
  type Account,
  type Change,
  codeKey,
  type Fields,
  type Known,
  liveFact,
  type Money,
  minus,
  type OpenItem,
  type PlainDate,
  type Problem,
  smaller,
  sumOf,
  type TaxInvoice,
} from "../../../core/index.ts";
import { type Desk, isProblem, standing, type TypedChange, type TypedTable } from "./desk.ts";
import { fieldsOf } from "./typed-fields.ts";
import type { TypedRow } from "./typed-row.ts";

/** Tax invoices 发票 that people typed: the day the customer received one may start a clock 票到. */
export const typedTaxInvoices: TypedTable = {
  needs: ["number", "customer", "date", "amount"],
  add: newTaxInvoice,
  change: changedTaxInvoice,
};

function newTaxInvoice(row: TypedRow, desk: Desk): readonly Change[] | Problem {
  const account = desk.customerOf(row, row.fields.customer);
  if (isProblem(account)) return account;
  return taxInvoiceFrom({ row, fields: row.fields, id: desk.ids.other(), account }, desk);
}

function changedTaxInvoice(typed: TypedChange, desk: Desk): readonly Change[] | Problem {
  const { row, fields, keys } = typed;
  const { id } = typed.known;
  const from = desk.accounts().find((account) => liveFact(account.taxInvoices, id));
  if (!from) return [];
  const account = keys.has("customer") ? desk.customerOf(row, fields.customer) : from;
  if (isProblem(account)) return account;
  const isSame = !["customer", "covers", "amount"].some((key) => keys.has(key));
  const covers = isSame ? liveFact(from.taxInvoices, id)?.covers : undefined;
  const made = taxInvoiceFrom({ row, fields, id, account, ...(covers ? { covers } : {}) }, desk);
  return isProblem(made) ? made : standing(made, id, from);
}

interface Typed {
  readonly row: TypedRow;
  readonly fields: Fields;
  readonly id: string;
  readonly account: Account;
  /** What it covers, where nothing was typed that changes that. */
  readonly covers?: TaxInvoice["covers"];
}

function taxInvoiceFrom(typed: Typed, desk: Desk): readonly Change[] | Problem {
  const { row, fields, id, account } = typed;
  const number = String(fields.number);
  const isTaken = desk
    .accounts()
    .some((each) =>
      each.taxInvoices.some(
        (other) => other.voided === 0 && other.id !== id && codeKey(other.number) === codeKey(number),
      ),
    );
  if (isTaken) return { kind: "valueTaken", place: desk.place(row, "number"), found: number };
  const amount = fields.amount as Money;
  const covers = typed.covers ?? coversOf(account, String(fields.covers ?? ""), amount, id);
  if ("why" in covers) return { kind: covers.why, place: desk.place(row, "covers"), found: covers.found };
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
 * of it; or why one of the names is no document of the customer.
 */
function coversOf(
  account: Account,
  names: string,
  amount: Money,
  own: string,
): TaxInvoice["covers"] | NoDocument {
  let left = amount;
  const covers: TaxInvoice["covers"] = [];
  for (const name of names.split(/[;；,，、\s]+/).filter(Boolean)) {
    const item = itemNamed(account, name);
    if ("why" in item) return item;
    const part = smaller(left, minus(item.amount, coveredByOthers(account, item, own)));
    if (part <= 0) continue;
    covers.push({ item: item.id, amount: part });
    left = minus(left, part);
  }
  return covers;
}

interface NoDocument {
  readonly why: "documentUnknown" | "documentAmbiguous";
  readonly found: string;
}

/** The document of exactly that number or id, else of that number in another spelling; of two it is neither. */
function itemNamed({ items }: Account, found: string): Known<OpenItem> | NoDocument {
  const live = items.filter((item) => item.voided === 0);
  const exact = live.filter(({ id, number }) => number === found || id === found);
  const wanted = codeKey(found);
  const alike = live.filter(({ number }) => number !== undefined && codeKey(number) === wanted);
  const [item, ...others] = exact.length > 0 ? exact : alike;
  if (!item) return { why: "documentUnknown", found };
  return others.length > 0 ? { why: "documentAmbiguous", found } : item;
}

function coveredByOthers(account: Account, item: OpenItem, own: string): Money {
  const others = account.taxInvoices.filter((invoice) => invoice.voided === 0 && invoice.id !== own);
  const parts = others.flatMap((invoice) => invoice.covers.filter((part) => part.item === item.id));
  return sumOf(parts.map((part) => part.amount));
}
