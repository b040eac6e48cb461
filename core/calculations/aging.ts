import type { DayNumber } from "../values/date.ts";
import { type Currency, type Money, money, ZERO } from "../values/money.ts";
import { type AgingDetails, type AgingPolicy, type AgingSums, agingSumsOf } from "./aging-sums.ts";
import type { Columns } from "./column-shape.ts";
import { type OldestOverdue, oldestOverdueIn } from "./oldest-overdue.ts";

export { type AgingDetails, type AgingPolicy, bucketOf } from "./aging-sums.ts";

/**
 * Aging 账龄 of one party. current + buckets + unapplied = balance, for every as-of date. What is
 * "of which" stands inside the other figures.
 */
export interface AgingRow {
  readonly customer: string;
  readonly currency: Currency;
  /** Not due yet, due today, or without a fixed due date; by document date what is dated that very day. */
  readonly current: Money;
  /** One amount for each bucket: 1–30, 31–60, … and the open one beyond the last edge. */
  readonly buckets: readonly Money[];
  /** Receipts and credits not put on anything yet; zero or negative. */
  readonly unapplied: Money;
  readonly balance: Money;
  readonly ofWhich: AgingDetails;
}

/**
 * Ages every party's due lines as of the end of a day. Exactly 30 days past due is in 1–30; due today
 * is current. Reads each row of the columns once, whatever the number of customers.
 *
 * @example
 * agingOf(columnsOf([], { knownAt: 1, debtCarriedBy: "invoice" }), 20000, DEFAULT_POLICY) // => []
 */
export function agingOf(columns: Columns, asOf: DayNumber, policy: AgingPolicy): AgingRow[] {
  return rowsOfSums(columns, agingSumsOf(columns, asOf, policy), policy);
}

/** Aging, and beside it what each party has past due; the rows stand in the order of the parties. */
export interface OverdueAging {
  readonly rows: readonly AgingRow[];
  /** By a row's place. */
  readonly oldest: ReadonlyMap<number, OldestOverdue>;
}

/**
 * {@link agingOf} and {@link oldestOverdueOf} in one pass over the columns.
 *
 * @example
 * overdueAgingOf(columnsOf([], { knownAt: 1, debtCarriedBy: "invoice" }), 20000, DEFAULT_POLICY).rows // => []
 */
export function overdueAgingOf(columns: Columns, asOf: DayNumber, policy: AgingPolicy): OverdueAging {
  const open = new Float64Array(columns.lines.amount.length);
  const rows = rowsOfSums(columns, agingSumsOf(columns, asOf, policy, open), policy);
  return { rows, oldest: oldestOverdueIn(columns, asOf, open) };
}

function rowsOfSums(columns: Columns, sums: AgingSums, policy: AgingPolicy): AgingRow[] {
  const width = policy.bucketEdges.length + 2;
  return columns.parties.map(({ customer, currency }, party) => {
    const buckets: Money[] = [];
    const unapplied = -(sums.unapplied[party] ?? 0);
    let balance = unapplied;
    for (let i = party * width; i < (party + 1) * width; i += 1) {
      buckets.push(money(sums.buckets[i] ?? 0));
      balance += sums.buckets[i] ?? 0;
    }
    const current = buckets.shift() ?? ZERO;
    const ofWhich = sums.ofWhich.get(party) ?? NOTHING_APART;
    return {
      customer,
      currency,
      current,
      buckets,
      unapplied: money(unapplied),
      balance: money(balance),
      ofWhich,
    };
  });
}

const NOTHING_APART: AgingDetails = {
  disputed: ZERO,
  notInvoiced: ZERO,
  dueNotFixed: ZERO,
  draftsHeld: ZERO,
};

/**
 * Adds rows of one currency up to one, in the order of the figures; the customer is left blank.
 *
 * @example
 * totalsOf([]) // => []
 */
export function totalsOf(rows: readonly AgingRow[]): AgingRow[] {
  return groupedBy(rows, () => "");
}

/**
 * Adds rows up by a group, such as the payer, per currency. Groups come in order of first appearance.
 *
 * @example
 * groupedBy([], (row) => row.customer) // => []
 */
export function groupedBy(rows: readonly AgingRow[], group: (row: AgingRow) => string): AgingRow[] {
  const groups = new Map<string, AgingRow>();
  for (const row of rows) {
    const key = `${group(row)}\n${row.currency}`;
    const known = groups.get(key);
    groups.set(key, known ? added(known, row) : { ...row, customer: group(row) });
  }
  return [...groups.values()];
}

function added(a: AgingRow, b: AgingRow): AgingRow {
  return {
    customer: a.customer,
    currency: a.currency,
    current: money(a.current + b.current),
    buckets: a.buckets.map((amount, i) => money(amount + (b.buckets[i] ?? 0))),
    unapplied: money(a.unapplied + b.unapplied),
    balance: money(a.balance + b.balance),
    ofWhich: {
      disputed: money(a.ofWhich.disputed + b.ofWhich.disputed),
      notInvoiced: money(a.ofWhich.notInvoiced + b.ofWhich.notInvoiced),
      dueNotFixed: money(a.ofWhich.dueNotFixed + b.ofWhich.dueNotFixed),
      draftsHeld: money(a.ofWhich.draftsHeld + b.ofWhich.draftsHeld),
    },
  };
}
