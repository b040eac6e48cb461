import type { Table } from "../../../core/index.ts";
import type { Ledger } from "../ledger.ts";
import { draftOf } from "../plan.ts";
import { unreckonable } from "../reckonable.ts";
import { scratchOf, withStartedClocks } from "../started-clocks.ts";
import { projectionOf } from "../views/row-writes.ts";
import type { TakeOver } from "./findings.ts";
import { projected } from "./projections.ts";
import { tabTakeOver } from "./tab-take-over.ts";

/**
 * What taking over these tabs, in this order, would do: as there, each sees what the ones before it make, such
 * as a customer whose documents are typed in the next tab. Reads only.
 */
export function plannedTakeOver(ledger: Ledger, tables: readonly Table[]): { table: Table; tab: TakeOver }[] {
  let planned = ledger;
  let of = projected(ledger.book);
  return tables.map((table) => {
    const tab = tabTakeOver(planned, table, of);
    const next = withPlanned(planned, tab);
    // Every row of the ledger is laid out for it: once for each plan, not for each tab.
    if (next !== planned) of = { now: of.now, planned: projectionOf(next.book) };
    planned = next;
    return { table, tab };
  });
}

/** The ledger as it will be once that is booked; as it is, where booking it would be refused. */
function withPlanned(ledger: Ledger, { changes }: TakeOver): Ledger {
  if (changes.length === 0) return ledger;
  const book = scratchOf(ledger.book);
  const draft = draftOf("takeOver", "", "", changes);
  const seq = book.head.seq + 1;
  withStartedClocks(book, { ...draft, seq, at: "", user: "", knownBy: "nobody" });
  return unreckonable(book.accounts.values(), seq) ? ledger : { ...ledger, book };
}
