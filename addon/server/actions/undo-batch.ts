import { type Account, type Batch, type Change, dependentsOf, standingOf } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { commit } from "../committing.ts";
import { hasAction } from "../journal-tab.ts";
import { loadAll } from "../loaded-accounts.ts";
import { withLedger } from "../opened-ledger.ts";
import { draftOf, named, refuseClosedUndo } from "../plan.ts";
import { readEntryOf } from "../single-entries.ts";
import { currentUser } from "./booking.ts";
import { accountsOf, findBatch, refuseClosedFacts } from "./import-batch.ts";
import { overSettledBy } from "./over-settling.ts";

/**
 * Takes a whole batch back; refused, with a list, where later entries depend on it. Pressed again under the
 * same id, as after a kill, it says what that press took back.
 */
export function undoBatch(input: Input<"undoBatch">): Output<"undoBatch"> {
  return withLedger((ledger) => {
    const batch = findBatch(ledger, input.batch);
    if (hasAction(input.action)) return { undone: undoneBy(input.action, batch) };
    if (batch.state === "undone") return { undone: 0 };
    loadAll(ledger);
    const accounts = accountsOf(ledger.book, batch.id);
    if (batch.state === "closed") refuseClosedFacts(ledger, batch.id, refuseClosedUndo);
    const { rowsTakenBack } = standingOf(ledger.book.accounts.values(), batch.id);
    const undone = Math.max(0, batch.taken.rows - rowsTakenBack);
    const row: Batch = { ...batch, state: "undone", undoneRows: undone };
    const changes: Change[] = [{ put: "batch", row }];
    refuseDependents(accounts, batch.id, overSettledBy(ledger, changes));
    commit(ledger, [draftOf("undoBatch", input.action, "", changes)], currentUser());
    return { undone };
  });
}

/** What an earlier press under the same id took back of this import; one of another action is a mistake. */
function undoneBy(action: string, { id }: Batch): number {
  for (const { put, row } of readEntryOf(action)?.changes ?? [])
    if (put === "batch" && row.id === id && row.state === "undone") return row.undoneRows ?? 0;
  throw new Refusal("actionReused", {});
}

function refuseDependents(accounts: readonly Account[], batch: string, overSettled: readonly string[]): void {
  const built = accounts.flatMap((account) => {
    const facts = [...account.items, ...account.receipts, ...account.allocations];
    const own = new Set(facts.filter((fact) => fact.batch === batch).map((fact) => fact.id));
    return dependentsOf(account, own);
  });
  const documents = [...new Set([...built, ...overSettled])];
  if (documents.length > 0) throw new Refusal("dependsOn", { documents: named(documents) });
}
