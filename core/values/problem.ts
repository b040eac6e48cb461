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

/** What each kind of problem carries besides its place. */
export interface ProblemDetails {
  /** A cell that should hold an amount holds something else. */
  amountUnreadable: { found: string };
  /** An amount that can be read in two ways, such as "1.234". */
  amountAmbiguous: { found: string; readings: readonly string[] };
  /** A cell that should hold a day holds something else, or a day that does not exist. */
  dateUnreadable: { found: string };
  /** A day that can be read in two ways, such as "03/04/2026". */
  dateAmbiguous: { found: string; readings: readonly string[] };
  /** A needed cell is empty. */
  cellMissing: Record<never, never>;
  /** The same document number came with other content than the ledger holds. */
  knownNumberDiffers: { number: string; known: string; found: string };
}
