import type { ImportKind } from "../reading/import-kinds.ts";
import type { Book } from "../records/book.ts";
import type { Change } from "../records/change.ts";
import type { Customer } from "../records/customer.ts";
import type { PlainDate } from "../values/date.ts";
import type { Problem } from "../values/problem.ts";
import type { KnownRows } from "./known-rows.ts";

/** Ids for what an import makes; the shell gives those of its journal entry. */
export interface ImportIds {
  item(): string;
  receipt(): string;
  allocation(): string;
  customer(): string;
}

/** What an import is told besides its rows. */
export interface ImportContext {
  readonly book: Book;
  readonly known: KnownRows;
  readonly ids: ImportIds;
  readonly kind: ImportKind;
  /** The import's batch: what stands in another one that is open is not known yet. */
  readonly batch: string;
  /** The file's or tab's name, for problems. */
  readonly source: string;
  /** The day of an opening balance or snapshot that carries none. */
  readonly asOf: PlainDate;
  readonly policyVersion: number;
  /** Wishes that stand already: asked for only where a row brings one. */
  readonly wishes: () => readonly StandingWish[];
}

/** What is agreed with a customer 约定: only somebody who decides puts it in force for one who is known. */
export type Agreed = Pick<Customer, "terms" | "limitType" | "limit">;

/** A wish that waits in a customer's row to be decided; no value where it is to be emptied. */
export interface StandingWish {
  readonly customer: string;
  readonly column: keyof Agreed;
  readonly value: Agreed[keyof Agreed] | undefined;
  /** As a person reads it. */
  readonly text: string;
}

/** What a list of customers says otherwise than is agreed with one whom the ledger knows. */
export interface ImportedProposal {
  readonly customer: string;
  readonly columns: readonly (keyof Agreed)[];
  readonly agreed: Agreed;
}

/** An import at work: what its rows have become so far. */
export interface ImportWork extends ImportContext {
  readonly changes: Change[];
  readonly proposals: ImportedProposal[];
}

/** What has become of a row: part of the changes, nothing new, or listed with its reason. */
export type Outcome = "taken" | "known" | Problem;
