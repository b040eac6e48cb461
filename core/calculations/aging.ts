import type { Policy } from "../records/policy.ts";
import type { DayNumber } from "../values/date.ts";
import { type Currency, type Money, money } from "../values/money.ts";
import { type Columns, LINE_DISPUTED, LINE_NOT_INVOICED, NOT_FIXED } from "./columns.ts";
import { openAmountsOf } from "./open-amounts.ts";

/** The part of the policy that decides buckets. */
export type AgingPolicy = Pick<Policy, "bucketEdges" | "agingBasis">;

/**
 * Aging 账龄 of one party. current + buckets + unapplied = balance, for every as-of date. What is
 * "of which" stands inside the other figures.
 */
export interface AgingRow {
  readonly customer: string;
  readonly currency: Currency;
  /** Not due yet, due today, or without a fixed due date. */
  readonly current: Money;
  /** One amount for each bucket: 1–30, 31–60, … and the open one beyond the last edge. */
  readonly buckets: readonly Money[];
  /** Receipts and credits not put on anything yet; zero or negative. */
  readonly unapplied: Money;
  readonly balance: Money;
  readonly ofWhich: AgingDetails;
}

/** Parts of a party's open amounts that are shown apart. */
export interface AgingDetails {
  readonly disputed: Money;
  /** Delivered, no tax invoice yet 已发货未开票. */
  readonly notInvoiced: Money;
  readonly dueNotFixed: Money;
  /** Drafts received that have not matured 未到期票据: settled here, still a risk. */
  readonly draftsHeld: Money;
}

/**
 * Ages every party's due lines as of the end of a day. Exactly 30 days past due is in 1–30; due today
 * is current (domain decision 1). Reads the columns in three passes, whatever the number of customers.
 *
 * @example
 * agingOf(columnsOf([], { knownAt: 1, debtCarriedBy: "invoice" }), 20000, DEFAULT_POLICY) // => []
 */
export function agingOf(columns: Columns, asOf: DayNumber, policy: AgingPolicy): AgingRow[] {
  const open = openAmountsOf(columns, asOf);
  const width = policy.bucketEdges.length + 2;
  const sums = new Float64Array(columns.parties.length * width);
  const { party, due, day } = columns.lines;
  const age = policy.agingBasis === "documentDate" ? day : due;
  for (let i = 0; i < party.length; i += 1) {
    const amount = open.lines[i] ?? 0;
    if (amount === 0) continue;
    const cell = (party[i] ?? 0) * width + bucketOf(asOf - (age[i] ?? NOT_FIXED), policy.bucketEdges);
    sums[cell] = (sums[cell] ?? 0) + amount;
  }
  const unapplied = sumByParty(columns.credits.party, open.credits, columns.parties.length);
  const details = detailsOf(columns, open.lines, asOf);
  return columns.parties.map((at, i) => {
    const cells = Array.from(sums.subarray(i * width, (i + 1) * width), money);
    const [current = money(0), ...buckets] = cells;
    const balance = money(cells.reduce<number>((sum, cell) => sum + cell, 0) - (unapplied[i] ?? 0));
    return { ...at, current, buckets, unapplied: money(-(unapplied[i] ?? 0)), balance, ofWhich: details(i) };
  });
}

/**
 * Bucket of so many days past due: 0 is current, 1 the first bucket, and so on.
 *
 * @example
 * [0, 1, 30, 31, 181].map((days) => bucketOf(days, [30, 60, 90, 180])) // => [0, 1, 1, 2, 5]
 */
export function bucketOf(daysPastDue: number, edges: readonly number[]): number {
  if (daysPastDue <= 0) return 0;
  let bucket = 1;
  while (bucket <= edges.length && daysPastDue > (edges[bucket - 1] ?? 0)) bucket += 1;
  return bucket;
}

function sumByParty(party: Int32Array, amount: Float64Array, parties: number): Float64Array {
  const sums = new Float64Array(parties);
  for (let i = 0; i < amount.length; i += 1) {
    const at = party[i] ?? 0;
    sums[at] = (sums[at] ?? 0) + (amount[i] ?? 0);
  }
  return sums;
}

/** Sums of what is shown apart; most ledgers have little of it, so it is kept sparse. */
function detailsOf(columns: Columns, open: Float64Array, asOf: DayNumber): (party: number) => AgingDetails {
  const disputed = new Map<number, number>();
  const notInvoiced = new Map<number, number>();
  const dueNotFixed = new Map<number, number>();
  const draftsHeld = new Map<number, number>();
  const { party, due, flags, disputedFrom } = columns.lines;
  for (let i = 0; i < party.length; i += 1) {
    const amount = open[i] ?? 0;
    if (amount === 0) continue;
    const at = party[i] ?? 0;
    if (due[i] === NOT_FIXED) add(dueNotFixed, at, amount);
    if (((flags[i] ?? 0) & LINE_DISPUTED) !== 0 && (disputedFrom[i] ?? 0) <= asOf) add(disputed, at, amount);
    if (((flags[i] ?? 0) & LINE_NOT_INVOICED) !== 0) add(notInvoiced, at, amount);
  }
  for (const draft of columns.drafts) {
    if (draft.from <= asOf && draft.until > asOf) add(draftsHeld, draft.party, draft.amount);
  }
  const of = (sums: Map<number, number>, at: number) => money(sums.get(at) ?? 0);
  return (at) => ({
    disputed: of(disputed, at),
    notInvoiced: of(notInvoiced, at),
    dueNotFixed: of(dueNotFixed, at),
    draftsHeld: of(draftsHeld, at),
  });
}

function add(sums: Map<number, number>, at: number, amount: number): void {
  sums.set(at, (sums.get(at) ?? 0) + amount);
}

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
