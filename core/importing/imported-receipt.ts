import type { Account } from "../records/book.ts";
import type { Receipt, ReceiptMethod } from "../records/receipt.ts";
import { METHODS } from "../tables/words.ts";
import { nameKey } from "../values/text.ts";
import { countedAmountOf } from "./counted-amount.ts";
import type { ImportWork, Outcome } from "./import-context.ts";
import { accountFor } from "./imported-customer.ts";
import { addReceipt, type Found, isElsewhere, numberKey } from "./known-rows.ts";
import {
  inOpenImport,
  maybeKnown,
  otherContent,
  otherNumber,
  sameContent,
  twinOf,
  unclearCurrency,
} from "./listed-rows.ts";
import { keyOfNew, sameRows, type Wanted } from "./numberless-rows.ts";
import type { CountedImportRow } from "./occurrences.ts";

/** A row of receipts 收款. */
export function takeReceipt(row: CountedImportRow, work: ImportWork): Outcome {
  const account = accountFor(row, work);
  if ("kind" in account) return account;
  const receipt = receiptOf(row, account, work);
  const { byBankReference, numberlessReceipts } = work.known;
  const alike = receipt.bankReference
    ? byBankReference.get(numberKey(receipt.bankReference))
    : sameRows(numberlessReceipts, wantedIn(row, account, receipt.currency, work));
  if (alike === "doubtful") return maybeKnown(receipt, row, work);
  if (alike?.[0]) return knownReceipt(row, alike, receipt, { account, work });
  const barred =
    unclearCurrency(row, account, work) ?? otherNumber(receipt, row, work) ?? twinOf(receipt, row, work);
  if (barred) return barred;
  const own: Receipt = { ...receipt, id: work.ids.receipt() };
  addReceipt(work.known, own);
  work.changes.push({ put: "receipt", row: own });
  return "taken";
}

function knownReceipt(
  row: CountedImportRow,
  alike: readonly Found<Receipt>[],
  receipt: Receipt,
  { account, work }: { readonly account: Account; readonly work: ImportWork },
): Outcome {
  const same = receipt.bankReference ? alike.filter((each) => sameContent(each, receipt)) : alike;
  const [other] = alike;
  const unclear = same[0] ? undefined : unclearCurrency(row, account, work);
  if (unclear) return unclear;
  if (!same[0] && other) return otherContent("knownReferenceDiffers", row, receipt, other, work);
  const own = same.find((each) => !isElsewhere(each, work.batch));
  if (!own) return inOpenImport(row, work);
  work.known.claimed.add(own.id);
  return "known";
}

function receiptOf(row: CountedImportRow, account: Account, work: ImportWork): Receipt {
  const { customer } = account;
  const { kind, asOf, book } = work;
  const bankReference = row.bankReference ?? row.number;
  const currency = row.currency || book.settings.baseCurrency;
  return {
    id: "",
    customer: customer.id,
    date: row.date ?? asOf,
    currency,
    amount: countedAmountOf(row, kind),
    method: methodOf(row.method),
    ...(row.payerName && row.payerName !== customer.name ? { payerName: row.payerName } : {}),
    ...(bankReference ? { bankReference } : { importKey: keyOfNew(wantedIn(row, account, currency, work)) }),
    ...(row.reference ? { designation: row.reference } : {}),
    ...(row.note ? { note: row.note } : {}),
  };
}

function wantedIn(row: CountedImportRow, account: Account, currency: string, { batch }: ImportWork): Wanted {
  return { row, account, kind: "receipt", currency, formerKind: "receipt", batch };
}

function methodOf(word: string | undefined): ReceiptMethod {
  const key = nameKey(word ?? "");
  const found = Object.entries(METHODS).find(([code, words]) =>
    [code, words.zh, words.en].some((each) => nameKey(each) === key),
  );
  return (found?.[0] as ReceiptMethod | undefined) ?? "transfer";
}
