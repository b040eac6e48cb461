import type { BookHead, JournalFault, Language, PlainDate, Table } from "../../../core/index.ts";
import type { Sheet } from "../google.ts";
import type { Tripwires } from "./tripwires.ts";

/** What is known of a tab without reading it. */
export interface TabState {
  readonly table: Table;
  readonly headings: readonly string[];
  readonly now: Tripwires;
  readonly expected: Tripwires;
  /** Rows that people touched since the last take-over, as "row:count" ranges; "" for none. */
  readonly mark: string;
}

export interface Identity {
  readonly layout: number;
  readonly ledgerId: string;
  /** Raised when a restored ledger goes on under the same id. */
  readonly epoch: number;
  readonly spreadsheetId: string;
  /** What a person said of it in this spreadsheet, where it was asked. */
  readonly settled?: "restored" | "copied";
  /** The language of the tabs, chosen at set-up: where a replay of the journal starts from. */
  readonly language: Language;
  /** The day of set-up: a new ledger observes for a while before it holds anything. */
  readonly madeOn?: PlainDate;
}

/** The first damage that was found in the journal. */
export interface DamageMark {
  /** As the sheet counts rows. */
  readonly row: number;
  readonly seq: number;
  readonly why: JournalFault;
  readonly expected: string;
  readonly found: string;
}

/** What an action leaves for the next one to find. */
export interface LeftBehind {
  readonly book: BookHead;
  /** Rows of the journal tab that the views have caught up with. */
  readonly journalRows: number;
  /** Of those, rows whose first cell is blank: the count in the state does not see them. */
  readonly journalBlanks?: number;
  readonly expected: Readonly<Record<string, Tripwires>>;
}

export interface LedgerState {
  readonly sheet: Sheet;
  readonly identity: Identity;
  readonly left: LeftBehind;
  /** Rows that stand in the journal tab now. */
  readonly journalRowsNow: number;
  /** Where the journal was found damaged: the ledger is read-only until it holds again. */
  readonly damage: DamageMark | undefined;
  /** Hidden tab in which hands were, or whose accounts are not what the journal says; "" for none. */
  readonly doubt: string;
  /** Day on which journal and accounts were last verified and held; "" for never. */
  readonly verifiedOn: string;
  readonly tabs: ReadonlyMap<string, TabState>;
}
