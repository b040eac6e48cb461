import {
  type Account,
  decimalText,
  type JournalDamage,
  journalReport,
  money,
  moneyText,
  type Problem,
  periodChangesOf,
  RECEIPTS,
  type ReanchoringEntry,
  repeatedReferences,
  replayed,
  TABLES,
  UNIDENTIFIED,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { dropOtherRows, writeAccounts } from "../accounts-tab.ts";
import { keptHead } from "../committing.ts";
import { totalsOf } from "../control-totals.ts";
import { ACCOUNTS_TAB, JOURNAL_TAB } from "../hidden-tabs.ts";
import { readWholeJournal } from "../journal-tab.ts";
import { firstBook, type Ledger } from "../ledger.ts";
import { loadAll } from "../loaded-accounts.ts";
import { withLedger } from "../opened-ledger.ts";
import { differing, expectedOf } from "../rebuilding.ts";
import { noteDoubt, noteVerified } from "../state/marks.ts";
import { writeState } from "../state/state-tab.ts";
import { plannedTakeOver } from "../taking-over/planned-tabs.ts";
import { rowsToRestore } from "../taking-over/rows-to-restore.ts";
import { isTakenOver } from "../taking-over/typed-tables.ts";
import { type Verified, verified } from "../verifying.ts";
import { restoreRows } from "../views/views.ts";
import { todayIn } from "./reading.ts";

type Check = Output<"check">;

/**
 * Looks at everything: chain, packed accounts, control totals, every row. It changes nothing but the marks
 * of a damaged or doubted ledger, which it sets, and takes away once everything holds again.
 */
export function check(): Check {
  const seen = verified();
  const { ledger, reading } = seen;
  const tabs = plannedTakeOver(ledger, TABLES.filter(isTakenOver)).map(({ tab }) => tab);
  const { totals, problems: bookProblems } = bookCheck(seen);
  const problems = [...bookProblems, ...tabs.flatMap((tab) => tab.problems)];
  // Booked twice, perhaps on purpose: somebody is to look, and the ledger is no less sound.
  const doubles = repeatedReferences(ledger.book.accounts.values()).map((each) =>
    doubleProblem(each, ledger),
  );
  const toTake = tabs.reduce((sum, tab) => sum + tab.taken, 0);
  const toRestore = tabs.reduce((sum, tab) => sum + tab.restore.length, 0);
  const { head, damage, lost } = reading;
  return {
    sound: problems.length + toTake + toRestore === 0,
    ...{ entries: head.seq, head: head.hash, totals, toTake, toRestore },
    problems: [...problems, ...doubles],
    damage,
    report: journalReport({ tab: JOURNAL_TAB, damage, lost }, ledger.style.language),
    reanchorings: reading.reanchorings.map(toldReanchoring),
    periods: periodChangesOf(reading.entries),
  };
}

/** Journal and packed accounts alone, without the tabs: what figures are computed from. */
export function verify(): Output<"verify"> {
  const { ledger, reading, differing } = verified();
  noteVerified(ledger.state, todayIn(ledger));
  return { sound: reading.damage.length + differing.length === 0 };
}

/** A damaged journal says nothing of accounts and totals: then figures are as of the views. */
function bookCheck({ ledger, reading, journal, differing }: Verified): Pick<Check, "totals" | "problems"> {
  const now = totalsOf(ledger.book);
  if (!journal) return { totals: now, problems: reading.damage.map(damageProblem) };
  const totals = totalsOf(journal);
  return { totals, problems: [...differing.map(accountProblem), ...totalProblems(totals, now)] };
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
    dropOtherRows(new Set(book.accounts.keys()));
    const whole: Ledger = { ...ledger, book };
    const restore = rowsToRestore(whole);
    restoreRows(restore, { state: ledger.state, style: ledger.style, recovering: false });
    writeState(ledger.state, { ...ledger.state.left, book: keptHead(book), expected: expectedOf(book) });
    noteDoubt(ledger.state, "");
    return { accounts: changed.length, restored: restore.length };
  });
}

function damageProblem({ row, seq, through, why }: JournalDamage): Problem {
  return { kind: "journalDamaged", place: { table: JOURNAL_TAB, row: row + 1 }, seq, through, why };
}

function accountProblem({ customer }: Account): Problem {
  return { kind: "accountDiffers", place: { table: ACCOUNTS_TAB }, found: customer.name };
}

const NOBODYS = { zh: "不明来款", en: "unidentified" };

function doubleProblem(received: ReturnType<typeof repeatedReferences>[number], { style }: Ledger): Problem {
  const [first] = received;
  return {
    kind: "referenceRepeated",
    place: { table: RECEIPTS.name[style.language] },
    found: first?.receipt.bankReference ?? "",
    amount: first ? moneyText(first.receipt.amount, first.receipt.currency) : "",
    where: received.map(
      ({ customer, receipt }) =>
        `${customer.id === UNIDENTIFIED ? NOBODYS[style.language] : customer.name} ${receipt.date}`,
    ),
  };
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
