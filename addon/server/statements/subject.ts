import {
  type Account,
  assert,
  type Currency,
  type DocumentLanguage,
  daysAfter,
  type Period,
  type PlainDate,
  payerStatementOf,
  policyOn,
  previousStatementOf,
  type Statement,
  type StatementHead,
  statementPeriod,
} from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { todayIn } from "../actions/reading.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount, loadAll } from "../loaded-accounts.ts";

/** What a statement 对账单 is about: whose accounts, in which currency, over which days. */
export interface Subject {
  readonly accounts: readonly Account[];
  readonly currency: Currency;
  readonly period: Period;
}

/** What somebody asks for: the accounts are loaded, and the period is one that has ended. */
export function subjectOf(ledger: Ledger, ask: Input<"previewStatement">): Subject {
  const own = loadAccount(ledger, ask.customer);
  const currency = ask.currency ?? own.customer.currency ?? ledger.book.settings.baseCurrency;
  const today = todayIn(ledger);
  const period = periodFor(ask, ask.day ?? today, own.customer.cutOffDay);
  if (period.from > period.to) throw new Refusal("periodReversed", period);
  if (period.to > today) throw new Refusal("periodNotEnded", { to: period.to });
  if (!ask.forPayer) return { accounts: [own], currency, period };
  loadAll(ledger);
  const paidFor = [...ledger.book.accounts.values()].filter(
    (account) => account.customer.payer === own.customer.id,
  );
  return { accounts: [own, ...paidFor], currency, period };
}

/** The days that are asked for; an end that is not said is that of the customer's own period. */
function periodFor({ from, to }: Partial<Period>, day: PlainDate, cutOffDay?: number): Period {
  const through = to ?? endedPeriod(day, cutOffDay).to;
  return { from: from ?? statementPeriod(through, cutOffDay ?? 31).from, to: through };
}

/** The customer's own last period that has ended by a day. */
export function endedPeriod(day: PlainDate, cutOffDay = 31): Period {
  const current = statementPeriod(day, cutOffDay);
  return current.to <= day ? current : statementPeriod(daysAfter(current.from, -1), cutOffDay);
}

/** The statement of exactly these accounts; the payer's sheet is not its own, nor the other way round. */
export function madeFor({ accounts, currency, period }: Subject): StatementHead | undefined {
  const heads = accounts.flatMap((account) => account.statements);
  const wanted = coversOf(accounts).join(" ");
  return heads.find(
    ({ currency: own, from, to, customer, covers = [customer] }) =>
      own === currency && from === period.from && to === period.to && covers.join(" ") === wanted,
  );
}

/** Ids of the customers that a statement is made of, in an order of their own. */
export function coversOf(accounts: readonly Account[]): string[] {
  return accounts.map((account) => account.customer.id).sort();
}

/** The customer to whom the statement goes. */
export function addresseeOf({ accounts: [first] }: Pick<Subject, "accounts">): Account {
  assert(first, "a statement has a customer");
  return first;
}

/** The language in which a customer's documents are printed: its own, else the ledger's. */
export function languageFor({ customer }: Account, ledger: Ledger): DocumentLanguage {
  return customer.language ?? ledger.style.language;
}

/** The statement as of now, under a number. */
export function statementFor(ledger: Ledger, subject: Subject, number: string): Statement {
  const { accounts, currency, period } = subject;
  const { customer: payer, items } = addresseeOf(subject);
  const { settings, head } = ledger.book;
  const at = { currency, from: period.from, ...(accounts.length > 1 ? { payer: payer.id } : {}) };
  const issued = todayIn(ledger);
  return payerStatementOf(accounts, {
    ...{ payer, number, ...period, currency, issued, settings },
    replyBy: daysAfter(issued, 10),
    knownAt: head.seq,
    policy: policyOn(ledger.book, period.to),
    previous: accounts.flatMap((account) => previousStatementOf(account, at) ?? []),
    groupBy: accounts.length === 1 && items.some((item) => item.shop) ? "shop" : "customer",
  });
}
