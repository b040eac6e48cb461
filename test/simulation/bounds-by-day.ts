import type { Account, Known } from "../../core/index.ts";

const PENDING = Number.MAX_SAFE_INTEGER;

/**
 * Due lines and money of which, on any day, more is settled than they have, or less than nothing; and allocations
 * dated before one of their documents. Added up here from the facts alone. Bounced drafts and what takes them back
 * are looked at like any other money.
 */
export function outOfBounds(account: Account): string[] {
  const counts = (fact: Known<object>) => fact.voided === 0 && fact.seq !== PENDING;
  const allocations = account.allocations.filter(counts);
  const days = [...new Set(allocations.map(({ date }) => date))].sort();
  const items = account.items.filter(counts);
  const receipts = account.receipts.filter(counts);
  const ends = [
    ...items.flatMap(({ id, date, lines }) =>
      lines.map(({ amount }, line) => ({ name: `${id}/${line}`, date, has: amount, own: lineOf(id, line) })),
    ),
    ...items.filter(({ amount }) => amount < 0).map((each) => ({ ...creditOf(each), has: -each.amount })),
    ...receipts.map((each) => ({ ...creditOf(each), has: each.amount })),
  ];
  return ends.flatMap(({ name, date, has, own }) => {
    const settled = allocations.filter(own);
    const early = settled
      .filter((each) => each.date < date)
      .map((each) => `${each.id} is older than ${name}`);
    const broken = days.flatMap((day) => {
      const sum = settled.reduce((all, each) => (each.date <= day ? all + each.amount : all), 0);
      return sum < Math.min(0, has) || sum > Math.max(0, has)
        ? [`${sum} of ${has} on ${name} at ${day}`]
        : [];
    });
    return [...early, ...broken];
  });
}

interface Ends {
  readonly from: string;
  readonly item: string;
  readonly line: number;
}

function lineOf(item: string, line: number) {
  return (each: Ends) => each.item === item && each.line === line;
}

function creditOf({ id, date }: { readonly id: string; readonly date: string }) {
  return { name: id, date, own: ({ from }: Ends) => from === id };
}
