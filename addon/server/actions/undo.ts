import {
  type Account,
  type Allocation,
  dependentsOf,
  type Entry,
  type PlainDate,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";
import { draftOf, refuseClosedUndo } from "../plan.ts";
import { readEntryAt, readEntryOf } from "../single-entries.ts";
import { book } from "./booking.ts";
import {
  daysOf,
  documentTold,
  type FactRef,
  type Fate,
  factsOf,
  fateOf,
  keepsFigures,
  nameOf,
  type Version,
  versionsOf,
} from "./taken-back.ts";

/**
 * Takes a whole action back. Refused, with a list, where later entries depend on it, and where part of it
 * stands no more. Its key tells others that the entry was taken back; it stands in nobody's way.
 */
export function undo(input: Input<"undo">): Output<"undo"> {
  return book({ ...input, allowDuplicate: true }, (ledger) => {
    const { entry, touched } = loadedEntry(ledger, input.of);
    const back = touched.flatMap(({ fate }) => (fate.is === "back" ? [fate] : []));
    for (const day of daysTakenBack(back)) refuseClosedUndo(day, ledger.book.settings);
    const documents = dependents(touched, entry.seq);
    if (documents.length > 0) throw new Refusal("dependsOn", { documents: documents.slice(0, 8).join(", ") });
    if (back.length === 0) throw new Refusal("nothingToUndo", {});
    const changes = back.map(({ change }) => change);
    return draftOf("undo", input.action, `undo:${entry.seq}`, changes);
  });
}

/** What an action had written, and what stands in the way of taking it back; nothing is written. */
export function previewUndo(input: Input<"previewUndo">): Output<"previewUndo"> {
  const ledger = openLedger("read");
  const { entry, touched } = loadedEntry(ledger, input.of);
  const { closedThrough } = ledger.book.settings;
  const back = touched.flatMap(({ fate }) => (fate.is === "back" ? [fate] : []));
  const closedDay = daysTakenBack(back).find((day) => closedThrough !== undefined && day <= closedThrough);
  return {
    ...(closedDay ? { closedDay } : {}),
    kind: entry.kind,
    at: entry.at,
    user: entry.user,
    documents: touched.flatMap(documentOf),
    dependents: dependents(touched, entry.seq),
  };
}

/** The days of what goes and of what stands again: those of a closed period 已关账 keep both. */
function daysTakenBack(back: readonly Extract<Fate, { is: "back" }>[]): PlainDate[] {
  return back.flatMap(({ change, live }) => [...daysOf(change), ...daysOf(live?.put)]);
}

/** A record of the entry that is to be taken back, and what has become of it. */
interface Touched {
  readonly fact: FactRef;
  readonly account: Account;
  readonly versions: readonly Version[];
  readonly fate: Fate;
}

/** An undo itself is not taken back: what it took away may have been entered again since. */
function loadedEntry(ledger: Ledger, of: string | number): { entry: Entry; touched: readonly Touched[] } {
  const entry = typeof of === "number" ? readEntryAt(of) : readEntryOf(of);
  if (!entry) throw new Refusal("actionUnknown", { action: String(of) });
  if (entry.kind === "undo") throw new Refusal("undoStands", {});
  const facts = factsOf(entry);
  const ids = new Set(facts.map((fact) => fact.customer));
  const accounts = new Map([...ids].map((id) => [id, loadAccount(ledger, id)]));
  const versions = new Map([...accounts].map(([id, account]) => [id, versionsOf(account)]));
  const touched = facts.flatMap((fact): Touched[] => {
    const account = accounts.get(fact.customer);
    const own = versions.get(fact.customer)?.get(fact.id) ?? [];
    return account ? [{ fact, account, versions: own, fate: fateOf(fact, own, entry.seq) }] : [];
  });
  return { entry, touched };
}

/** Documents that later entries have built upon or changed, or of which part of the entry is no more. */
function dependents(touched: readonly Touched[], seq: number): string[] {
  const own = new Set(touched.filter(({ fate }) => movesFigures(fate)).map(({ fact }) => fact.id));
  const accounts = new Set(touched.map(({ account }) => account));
  const built = [...accounts].flatMap((account) => [
    ...dependentsOf(account, own),
    ...settledSince(account, own, seq),
  ]);
  const isPartly = touched.some(({ fate }) => fate.is === "back");
  const lost = touched.filter(({ fate }) => fate.is === "changed" || (isPartly && fate.is === "gone"));
  return [...new Set([...built, ...lost.map(({ fact, versions }) => nameOf(fact.id, versions))])];
}

function movesFigures(fate: Fate): boolean {
  return fate.is === "back" && !keepsFigures(fate);
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

/** Documents by which a person recognises the action: what was owed and what came in. */
function documentOf({ account, versions, fate }: Touched): Output<"previewUndo">["documents"] {
  const put = versions.find((each) => each.voided === 0)?.put;
  if (fate.is === "same" || !put) return [];
  const { name } = account.customer;
  return put.put === "item" || put.put === "receipt" ? [documentTold(put, name)] : [];
}
