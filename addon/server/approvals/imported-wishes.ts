import {
  type Agreed,
  approvalStateOf,
  type Change,
  fileOf,
  type ImportedProposal,
  type PlainDate,
  type StandingWish,
  subjectText,
} from "../../../core/index.ts";
import type { Ledger } from "../ledger.ts";
import { type Asking, requested, wasRefused } from "./requests.ts";
import { columnsOfSubject, wishedSubjects } from "./wished-subjects.ts";

/** Requests for terms and limits that wait, as an import compares its rows with them; the accounts are loaded. */
export function standingWishes({ book, style }: Ledger, today: PlainDate): readonly StandingWish[] {
  return [...book.accounts.values()].flatMap((account) => {
    const waiting = fileOf(account).approvals.filter(
      (each) => each.voided === 0 && approvalStateOf(each, today) === "waiting",
    );
    return waiting.flatMap(({ subject, currency, customer }): StandingWish[] => {
      const text = subjectText(subject, { account, currency, language: style.language });
      if (subject.kind === "terms") return [{ customer, column: "terms", value: subject.terms, text }];
      if (subject.kind !== "limit") return [];
      const { limitType, limit } = subject;
      return [
        { customer, column: "limitType", value: limitType, text },
        { customer, column: "limit", value: limit, text },
      ];
    });
  });
}

/**
 * What an imported list says otherwise than is agreed becomes requests 申请. One that waits already stands once, and one
 * that was refused is not asked for again by the same list.
 */
export function requestsOfImport(proposals: readonly ImportedProposal[], asking: Asking): Change[] {
  return proposals.flatMap(({ customer, columns, agreed }) => {
    const account = asking.ledger.book.accounts.get(customer);
    if (!account) return [];
    const wished = { ...account.customer, ...only(agreed, columns) };
    return wishedSubjects(columns, wished)
      .filter((subject) => columnsOfSubject(subject).length > 0 && !wasRefused(account, subject))
      .flatMap((subject) => requested(account, { subject }, asking));
  });
}

function only(agreed: Agreed, columns: readonly (keyof Agreed)[]): Agreed {
  const entries = Object.entries(agreed).filter(([key]) => columns.some((column) => column === key));
  return Object.fromEntries(entries) as Agreed; // the same record with fewer keys
}
