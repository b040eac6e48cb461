import { type Account, type Currency, type PlainDate, placeInId, UNIDENTIFIED } from "../../../core/index.ts";
import { type Input, MADE_AT_ONCE, type Output } from "../../protocol.ts";
import { commit } from "../committing.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount, loadAll } from "../loaded-accounts.ts";
import { openLedger, withLedger } from "../opened-ledger.ts";
import { idsFor } from "../plan.ts";
import { freeze, refuseUnnamedFirm } from "../statements/freezing.ts";
import { frozenStatement, sheetsIn } from "../statements/frozen.ts";
import {
  addresseeOf,
  endedPeriod,
  languageFor,
  madeFor,
  statementFor,
  subjectOf,
} from "../statements/subject.ts";
import { currentUser } from "./booking.ts";

type Candidates = Output<"statementCandidates">;

/** Who would get a statement by a day, and who would not and why. */
export function statementCandidates(input: Input<"statementCandidates">): Candidates {
  const ledger = openLedger("read");
  if (input.customer) loadAccount(ledger, input.customer);
  else loadAll(ledger);
  const answer: Candidates = { candidates: [], excluded: [] };
  for (const account of ledger.book.accounts.values()) {
    if (account.customer.id === UNIDENTIFIED) continue;
    for (const currency of currenciesOf(account, ledger))
      sortOut(ledger, account, currency, input.day, answer);
  }
  return answer;
}

function sortOut(
  ledger: Ledger,
  account: Account,
  currency: Currency,
  day: PlainDate,
  answer: Candidates,
): void {
  const { id: customer, code, name, cutOffDay } = account.customer;
  const period = endedPeriod(day, cutOffDay);
  const subject = { accounts: [account], currency, period };
  const made = madeFor(subject);
  if (made) {
    answer.excluded.push({ customer, name, currency, why: "already", statement: made.id });
    return;
  }
  const statement = statementFor(ledger, subject, "");
  const isEmpty =
    statement.closing === 0 &&
    statement.opening === 0 &&
    statement.groups.every((group) => group.movements.length + group.earlier.length === 0);
  if (isEmpty) {
    answer.excluded.push({ customer, name, currency, why: "nothing" });
    return;
  }
  const { closing } = statement;
  const language = languageFor(account, ledger);
  answer.candidates.push({ customer, code, name, currency, ...period, closing, language });
}

function currenciesOf(account: Account, ledger: Ledger): Set<Currency> {
  const own = account.customer.currency ?? ledger.book.settings.baseCurrency;
  return new Set([
    own,
    ...account.items.map((item) => item.currency),
    ...account.receipts.map((each) => each.currency),
  ]);
}

/** The statement as it would be printed. */
export function previewStatement(input: Input<"previewStatement">): Output<"previewStatement"> {
  const ledger = openLedger("read");
  const subject = subjectOf(ledger, input);
  const made = madeFor(subject);
  return { statement: statementFor(ledger, subject, "—"), ...(made ? { made: made.id } : {}) };
}

/** Freezes statements: data, number and hash go into the journal; each only once for its period. */
export function makeStatements(input: Input<"makeStatements">): Output<"makeStatements"> {
  return withLedger((opened) => {
    let ledger = opened;
    const made = input.asks.map((ask) => {
      const subject = subjectOf(ledger, ask);
      const known = madeFor(subject);
      if (known) return { ...frozenStatement(ledger, known.id), already: true };
      if (!input.withoutLetterhead) refuseUnnamedFirm(ledger.book.settings);
      const { draft, ...frozen } = freeze(ledger, subject, idsFor(ledger.book.head.seq + 1));
      const language = languageFor(addresseeOf(subject), ledger);
      ledger = commit(ledger, [draft], currentUser());
      return { ...frozen, language, already: false };
    });
    return { made };
  });
}

/** Statements that were made, the latest first: of everybody, of one customer, or under a number. */
export function madeStatements(input: Input<"madeStatements">): Output<"madeStatements"> {
  const ledger = openLedger("read");
  const { accounts } = ledger.book;
  const own = input.customer === undefined ? undefined : loadAccount(ledger, input.customer);
  if (own) for (const { covers = [] } of own.statements) for (const id of covers) loadAccount(ledger, id);
  else loadAll(ledger);
  const places = own && new Set(own.statements.map(({ id }) => placeInId(id)));
  const sheets = sheetsIn(accounts.values()).filter(
    ({ id, number }) => (!places || places.has(placeInId(id))) && (!input.number || number === input.number),
  );
  const skipped = input.skip ?? 0;
  return { total: sheets.length, statements: sheets.slice(skipped, skipped + MADE_AT_ONCE) };
}

/** A frozen statement, as it was printed. */
export function statement(input: Input<"statement">): Output<"statement"> {
  return frozenStatement(openLedger("read"), input.id);
}
