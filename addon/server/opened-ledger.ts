import { type Entry, UNIDENTIFIED } from "../../core/index.ts";
import { Refusal } from "../refusal.ts";
import { catchUp } from "./committing.ts";
import { flush, releaseLock, spreadsheetId, tryLock, workbookZone } from "./google.ts";
import { clearTornRows, readEntries } from "./journal-tab.ts";
import { type Ledger, replayOnce } from "./ledger.ts";
import { loadAll, loadIfThere } from "./loaded-accounts.ts";
import { bringUpToDate, isOlder } from "./older-layout.ts";
import type { LedgerState } from "./state/ledger-state.ts";
import { readState } from "./state/state-tab.ts";

/**
 * Runs an action that writes: lock, finish what was left unfinished, act, flush, unlock. Nobody else
 * writes meanwhile; killed anywhere, the next run completes it.
 */
export function withLedger<T>(action: (ledger: Ledger) => T): T {
  return whileLocked(() => action(openLedger("write")));
}

function whileLocked<T>(act: () => T): T {
  if (!tryLock()) throw new Refusal("busy", {});
  try {
    const result = act();
    flush();
    return result;
  } finally {
    releaseLock();
  }
}

/** Opens the ledger to read; it is not locked, and what others write meanwhile is not waited for. */
export function openLedger(mode: "read" | "write"): Ledger {
  const found = readState();
  if (!found) throw new Refusal("notALedger", {});
  if (found.identity.spreadsheetId !== spreadsheetId()) throw new Refusal("restoredOrCopied", {});
  const state = isOlder(found.identity) ? broughtUpToDate(found, mode) : found;
  const style = { language: state.left.book.settings.language, zone: workbookZone() };
  const ledger = {
    state,
    book: { ...state.left.book, accounts: new Map() },
    style,
    damaged: [],
    fromJournal: replayOnce(state),
    completed: 0,
    hasSeenEnd: false,
  };
  if (mode === "write" && state.damage) throw new Refusal("damaged", { row: state.damage.row });
  const unfinished = state.journalRowsNow > state.left.journalRows;
  return unfinished && mode === "write" ? recovered(ledger) : ledger;
}

/** A ledger of an earlier version gets what came since: nobody else writes meanwhile. */
function broughtUpToDate(state: LedgerState, mode: "read" | "write"): LedgerState {
  if (mode === "write") bringUpToDate(state);
  else whileLocked(() => bringUpToDate(state));
  return readState() ?? state;
}

/** Completes actions whose journal entry was written but whose views were not. */
function recovered(ledger: Ledger): Ledger {
  const { state } = ledger;
  const reading = readEntries(state.left.journalRows, state.journalRowsNow, ledger.book.head);
  const [damage] = reading.damage;
  if (damage) throw new Refusal("damaged", { row: state.left.journalRows + damage.row + 1 });
  const complete = state.left.journalRows + reading.completeRows;
  clearTornRows(complete, state.journalRowsNow);
  if (reading.entries.some((entry) => settlesBatch(entry) || changesCustomer(entry))) loadAll(ledger);
  for (const id of customersOf(reading.entries)) loadIfThere(ledger, id);
  const done = catchUp(ledger, reading.entries, {
    journalRows: complete,
    hash: reading.head.hash,
    recovering: true,
  });
  return { ...done, completed: reading.entries.length };
}

/** Closing or undoing a batch changes every account that the batch has touched. */
function settlesBatch(entry: Entry): boolean {
  return entry.changes.some((change) => change.put === "batch" && change.row.state !== "open");
}

/** The rows of others may name a customer whose code is another one now. */
function changesCustomer({ seq, changes }: Entry): boolean {
  return changes.some((change) => change.put === "customer" && !change.row.id.startsWith(`c${seq}.`));
}

function customersOf(entries: readonly Entry[]): Set<string> {
  const ids = new Set<string>();
  for (const entry of entries) {
    for (const change of entry.changes) {
      if (change.put === "customer") ids.add(change.row.id);
      else if (change.put === "receipt") ids.add(change.row.customer ?? UNIDENTIFIED);
      else if ("customer" in change.row) ids.add(change.row.customer);
    }
  }
  return ids;
}
