/**
 * A fault in the user's data: a value in a list, never thrown. The rest of the book still works, and
 * the control total says what was left out. `words/problem-text.ts` turns each into one sentence:
 * place · what was found · what was expected · what to do.
 */
export type Problem = {
  [K in keyof ProblemDetails]: { readonly kind: K; readonly place: Place } & Readonly<ProblemDetails[K]>;
}[keyof ProblemDetails];

export type ProblemKind = Problem["kind"];

/** Where the data stands, as a person would look for it; rows count from 1 as the sheet shows them. */
export interface Place {
  /** The tab's or file's name as the user sees it. */
  readonly table: string;
  readonly row?: number;
  readonly column?: string;
}

/** What tells the readings of an amount apart where it is not the cell alone: its column's decimal mark, or its direction. */
export type AmbiguityAsk = "style" | "side";

/** Why a cell is not an amount. */
export type AmountFault =
  | "errorValue" // #REF! and its like
  | "expression" // 500+300
  | "twoNumbers" // 500 300, 3元5角
  | "twoSigns" // --5
  | "twoCurrencies" // $5 CNY
  | "grouping" // 1,23: separators that make no number
  | "percentage"
  | "date"
  | "exponent" // 1.2E+11 in text: digits may be lost
  | "tooFine" // finer than the currency's smallest unit
  | "tooLong" // more than 15 digits
  | "letters";

/** Why a cell is not a day. */
export type DateFault =
  | "noSuchDay" // 2026-02-30
  | "noYear" // 3月5日
  | "noDay" // 2026-03
  | "number" // a bare number that is no day
  | "zone" // a time with a zone: the day depends on the place
  | "errorValue"
  | "letters";

/** What is wrong with a row of the journal; `records/reanchoring.ts` says what each means. */
export type JournalFault =
  | "payload"
  | "chain"
  | "hash"
  | "gap"
  | "tail"
  | "incomplete"
  | "inserted"
  | "moved";

/** What each kind of problem carries besides its place. */
export interface ProblemDetails {
  /** A cell that should hold an amount holds something else. */
  amountUnreadable: { found: string; why?: AmountFault };
  /** An amount that can be read in two ways, such as "1.234". */
  amountAmbiguous: { found: string; readings: readonly string[]; ask?: AmbiguityAsk };
  /** A cell that should hold a day holds something else, or a day that does not exist. */
  dateUnreadable: { found: string; why?: DateFault };
  /** A day that can be read in two ways, such as "03/04/2026". */
  dateAmbiguous: { found: string; readings: readonly string[] };
  /** A needed cell is empty. */
  cellMissing: Record<never, never>;
  /** The same document number came with other content than the ledger holds. */
  knownNumberDiffers: { number: string; known: string; found: string };
  /** A row of a file has the number, day and sum of one above it. */
  rowRepeated: { found: string; row: number };
  /** A receipt's reference came with other content than the ledger holds. */
  knownReferenceDiffers: { number: string; known: string; found: string };
  /** A known document of which the source says another sum is open than the ledger does. */
  knownOpenDiffers: { number: string; known: string; found: string };
  /** A document that an import was to settle was settled otherwise before its close. */
  settledMeanwhile: { number: string; amount: string };
  /** The row stands in another import that is still open, and may be discarded yet. */
  inOpenImport: { found: string };
  /** What a row says of its settlement cannot be. */
  settlementUnclear: { amount: string; settled: string; open: string };
  /** The customer's name is masked with asterisks: it identifies nobody. */
  customerMasked: { found: string };
  /** A document that is named is none of the customer's. */
  documentUnknown: { found: string };
  /** Two documents of the customer have this number. */
  documentAmbiguous: { found: string };
  /** The customer of the row had this code; another one has it now. */
  formerCode: { found: string; code: string };
  /** The customer has a document of this number, or a receipt of this reference, already. */
  duplicateSuspected: { found: string };
  /** A row without its own id says nearly what a record says whose row is gone. */
  rowNearlyKnown: { found: string; id: string };
  /** No customer has this code or name. */
  customerUnknown: { found: string };
  /** Another customer has this code already. */
  codeTaken: { found: string };
  /** Another row of the tab has this number or name already. */
  valueTaken: { found: string };
  /** A row of the journal was changed, inserted or deleted: the chain does not verify there. */
  journalDamaged: { seq: number; through?: number; why: JournalFault };
  /** The packed account of a customer is not what the journal says. */
  accountDiffers: { found: string };
  /** The control totals do not agree: the sum of the items and the customers' balances. */
  totalsDiffer: { found: string; expected: string };
  /** Receipts with one bank reference and one amount: likely the same money twice. */
  referenceRepeated: { found: string; amount: string; where: readonly string[] };
  /** A row of a tab was deleted by hand; it is put back from the journal. */
  rowDeleted: { found: string };
  /** A cell that the add-on fills was typed over; it is put back. */
  machineCellTyped: { found: string; expected: string };
  /** A day that the sheet read itself stands beside one that stayed text: day and month may be swapped. */
  daysMixed: { found: string; other: number; text: string; meant: string };
  /** A cell without which its record cannot be was emptied; it is put back. */
  cellEmptied: { expected: string };
  /** An amount was lowered below what is settled of it already. */
  belowSettled: { found: string; settled: string };
  /** The day lies in a closed period. */
  periodClosed: { found: string; closedThrough: string };
  /** A wish in a proposed column: in force only once decided. */
  proposed: { found: string; inForce: string };
  /** Two customers have this name; only a code tells them apart. */
  customerAmbiguous: { found: string };
  /** No row of the table looks like headings. */
  headerNotFound: Record<never, never>;
  /** A column that the mapping names is not in the table; nothing of it is read. The place names it. */
  columnMissing: { field: string };
  /** A cell holds what its column cannot keep: too long, or out of range. */
  cellUnfit: { found: string };
  /** A currency that is not known. */
  currencyUnknown: { found: string };
  /** A file does not tell its currency, and the customer's is another one than the ledger's own. */
  currencyNotTold: { found: string; expected: string };
  /** An amount names another currency than its row is in. */
  currencyDiffers: { found: string; expected: string };
  /** A list of customers says a limit in another currency than the customer's. */
  limitCurrencyDiffers: { found: string; expected: string };
  /** A list of customers says otherwise than a wish that waits to be decided, or than another of its rows. */
  wishStands: { found: string; standing: string };
  /** A row of a ledger has a figure on both sides. */
  bothSides: { debit: string; credit: string };
  /** A debit, which adds to what is owed, of a document that takes off it. */
  sideDiffers: { found: string; word: string };
  /** A credit of a ledger that may be money which came in, or a credit note. */
  creditUnclear: { found: string };
  /** A row of a table of receipts that is no money which came in. */
  notReceived: { found: string };
  /** The balances of a ledger grow with its credits: it is a bank's file, or somebody else's books. */
  sidesReversed: Record<never, never>;
  /** A cell that should hold one of some words holds another. */
  wordUnknown: { found: string };
  /** A draft that came in without the day on which it pays. */
  draftWithoutMaturity: { found: string };
  /** The unit of figures that a heading or a title states cannot be read; nothing of the table is. */
  unitUnknown: { found: string };
  /** Payment terms that cannot be read. */
  termsUnreadable: { found: string };
  /** The document is void, a draft or not approved, and does not count. */
  documentNotInForce: { found: string };
  /** A file is larger than can be read; in megabytes, packed or as it would be unpacked. */
  fileTooLarge: { megabytes: number; limit: number; unpacked: boolean };
  /** A file is of a kind that cannot be read, or damaged. */
  fileUnreadable: {
    found: "oldExcelOrPassword" | "html" | "pdf" | "otherZip" | "image" | "damaged" | "empty";
  };
}
