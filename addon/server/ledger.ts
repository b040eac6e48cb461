import {
  type Book,
  DEFAULT_POLICY,
  daysAfter,
  EMPTY_HEAD,
  emptyBook,
  type KnownBy,
  replayed,
} from "../../core/index.ts";
import { Refusal } from "../refusal.ts";
import type { CellStyle } from "./cells.ts";
import { readEntries } from "./journal-tab.ts";
import type { Identity, LedgerState } from "./state/ledger-state.ts";

/** Who acts, and how the ledger knows it. */
export interface Who {
  readonly user: string;
  readonly knownBy: KnownBy;
}

/** The ledger as one action has it open: the book's head, and the accounts it asked for. */
export interface Ledger {
  readonly state: LedgerState;
  readonly book: Book;
  readonly style: CellStyle;
  /** Customers whose packed account was torn and was taken from the journal. */
  readonly damaged: string[];
  /** The book as the journal alone tells it: one replay serves every damaged account. */
  readonly fromJournal: () => Book;
  /** Unfinished actions of earlier runs that were completed on the way in. */
  readonly completed: number;
  /** Whether the journal's last row was looked at in this run: once is enough. */
  readonly hasSeenEnd: boolean;
}

/** Replays the journal up to where the views had caught up, the first time that somebody asks. */
export function replayOnce({ left, identity, damage }: LedgerState): () => Book {
  let book: Book | undefined;
  return () => {
    if (book) return book;
    const reading = readEntries(0, left.journalRows, EMPTY_HEAD);
    const [first] = reading.damage;
    if (first && !damage) throw new Refusal("damaged", { row: first.row + 1 });
    book = replayed(reading, firstBook(identity));
    return book;
  };
}

/** 观察期: so long a new ledger says what it would hold, and holds nothing. */
const OBSERVED_DAYS = 30;

/** The book before the first entry: empty, in the language that was chosen at set-up, and observing from that day on. */
export function firstBook({ language, madeOn }: Pick<Identity, "language" | "madeOn">): Book {
  const book = emptyBook();
  const observing = madeOn ? { observeUntil: daysAfter(madeOn, OBSERVED_DAYS) } : {};
  const policies = [{ ...DEFAULT_POLICY, ...observing }];
  return { ...book, settings: { ...book.settings, language }, policies };
}
