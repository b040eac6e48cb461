import {
  type Account,
  applyEntry,
  type Book,
  carriesDebt,
  decimalText,
  EMPTY_HEAD,
  type Entry,
  type JournalDamage,
  type JournalReading,
  money,
  PENDING,
  type Problem,
  packAccount,
  TABLES,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { writeAccounts } from "../accounts-tab.ts";
import { JOURNAL_TAB } from "../hidden-tabs.ts";
import { readEntries } from "../journal-tab.ts";
import { firstBook, keptHead, type Ledger, loadAll, openLedger, withLedger } from "../ledger.ts";
import { projectionOf, type RowWrite } from "../row-writes.ts";
import { writeState } from "../state-tab.ts";
import { isTakenOver, tabTakeOver } from "../taking-over/tab-take-over.ts";
import { tripwiresOf } from "../tripwire-sums.ts";
import { restoreRows } from "../views.ts";

type Check = Output<"check">;

/** Looks at everything and changes nothing: chain, packed accounts, control totals, every row. */
export function check(): Check {
  const ledger = openLedger("read");
  loadAll(ledger);
  const journal = replayed(ledger);
  const tabs = TABLES.filter(isTakenOver).map((table) => tabTakeOver(ledger, table));
  const totals = totalsOf(journal.book);
  const problems = [
    ...journal.damage.map(damageProblem),
    ...accountProblems(ledger, journal.book),
    ...totalProblems(totals, totalsOf(ledger.book)),
    ...tabs.flatMap((tab) => tab.problems),
  ];
  const toTake = tabs.reduce((sum, tab) => sum + tab.taken, 0);
  const toRestore = tabs.reduce((sum, tab) => sum + tab.restore.length, 0);
  const { seq, hash } = journal.head;
  return {
    sound: problems.length + toTake + toRestore === 0,
    entries: seq,
    head: hash,
    totals,
    toTake,
    toRestore,
    problems,
  };
}

/** Makes packed accounts and views again from the journal; on a sound ledger nothing changes. */
export function rebuild(): Output<"rebuild"> {
  return withLedger((ledger) => {
    loadAll(ledger);
    const { book } = replayed(ledger);
    const changed = differing(ledger, book);
    if (changed.length > 0) writeAccounts(changed);
    const whole: Ledger = { ...ledger, book };
    const restore = TABLES.filter(isTakenOver).flatMap((table) => tabTakeOver(whole, table).restore);
    restoreRows(restore, { state: ledger.state, style: ledger.style, recovering: false });
    writeState(ledger.state, { ...ledger.state.left, book: keptHead(book), expected: expectedOf(book) });
    return { accounts: changed.length, restored: restore.length };
  });
}

function expectedOf(book: Book) {
  const projection = projectionOf(book);
  const rowsOf = (key: string): Iterable<RowWrite> => projection.get(key)?.values() ?? [];
  return Object.fromEntries(TABLES.map((table) => [table.key, tripwiresOf(table, rowsOf(table.key))]));
}

/** The book as the journal alone tells it, and where its chain breaks. */
function replayed(ledger: Ledger): {
  book: Book;
  damage: JournalDamage[];
  head: { seq: number; hash: string };
} {
  const reading = readEntries(0, ledger.state.journalRowsNow, EMPTY_HEAD);
  const book = reading.entries.reduce(
    (so: Book, entry: Entry) => applyEntry(so, entry),
    firstBook(ledger.state.identity),
  );
  book.head = reading.head;
  return { book, damage: [...reading.damage, ...missingEnd(ledger, reading)], head: reading.head };
}

/** Entries that were complete once and are not any more: the chain cannot tell, what the last action left can. */
function missingEnd(ledger: Ledger, reading: JournalReading): JournalDamage[] {
  const { journalRows, book } = ledger.state.left;
  const isWhole = reading.completeRows >= journalRows && reading.head.seq >= book.head.seq;
  if (isWhole && (reading.head.seq > book.head.seq || reading.head.hash === book.head.hash)) return [];
  return [{ row: reading.completeRows + 1, seq: book.head.seq, why: "incomplete" }];
}

function damageProblem(damage: JournalDamage): Problem {
  return {
    kind: "journalDamaged",
    place: { table: JOURNAL_TAB, row: damage.row + 1 },
    seq: damage.seq,
    why: damage.why,
  };
}

function accountProblems(now: Ledger, journal: Book): Problem[] {
  return differing(now, journal).map((account) => ({
    kind: "accountDiffers",
    place: { table: "_accounts" },
    found: account.customer.name,
  }));
}

/** Accounts whose packed form is not what the journal says, as the journal says them. */
function differing(now: Ledger, journal: Book): Account[] {
  return [...journal.accounts.values()].filter((account) => {
    const packed = now.book.accounts.get(account.customer.id);
    if (now.damaged.includes(account.customer.id)) return true;
    return !packed || packAccount(packed).join("") !== packAccount(account).join("");
  });
}

/** Items less receipts is what customers owe: added up from the facts, and independently from balances. */
function totalsOf(book: Book): Check["totals"] {
  const sums = new Map<string, { items: number; receipts: number }>();
  const of = (currency: string) => {
    const known = sums.get(currency) ?? { items: 0, receipts: 0 };
    sums.set(currency, known);
    return known;
  };
  for (const account of book.accounts.values()) {
    for (const item of account.items) {
      if (counts(item) && carriesDebt(item, book.settings)) of(item.currency).items += item.amount;
    }
    for (const receipt of account.receipts)
      if (counts(receipt)) of(receipt.currency).receipts += receipt.amount;
  }
  return [...sums].map(([currency, { items, receipts }]) => ({
    currency,
    items: money(items),
    receipts: money(receipts),
    balance: money(items - receipts),
  }));
}

/** Rows of a batch that is still open count nowhere. */
function counts(fact: { seq: number; voided: number }): boolean {
  return fact.voided === 0 && fact.seq !== PENDING;
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
