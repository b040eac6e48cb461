import {
  type Change,
  type Currency,
  closingsOf,
  type EntryDraft,
  hashOf,
  type Settings,
  type Statement,
  UNNAMED_FIRM,
} from "../../../core/index.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import { draftOf, type IdMaker } from "../plan.ts";
import { addresseeOf, coversOf, type Subject, statementFor } from "./subject.ts";

/** A statement as it goes into the journal: its data as printed, and for each account what the next one opens with. */
export interface FrozenDraft {
  readonly id: string;
  readonly hash: string;
  readonly statement: Statement;
  readonly draft: EntryDraft;
}

/** A sheet without a sender proves nothing, and once frozen it stays so. */
export function refuseUnnamedFirm({ firm }: Pick<Settings, "firm">): void {
  if (firm.name === UNNAMED_FIRM) throw new Refusal("firmMissing", {});
}

/** Freezes the statement of a subject: what is planned here is written by the commit. */
export function freeze(ledger: Ledger, subject: Subject, ids: IdMaker): FrozenDraft {
  const id = ids.statement();
  const number = numberFor(subject, ledger.book.settings.baseCurrency);
  const statement = statementFor(ledger, subject, number);
  const text = JSON.stringify(statement);
  const hash = hashOf(text);
  const covers = coversOf(subject.accounts);
  const sent = covers.length > 1 ? { covers, payer: addresseeOf(subject).customer.id } : {};
  const heads = closingsOf(statement).map((each, index): Change => {
    const own = { id: index === 0 ? id : ids.statement(), number, currency: subject.currency };
    const row = { ...own, ...subject.period, ...each, ...sent };
    return { put: "statement", row: { ...row, knownAt: ledger.book.head.seq, hash } };
  });
  const key = `statement:${number}:${addresseeOf(subject).customer.id}:${subject.period.from}`;
  const changes: Change[] = [...heads, { put: "document", row: { id, text } }];
  return { id, hash, statement, draft: draftOf("statement", key, key, changes) };
}

/** A number that no other sheet of the same customers has: the payer's and its own may be of one period. */
function numberFor(subject: Subject, base: Currency): string {
  const { accounts, currency, period } = subject;
  const own = currency === base ? "" : `-${currency}`;
  const number = `DZ${period.to.replace(/-/g, "")}-${addresseeOf(subject).customer.code}${own}`;
  const taken = new Set(accounts.flatMap((account) => account.statements.map((head) => head.number)));
  let tried = number;
  for (let next = 2; taken.has(tried); next += 1) tried = `${number}-${next}`;
  return tried;
}
