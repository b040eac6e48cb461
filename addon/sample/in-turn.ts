import { assert } from "../../core/index.ts";

/** The n-th of a list that begins again at its end. */
export function inTurn<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length];
  assert(found !== undefined, "a list to take from is never empty");
  return found;
}
