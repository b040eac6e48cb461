import { compareText } from "../values/text.ts";

/**
 * Place in the journal of the entry that made a record, which its id tells.
 *
 * @example
 * placeInId("i12.3") // => 12
 */
export function placeInId(id: string): number {
  return Number(id.slice(1).split(".")[0]);
}

/**
 * Compares the ids of two records by which was made first; a new version keeps its place.
 *
 * @example
 * ["r12.0", "i9.1", "i9.0"].sort(byMaking) // => ["i9.0", "i9.1", "r12.0"]
 */
export function byMaking(a: string, b: string): number {
  return placeInId(a) - placeInId(b) || countInId(a) - countInId(b) || compareText(a, b);
}

function countInId(id: string): number {
  return Number(id.split(".")[1] ?? 0);
}
