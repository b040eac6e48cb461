import {
  type Account,
  type ApprovalSubject,
  type Change,
  type Currency,
  canonicalText,
  currencyOf,
  decisionOf,
  fileOf,
  type Money,
  type PlainDate,
  policyOn,
  requestOf,
  waitingFor,
} from "../../../core/index.ts";
import type { Ledger } from "../ledger.ts";
import type { IdMaker } from "../plan.ts";
import { columnsOfSubject } from "./wished-subjects.ts";

/** Who asks, on which day, under which ids. */
export interface Asking {
  readonly ledger: Ledger;
  readonly ids: Pick<IdMaker, "approval">;
  readonly by: string;
  readonly today: PlainDate;
}

/** What is asked for, the sum that it is about where the subject does not say it, and why. */
export interface Wish {
  readonly subject: ApprovalSubject;
  readonly amount?: Money;
  readonly reason?: string;
}

/** The request 申请 that a wish becomes; nothing where the same one waits already. */
export function requested(account: Account, wish: Wish, asking: Asking): Change[] {
  const { subject, reason } = wish;
  const { ledger, ids, by, today } = asking;
  if (waitingFor(account, subject, { asOf: today, knownAt: ledger.book.head.seq })) return [];
  const amount = subject.kind === "limit" ? subject.limit : wish.amount;
  const asked = {
    id: ids.approval(),
    customer: account.customer.id,
    subject,
    currency: currencyOfSubject(account, subject, ledger),
    ...(amount === undefined ? {} : { amount }),
    ...(reason ? { reason } : {}),
    by,
  };
  return [{ put: "approval", row: requestOf(asked, policyOn(ledger.book, today), today) }];
}

/** A request that was typed into cells: they say again what is in force, as the request is where it is wished now. */
export function requestedInCells(account: Account, wish: Wish, asking: Asking): Change[] {
  const decided = [...columnsOfSubject(wish.subject)];
  return requested(account, wish, asking).map((change) =>
    change.put === "approval" ? { ...change, decided } : change,
  );
}

/** An order is in the ledger's own currency, what is let go in its document's, anything else in the customer's. */
function currencyOfSubject(account: Account, subject: ApprovalSubject, { book }: Ledger): Currency {
  const { settings } = book;
  if (subject.kind === "release") return settings.baseCurrency;
  if (subject.kind !== "smallDifference") return currencyOf(account, { settings });
  const item = account.items.find(({ id, voided }) => id === subject.item && voided === 0);
  return item?.currency ?? currencyOf(account, { settings });
}

/** Whether the last answer to the very same wish was no: a list that says it again does not ask again. */
export function wasRefused(account: Account, subject: ApprovalSubject): boolean {
  const same = fileOf(account).approvals.filter(
    (each) => each.voided === 0 && canonicalText(each.subject) === canonicalText(subject),
  );
  const last = same[same.length - 1];
  return last !== undefined && decisionOf(last)?.as === "refused";
}
