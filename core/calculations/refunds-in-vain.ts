import type { Account } from "../records/book.ts";
import { isInForce, type Known } from "../records/known-fact.ts";
import { type Allocation, isTakenBack } from "../records/receipt.ts";
import type { PlainDate } from "../values/date.ts";
import { type Money, minus, money, negated, smaller, sumOf, ZERO } from "../values/money.ts";
import { compareText } from "../values/text.ts";
import { lineKey } from "./over-settled.ts";

/** A line that is opened again from a day on; the amount is negative, as the allocation's will be. */
type Opening = Pick<Allocation, "item" | "line" | "amount" | "date">;

/** How much of a refund's reopening of a line is in vain from a day on; negative where the line has room for it again. */
export interface RefundInVain {
  readonly of: Known<Allocation>;
  readonly amount: Money;
  readonly date: PlainDate;
}

/**
 * Refunds 退款 that opened lines again which further reopenings open whole: what was settled of a line and paid
 * back was never paid, so that so much of the refund, the latest first, stands on no line, from the day on which
 * the line has no room for it to the day on which something settles the line again.
 *
 * @example
 * refundsInVain(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), []) // => []
 */
export function refundsInVain(account: Account, openings: readonly Opening[]): RefundInVain[] {
  const live = account.allocations.filter(isInForce);
  return [...new Set(openings.map(lineKey))].flatMap((key) => {
    const isOnLine = (each: Opening) => lineKey(each) === key;
    return inVainOnLine(account, live.filter(isOnLine), openings.filter(isOnLine));
  });
}

function inVainOnLine(
  account: Account,
  known: readonly Known<Allocation>[],
  openings: readonly Opening[],
): RefundInVain[] {
  const refunds = refundsOn(account, known);
  const all = [...known, ...openings];
  const taken = new Map<string, Money>();
  return [...new Set(all.map(({ date }) => date))].sort().flatMap((day) => {
    const settled = sumOf(amountsBy(day, all));
    const wanted = shared(refunds, settled < 0 ? negated(settled) : ZERO, day, taken);
    return refunds.flatMap(({ from, of }) => {
      const amount = minus(wanted.get(from) ?? ZERO, taken.get(from) ?? ZERO);
      taken.set(from, wanted.get(from) ?? ZERO);
      return amount === 0 ? [] : [{ of, amount, date: day }];
    });
  });
}

interface RefundOnLine {
  readonly from: string;
  readonly of: Known<Allocation>;
  readonly own: readonly Known<Allocation>[];
}

/** Refunds that opened a line again, the latest first. */
function refundsOn({ receipts }: Account, onLine: readonly Known<Allocation>[]): RefundOnLine[] {
  const refunds = receipts.filter((each) => each.voided === 0 && each.amount < 0 && !isTakenBack(each));
  const found = refunds.flatMap(({ id: from }): RefundOnLine[] => {
    const own = onLine.filter((each) => each.from === from);
    const of = own.find(({ amount }) => amount < 0);
    return of ? [{ from, of, own }] : [];
  });
  return found.sort((a, b) => compareText(b.of.date, a.of.date) || b.of.seq - a.of.seq);
}

/** Shares what is in vain among refunds: what was taken of one stays taken, as far as it has so much on the line. */
function shared(
  refunds: readonly RefundOnLine[],
  wanted: Money,
  day: PlainDate,
  taken: ReadonlyMap<string, Money>,
): Map<string, Money> {
  const parts = new Map<string, Money>();
  let left = wanted;
  const take = (from: string, most: Money) => {
    const part = smaller(left, most);
    if (part <= 0) return;
    parts.set(from, money((parts.get(from) ?? ZERO) + part));
    left = minus(left, part);
  };
  const opened = ({ own }: RefundOnLine) => negated(sumOf(amountsBy(day, own)));
  for (const each of refunds) take(each.from, smaller(opened(each), taken.get(each.from) ?? ZERO));
  for (const each of refunds) take(each.from, minus(opened(each), parts.get(each.from) ?? ZERO));
  return parts;
}

function amountsBy(day: PlainDate, allocations: readonly Opening[]): Money[] {
  return allocations.filter(({ date }) => date <= day).map(({ amount }) => amount);
}
