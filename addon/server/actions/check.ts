import {
  type Book,
  decimalText,
  type JournalDamage,
  type JournalReading,
  journalReport,
  money,
  type Problem,
  type ReanchoringEntry,
  replayed,
  TABLES,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { writeAccounts } from "../accounts-tab.ts";
import { totalsOf } from "../control-totals.ts";
import { JOURNAL_TAB } from "../hidden-tabs.ts";
import { settleJournal } from "../journal-settling.ts";
import { readWholeJournal } from "../journal-tab.ts";
import { firstBook, keptHead, type Ledger, loadAll, openLedger, withLedger } from "../ledger.ts";
import { differing, expectedOf } from "../rebuilding.ts";
import { writeState } from "../state-tab.ts";
import { tabTakeOver } from "../taking-over/tab-take-over.ts";
import { isTakenOver } from "../taking-over/typed-tables.ts";
import { restoreRows } from "../views/views.ts";

type Check = Output<"check">;

/**
 * Looks at everything: chain, packed accounts, control totals, every row. It changes nothing but the mark
 * of a damaged journal, which it sets, and takes away once the chain holds again.
 */
export function check(): Check {
  const asFound = openLedger("read");
  const found = readWholeJournal(asFound.state.left.book.head);
  if (isAsMarked(asFound, found.reading)) return checkOf(asFound, found.reading);
  settleJournal();
  const ledger = openLedger("read");
  return checkOf(ledger, readWholeJournal(ledger.state.left.book.head).reading);
}

function isAsMarked({ state }: Ledger, { damage: [first] }: JournalReading): boolean {
  if (!first || !state.damage) return first === undefined && state.damage === undefined;
  return state.damage.row === first.row + 1 && state.damage.why === first.why;
}

function checkOf(ledger: Ledger, reading: JournalReading): Check {
  loadAll(ledger);
  const tabs = TABLES.filter(isTakenOver).map((table) => tabTakeOver(ledger, table));
  const { totals, problems: bookProblems } = bookCheck(ledger, reading);
  const problems = [...bookProblems, ...tabs.flatMap((tab) => tab.problems)];
  const toTake = tabs.reduce((sum, tab) => sum + tab.taken, 0);
  const toRestore = tabs.reduce((sum, tab) => sum + tab.restore.length, 0);
  const { head, damage, lost } = reading;
  return {
    sound: problems.length + toTake + toRestore === 0,
    ...{ entries: head.seq, head: head.hash, totals, toTake, toRestore, problems, damage },
    report: journalReport({ tab: JOURNAL_TAB, damage, lost }, ledger.style.language),
    reanchorings: reading.reanchorings.map(toldReanchoring),
  };
}

/** A damaged journal says nothing of accounts and totals: then figures are as of the views. */
function bookCheck(ledger: Ledger, reading: JournalReading): Pick<Check, "totals" | "problems"> {
  const now = totalsOf(ledger.book);
  if (reading.damage.length > 0) return { totals: now, problems: reading.damage.map(damageProblem) };
  const book = replayed(reading, firstBook(ledger.state.identity));
  const totals = totalsOf(book);
  return { totals, problems: [...accountProblems(ledger, book), ...totalProblems(totals, now)] };
}

function toldReanchoring({ seq, at, user, by, reason, damage, lost, shifts }: ReanchoringEntry) {
  return { ...{ seq, at, user, by, reason, lost, shifts }, rows: damage.map(({ row }) => row + 1) };
}

/** Makes packed accounts and views again from the journal; on a sound ledger nothing changes. */
export function rebuild(): Output<"rebuild"> {
  return withLedger((ledger) => {
    const { reading } = readWholeJournal(ledger.state.left.book.head);
    const [first] = reading.damage;
    if (first) throw new Refusal("damaged", { row: first.row + 1 });
    loadAll(ledger);
    const book = replayed(reading, firstBook(ledger.state.identity));
    const changed = differing(ledger, book);
    if (changed.length > 0) writeAccounts(changed);
    const whole: Ledger = { ...ledger, book };
    const restore = TABLES.filter(isTakenOver).flatMap((table) => tabTakeOver(whole, table).restore);
    restoreRows(restore, { state: ledger.state, style: ledger.style, recovering: false });
    writeState(ledger.state, { ...ledger.state.left, book: keptHead(book), expected: expectedOf(book) });
    return { accounts: changed.length, restored: restore.length };
  });
}

function damageProblem({ row, seq, through, why }: JournalDamage): Problem {
  return { kind: "journalDamaged", place: { table: JOURNAL_TAB, row: row + 1 }, seq, through, why };
}

function accountProblems(now: Ledger, journal: Book): Problem[] {
  return differing(now, journal).map((account) => ({
    kind: "accountDiffers",
    place: { table: "_accounts" },
    found: account.customer.name,
  }));
}

function totalProblems(journal: Check["totals"], now: Check["totals"]): Problem[] {
  return journal.flatMap((total): Problem[] => {
    const other = now.find((each) => each.currency === total.currency);
    if (other && other.balance === total.balance) return [];
    const [found, expected] = [other?.balance ?? money(0), total.balance].map((sum) =>
      decimalText(sum, total.currency),
    );
    return [
      {
        kind: "totalsDiffer",
        place: { table: total.currency },
        found: found ?? "",
        expected: expected ?? "",
      },
    ];
  });
}
