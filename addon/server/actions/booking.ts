import type { Entry, EntryDraft } from "../../../core/index.ts";
import { Refusal } from "../../refusal.ts";
import { knownByHost, userAddress } from "../google.ts";
import { hasAction, placeUnder } from "../journal-tab.ts";
import { commit, type Ledger, type Who, withLedger } from "../ledger.ts";
import { readEntryOf } from "../single-entries.ts";

/** What every writing action tells back. */
export interface Booked {
  seq: number;
  id: string;
  action: string;
  already: boolean;
  completed: number;
}

/** What the person wants, once, and whether they insist on a suspected duplicate. */
export interface Intent {
  readonly action: string;
  readonly allowDuplicate?: boolean;
}

/**
 * Carries out one writing action: under the lock, once for its action id, and not a second time under
 * the same business key unless the person insisted. `plan` reads and decides; it writes nothing.
 */
export function book(intent: Intent, plan: (ledger: Ledger) => EntryDraft): Booked {
  return withLedger((ledger) => {
    if (hasAction(intent.action)) return told(readEntryOf(intent.action), intent, ledger);
    const draft = plan(ledger);
    if (!intent.allowDuplicate && placeUnder(draft.key) !== undefined)
      throw new Refusal("duplicateSuspected", { key: draft.key });
    const seq = ledger.book.head.seq + 1;
    commit(ledger, [draft], currentUser());
    return { ...bookedBy({ seq, changes: draft.changes }, ledger), action: intent.action, already: false };
  });
}

/** An earlier try had booked it: say what that try made, unless somebody vouched for it as lost. */
function told(entry: Entry | undefined, intent: Intent, ledger: Ledger): Booked {
  if (!entry) throw new Refusal("entryLost", {});
  return { ...bookedBy(entry, ledger), action: intent.action, already: true };
}

function bookedBy(entry: Pick<Entry, "seq" | "changes">, ledger: Ledger) {
  const [first] = entry.changes;
  const id = first && "id" in first.row && typeof first.row.id === "string" ? first.row.id : "";
  return { seq: entry.seq, id, completed: ledger.completed };
}

/** Who is at the keyboard, and how that is known. */
export function currentUser(): Who {
  const user = userAddress();
  return { user, knownBy: knownByHost() ?? (user === "" ? "nobody" : "google") };
}
