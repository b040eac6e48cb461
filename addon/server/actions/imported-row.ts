import {
  type Account,
  type Allocation,
  type Batch,
  type Change,
  dependentsOf,
  type Known,
  type OpenItem,
  type Receipt,
  recordOf,
  recordsOfRow,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";
import { draftOf, named, refuseClosedUndo } from "../plan.ts";
import { book } from "./booking.ts";
import { overSettledBy } from "./over-settling.ts";
import { documentTold } from "./taken-back.ts";

/**
 * Takes one row of an import back 作废导入的一行: its document, what it said of its settlement, and what the import
 * put on it; the rest of the import stands. The same file brings the row again.
 */
export function voidImportedRow(input: Input<"voidImportedRow">): Output<"voidImportedRow"> {
  return book({ ...input, allowDuplicate: true }, (ledger) => {
    const { account, facts, dependents } = importedRow(ledger, input);
    for (const { date } of facts) refuseClosedUndo(date, ledger.book.settings);
    if (dependents.length > 0) throw new Refusal("dependsOn", { documents: named(dependents) });
    const changes = facts.map(({ id }) => voidOf(id, account));
    return draftOf("voidImportedRow", input.action, `void:${input.record}`, changes);
  });
}

/** The import that brought a record, what else its row brought, and what stands in the way; nothing is written. */
export function previewImportedRow(input: Input<"previewImportedRow">): Output<"previewImportedRow"> {
  const ledger = openLedger("read");
  const { account, facts, dependents, batch } = importedRow(ledger, input);
  const { closedThrough } = ledger.book.settings;
  const closedDay = facts.map(({ date }) => date).find((day) => closedThrough && day <= closedThrough);
  return {
    batch: { id: batch.id, source: batch.source, rows: batch.taken.rows },
    documents: facts.flatMap((fact) => told(fact, account)),
    dependents,
    ...(closedDay ? { closedDay } : {}),
  };
}

type Fact = Known<OpenItem> | Known<Receipt> | Known<Allocation>;

interface ImportedRow {
  readonly account: Account;
  readonly batch: Batch;
  readonly facts: readonly Fact[];
  readonly dependents: string[];
}

/** An import that is open is discarded as a whole: nothing of it counts yet. */
function importedRow(ledger: Ledger, { customer, record }: Input<"previewImportedRow">): ImportedRow {
  const account = loadAccount(ledger, customer);
  const own = recordsOfRow(account, record);
  const facts: Fact[] = [...account.items, ...account.receipts, ...account.allocations].filter(
    ({ id, voided }) => voided === 0 && own.has(id),
  );
  const id = facts.find((fact) => fact.id === record)?.batch;
  const batch = ledger.book.batches.find((each) => each.id === id && each.state === "closed");
  if (!batch) throw new Refusal("nothingToUndo", {});
  const changes = facts.map((fact) => voidOf(fact.id, account));
  const dependents = [...new Set([...dependentsOf(account, own), ...overSettledBy(ledger, changes)])];
  return { account, batch, facts, dependents };
}

function voidOf(id: string, { customer }: Account): Change {
  return { put: "void", row: { id, customer: customer.id } };
}

function told(fact: Fact, { customer }: Account): Output<"previewImportedRow">["documents"] {
  if ("item" in fact) return [];
  if ("lines" in fact) return [documentTold({ put: "item", row: recordOf(fact) }, customer.name)];
  return [documentTold({ put: "receipt", row: recordOf(fact) }, customer.name)];
}
