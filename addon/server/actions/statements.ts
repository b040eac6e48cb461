import {
  type Account,
  assert,
  type Change,
  type Currency,
  closingsOf,
  daysAfter,
  hashOf,
  type Period,
  type PlainDate,
  payerStatementOf,
  policyOn,
  previousStatementOf,
  type Statement,
  type StatementHead,
  StatementShape,
  statementPeriod,
  UNIDENTIFIED,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { commit, type Ledger, loadAccount, loadAll, openLedger, withLedger } from "../ledger.ts";
import { draftOf, type IdMaker, idsFor, placeInId } from "../plan.ts";
import { readEntryAt } from "../single-entries.ts";
import { currentUser } from "./booking.ts";
import { todayIn } from "./reading.ts";

type Ask = Input<"previewStatement">;

/** Who would get a statement by a day, and who would not and why. */
export function statementCandidates(input: Input<"statementCandidates">): Output<"statementCandidates"> {
  const ledger = openLedger("read");
  if (input.customer) loadAccount(ledger, input.customer);
  else loadAll(ledger);
  const answer: Output<"statementCandidates"> = { candidates: [], excluded: [] };
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
  answer: Output<"statementCandidates">,
): void {
  const { id: customer, code, name, language, cutOffDay } = account.customer;
  const period = endedPeriod(day, cutOffDay);
  const made = madeFor({ accounts: [account], currency, period });
  if (made) {
    answer.excluded.push({ customer, name, currency, why: "already", statement: made.id });
    return;
  }
  const statement = statementFor(ledger, [account], { currency, period, number: "" });
  const isEmpty =
    statement.closing === 0 &&
    statement.opening === 0 &&
    statement.groups.every((group) => group.movements.length + group.earlier.length === 0);
  if (isEmpty) answer.excluded.push({ customer, name, currency, why: "nothing" });
  else {
    const own = language ?? ledger.style.language;
    answer.candidates.push({
      customer,
      code,
      name,
      currency,
      ...period,
      closing: statement.closing,
      language: own,
    });
  }
}

/** The statement as it would be printed. */
export function previewStatement(input: Ask): Output<"previewStatement"> {
  const ledger = openLedger("read");
  const { accounts, currency, period } = subjectOf(ledger, input);
  return { statement: statementFor(ledger, accounts, { currency, period, number: "—" }) };
}

/** Freezes statements: data, number and hash go into the journal; each only once for its period. */
export function makeStatements(input: Input<"makeStatements">): Output<"makeStatements"> {
  return withLedger((opened) => {
    let ledger = opened;
    const made = input.asks.map((ask) => {
      const subject = subjectOf(ledger, ask);
      const known = madeFor(subject);
      if (known) return { ...frozenStatement(known.id), id: known.id, already: true };
      const { draft, ...frozen } = freeze(ledger, subject, idsFor(ledger.book.head.seq + 1));
      ledger = commit(ledger, [draft], currentUser());
      return { ...frozen, already: false };
    });
    return { made };
  });
}

/** A frozen statement, as it was printed. */
export function statement(input: Input<"statement">): Output<"statement"> {
  openLedger("read");
  return frozenStatement(input.id);
}

function frozenStatement(id: string): { hash: string; statement: Statement } {
  const entry = readEntryAt(placeInId(id));
  const change = entry?.changes.find((each) => each.put === "document");
  if (change?.put !== "document") throw new Refusal("statementUnknown", {});
  const parsed = StatementShape.safeParse(JSON.parse(change.row.text));
  assert(parsed.success, "a frozen statement can be read");
  return { hash: hashOf(change.row.text), statement: parsed.data };
}

interface Subject {
  readonly accounts: readonly Account[];
  readonly currency: Currency;
  readonly period: Period;
}

function subjectOf(ledger: Ledger, ask: Ask): Subject {
  const own = loadAccount(ledger, ask.customer);
  const currency = ask.currency ?? own.customer.currency ?? ledger.book.settings.baseCurrency;
  const today = todayIn(ledger);
  const period =
    ask.from && ask.to
      ? { from: ask.from, to: ask.to }
      : endedPeriod(ask.day ?? today, own.customer.cutOffDay);
  if (period.from > period.to) throw new Refusal("periodReversed", period);
  if (period.to > today) throw new Refusal("periodNotEnded", { to: period.to });
  if (!ask.forPayer) return { accounts: [own], currency, period };
  loadAll(ledger);
  const paidFor = [...ledger.book.accounts.values()].filter(
    (account) => account.customer.payer === own.customer.id,
  );
  return { accounts: [own, ...paidFor], currency, period };
}

/** The customer's own last period that has ended by a day. */
function endedPeriod(day: PlainDate, cutOffDay = 31): Period {
  const current = statementPeriod(day, cutOffDay);
  return current.to <= day ? current : statementPeriod(daysAfter(current.from, -1), cutOffDay);
}

function currenciesOf(account: Account, ledger: Ledger): Set<Currency> {
  const own = account.customer.currency ?? ledger.book.settings.baseCurrency;
  return new Set([
    own,
    ...account.items.map((item) => item.currency),
    ...account.receipts.map((each) => each.currency),
  ]);
}

/** The statement of exactly these accounts; the payer's sheet is not its own, nor the other way round. */
function madeFor({ accounts, currency, period }: Subject): StatementHead | undefined {
  const heads = accounts.flatMap((account) => account.statements);
  const wanted = coversOf(accounts).join(" ");
  return heads.find(
    ({ currency: own, from, to, customer, covers = [customer] }) =>
      own === currency && from === period.from && to === period.to && covers.join(" ") === wanted,
  );
}

/** Ids of the customers that a statement is made of, in an order of their own. */
function coversOf(accounts: readonly Account[]): string[] {
  return accounts.map((account) => account.customer.id).sort();
}

function statementFor(
  ledger: Ledger,
  accounts: readonly Account[],
  of: { currency: Currency; period: Period; number: string },
): Statement {
  const [first] = accounts;
  assert(first, "a statement has a customer");
  const { settings, head } = ledger.book;
  const at = { currency: of.currency, from: of.period.from };
  const previous = accounts.flatMap((account) => previousStatementOf(account, at) ?? []);
  const issued = todayIn(ledger);
  return payerStatementOf(accounts, {
    payer: first.customer,
    number: of.number,
    ...of.period,
    currency: of.currency,
    issued,
    replyBy: daysAfter(issued, 10),
    knownAt: head.seq,
    settings,
    policy: policyOn(ledger.book, of.period.to),
    previous,
    groupBy: accounts.length === 1 && first.items.some((item) => item.shop) ? "shop" : "customer",
  });
}

/** A number that no other sheet of the same customers has: the payer's and its own may be of one period. */
function numberFor({ accounts, currency, period }: Subject, base: Currency): string {
  const own = currency === base ? "" : `-${currency}`;
  const number = `DZ${period.to.replace(/-/g, "")}-${accounts[0]?.customer.code}${own}`;
  const taken = new Set(accounts.flatMap((account) => account.statements.map((head) => head.number)));
  let tried = number;
  for (let next = 2; taken.has(tried); next += 1) tried = `${number}-${next}`;
  return tried;
}

function freeze(ledger: Ledger, subject: Subject, ids: IdMaker) {
  const { accounts, currency, period } = subject;
  const [first] = accounts;
  assert(first, "a statement has a customer");
  const id = ids.statement();
  const number = numberFor(subject, ledger.book.settings.baseCurrency);
  const covers = coversOf(accounts);
  const statement = statementFor(ledger, accounts, { currency, period, number });
  const text = JSON.stringify(statement);
  const hash = hashOf(text);
  const heads = closingsOf(statement).map(({ customer, opening, closing }, index): Change => {
    const row = {
      id: index === 0 ? id : ids.statement(),
      number,
      customer,
      currency,
      ...period,
      opening,
      closing,
      ...(covers.length > 1 ? { covers } : {}),
    };
    return { put: "statement", row: { ...row, knownAt: ledger.book.head.seq, hash } };
  });
  const key = `statement:${number}:${first.customer.id}:${period.from}`;
  const changes: Change[] = [...heads, { put: "document", row: { id, text } }];
  return { id, hash, statement, draft: draftOf("statement", key, key, changes) };
}
