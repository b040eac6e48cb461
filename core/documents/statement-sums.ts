import { type Money, money, plus, ZERO } from "../values/money.ts";
import type { Statement, StatementEntry } from "./statement-shape.ts";

/** What stands in the three amount columns after a row: sums so far, and what is owed. */
export interface Sums {
  readonly debit: Money;
  readonly credit: Money;
  readonly balance: Money;
}

/** The sums after one more movement. */
export function added(sums: Sums, { amount, balance }: StatementEntry): Sums {
  if (amount > 0) return { ...sums, debit: plus(sums.debit, amount), balance };
  return { ...sums, credit: money(sums.credit - amount), balance };
}

/** Sums of all groups. */
export function totalOf({ groups, closing }: Statement): Sums {
  const entries = groups.flatMap((group) => [...group.earlier, ...group.movements]);
  const sums = entries.reduce(added, { debit: ZERO, credit: ZERO, balance: closing });
  return { ...sums, balance: closing };
}
