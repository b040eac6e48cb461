import type { Account } from "../../core/index.ts";
import type { Random } from "./random.ts";

/** A call that a user makes of the add-on. */
export interface Act {
  readonly name: string;
  readonly input: object;
}

/** What an act may refer to. */
export interface Around {
  readonly random: Random;
  /** A new number at every act: action ids and document numbers are made of it. */
  readonly n: number;
  readonly accounts: readonly Account[];
  /** Actions booked so far, and batches, for undo. */
  readonly actions: readonly string[];
  readonly batches: readonly string[];
}
