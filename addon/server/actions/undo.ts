import {
  type Account,
  type Batch,
  type Change,
  dependentsOf,
  type Entry,
  nameIn,
  type PlainDate,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount, loadAll } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";
import { draftOf, named, refuseClosedUndo } from "../plan.ts";
import { readEntryAt, readEntryOf } from "../single-entries.ts";
import { book } from "./booking.ts";
import { overSettledBy } from "./over-settling.ts";
import { standingAgain } from "./standing-again.ts";
import {
  type Back,
  daysOf,
  documentTold,
  type FactRef,
  type Fate,
  factsOf,
  fateOf,
  keepsFigures,
  type Version,
  versionsOf,
} from "./taken-back.ts";

/**
 * Takes a whole action back. Refused, with a list, where later entries depend on it, where part of it stands no
 * more, where more would be settled than there is, and where what would come back was entered again. Its key
 * tells others that the entry was taken back; it stands in nobody's way.
 */
export function undo(input: Input<"undo">): Output<"undo"> {
  return book({ ...input, allowDuplicate: true }, (ledger) => {
    const { entry, back, dependents, again } = planOf(ledger, input.of);
    for (const day of daysTakenBack(back)) refuseClosedUndo(day, ledger.book.settings);
    if (dependents.length > 0) throw new Refusal("dependsOn", { documents: named(dependents) });
    if (again.length > 0) throw new Refusal("standsAgain", { documents: named(again) });
    if (back.length === 0) throw new Refusal("nothingToUndo", {});
    const changes = back.map(({ change }) => change);
    return draftOf("undo", input.action, `undo:${entry.seq}`, changes);
  });
}

/** What an action had written, and what stands in the way of taking it back; nothing is written. */
export function previewUndo(input: Input<"previewUndo">): Output<"previewUndo"> {
  const ledger = openLedger("read");
  const { entry, touched, back, dependents, again } = planOf(ledger, input.of);
  const { closedThrough } = ledger.book.settings;
  const closedDay = daysTakenBack(back).find((day) => closedThrough !== undefined && day <= closedThrough);
  const returning = touched.flatMap(returningOf);
  return {
    ...(closedDay ? { closedDay } : {}),
    ...(returning.length > 0 ? { returning } : {}),
    kind: entry.kind,
    at: entry.at,
    user: entry.user,
    documents: touched.flatMap(documentOf),
    dependents: [...dependents, ...again],
  };
}

interface UndoPlan {
  readonly entry: Entry;
  readonly touched: readonly Touched[];
  readonly back: readonly Back[];
  /** Documents that stand in the way. */
  readonly dependents: readonly string[];
  /** Documents that were entered again since. */
  readonly again: readonly string[];
}

function planOf(ledger: Ledger, of: string | number): UndoPlan {
  const { entry, touched } = loadedEntry(ledger, of);
  const back = touched.flatMap(({ fate }) => (fate.is === "back" ? [fate] : []));
  refuseOfUndoneImport(ledger, back);
  if (touched.some((each) => comesBack(each, touched))) loadAll(ledger);
  const changes = back.map(({ change }) => change);
  const dependents = [...dependentsIn(touched), ...overSettledBy(ledger, changes)];
  const again = standingAgain(back, entry.seq, ledger.book.accounts.values());
  return { entry, touched, back, dependents: [...new Set(dependents)], again };
}

/** Whether a record stands nowhere now: anybody's may be it that was entered again. */
function comesBack({ fact, fate }: Touched, touched: readonly Touched[]): boolean {
  if (fate.is !== "back" || fate.change.put === "void" || fate.live) return false;
  const others = touched.filter((each) => each.fact.id === fact.id);
  return others.every(({ versions }) => versions.every(({ voided }) => voided > 0));
}

/** What an import brought stands and falls with it: its file brings it again. */
function refuseOfUndoneImport(ledger: Ledger, back: readonly Back[]): void {
  for (const { live, before } of back) {
    const batch = live ? undefined : before?.batch;
    const { state, source } = (batch && importNamed(ledger, batch)) || {};
    if (state === "undone") throw new Refusal("importUndone", { source: source ?? "" });
  }
}

/** Only the latest imports are at hand; the journal knows all. */
function importNamed({ book, fromJournal }: Ledger, id: string): Batch | undefined {
  const isNamed = (batch: Batch) => batch.id === id;
  return book.batches.find(isNamed) ?? fromJournal().batches.find(isNamed);
}

/** The days of what goes and of what stands again: those of a closed period 已关账 keep both. */
function daysTakenBack(back: readonly Back[]): PlainDate[] {
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
  refusePartOfImport(ledger, entry);
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

/** An import stands whole, or row by row: an open one goes on behind the rows that are done. */
function refusePartOfImport(ledger: Ledger, { kind, batch }: Entry): void {
  const { state, source = "" } = (batch && importNamed(ledger, batch)) || {};
  if (state === "open") throw new Refusal("importStillOpen", { source });
  if (state === "closed" && kind === "importChunk") throw new Refusal("partOfImport", { source });
}

/** Documents that later entries have built upon or changed, or of which part of the entry is no more. */
function dependentsIn(touched: readonly Touched[]): string[] {
  const own = new Set(touched.filter(({ fate }) => movesFigures(fate)).map(({ fact }) => fact.id));
  const accounts = new Set(touched.map(({ account }) => account));
  const built = [...accounts].flatMap((account) => dependentsOf(account, own));
  const isPartly = touched.some(({ fate }) => fate.is === "back");
  const lost = touched.filter(({ fate }) => fate.is === "changed" || (isPartly && fate.is === "gone"));
  return [...new Set([...built, ...lost.map(({ account, fact }) => nameIn(account, fact.id))])];
}

function movesFigures(fate: Fate): boolean {
  return fate.is === "back" && !keepsFigures(fate);
}

/** Documents by which a person recognises the action: what was owed and what came in. */
function documentOf({ account, versions, fate }: Touched): Told {
  const put = versions.find((each) => each.voided === 0)?.put;
  return fate.is === "same" || !put ? [] : toldOf(put, account);
}

/** Documents that stand nowhere now, and would stand again. */
function returningOf(each: Touched, _: number, touched: readonly Touched[]): Told {
  const { fate, account } = each;
  return fate.is === "back" && comesBack(each, touched) ? toldOf(fate.change, account) : [];
}

type Told = Output<"previewUndo">["documents"];

function toldOf(put: Change, { customer }: Account): Told {
  return put.put === "item" || put.put === "receipt" ? [documentTold(put, customer.name)] : [];
}
