import type { RowReadBack } from "../../../core/index.ts";

/** A row of a tab as it was read, and where it stands. */
export interface TypedRow extends RowReadBack {
  readonly row: number;
}
