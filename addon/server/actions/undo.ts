import {
  type Account,
  type Allocation,
  type Change,
  dependentsOf,
  type Entry,
  type Known,
  liveFact,
  recordOf,
  UNIDENTIFIED,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { type Ledger, loadAccount, openLedger } from "../ledger.ts";
import { draftOf, refuseClosed } from "../plan.ts";
import { readEntryAt, readEntryOf } from "../single-entries.ts";
import { book } from "./booking.ts";

/** Takes a whole action back. Refused, with a list, where later entries depend on it. */
export function undo(input: Input<"undo">): Output<"undo"> {
  return book(input, (ledger) => {
    const { entry, facts } = loadedEntry(ledger, input.of);
    refuseClosedDocuments(ledger, facts);
    const documents = dependents(ledger, facts, entry.seq);
    if (documents.length > 0) throw new Refusal("dependsOn", { documents: documents.slice(0, 8).join(", ") });
    const changes = facts.flatMap((fact) => takenBack(loadAccount(ledger, fact.customer), fact, entry.seq));
    if (changes.length === 0) throw new Refusal("nothingToUndo", {});
    return draftOf("undo", input.action, `undo:${entry.seq}`, changes);
  });
}

/** What an action had written, and what stands in the way of taking it back; nothing is written. */
export function previewUndo(input: Input<"previewUndo">): Output<"previewUndo"> {
  const ledger = openLedger("read");
  const { entry, facts } = loadedEntry(ledger, input.of);
  const documents = facts.flatMap((fact) => documentOf(loadAccount(ledger, fact.customer), fact));
  return {
    kind: entry.kind,
    at: entry.at,
    user: entry.user,
    documents,
    dependents: dependents(ledger, facts, entry.seq),
  };
}

/** A record that an entry wrote, or that it ended without writing it anew. */
interface FactRef {
  readonly id: string;
  readonly customer: string;
  readonly ended: boolean;
}

function loadedEntry(ledger: Ledger, of: string | number): { entry: Entry; facts: readonly FactRef[] } {
  const entry = typeof of === "number" ? readEntryAt(of) : readEntryOf(of);
  if (!entry) throw new Refusal("actionUnknown", { action: String(of) });
  const facts = factsOf(entry);
  for (const customer of new Set(facts.map((fact) => fact.customer))) loadAccount(ledger, customer);
  return { entry, facts };
}

/** What an undo ended stays ended: doing it again is an entry of its own. */
function factsOf(entry: Entry): FactRef[] {
  return entry.changes.flatMap((change): FactRef[] => {
    switch (change.put) {
      case "item":
        return change.follows ? [] : [{ ...change.row, ended: false }];
      case "allocation":
      case "order":
      case "taxInvoice":
        return [{ ...change.row, ended: false }];
      case "receipt":
        return [{ id: change.row.id, customer: change.row.customer ?? UNIDENTIFIED, ended: false }];
      case "void":
        return entry.kind === "undo" ? [] : [{ ...change.row, ended: true }];
      default:
        return [];
    }
  });
}

/** A record that the entry made is void; one that it changed or ended gets its earlier version back. */
function takenBack(account: Account, fact: FactRef, seq: number): Change[] {
  if (isLive(account, fact.id) === fact.ended) return [];
  const { items, receipts, orders, taxInvoices } = account;
  const item = endedAt(items, fact.id, seq);
  if (item) return [{ put: "item", row: item }];
  const receipt = endedAt(receipts, fact.id, seq);
  if (receipt) return [{ put: "receipt", row: receipt }];
  const order = endedAt(orders, fact.id, seq);
  if (order) return [{ put: "order", row: order }];
  const taxInvoice = endedAt(taxInvoices, fact.id, seq);
  if (taxInvoice) return [{ put: "taxInvoice", row: taxInvoice }];
  return fact.ended ? [] : [{ put: "void", row: { id: fact.id, customer: fact.customer } }];
}

/** The version that held until the entry, without its place in the journal. */
function endedAt<T extends { id: string }>(facts: readonly Known<T>[], id: string, seq: number) {
  const found = facts.find((each) => each.id === id && each.voided === seq);
  return found && recordOf(found);
}

function isLive(account: Account, id: string): boolean {
  const { items, receipts, allocations, orders, taxInvoices } = account;
  const lists = [items, receipts, allocations, orders, taxInvoices];
  return lists.some((facts) => liveFact<{ id: string; voided: number }>(facts, id) !== undefined);
}

function dependents(ledger: Ledger, facts: readonly FactRef[], seq: number): string[] {
  const accountOf = ({ customer }: FactRef) => loadAccount(ledger, customer);
  const own = new Set(facts.filter((fact) => !keepsFigures(accountOf(fact), fact, seq)).map(({ id }) => id));
  const accounts = new Set(facts.map(accountOf));
  const found = [...accounts].flatMap((account) => [
    ...dependentsOf(account, own),
    ...settledSince(account, own, seq),
  ]);
  return [...new Set([...found, ...facts.flatMap((fact) => changedSince(accountOf(fact), fact, seq))])];
}

/** Whether the entry changed no sum of a receipt (its draft, a note): what was built on the money stands either way. */
function keepsFigures({ receipts }: Account, { id }: FactRef, seq: number): boolean {
  const [before, now] = [endedAt(receipts, id, seq), liveFact(receipts, id)];
  if (!before || !now) return false;
  return before.amount === now.amount && before.currency === now.currency && before.date === now.date;
}

/** Items that the entry opened again and that something else has settled since. */
function settledSince({ allocations, items }: Account, own: ReadonlySet<string>, seq: number): string[] {
  const live = allocations.filter(({ voided }) => voided === 0);
  const reopened = live.filter(({ id, amount }) => own.has(id) && amount < 0);
  const later = live.filter((each) => each.seq > seq && reopened.some((one) => isSameLine(one, each)));
  return later.map(({ item }) => items.find(({ id }) => id === item)?.number ?? item);
}

function isSameLine(a: Allocation, b: Allocation): boolean {
  return a.item === b.item && a.line === b.line;
}

/** A receipt whose draft has bounced, or gone on, after the entry that marked it. */
function changedSince({ receipts }: Account, { id }: FactRef, seq: number): string[] {
  const now = liveFact(receipts, id);
  const isChanged = endedAt(receipts, id, seq) !== undefined && now !== undefined && now.seq > seq;
  return isChanged ? [now.bankReference ?? now.draft?.number ?? id] : [];
}

/** 已关账: what a closed period holds is corrected by a document of today, not taken away. */
function refuseClosedDocuments(ledger: Ledger, facts: readonly FactRef[]): void {
  for (const fact of facts) {
    const { items, receipts } = loadAccount(ledger, fact.customer);
    const document = liveFact(items, fact.id) ?? liveFact(receipts, fact.id);
    if (document) refuseClosed(document.date, ledger.book.settings);
  }
}

/** Documents by which a person recognises the action: what was owed and what came in. */
function documentOf(account: Account, fact: FactRef): Output<"previewUndo">["documents"] {
  const { name } = account.customer;
  const item = liveFact(account.items, fact.id);
  if (item) {
    const { date, currency, amount, kind, number = "" } = item;
    return [{ what: "item", kind, number, customer: name, date, currency, amount }];
  }
  const receipt = liveFact(account.receipts, fact.id);
  if (!receipt) return [];
  const { date, currency, amount, method, bankReference = "" } = receipt;
  return [{ what: "receipt", kind: method, number: bankReference, customer: name, date, currency, amount }];
}
