import type { Account } from "../records/book.ts";
import type { StatementHead } from "../records/statement-head.ts";
import { dayInMonthOf, daysAfter, monthsAfter, type PlainDate } from "../values/date.ts";
import type { Currency } from "../values/money.ts";

/** First and last day of a statement's period; both belong to it. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * The statement period 对账期间 that a day falls in, by the customer's own cut-off day 结算日: with 25 from
 * the 26th to the 25th, with 31 the calendar month. A month too short for the cut-off day ends on its
 * last day, so that periods follow each other without gap or overlap.
 *
 * @example
 * statementPeriod(plainDate("2026-11-22"), 25) // => { from: "2026-10-26", to: "2026-11-25" }
 * @example
 * statementPeriod(plainDate("2026-02-10"), 31) // => { from: "2026-02-01", to: "2026-02-28" }
 */
export function statementPeriod(day: PlainDate, cutOffDay: number): Period {
  const month = dayInMonthOf(day, 1);
  const cutOff = (months: number) => dayInMonthOf(monthsAfter(month, months), cutOffDay);
  const last = day <= cutOff(0) ? 0 : 1;
  return { from: daysAfter(cutOff(last - 1), 1), to: cutOff(last) };
}

/**
 * The statement that the next one carries on from 上期对账单: of those that end before a day the latest;
 * of several printings of one period the last. A customer's own sheets follow each other, and so do those
 * of a payer; where there is none of the same kind yet, the last of the other is carried on from.
 *
 * @example
 * previousStatementOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { currency: "CNY", from: plainDate("2026-11-01") }) // => undefined
 */
export function previousStatementOf(
  account: Pick<Account, "statements">,
  at: { currency: Currency; from: PlainDate; payer?: string },
): StatementHead | undefined {
  const earlier = account.statements.filter((head) => head.currency === at.currency && head.to < at.from);
  const alike = earlier.filter((head) => (at.payer ? isSentTo(at.payer, head) : head.covers === undefined));
  return (alike.length > 0 ? alike : earlier).reduce<StatementHead | undefined>((best, head) => {
    if (!best || head.to > best.to) return head;
    return head.to === best.to && head.knownAt >= best.knownAt ? head : best;
  }, undefined);
}

/** Whether a sheet of several customers was a payer's; one that pays for another may stand on a third one's sheet. */
function isSentTo(wanted: string, { covers, payer }: StatementHead): boolean {
  return covers !== undefined && (payer === undefined ? covers.includes(wanted) : payer === wanted);
}
