import type { PlainDate } from "../values/date.ts";

/** Place in the journal of a fact whose batch is still open: no report knows it yet. */
export const PENDING = Number.MAX_SAFE_INTEGER;

/** A fact and the stretch of the journal over which it holds: known from `seq` until `voided` (0 = still). */
export type Known<T> = T & { readonly seq: number; readonly voided: number; readonly batch?: string };

/**
 * The version of a fact that holds now; none once it was taken back.
 *
 * @example
 * liveFact([{ id: "i1.0", seq: 1, voided: 2 }, { id: "i1.0", seq: 2, voided: 0 }], "i1.0")?.seq // => 2
 */
export function liveFact<T extends { id: string; voided: number }>(
  facts: readonly T[],
  id: string,
): T | undefined {
  return facts.find((fact) => fact.id === id && fact.voided === 0);
}

/**
 * Whether a fact holds now and counts: it was not taken back, and no import that is still open brought it.
 *
 * @example
 * isInForce({ seq: PENDING, voided: 0 }) // => false
 */
export function isInForce(fact: { seq: number; voided: number }): boolean {
  return fact.voided === 0 && fact.seq !== PENDING;
}

/**
 * A fact without its place in the journal: the record as it is written.
 *
 * @example
 * recordOf({ id: "i1.0", seq: 1, voided: 0, batch: "b1.0" }) // => { id: "i1.0" }
 */
export function recordOf<T>(fact: Known<T>) {
  const { seq, voided, batch, ...record } = fact;
  return record;
}

/**
 * Whether a report that knows the journal up to a place counts the fact.
 *
 * @example
 * isKnownAt({ seq: 3, voided: 5 }, 4) // => true
 */
export function isKnownAt(fact: { seq: number; voided: number }, knownAt: number): boolean {
  return fact.seq <= knownAt && (fact.voided === 0 || fact.voided > knownAt);
}

/**
 * Whether a dated fact is there at the end of a day, for a report that knows the journal up to a place.
 *
 * @example
 * isThereAt({ seq: 3, voided: 0, date: plainDate("2026-11-22") }, { asOf: plainDate("2026-11-21"), knownAt: 4 }) // => false
 */
export function isThereAt(
  fact: { seq: number; voided: number; date: PlainDate },
  { asOf, knownAt }: { readonly asOf: PlainDate; readonly knownAt: number },
): boolean {
  return isKnownAt(fact, knownAt) && fact.date <= asOf;
}
