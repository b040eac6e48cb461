import type { Columns } from "../../core/index.ts";
import type { Answer } from "./answers.ts";
import { AS_OF, MONTH } from "./sample-ledger.ts";

/** Current, five buckets, what is not applied. */
export const AGING_WIDTH = 7;
/** Opening, increases, decreases. */
export const MOVEMENTS_WIDTH = 3;

/**
 * The floor of aging: one pass over the typed columns that adds each amount to its party and bucket, with
 * the edges written into the code, and nothing else: no policy, no rows, no names, nothing shown apart.
 */
export function floorOfAging(columns: Columns): Float64Array {
  const sums = new Float64Array(columns.parties.length * AGING_WIDTH);
  agedLines(sums, columns.lines);
  agedCredits(sums, columns.credits);
  agedAllocations(sums, columns);
  return sums;
}

function agedLines(sums: Float64Array, { party, day, due, amount }: Columns["lines"]): void {
  for (let i = 0; i < party.length; i += 1) {
    if ((day[i] ?? 0) > AS_OF) continue;
    const cell = (party[i] ?? 0) * AGING_WIDTH + bucket(AS_OF - (due[i] ?? 0));
    sums[cell] = (sums[cell] ?? 0) + (amount[i] ?? 0);
  }
}

function agedCredits(sums: Float64Array, { party, day, amount }: Columns["credits"]): void {
  for (let i = 0; i < party.length; i += 1) {
    const cell = (party[i] ?? 0) * AGING_WIDTH + 6;
    if ((day[i] ?? 0) <= AS_OF) sums[cell] = (sums[cell] ?? 0) - (amount[i] ?? 0);
  }
}

function agedAllocations(sums: Float64Array, { lines, allocations }: Columns): void {
  const { line, day, amount } = allocations;
  for (let i = 0; i < line.length; i += 1) {
    if ((day[i] ?? 0) > AS_OF) continue;
    const at = line[i] ?? 0;
    const part = amount[i] ?? 0;
    const first = (lines.party[at] ?? 0) * AGING_WIDTH;
    const cell = first + bucket(AS_OF - (lines.due[at] ?? 0));
    sums[cell] = (sums[cell] ?? 0) - part;
    sums[first + 6] = (sums[first + 6] ?? 0) + part;
  }
}

function bucket(late: number): number {
  if (late <= 0) return 0;
  if (late <= 30) return 1;
  if (late <= 60) return 2;
  if (late <= 90) return 3;
  return late <= 180 ? 4 : 5;
}

/** The floor of all statements' figures: one pass over what moves a balance. */
export function floorOfMovements({ parties, lines, credits }: Columns): Float64Array {
  const sums = new Float64Array(parties.length * MOVEMENTS_WIDTH);
  moved(sums, lines, 1);
  moved(sums, credits, -1);
  return sums;
}

function moved(sums: Float64Array, { party, day, amount }: Omit<Columns["credits"], "record">, sign: 1 | -1) {
  for (let i = 0; i < party.length; i += 1) {
    const at = day[i] ?? 0;
    if (at > MONTH.to) continue;
    const part = sign * (amount[i] ?? 0);
    const cell = (party[i] ?? 0) * MOVEMENTS_WIDTH + (at < MONTH.from ? 0 : part > 0 ? 1 : 2);
    sums[cell] = (sums[cell] ?? 0) + part;
  }
}

/** Stops unless the floor's sums are each party's first figures in the answer. */
export function mustHoldFloor(what: string, answer: Answer, floor: Float64Array, width: number): void {
  const perParty = (answer.length * width) / floor.length;
  const at = floor.findIndex((sum, i) => answer[Math.floor(i / width) * perParty + 1 + (i % width)] !== sum);
  if (at >= 0 || answer.length === 0) throw new Error(`${what}: the floor's sum ${at} is not in the answer`);
}
