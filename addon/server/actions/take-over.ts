import {
  type Change,
  CUSTOMERS,
  type Customer,
  type Problem,
  TABLES,
  type Table,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { requestedInCells } from "../approvals/requests.ts";
import { wishedSubjects } from "../approvals/wished-subjects.ts";
import { commit } from "../committing.ts";
import { actorOf } from "../deciders.ts";
import { writeCells } from "../google.ts";
import { typedRows } from "../hand-edits.ts";
import { hasAction } from "../journal-tab.ts";
import type { Ledger } from "../ledger.ts";
import { loadAll } from "../loaded-accounts.ts";
import { openLedger, withLedger } from "../opened-ledger.ts";
import { draftOf } from "../plan.ts";
import { clearMark } from "../state/marks.ts";
import { mendTripwires, stateAfter, writeState } from "../state/state-tab.ts";
import { isBroken } from "../state/tripwires.ts";
import { positionsIn, sheetOf } from "../tabs.ts";
import type { SeenRow, TakeOver } from "../taking-over/findings.ts";
import { plannedTakeOver } from "../taking-over/planned-tabs.ts";
import { restatedRows } from "../taking-over/restated-rows.ts";
import { tabTakeOver } from "../taking-over/tab-take-over.ts";
import type { Proposal } from "../taking-over/typed-proposals.ts";
import { isTakenOver } from "../taking-over/typed-tables.ts";
import type { RowWrite } from "../views/row-write.ts";
import { projectionOf } from "../views/row-writes.ts";
import { tripwiresOf } from "../views/tripwire-sums.ts";
import { restoreRows } from "../views/views.ts";
import { currentUser } from "./booking.ts";
import { todayIn } from "./reading.ts";

/**
 * Takes over what people typed, pasted, changed or deleted in the tabs: hand columns become part of the
 * journal as theirs, machine columns and deleted rows are put back, and what cannot be read is listed.
 */
export function takeOver(input: Input<"takeOver">): Output<"takeOver"> {
  return withLedger((opened) => {
    let ledger = opened;
    loadAll(ledger);
    const marked = markedTabs(ledger);
    const total: Taken = { taken: 0, restored: 0, problems: [], booked: [] };
    for (const table of TABLES)
      if (isTakenOver(table) && (input.all || marked.has(table.key)))
        ledger = takenOver(ledger, table, { action: input.action, total });
    const { booked, ...told } = total;
    return booked.length > 0 ? { ...told, booked } : told;
  });
}

/** What has been taken over so far. */
interface Taken {
  taken: number;
  restored: number;
  readonly problems: Problem[];
  readonly booked: string[];
}

/** One tab: what hands did in it, and what they wished. */
function takenOver(
  ledger: Ledger,
  table: Table,
  run: { readonly action: string; readonly total: Taken },
): Ledger {
  const { total } = run;
  const tab = withRequests(tabTakeOver(ledger, table), ledger);
  const action = freeId(`${run.action}:${table.key}`, tab);
  const done = carryOut(ledger, table, tab, action);
  if (tab.changes.length > 0) total.booked.push(action);
  total.taken += tab.taken;
  total.restored += tab.restore.length;
  total.problems.push(...tab.problems);
  return done;
}

/** What was typed since is another entry than what a try before this one booked: it gets an id of its own. */
function freeId(wanted: string, { changes }: TakeOver): string {
  let id = wanted;
  for (let count = 2; changes.length > 0 && hasAction(id); count += 1) id = `${wanted}:${count}`;
  return id;
}

/** Tabs in which hands were at work. */
function markedTabs({ state }: Ledger): Set<string> {
  return new Set(typedRows(state).map(({ key }) => key));
}

/**
 * What was typed where typing is a wish becomes requests 申请, and the cells say again what is in force. A wish that is
 * asked for already, as after a run that was killed, is only put back.
 */
function withRequests(tab: TakeOver, ledger: Ledger): TakeOver {
  if (tab.proposals.length === 0) return tab;
  const asking = { ledger, ids: tab.ids, by: actorOf(), today: todayIn(ledger) };
  const rows = projectionOf(ledger.book).get(CUSTOMERS.key);
  const changes: Change[] = [];
  const restore: RowWrite[] = [];
  for (const [id, wishes] of byCustomer(tab.proposals)) {
    const account = ledger.book.accounts.get(id);
    const row = rows?.get(id);
    if (!account || !row) continue;
    const columns = wishes.map(({ column }) => column);
    for (const subject of wishedSubjects(columns, wishedCustomer(account.customer, wishes)))
      changes.push(...requestedInCells(account, { subject }, asking));
    restore.push({ ...row, state: "decided", columns });
  }
  return { ...tab, changes: [...tab.changes, ...changes], restore: [...tab.restore, ...restore] };
}

function byCustomer(proposals: readonly Proposal[]): ReadonlyMap<string, Proposal[]> {
  const found = new Map<string, Proposal[]>();
  for (const each of proposals) found.set(each.customer, [...(found.get(each.customer) ?? []), each]);
  return found;
}

/** The customer as all its wishes together would have it. */
function wishedCustomer(customer: Customer, wishes: readonly Proposal[]): Customer {
  return wishes.reduce<Customer>((wished, { column, next }) => {
    const { [column]: _, ...rest } = wished;
    return { ...rest, ...(next[column] === undefined ? {} : { [column]: next[column] }) };
  }, customer);
}

/** Books what one tab's hands changed, puts back what was not theirs, and sets its tripwires anew. */
function carryOut(ledger: Ledger, table: Table, tab: TakeOver, action: string): Ledger {
  if (!differs(ledger, table, tab)) return ledger;
  const draft = draftOf("takeOver", action, "", tab.changes);
  takeIdsAway(ledger, table, tab.copies);
  const done = tab.changes.length > 0 ? commit(ledger, [draft], currentUser()) : ledger;
  // A row may be changed and put back at once: it is put back as it is after the change.
  const rows = projectionOf(done.book).get(table.key) ?? new Map<string, RowWrite>();
  const restore = tab.restore.map((write) => ({ ...write, ...rows.get(write.id), state: write.state }));
  const restated = restatedRows(tab.edited, rows);
  restoreRows([...restore, ...restated], { state: done.state, style: done.style, recovering: false });
  mend(done, table);
  clearMark(done.state, table.key);
  const expected = { ...done.state.left.expected, [table.key]: tripwiresOf(table, rows.values()) };
  const left = { ...done.state.left, expected };
  writeState(done.state, left);
  return { ...done, state: stateAfter(done.state, left) };
}

/** Whether there is anything to write for a tab: rows, or tripwires and marks that hands left behind. */
function differs(ledger: Ledger, table: Table, { changes, restore }: TakeOver): boolean {
  const isTyped = typedRows(ledger.state).some((tab) => tab.key === table.key);
  return isTyped || changes.length + restore.length > 0;
}

/** Tripwires that lost their column watch it again. */
function mend({ state, style }: Ledger, table: Table): void {
  const known = state.tabs.get(table.key);
  const sheet = known && isBroken(known) ? sheetOf(table, style.language) : undefined;
  if (!sheet) return;
  const positions = positionsIn(table, state.tabs.get(table.key)?.headings ?? [], sheet);
  mendTripwires(state, table, { tab: sheet.getName(), positions });
}

function takeIdsAway(ledger: Ledger, table: Table, rows: readonly number[]): void {
  const sheet = sheetOf(table, ledger.style.language);
  if (!sheet || rows.length === 0) return;
  const at = positionsIn(table, ledger.state.tabs.get(table.key)?.headings ?? [], sheet).get("id") ?? 0;
  for (const row of rows) writeCells(sheet, row, at + 1, [[""]]);
}

/** What people typed and the ledger has not taken over yet, row by row; nothing is written. */
export function handEdits(): Output<"handEdits"> {
  const ledger = openLedger("read");
  loadAll(ledger);
  const told: Output<"handEdits"> = { marked: 0, rows: [], problems: [] };
  const marked = new Map(typedRows(ledger.state).map(({ key, rows }) => [key, rows]));
  const tables = TABLES.filter((table) => isTakenOver(table) && marked.has(table.key));
  for (const { table, tab } of plannedTakeOver(ledger, tables)) {
    const name = table.name[ledger.style.language];
    told.marked += marked.get(table.key) ?? 0;
    told.rows.push(...clearRows(tab).map((row) => ({ tab: name, ...row })));
    told.problems.push(...tab.problems.filter(({ kind }) => kind !== "rowDeleted"));
  }
  return told;
}

/** Each row stands once: of one with a problem the sentence tells; a row that is gone has no number. */
function clearRows({ seen, problems }: TakeOver): SeenRow[] {
  const told = new Set(problems.map(({ place }) => place.row));
  return seen.filter(({ row, change }) => {
    if (change === "deleted") return true;
    const isTold = told.has(row);
    told.add(row);
    return !isTold;
  });
}
