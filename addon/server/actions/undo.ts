import { type Change, dependentsOf, type Entry, type Known, UNIDENTIFIED } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { readEntryOf } from "../journal-tab.ts";
import { type Ledger, loadAccount } from "../ledger.ts";
import { draftOf } from "../plan.ts";
import { book } from "./booking.ts";

/** Takes a whole action back. Refused, with a list, where later entries depend on it. */
export function undo(input: Input<"undo">): Output<"undo"> {
  return book(input, (ledger) => {
    const entry = readEntryOf(input.of);
    if (!entry) throw new Refusal("actionUnknown", { action: input.of });
    const facts = factsOf(entry);
    for (const customer of new Set(facts.map((fact) => fact.customer))) loadAccount(ledger, customer);
    refuseDependents(ledger, facts);
    const changes = facts
      .filter((fact) => isLive(ledger, fact))
      .map((fact) => takenBack(ledger, fact, entry.seq));
    if (changes.length === 0) throw new Refusal("nothingToUndo", {});
    return draftOf("undo", input.action, `undo:${entry.seq}`, changes);
  });
}

interface FactRef {
  readonly id: string;
  readonly customer: string;
}

function factsOf(entry: Entry): FactRef[] {
  return entry.changes.flatMap((change) => {
    if (change.put !== "item" && change.put !== "receipt" && change.put !== "allocation") return [];
    return [{ id: change.row.id, customer: change.row.customer ?? UNIDENTIFIED }];
  });
}

/** A record that the entry made is void; one that it changed gets its earlier version back. */
function takenBack(ledger: Ledger, fact: FactRef, seq: number): Change {
  const { receipts, items } = loadAccount(ledger, fact.customer);
  const receipt = receipts.find((each) => each.id === fact.id && each.voided === seq);
  if (receipt) return { put: "receipt", row: bare(receipt) };
  const item = items.find((each) => each.id === fact.id && each.voided === seq);
  if (item) return { put: "item", row: bare(item) };
  return { put: "void", row: { id: fact.id, customer: fact.customer } };
}

/** The record without its place in the journal. */
function bare<T>({ seq, voided, batch, ...row }: Known<T>) {
  return row;
}

function isLive(ledger: Ledger, fact: FactRef): boolean {
  const account = loadAccount(ledger, fact.customer);
  const own = [...account.items, ...account.receipts, ...account.allocations];
  return own.some((each) => each.id === fact.id && each.voided === 0);
}

function refuseDependents(ledger: Ledger, facts: readonly FactRef[]): void {
  const own = new Set(facts.map((fact) => fact.id));
  const customers = new Set(facts.map((fact) => fact.customer));
  const documents = [...customers].flatMap((id) => dependentsOf(loadAccount(ledger, id), own));
  if (documents.length > 0) throw new Refusal("dependsOn", { documents: documents.slice(0, 8).join(", ") });
}
