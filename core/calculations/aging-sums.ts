import { NO_DAY } from "../records/figures.ts";
import type { Policy } from "../records/policy.ts";
import type { DayNumber } from "../values/date.ts";
import { type Money, money } from "../values/money.ts";
import { type Columns, LINE_DISPUTED, LINE_NOT_FIXED, LINE_NOT_INVOICED } from "./column-shape.ts";

/** The part of the policy that decides buckets. */
export type AgingPolicy = Pick<Policy, "bucketEdges" | "agingBasis">;

/** Parts of a party's open amounts that are shown apart. */
export interface AgingDetails {
  readonly disputed: Money;
  /** Delivered, no tax invoice yet 已发货未开票. */
  readonly notInvoiced: Money;
  readonly dueNotFixed: Money;
  /** Drafts received that have not matured 未到期票据: settled here, still a risk. */
  readonly draftsHeld: Money;
}

/** Sums by party, before they are rows. */
export interface AgingSums {
  /** For each party current and every bucket, side by side. */
  readonly buckets: Float64Array;
  /** What is not put on anything, as a positive amount. */
  readonly unapplied: Float64Array;
  /** Only parties of which something is shown apart. */
  readonly ofWhich: ReadonlyMap<number, AgingDetails>;
}

/**
 * Adds everything up, reading each row once: a line's amount goes into its party's bucket, and what
 * settles the line is taken out of the same bucket, so that no line's own open amount is needed. Whoever
 * needs those too hands in a column of zeros, and it is filled in the same pass.
 */
export function agingSumsOf(
  columns: Columns,
  asOf: DayNumber,
  policy: AgingPolicy,
  open?: Float64Array,
): AgingSums {
  const buckets = new Float64Array(columns.parties.length * (policy.bucketEdges.length + 2));
  const unapplied = new Float64Array(columns.parties.length);
  const apart = new ApartSums(columns, asOf);
  const cellOf = addLines(columns, asOf, policy, { buckets, apart, open });
  addCredits(columns, asOf, unapplied);
  addAllocations(columns, asOf, { buckets, unapplied, cellOf, apart, open });
  return { buckets, unapplied, ofWhich: apart.rows() };
}

/** Adds lines that exist by then to their buckets, and says for every line which cell is its bucket. */
function addLines(
  columns: Columns,
  asOf: DayNumber,
  { bucketEdges, agingBasis }: AgingPolicy,
  { buckets, apart, open }: Pick<SumsSoFar, "buckets" | "apart" | "open">,
): Int32Array {
  const { party, day, due, amount, flags } = columns.lines;
  const age = agingBasis === "documentDate" ? day : due;
  const width = bucketEdges.length + 2;
  const cellOf = new Int32Array(party.length);
  for (let i = 0; i < party.length; i += 1) {
    const cell = (party[i] ?? 0) * width + bucketOf(asOf - (age[i] ?? 0), bucketEdges);
    cellOf[i] = cell;
    if ((day[i] ?? 0) > asOf) continue;
    buckets[cell] = (buckets[cell] ?? 0) + (amount[i] ?? 0);
    if (open) open[i] = amount[i] ?? 0;
    if (flags[i] !== 0) apart.add(i, amount[i] ?? 0);
  }
  return cellOf;
}

function addCredits({ credits }: Columns, asOf: DayNumber, unapplied: Float64Array): void {
  const { party, day, amount } = credits;
  for (let i = 0; i < party.length; i += 1) {
    const at = party[i] ?? 0;
    if ((day[i] ?? 0) <= asOf) unapplied[at] = (unapplied[at] ?? 0) + (amount[i] ?? 0);
  }
}

interface SumsSoFar {
  readonly buckets: Float64Array;
  readonly unapplied: Float64Array;
  readonly cellOf: Int32Array;
  readonly apart: ApartSums;
  /** What is open of each line, where somebody needs it. */
  readonly open: Float64Array | undefined;
}

function addAllocations(columns: Columns, asOf: DayNumber, to: SumsSoFar): void {
  const { line, credit, day, amount } = columns.allocations;
  const { buckets, unapplied, cellOf, apart, open } = to;
  const { flags } = columns.lines;
  const { party } = columns.credits;
  for (let i = 0; i < line.length; i += 1) {
    if ((day[i] ?? 0) > asOf) continue;
    const at = line[i] ?? 0;
    const part = amount[i] ?? 0;
    const cell = cellOf[at] ?? 0;
    const payer = party[credit[i] ?? 0] ?? 0;
    buckets[cell] = (buckets[cell] ?? 0) - part;
    if (open) open[at] = (open[at] ?? 0) - part;
    unapplied[payer] = (unapplied[payer] ?? 0) - part;
    if (flags[at] !== 0) apart.add(at, -part);
  }
}

/** Sums of what is shown apart; most ledgers have little of it, so only parties that have some are kept. */
class ApartSums {
  private readonly columns: Columns;
  private readonly asOf: DayNumber;
  private readonly sums = new Map<number, Record<keyof AgingDetails, number>>();

  constructor(columns: Columns, asOf: DayNumber) {
    this.columns = columns;
    this.asOf = asOf;
  }

  add(line: number, amount: number): void {
    const { party, flags, disputedFrom } = this.columns.lines;
    const sums = this.of(party[line] ?? 0);
    const marks = flags[line] ?? 0;
    if ((marks & LINE_NOT_FIXED) !== 0) sums.dueNotFixed += amount;
    if ((marks & LINE_NOT_INVOICED) !== 0) sums.notInvoiced += amount;
    if ((marks & LINE_DISPUTED) !== 0 && (disputedFrom.get(line) ?? NO_DAY) <= this.asOf)
      sums.disputed += amount;
  }

  rows(): Map<number, AgingDetails> {
    const { asOf } = this;
    for (const { party, from, until, amount } of this.columns.drafts)
      if (from <= asOf && until > asOf) this.of(party).draftsHeld += amount;
    return new Map([...this.sums].map(([party, sums]) => [party, detailsOf(sums)]));
  }

  private of(party: number): Record<keyof AgingDetails, number> {
    const known = this.sums.get(party);
    if (known) return known;
    const none = { disputed: 0, notInvoiced: 0, dueNotFixed: 0, draftsHeld: 0 };
    this.sums.set(party, none);
    return none;
  }
}

function detailsOf({ disputed, notInvoiced, dueNotFixed, draftsHeld }: Record<keyof AgingDetails, number>) {
  return {
    disputed: money(disputed),
    notInvoiced: money(notInvoiced),
    dueNotFixed: money(dueNotFixed),
    draftsHeld: money(draftsHeld),
  };
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
