import { type Book, type Entry, TABLES } from "../../../core/index.ts";
import type { Tripwires } from "../state/tripwires.ts";
import { recodeContacts } from "./renamed-contacts.ts";
import { type FormerCustomers, renamedRows } from "./renamed-rows.ts";
import type { RowWrite } from "./row-write.ts";
import { rowWritesOf } from "./row-writes.ts";
import { TabWriter, type ViewRun } from "./tab-writer.ts";

/**
 * Brings the visible tabs up to date with entries that have just been applied to the book, and says
 * what the tripwires must show from now on. Rows are found by id; machine columns are patched, hand
 * columns are written into new rows, and where a cell still says what the ledger wrote there before.
 */
export function writeViews(
  book: Book,
  entries: readonly Entry[],
  run: ViewRun & { readonly formerly: FormerCustomers },
): Record<string, Tripwires> {
  const changed = changedCustomers(entries);
  const writes = [...rowWritesOf(book, entries, run.formerly), ...renamedRows(book, changed, run)];
  recodeContacts(book, changed, run);
  const expected: Record<string, Tripwires> = {};
  for (const table of TABLES) {
    const tab = run.state.tabs.get(table.key);
    if (!tab) continue;
    const own = writes.filter((write) => write.table === table);
    expected[table.key] = own.length === 0 ? tab.expected : new TabWriter(tab, run).write(own);
  }
  return expected;
}

/** Customers that were there before and got a new version. */
function changedCustomers(entries: readonly Entry[]): Set<string> {
  const changed = entries.flatMap(({ seq, changes }) =>
    changes.flatMap((change) =>
      change.put === "customer" && !change.row.id.startsWith(`c${seq}.`) ? [change.row.id] : [],
    ),
  );
  return new Set(changed);
}

/** Stops, with its name, at a tab or column that is not there, before anything is written. */
export function refuseUnknownLayout(run: Omit<ViewRun, "recovering">): void {
  for (const tab of run.state.tabs.values()) new TabWriter(tab, { ...run, recovering: false });
}

/** Puts rows back as the book has them: machine cells over typing, deleted rows at the end. */
export function restoreRows(writes: readonly RowWrite[], run: ViewRun): number {
  for (const table of TABLES) {
    const tab = run.state.tabs.get(table.key);
    const own = writes.filter((write) => write.table === table);
    if (tab && own.length > 0) new TabWriter(tab, run).write(own);
  }
  return writes.length;
}
