import { type Change, canonicalText, type Entry, type EntryDraft, hashOf } from "../../../core/index.ts";
import { Refusal } from "../../refusal.ts";
import { commit } from "../committing.ts";
import { knownByHost, userAddress } from "../google.ts";
import { hasAction, placeUnder } from "../journal-tab.ts";
import type { Ledger, Who } from "../ledger.ts";
import { withLedger } from "../opened-ledger.ts";
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
 * the same business key unless the person insisted. `plan` reads and decides; it writes nothing. An id that
 * comes again with other content is a fault of whoever calls: neither is it booked nor said to be.
 */
export function book(intent: Intent, plan: (ledger: Ledger) => EntryDraft): Booked {
  return withLedger((ledger) => {
    if (hasAction(intent.action)) return told(readEntryOf(intent.action), intent, ledger);
    const draft = plan(ledger);
    if (!intent.allowDuplicate && placeUnder(draft.key) !== undefined)
      throw new Refusal("duplicateSuspected", { key: draft.key });
    const seq = ledger.book.head.seq + 1;
    commit(ledger, [{ ...draft, changes: [...draft.changes, asked(intent)] }], currentUser());
    return { ...bookedBy({ seq, changes: draft.changes }, ledger), action: intent.action, already: false };
  });
}

/** An earlier try had booked it: say what that try made, unless somebody vouched for it as lost. */
function told(entry: Entry | undefined, intent: Intent, ledger: Ledger): Booked {
  if (!entry) throw new Refusal("entryLost", {});
  refuseOther(entry, asked(intent));
  return { ...bookedBy(entry, ledger), action: intent.action, already: true };
}

type Asked = Extract<Change, { put: "intent" }>;

/** What a person asked for, whichever way it was pressed on: insisting makes it no other intent. */
function asked({ action, allowDuplicate, ...content }: Intent): Asked {
  return { put: "intent", row: { fingerprint: hashOf(canonicalText(content)).slice(0, 32) } };
}

/** Kinds of entries that no person asks for under an id: parts of a take-over or of an import. */
const PARTS = new Set(["takeOver", "importOpen", "importChunk", "importApply", "importClose"]);

/** Entries from before fingerprints say nothing of their intent: they are taken for it. */
function refuseOther({ kind, changes }: Entry, { row }: Asked): void {
  if (PARTS.has(kind)) throw new Refusal("actionReused", {});
  for (const change of changes)
    if (change.put === "intent" && change.row.fingerprint !== row.fingerprint)
      throw new Refusal("actionReused", {});
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
