import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import {
  type Account,
  type Allocation,
  emptyAccount,
  type Known,
  money,
  type OpenItem,
  type PlainDate,
  plainDate,
  type Receipt,
} from "../../core/index.ts";

/** One invoice of a public list, settled in one payment. */
export interface SettledInvoice {
  readonly customer: string;
  readonly date: PlainDate;
  readonly due: PlainDate;
  readonly paid: PlainDate;
  readonly amount: number;
  readonly isDisputed: boolean;
}

/** A public list and the day that parts it: what was invoiced before is the first part, the rest the later one. */
export interface PayerList {
  readonly name: string;
  readonly file: string;
  readonly parted: PlainDate;
  /** A day inside the first part, by which weights and cut points were tried. */
  readonly tried: PlainDate;
  readonly invoiceOf: (row: Readonly<Record<string, string>>) => SettledInvoice;
}

export const LISTS: readonly PayerList[] = [
  {
    name: "highradius_ar",
    file: "highradius_ar/closed_train_32000.csv.gz",
    parted: plainDate("2019-08-16"),
    tried: plainDate("2019-06-12"),
    invoiceOf: (row) => ({
      customer: text(row, "cust_number"),
      date: plainDate(text(row, "est_posting_date")),
      due: plainDate(text(row, "due_date")),
      paid: plainDate(text(row, "clear_date")),
      amount: Math.round(Number(text(row, "total_open_amount")) * 100),
      isDisputed: false,
    }),
  },
  {
    name: "ibm_ar",
    file: "ibm_ar/WA_Fn-UseC_-Accounts-Receivable.csv",
    parted: plainDate("2013-02-26"),
    tried: plainDate("2012-09-30"),
    invoiceOf: (row) => ({
      customer: text(row, "customerID"),
      date: american(text(row, "InvoiceDate")),
      due: american(text(row, "DueDate")),
      paid: american(text(row, "SettledDate")),
      amount: Math.round(Number(text(row, "InvoiceAmount")) * 100),
      // Its column says whether anybody ever disputed, which nobody knew on the day of the grade.
      isDisputed: false,
    }),
  },
];

function text(row: Readonly<Record<string, string>>, column: string): string {
  return row[column] ?? "";
}

function american(day: string): PlainDate {
  const [month = "", date = "", year = ""] = day.split("/");
  return plainDate(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}

/** The invoices of a list that were made in a stretch of days; those outside are not looked at. */
export function invoicesOf(
  list: PayerList,
  path: string,
  from: PlainDate,
  before: PlainDate,
): SettledInvoice[] {
  const bytes = readFileSync(path);
  const csv = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data.map(list.invoiceOf).filter(({ date }) => date >= from && date < before);
}

/** What a ledger of these invoices knows at the end of a day: what was paid later is open. */
export function accountsAsOf(invoices: readonly SettledInvoice[], asOf: PlainDate): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const [n, invoice] of invoices.entries()) {
    if (invoice.date > asOf) continue;
    const id = invoice.customer;
    const account = accounts.get(id) ?? emptyAccount({ id, code: id, name: id });
    accounts.set(id, account);
    const amount = money(invoice.amount);
    const known = { seq: 1, voided: 0 };
    const item: Known<OpenItem> = {
      ...{ id: `i1.${n}`, customer: id, kind: "invoice", date: invoice.date, currency: "USD", amount },
      ...{ lines: [{ amount, due: invoice.due, basis: "stated" }], ...known },
    };
    account.items.push(item);
    if (invoice.paid > asOf) continue;
    const date = invoice.paid > invoice.date ? invoice.paid : invoice.date;
    const receipt: Known<Receipt> = {
      ...{
        id: `r1.${n}`,
        customer: id,
        date: invoice.paid,
        currency: "USD",
        amount,
        method: "transfer",
        ...known,
      },
    };
    const allocation: Known<Allocation> = {
      ...{ id: `a1.${n}`, customer: id, date, from: receipt.id, item: item.id, line: 0, amount },
      ...{ rule: "imported", policyVersion: 1, ...known },
    };
    account.receipts.push(receipt);
    account.allocations.push(allocation);
  }
  return accounts;
}
