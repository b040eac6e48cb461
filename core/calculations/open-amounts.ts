import type { Known } from "../records/known-fact.ts";
import type { OpenItem } from "../records/open-item.ts";
import { isTakenBack, type Receipt } from "../records/receipt.ts";
import { byMaking } from "../records/record-id.ts";
import { type DayNumber, dateOfDayNumber, type PlainDate } from "../values/date.ts";
import { type Currency, type Money, money } from "../values/money.ts";
import { compareText } from "../values/text.ts";
import { type Columns, NOT_FIXED } from "./columns.ts";

/** What is open at the end of a day, row by row of the columns, in minor units. */
export interface OpenAmounts {
  readonly lines: Float64Array;
  readonly credits: Float64Array;
}

/**
 * Open amounts 未清金额 at the end of a day. True as of: documents *and allocations* dated after it
 * are undone. A document of a later day is 0 here.
 *
 * @example
 * openAmountsOf(columnsOf([], { knownAt: 1, debtCarriedBy: "invoice" }), 20000).lines.length // => 0
 */
export function openAmountsOf(columns: Columns, asOf: DayNumber): OpenAmounts {
  const lines = startedBy(columns.lines.day, columns.lines.amount, asOf);
  const credits = startedBy(columns.credits.day, columns.credits.amount, asOf);
  const { line, credit, day, amount } = columns.allocations;
  for (let i = 0; i < day.length; i += 1) {
    if ((day[i] ?? 0) > asOf) continue;
    const part = amount[i] ?? 0;
    lines[line[i] ?? 0] = (lines[line[i] ?? 0] ?? 0) - part;
    credits[credit[i] ?? 0] = (credits[credit[i] ?? 0] ?? 0) - part;
  }
  return { lines, credits };
}

function startedBy(day: Int32Array, amount: Float64Array, asOf: DayNumber): Float64Array {
  const open = new Float64Array(amount.length);
  for (let i = 0; i < open.length; i += 1) open[i] = (day[i] ?? 0) <= asOf ? (amount[i] ?? 0) : 0;
  return open;
}

/** A due line with money still owed on it. */
export interface OpenLine {
  readonly item: Known<OpenItem>;
  readonly line: number;
  /** Without a day the due date is not fixed yet. */
  readonly due?: PlainDate;
  readonly open: Money;
}

/** Money or a credit that has not been put on anything; the amount is positive. */
export interface OpenCredit {
  readonly record: Known<OpenItem> | Known<Receipt>;
  readonly currency: Currency;
  readonly open: Money;
}

/**
 * The due lines that are open at the end of a day, oldest due first; not fixed ones last.
 *
 * @example
 * openLinesOf(columnsOf([], { knownAt: 1, debtCarriedBy: "invoice" }), 20000) // => []
 */
export function openLinesOf(columns: Columns, asOf: DayNumber): OpenLine[] {
  const open = openAmountsOf(columns, asOf).lines;
  const found: OpenLine[] = [];
  for (const [i, amount] of open.entries()) {
    if (amount === 0) continue;
    const item = columns.accountOf(columns.lines.party[i] ?? 0).items[columns.lines.item[i] ?? 0];
    if (!item) continue;
    const due = columns.lines.due[i] ?? NOT_FIXED;
    const line = { item, line: columns.lines.index[i] ?? 0, open: money(amount) };
    found.push(due === NOT_FIXED ? line : { ...line, due: dateOfDayNumber(due) });
  }
  return found.sort(byDue);
}

/**
 * The receipts and credits with something left at the end of a day, oldest first. A draft that bounced 退票 is left
 * out with the receipt that takes it back from that receipt's day on; on days before it is money like any other.
 *
 * @example
 * openCreditsOf(columnsOf([], { knownAt: 1, debtCarriedBy: "invoice" }), 20000) // => []
 */
export function openCreditsOf(columns: Columns, asOf: DayNumber): OpenCredit[] {
  const open = openAmountsOf(columns, asOf).credits;
  const found: OpenCredit[] = [];
  let bounced: ReadonlySet<string> | undefined;
  for (const [i, amount] of open.entries()) {
    const record = amount === 0 ? undefined : creditRecordOf(columns, i);
    if (!record) continue;
    if ("method" in record && isTakenBack(record)) {
      bounced ??= bouncedBy(columns, asOf);
      if (record.reverses !== undefined || bounced.has(record.id)) continue;
    }
    found.push({ record, currency: record.currency, open: money(amount) });
  }
  return found.sort(
    (a, b) => compareText(a.record.date, b.record.date) || byMaking(a.record.id, b.record.id),
  );
}

/** Ids of the drafts that have bounced by a day. */
function bouncedBy(columns: Columns, asOf: DayNumber): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [i, day] of columns.credits.day.entries()) {
    const record = day <= asOf ? creditRecordOf(columns, i) : undefined;
    if (record && "reverses" in record && record.reverses !== undefined) ids.add(record.reverses);
  }
  return ids;
}

/** The receipt, or the item with a credit, behind a row of the credits. */
function creditRecordOf(columns: Columns, credit: number): Known<OpenItem> | Known<Receipt> | undefined {
  const { items, receipts } = columns.accountOf(columns.credits.party[credit] ?? 0);
  const at = columns.credits.record[credit] ?? 0;
  return receipts[at] ?? items[at - receipts.length];
}

/** Oldest due first; then the older document; then the place in the journal, so that ties never flip. */
function byDue(a: OpenLine, b: OpenLine): number {
  return (
    compareText(a.due ?? "9999", b.due ?? "9999") ||
    compareText(a.item.date, b.item.date) ||
    a.item.seq - b.item.seq
  );
}

/**
 * Whether a credit is an advance 预收款 for an order: older debts do not swallow it.
 *
 * @example
 * isAdvance({ record: { id: "r1.0", date: plainDate("2026-11-22"), currency: "CNY", amount: money(100), method: "transfer", order: "SO-1", seq: 1, voided: 0 } }) // => true
 */
export function isAdvance({ record }: Pick<OpenCredit, "record">): boolean {
  return "method" in record && record.order !== undefined;
}
