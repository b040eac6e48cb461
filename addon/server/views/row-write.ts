import type { Fields, Table } from "../../../core/index.ts";

/** Codes that a customer had, and the names that it goes by. */
export interface OtherNames {
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

/** A row that a tab should show, and whether it may stand there already. */
export interface RowWrite {
  readonly table: Table;
  readonly id: string;
  readonly fields: Fields;
  /**
   * `new` was made by this action; `touched` exists, and of its machine columns those that move are
   * patched; `restored` exists, and all its machine columns are written; `rewritten` exists, and an
   * action, not a hand, has given it a new version: all its columns are written; `renamed` exists, and
   * names its customer in `columns`; `decided` exists, and those in `columns` are written, as somebody has
   * decided. Where `before` is given, a hand column that says something else by now is typing, and stays.
   */
  readonly state: "new" | "touched" | "restored" | "rewritten" | "renamed" | "decided";
  /** Of a `new` row that a person typed: wishes in it that are asked for, and say what is in force. */
  readonly columns?: readonly string[];
  /** The row in which a person had typed it. */
  readonly typedAt?: number;
  /** How a person may have named its customer, other than by its code. */
  readonly otherNames?: OtherNames;
  /** The id that stands there and is another row's, or no row's. */
  readonly wrongId?: string;
  /** What the row held before. */
  readonly before?: Fields;
}
