import type { Account } from "./book.ts";
import type { Known } from "./known-fact.ts";

/** Where an entry stands while its changes are added to the book, and what it has ended so far. */
export interface PlaceInJournal {
  /** When the entry stands in the journal. */
  readonly seq: number;
  /** From when on its facts are known: the same, or PENDING inside an open batch. */
  readonly known: number;
  readonly batch: string | undefined;
  readonly touched: Set<Account>;
  /** Imports that are still open. */
  readonly open: ReadonlySet<string>;
  /** Records that the entry has ended so far: one that moves to another customer stays its import's. */
  readonly ended: Map<string, Origin>;
}

/** Where a fact came from: the import that brought it, and its place until that is closed. */
export type Origin = Pick<Known<object>, "seq" | "batch">;
