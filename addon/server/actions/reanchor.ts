import { checkedChanges, type Entry, type User } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { decidersOf, isDecider, isLoggedIn } from "../deciders.ts";
import { flush, now, releaseLock, tryLock } from "../google.ts";
import { settled } from "../journal-settling.ts";
import { appendEntries, clearTornRows, readWholeJournal, type WholeJournal } from "../journal-tab.ts";
import type { Ledger } from "../ledger.ts";
import { openLedger } from "../opened-ledger.ts";
import { type ReanchorPlan, reanchorPlan } from "../reanchor-plan.ts";
import { currentUser } from "./booking.ts";

/**
 * What would count, be lost and change if somebody vouched for the journal as it stands; nothing is written.
 * Where nothing is damaged there is nothing to show.
 */
export function previewReanchor(): Output<"previewReanchor"> {
  const ledger = openLedger("read");
  const { reading } = wholeOf(ledger);
  if (reading.damage.length === 0) throw new Refusal("notDamaged", {});
  const { row, seal } = reanchorPlan(ledger, reading);
  const { damage, lost, shifts } = row;
  const approvers = decidersOf(ledger.book.users).map(({ name }) => name);
  return { damage, lost, shifts, seal, approvers, asks: askedOf(ledger.book.users) };
}

/**
 * Re-anchoring 重新锚定: an approver vouches for damaged rows of the journal as they now stand, with a reason.
 * From the moment the entry stands the chain verifies with it; everything else is made anew from the journal.
 */
export function reanchor(input: Input<"reanchor">): Output<"reanchor"> {
  if (!tryLock()) throw new Refusal("busy", {});
  try {
    const ledger = openLedger("read");
    const journal = wholeOf(ledger);
    if (journal.reading.damage.length === 0) return told(input, ledger, journal);
    const by = approverOf(ledger.book.users, input);
    const plan = reanchorPlan(ledger, journal.reading);
    if (plan.seal !== input.seal) throw new Refusal("damageChanged", {});
    settled(ledger.state, journal);
    vouch(entryOf(input, plan, by), journal);
    const marked = openLedger("read");
    settled(marked.state, wholeOf(marked));
    return { seq: plan.seq, id: plan.row.id, action: input.action, already: false, completed: 0 };
  } finally {
    releaseLock();
  }
}

function wholeOf({ state }: Ledger): WholeJournal {
  return readWholeJournal(state.left.book.head);
}

/** Nothing is damaged: an earlier try was killed behind its entry, or there is nothing to vouch for. */
function told({ action }: Input<"reanchor">, { state }: Ledger, journal: WholeJournal): Output<"reanchor"> {
  const entry = journal.reading.entries.find((each) => each.action === action);
  if (state.damage) settled(state, journal);
  if (!entry) throw new Refusal("notDamaged", {});
  return { seq: entry.seq, id: `o${entry.seq}.0`, action, already: true, completed: 0 };
}

function entryOf({ action, reason }: Input<"reanchor">, plan: ReanchorPlan, by: string): Entry {
  const { seq, row, changes } = plan;
  const reanchoring = { put: "reanchoring", row: { ...row, reason, by } } as const;
  const place = { seq, action, key: "", kind: "reanchored", at: now(), ...currentUser() };
  return { ...place, changes: checkedChanges([reanchoring, ...changes]) };
}

/** The entry goes below everything that stands, but for what was torn off while it was written. */
function vouch(entry: Entry, { rows, reading }: WholeJournal): void {
  clearTornRows(reading.completeRows, rows.length);
  appendEntries([entry], reading.head, reading.completeRows);
  flush();
}

/** Who logged in vouches by their own name; whom Google knows may be named otherwise among the users. */
function askedOf(users: readonly User[]): Output<"previewReanchor">["asks"] {
  const { user } = currentUser();
  if (isLoggedIn() || isDecider(users, user)) return "nothing";
  if (users.some(({ active }) => active)) return "approver";
  return user === "" ? "name" : "nothing";
}

/** A ledger without users asks for a name only; one with users for one of those who decide. */
function approverOf(users: readonly User[], { by }: Input<"reanchor">): string {
  const { user } = currentUser();
  const name = (isLoggedIn() ? user : (by ?? user)).trim();
  const hasUsers = users.some(({ active }) => active);
  if (name === "" || (hasUsers && !isDecider(users, name))) throw new Refusal("approverNeeded", {});
  return name;
}
