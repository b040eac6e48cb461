import { findColumns, type Problem, TABLES, type Table } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { writeCells } from "../google.ts";
import { typedRows } from "../hand-edits.ts";
import { commit, type Ledger, loadAll, withLedger } from "../ledger.ts";
import { draftOf } from "../plan.ts";
import { projectionOf } from "../row-writes.ts";
import { clearMark, stateAfter, writeState } from "../state-tab.ts";
import { TAKEN, TabTakeOver, type TakeOver } from "../tab-take-over.ts";
import { sheetOf } from "../tabs.ts";
import { restoreRows, tripwiresOf } from "../views.ts";
import { currentUser } from "./booking.ts";

/**
 * Takes over what people typed, pasted, changed or deleted in the tabs: hand columns become part of the
 * journal as theirs, machine columns and deleted rows are put back, and what cannot be read is listed.
 */
export function takeOver(input: Input<"takeOver">): Output<"takeOver"> {
  return withLedger((opened) => {
    let ledger = opened;
    loadAll(ledger);
    const marked = new Set(typedRows(ledger.state).map((tab) => tab.key));
    const total = { taken: 0, restored: 0, problems: [] as Problem[] };
    for (const table of TABLES) {
      if (!TAKEN.has(table.key) || !(input.all || marked.has(table.key))) continue;
      const tab = new TabTakeOver(ledger, table).run();
      ledger = carryOut(ledger, table, tab, `${input.action}:${table.key}`);
      total.taken += tab.taken;
      total.restored += tab.restore.length;
      total.problems.push(...tab.problems);
    }
    return total;
  });
}

/** Books what one tab's hands changed, puts back what was not theirs, and sets its tripwires anew. */
function carryOut(ledger: Ledger, table: Table, tab: TakeOver, action: string): Ledger {
  const draft = draftOf("takeOver", action, "", tab.changes);
  takeIdsAway(ledger, table, tab.copies);
  const done = tab.changes.length > 0 ? commit(ledger, [draft], currentUser()) : ledger;
  restoreRows(tab.restore, { state: done.state, style: done.style, recovering: false });
  clearMark(done.state, table.key);
  const rows = projectionOf(done.book).get(table.key)?.values() ?? [];
  const expected = { ...done.state.left.expected, [table.key]: tripwiresOf(table, rows) };
  const left = { ...done.state.left, expected };
  writeState(done.state, left);
  return { ...done, state: stateAfter(done.state, left) };
}

function takeIdsAway(ledger: Ledger, table: Table, rows: readonly number[]): void {
  const sheet = sheetOf(table, ledger.style.language);
  const at = findColumns(table.columns, ledger.state.tabs.get(table.key)?.headings ?? []).get("id");
  if (!sheet || at === undefined) return;
  for (const row of rows) writeCells(sheet, row, at + 1, [[""]]);
}
