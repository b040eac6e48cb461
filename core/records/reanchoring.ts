import * as z from "zod/mini";
import { CurrencyShape, LineShape, MoneyShape } from "./shapes.ts";

/** What is wrong with a row of the journal. */
export const JournalFaultShape = z.enum([
  "payload", // the changes are not those that were hashed
  "chain", // other cells are not, or the next entry was chained to another one
  "hash", // the content is as it was written; one of its hashes is not
  "gap", // entries are missing before the row
  "tail", // entries are missing at the end
  "incomplete", // rows of a long entry are missing, or out of order
  "inserted", // no entry of the chain
  "moved", // an entry of the chain, at another place
]);

/** A row of the journal that cannot be trusted, and why. `row` counts from 1 below the heading. */
export const JournalDamageShape = z.object({
  row: z.int(),
  /** How many rows the entry has; 0 where rows are missing. */
  rows: z.int(),
  /** Place in the journal; of missing entries the first. 0 for a row that has none. */
  seq: z.int(),
  /** Last place of missing entries; else the same. */
  through: z.int(),
  why: JournalFaultShape,
  /** Time and user as the row has them. */
  at: z.string(),
  user: z.string(),
  /** Hashes: what the chain wants here, and what is here. "" where there is none. */
  expected: z.string(),
  found: z.string(),
  /** Hash over the rows as they stand: a re-anchoring vouches for these and no others. */
  seal: z.string(),
});

export type JournalDamage = z.infer<typeof JournalDamageShape>;

/** Places in the journal, from and through. */
export const PlacesShape = z.object({ from: z.int(), through: z.int() });

export type Places = z.infer<typeof PlacesShape>;

/** What a customer owes before and after damaged rows count as they now read. */
export const BalanceShiftShape = z.object({
  customer: z.string(),
  code: z.string(),
  name: z.string(),
  currency: CurrencyShape,
  before: MoneyShape,
  after: MoneyShape,
});

export type BalanceShift = z.infer<typeof BalanceShiftShape>;

/**
 * A re-anchoring 重新锚定: somebody vouches for damaged rows of the journal as they now stand, with a
 * reason that stays. What of them can be read counts as it reads; the rest is lost, by its place.
 */
export const ReanchoringShape = z.object({
  id: z.string(),
  reason: LineShape,
  /** Who vouches. */
  by: z.string(),
  damage: z.array(JournalDamageShape),
  /** Entries that count for nothing any more. */
  lost: z.array(PlacesShape),
  shifts: z.array(BalanceShiftShape),
});

export type Reanchoring = z.infer<typeof ReanchoringShape>;
