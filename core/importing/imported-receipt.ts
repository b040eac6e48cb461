import type { Account } from "../records/book.ts";
import type { Receipt } from "../records/receipt.ts";
import { negated } from "../values/money.ts";
import type { Problem } from "../values/problem.ts";
import { countedAmountOf } from "./counted-amount.ts";
import type { ImportWork, Outcome } from "./import-context.ts";
import { accountFor } from "./imported-customer.ts";
import { addReceipt, type Found, isElsewhere, numberKey } from "./known-rows.ts";
import {
  inOpenImport,
  maybeKnown,
  otherContent,
  otherNumber,
  placeOf,
  sameContent,
  twinOf,
  unclearCurrency,
} from "./listed-rows.ts";
import { keyOfNew, sameRows, type Wanted } from "./numberless-rows.ts";
import type { CountedImportRow } from "./occurrences.ts";
import { isDraft, type StatedMethod, statedMethod } from "./receipt-method.ts";
import { unfitRow } from "./unfit-row.ts";

/** A row of receipts 收款, or a credit of a ledger 往来明细账 that is one. */
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
  const paid = paidBy(row, work);
  if ("kind" in paid) return paid;
  const whole = { ...receipt, ...paid };
  const barred =
    unfitRow({ put: "receipt", row: whole }, row, work) ??
    unclearCurrency(row, account, work) ??
    otherNumber(receipt, row, work) ??
    twinOf(receipt, row, work);
  if (barred) return barred;
  const own: Receipt = { ...whole, id: work.ids.receipt() };
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

/** A credit in a table of documents: below zero there, and without a bank's reference. */
function isOfLedger({ readAs }: CountedImportRow, { kind }: ImportWork): boolean {
  return kind !== "receipts" && readAs === "receipt";
}

function receiptOf(row: CountedImportRow, account: Account, work: ImportWork): Receipt {
  const { customer } = account;
  const { kind, asOf, book } = work;
  const bankReference = row.bankReference ?? (isOfLedger(row, work) ? undefined : row.number);
  const counted = countedAmountOf(row, kind);
  const note = noteIn(row, work);
  const currency = row.currency || book.settings.baseCurrency;
  return {
    id: "",
    customer: customer.id,
    date: row.date ?? asOf,
    currency,
    amount: isOfLedger(row, work) ? negated(counted) : counted,
    method: "other",
    ...(row.payerName && row.payerName !== customer.name ? { payerName: row.payerName } : {}),
    ...(bankReference ? { bankReference } : { importKey: keyOfNew(wantedIn(row, account, currency, work)) }),
    ...(row.reference ? { designation: row.reference } : {}),
    ...(note ? { note } : {}),
  };
}

/** The number of a ledger's row is its voucher's: it repeats, and names no document that is paid. */
function noteIn(row: CountedImportRow, work: ImportWork): string | undefined {
  const said = [isOfLedger(row, work) ? row.number : undefined, row.note].filter(
    (each) => each !== undefined && each !== "",
  );
  return said.length > 0 ? said.join(" · ") : undefined;
}

function wantedIn(row: CountedImportRow, account: Account, currency: string, { batch }: ImportWork): Wanted {
  return { row, account, kind: "receipt", currency, formerKind: "receipt", batch };
}

/**
 * How the money came in, and the draft that it is. A word that does not say it exactly stays in the note; a
 * draft that says no maturity is listed: as money it would be in the bank, and could not bounce.
 */
function paidBy(
  row: CountedImportRow,
  work: ImportWork,
): Pick<Receipt, "method" | "draft" | "note"> | Problem {
  const { method: word = "", maturity } = row;
  if (isOfLedger(row, work)) return paidInLedger(row, work);
  const place = placeOf(row, work);
  if (word.trim() === "") return { method: "transfer" };
  const stated = statedMethod(word);
  if (maturity === undefined && (!stated || isDraft(stated.method)))
    return { kind: "draftWithoutMaturity", place, found: word };
  if (!stated) return { kind: "wordUnknown", place, found: word };
  const { method } = stated;
  return {
    method,
    ...(isDraft(method) && maturity ? { draft: { maturity, state: "held" } } : {}),
    ...noteOf(row, stated),
  };
}

/** A ledger says in its summary how the money came in, if at all; a draft is none before its maturity is known. */
function paidInLedger(row: CountedImportRow, work: ImportWork): Pick<Receipt, "method"> | Problem {
  const said = statedMethod(row.note ?? "");
  const isPaper = !said || isDraft(said.method);
  if (isPaper) return { kind: "draftWithoutMaturity", place: placeOf(row, work), found: row.note ?? "" };
  return { method: said.isExact && said.method !== "offset" ? said.method : "other" };
}

function noteOf({ note, method = "" }: CountedImportRow, { isExact }: StatedMethod): { note?: string } {
  if (isExact) return {};
  return { note: note === undefined ? method : `${note}；${method}` };
}
