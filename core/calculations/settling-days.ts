import type { Account } from "../records/book.ts";
import { type Known, PENDING } from "../records/known-fact.ts";
import type { Allocation } from "../records/receipt.ts";
import { later, type PlainDate } from "../values/date.ts";
import { lineKey } from "./over-settled.ts";

/** A sum put on a line, or taken back, from a day on. */
interface Settling {
  readonly day: PlainDate;
  readonly amount: number;
}

/** A due line, or money, and what is settled of it day by day. */
interface End {
  readonly has: number;
  readonly settled: Settling[];
}

/** So much of an allocation as its day follows from. */
export type Placed = Pick<Allocation, "from" | "item" | "line" | "amount">;

/**
 * The days from which allocations 核销 of an account hold: the first on which, from then on, neither the line nor the
 * money is settled beyond what it has, or below nothing. Money of April that goes on a line which a bounce of May
 * opened again settles it from that day of May. Records of imports that are still open are left out.
 */
export class SettlingDays {
  private readonly ends = new Map<string, End>();

  constructor(account: Account, isLeftOut: (allocation: Known<Allocation>) => boolean = isPending) {
    for (const { id: item, amount, lines, voided } of account.items) {
      if (voided > 0) continue;
      if (amount < 0) this.ends.set(item, { has: -amount, settled: [] });
      for (const [line, each] of lines.entries())
        this.ends.set(lineKey({ item, line }), { has: each.amount, settled: [] });
    }
    for (const { id, amount, voided } of account.receipts)
      if (voided === 0) this.ends.set(id, { has: amount, settled: [] });
    for (const each of account.allocations) if (each.voided === 0 && !isLeftOut(each)) this.add(each);
  }

  /** What is written besides: days that are asked for later see it. */
  add(allocation: Placed & { readonly date: PlainDate }): void {
    for (const { settled } of this.endsOf(allocation))
      settled.push({ day: allocation.date, amount: allocation.amount });
  }

  /** The first day, not before another, from which an allocation fits; none where it never does. */
  dayOf(allocation: Placed, earliest: PlainDate): PlainDate | undefined {
    return this.dayOfAll([allocation], earliest);
  }

  /** The same for allocations that hold from one day, each of which would not fit without the others. */
  dayOfAll(allocations: readonly Placed[], earliest: PlainDate): PlainDate | undefined {
    const sums = new Map<End, number>();
    for (const each of allocations)
      for (const end of this.endsOf(each)) sums.set(end, (sums.get(end) ?? 0) + each.amount);
    let day: PlainDate | undefined = earliest;
    for (const [end, sum] of sums) day = day && firstDay(end, sum, day);
    return day;
  }

  /** The last day on which anything happens to either end; for what fits on no day. */
  lastDayOf(allocation: Placed, earliest: PlainDate): PlainDate {
    const days = this.endsOf(allocation).flatMap(({ settled }) => settled.map(({ day }) => day));
    return days.reduce(later, earliest);
  }

  private endsOf({ from, item, line }: Placed): End[] {
    return [this.ends.get(lineKey({ item, line })), this.ends.get(from)].filter((end) => end !== undefined);
  }
}

/** The day after which an end has always room for an amount: that of the first change behind the last day without. */
function firstDay({ has, settled }: End, amount: number, earliest: PlainDate): PlainDate | undefined {
  const days = [earliest, ...new Set(settled.flatMap(({ day }) => (day > earliest ? [day] : [])))].sort();
  let found: PlainDate | undefined;
  let sum = amount;
  for (const each of settled) if (each.day < earliest) sum += each.amount;
  for (const day of days) {
    for (const each of settled) if (each.day === day) sum += each.amount;
    const fits = sum >= Math.min(0, has) && sum <= Math.max(0, has);
    found = fits ? (found ?? day) : undefined;
  }
  return found;
}

function isPending({ seq }: Known<Allocation>): boolean {
  return seq === PENDING;
}
