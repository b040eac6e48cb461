import type { AmbiguityAsk } from "../values/problem.ts";
import { quoted } from "../values/text.ts";
import { currencyUnknownText } from "./currency-unknown.ts";
import { journalFaultText } from "./journal-faults.ts";
import type { ProblemSentences } from "./problem-sentences.ts";

const AMOUNT_FAULTS: Record<string, string> = {
  errorValue: "is a formula error",
  expression: "is a calculation",
  twoNumbers: "holds two numbers",
  twoSigns: "has two signs",
  twoCurrencies: "names two currencies",
  grouping: "has its commas in the wrong places",
  percentage: "is a percentage",
  date: "is a date",
  exponent: "is in scientific notation",
  tooFine: "has too many decimals",
  tooLong: "has too many digits",
  letters: "is not a number",
};

const DATE_FAULTS: Record<string, string> = {
  noSuchDay: "is a day that does not exist",
  noYear: "has no year",
  noDay: "has no day",
  number: "is a bare number",
  zone: "has a time zone",
  errorValue: "is a formula error",
  letters: "is not a date",
};

const FILES: Record<string, string> = {
  oldExcelOrPassword: "an old .xls file, or has a password",
  html: "a web page",
  pdf: "a PDF",
  otherZip: "an archive",
  image: "a picture",
  damaged: "damaged",
  empty: "empty",
};

/** What to do about an amount of two readings: choose its column's decimal mark, check its direction, or write the cell anew. */
const AMBIGUOUS: Readonly<Record<AmbiguityAsk | "cell", string>> = {
  style: "Choose the decimal mark of the column and import again.",
  side: "Check amount and direction, correct one of them, and import again.",
  cell: "Write it so that it can be read in one way, such as 1234.50.",
};

/** One sentence for each kind: what was found, what was expected, what to do. */
export const PROBLEMS_EN: ProblemSentences = {
  amountUnreadable: ({ found, why }) =>
    `“${quoted(found)}” ${AMOUNT_FAULTS[why ?? "letters"]}. Write an amount such as 1234.50.`,
  amountAmbiguous: ({ found, readings, ask }) =>
    `“${quoted(found)}” may mean ${readings.join(" or ")}. ${AMBIGUOUS[ask ?? "cell"]}`,
  dateUnreadable: ({ found, why }) =>
    `“${quoted(found)}” ${DATE_FAULTS[why ?? "letters"]}. Write a day such as 2026-02-28.`,
  dateAmbiguous: ({ found, readings }) =>
    `“${quoted(found)}” may mean ${readings.join(" or ")}. Write the one that is meant, in that form.`,
  daysMixed: ({ found, other, text, meant }) =>
    `“${quoted(found)}” and row ${other} disagree on the order of day and month, and the sheet may have swapped them. Check this column, then write “${quoted(text)}” as ${meant}.`,
  cellMissing: () => "is empty and must be filled. Fill it in and try again.",
  knownNumberDiffers: ({ number, known, found }) =>
    `number ${quoted(number)} is ${known} in the ledger and ${found} here. Check, and correct one of them.`,
  knownReferenceDiffers: ({ number, known, found }) =>
    `${quoted(number)} is ${known} in the ledger and ${found} here. Check, or leave out a number that repeats.`,
  knownOpenDiffers: ({ number, known, found }) =>
    `of ${quoted(number)} the ledger has ${known} open, this row ${found}. Check, and record receipts that are missing.`,
  rowRepeated: ({ found, row }) =>
    `“${quoted(found)}” has the number, day and sum of row ${row} and was not booked. Lines of one document: make them one row. The same row twice: nothing to do.`,
  settledMeanwhile: ({ number, amount }) =>
    `${quoted(number)} was settled otherwise before the import closed, so ${amount} was not put on it. Check what that money is for.`,
  inOpenImport: ({ found }) =>
    `“${quoted(found)}” stands in an import that is still open. Finish or discard that one first.`,
  settlementUnclear: ({ amount, settled, open }) =>
    `amount ${amount}, received ${settled} and open ${open} do not agree. Correct the row and try again.`,
  customerMasked: ({ found }) =>
    `the name “${quoted(found)}” is masked and identifies nobody. Give the full name or a code.`,
  customerUnknown: ({ found }) =>
    `there is no customer “${quoted(found)}”. Add the customer, or correct the code.`,
  documentUnknown: ({ found }) =>
    `the customer has no document “${quoted(found)}”. Write a number that stands in Open items.`,
  documentAmbiguous: ({ found }) =>
    `two documents of the customer are “${quoted(found)}”. Change the number of one of them first.`,
  formerCode: ({ found, code }) =>
    `“${quoted(found)}” was the code of ${quoted(code)}, whose row this is, and is another customer's now. Write the customer's name.`,
  duplicateSuspected: ({ found }) =>
    `the customer has “${quoted(found)}” already; nothing was booked. Change the number, or use the form.`,
  rowNearlyKnown: ({ found, id }) =>
    `“${quoted(found)}” differs in one cell from the lost row ${id}. If it is that row, write its ID back; if not, delete this one first.`,
  valueTaken: ({ found }) => `“${quoted(found)}” stands in another row already. Make it different.`,
  codeTaken: ({ found }) => `the code “${quoted(found)}” belongs to another customer. Choose another code.`,
  journalDamaged: (place) =>
    `${journalFaultText(place, "en")}. Restore the row, or have a controller or an approver re-anchor it.`,
  accountDiffers: ({ found }) =>
    `the stored account of “${quoted(found)}” differs from the journal. Press Rebuild.`,
  totalsDiffer: ({ found, expected }) =>
    `the total is ${found}, the journal says ${expected}. Press Rebuild.`,
  referenceRepeated: ({ found, amount, where }) =>
    `${amount} under the bank reference “${quoted(found)}” was booked ${where.length} times (${where.join(", ")}). Compare them, and undo what is there twice.`,
  rowDeleted: ({ found }) =>
    `the row “${quoted(found)}” was deleted and has been put back. Use Undo to take it back.`,
  machineCellTyped: ({ found, expected }) =>
    `“${quoted(found)}” was typed over “${quoted(expected)}”, which the ledger fills in. It has been put back.`,
  cellEmptied: ({ expected }) =>
    `was emptied and cannot be empty; “${quoted(expected)}” has been put back. Type over it to change it.`,
  belowSettled: ({ found, settled }) =>
    `${found} is less than the ${settled} settled already. Undo those allocations first.`,
  periodClosed: ({ found, closedThrough }) =>
    `${found} lies in a closed period (through ${closedThrough}). Use a later date, or ask a controller or approver to reopen the period.`,
  proposed: ({ found, inForce }) =>
    `${named(found)} is asked for; ${named(inForce)} is in force. Decide it under More · Decide proposals.`,
  customerAmbiguous: ({ found }) => `two customers are called “${quoted(found)}”. Use the customer code.`,
  headerNotFound: () => "no row looks like headings. Write column names in the first row and try again.",
  columnMissing: ({ field }) =>
    `the column (${field}) is missing. Restore its heading, or map the columns again.`,
  cellUnfit: ({ found }) =>
    `“${quoted(found)}” is too long, or not possible here. Shorten or correct it and try again.`,
  currencyUnknown: ({ found }) => currencyUnknownText(found).en.replace("The", "the"),
  currencyNotTold: ({ found, expected }) =>
    `the currency is not told: the customer's is ${expected}, read as ${found}. Add a currency column, or say the file's currency.`,
  currencyDiffers: ({ found, expected }) =>
    `the amount says ${quoted(found)}, its row is in ${expected}. Make them one.`,
  limitCurrencyDiffers: ({ found, expected }) =>
    `the limit is ${quoted(found)}, the customer's currency is ${expected}: nothing was written. Convert it to ${expected} and import again.`,
  wishStands: ({ found, standing }) =>
    `“${quoted(standing)}” is asked for already, so “${quoted(found)}” was not written. Decide it under More · Decide proposals, then import again.`,
  draftWithoutMaturity: ({ found }) =>
    `“${quoted(found)}” is a draft, and its maturity is not told; nothing was booked. Add a column “Draft maturity” and import again, or use the form.`,
  unitUnknown: ({ found }) =>
    `the unit of the figures in “${quoted(found)}” is not understood; nothing was read. Write such as (元), (万元), (百万元) or ('000), and import again.`,
  bothSides: ({ debit, credit }) =>
    `has ${debit} as debit and ${credit} as credit. Keep one of them, or make two rows of it, and import again.`,
  sideDiffers: ({ found, word }) =>
    `${found} is a debit and adds to what is owed, “${quoted(word)}” takes off it. Check, and put it on the right side.`,
  creditUnclear: ({ found }) =>
    `the credit of ${found} may be money that came in or a credit note. Answer the question about credits, or write it into the summary.`,
  notReceived: ({ found }) =>
    `${found} is no money that came in, and was not booked as a receipt. Import it as an invoice or credit note if it is one.`,
  sidesReversed: () =>
    "the balance grows with credits, as in a bank's file or a customer's own books; nothing was read. Import it as receipts, or check which column is debit.",
  termsUnreadable: ({ found }) =>
    `“${quoted(found)}” is no payment term that is known. Write for example Cash, Net 30, Month end +30 days.`,
  wordUnknown: ({ found }) => `“${quoted(found)}” is not one of the choices. Choose from the list.`,
  documentNotInForce: ({ found }) =>
    `the document is “${quoted(found)}” and not in force. Import it once it is.`,
  fileTooLarge: ({ megabytes, limit, unpacked }) =>
    `the file has ${megabytes} MB${unpacked ? " unpacked" : ""}; the limit is ${limit} MB. Split it.`,
  fileUnreadable: ({ found }) => `the file is ${FILES[found]} and cannot be read. Save it as .xlsx or .csv.`,
};

/** A value as the screens name it: an empty cell is said to be so. */
function named(text: string): string {
  return text === "" ? "blank" : `“${quoted(text)}”`;
}
