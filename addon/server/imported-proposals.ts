import {
  CUSTOMERS,
  type Field,
  type ImportedProposal,
  type StandingWish,
  type Terms,
  termsText,
} from "../../core/index.ts";
import type { Ledger } from "./ledger.ts";
import { noteProposals } from "./state/marks.ts";
import { tabTakeOver } from "./taking-over/tab-take-over.ts";
import type { RowWrite } from "./views/row-write.ts";
import { projectionOf } from "./views/row-writes.ts";
import { restoreRows } from "./views/views.ts";

/** Wishes that stand in the customers' rows: read when the first one is asked for, and once. */
export function standingWishes(ledger: Ledger): () => readonly StandingWish[] {
  let read: readonly StandingWish[] | undefined;
  return () => {
    read ??= tabTakeOver(ledger, CUSTOMERS).proposals.map(({ customer, column, proposed, next }) => {
      return { customer, column, value: next[column], text: proposed };
    });
    return read;
  };
}

/**
 * Writes what an imported list says otherwise than is agreed into the customers' rows, as if somebody had typed
 * it there: wishes 申请, which wait to be decided. A wish that stands there already stays.
 */
export function proposeImported(
  ledger: Ledger,
  proposals: readonly ImportedProposal[],
  wishes: () => readonly StandingWish[],
): void {
  if (proposals.length === 0) return;
  const standing = wishes();
  const isFree = (customer: string, column: string) =>
    !standing.some((each) => each.customer === customer && each.column === column);
  const rows = projectionOf(ledger.book).get(CUSTOMERS.key);
  const writes = proposals.flatMap(({ customer, columns, agreed }): RowWrite[] => {
    const row = rows?.get(customer);
    const wished = columns.filter((column) => isFree(customer, column));
    if (!row || wished.length === 0) return [];
    const fields = Object.fromEntries(wished.map((column) => [column, fieldOf(agreed[column], ledger)]));
    return [{ ...row, fields: { ...row.fields, ...fields }, state: "renamed", columns: Object.keys(fields) }];
  });
  restoreRows(writes, { state: ledger.state, style: ledger.style, recovering: false });
  const made = writes.reduce((sum, { columns = [] }) => sum + columns.length, 0);
  noteProposals(ledger.state, CUSTOMERS.key, standing.length + made);
}

function fieldOf(value: Field | Terms | undefined, { style }: Ledger): Field | undefined {
  return typeof value === "object" ? termsText(value, style.language) : value;
}
