import { type DayNumber, dateOfDayNumber, type PlainDate } from "../values/date.ts";
import type { Columns } from "./column-shape.ts";
import { openAmountsOf } from "./open-amounts.ts";

/** What a party has past due: the earliest due date of it, and how many due lines. */
export interface OldestOverdue {
  readonly due: PlainDate;
  readonly lines: number;
}

/**
 * The oldest overdue 最早逾期 of each party, by its place in the columns' parties, at the end of a day.
 * Due on that day is not overdue, and a line without a fixed due date never is. No record is needed.
 *
 * @example
 * oldestOverdueOf(columnsOf([], { knownAt: 1, debtCarriedBy: "invoice" }), 20000).size // => 0
 */
export function oldestOverdueOf(columns: Columns, asOf: DayNumber): ReadonlyMap<number, OldestOverdue> {
  return oldestOverdueIn(columns, asOf, openAmountsOf(columns, asOf).lines);
}

/**
 * The same where what is open of each line is known already.
 *
 * @example
 * oldestOverdueIn(columnsOf([], { knownAt: 1, debtCarriedBy: "invoice" }), 20000, new Float64Array(0)).size // => 0
 */
export function oldestOverdueIn(
  { lines: { party: parties, due: days } }: Columns,
  asOf: DayNumber,
  open: Float64Array,
): ReadonlyMap<number, OldestOverdue> {
  const found = new Map<number, { day: DayNumber; lines: number }>();
  for (let line = 0; line < open.length; line += 1) {
    const [party, day] = [parties[line] ?? 0, days[line] ?? asOf];
    if (open[line] === 0 || day >= asOf) continue;
    const known = found.get(party);
    found.set(party, { day: Math.min(day, known?.day ?? day), lines: (known?.lines ?? 0) + 1 });
  }
  return new Map([...found].map(([party, { day, lines }]) => [party, { due: dateOfDayNumber(day), lines }]));
}
