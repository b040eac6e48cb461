import type { Head } from "./journal.ts";
import { isBlank, type WrittenEntry } from "./written-entries.ts";

/** An entry at its place in the journal, which its own number need not say. */
export interface PlacedEntry {
  readonly place: number;
  readonly entry: WrittenEntry;
}

/** Where every entry belongs. */
export interface Placing {
  readonly placed: readonly PlacedEntry[];
  /** Rows that are no entry of the chain, blank ones among others. */
  readonly strange: readonly WrittenEntry[];
  /** The last place that there is, or that is known to have been. */
  readonly last: number;
}

/**
 * Finds the place of each entry. Those that fit their own hashes stand at the place that they say; what was
 * changed stands where an entry is wanting, by its number or else by its neighbour above.
 */
export function placingOf(entries: readonly WrittenEntry[], from: Head, known: Head | undefined): Placing {
  const byPlace = soundByPlace(entries, from);
  const chosen = new Set(byPlace.values());
  const soundLast = [...byPlace.keys()].reduce((last, place) => Math.max(last, place), from.seq);
  const last = Math.max(soundLast, known?.seq ?? 0);
  const strange: WrittenEntry[] = [];
  let above = from.seq;
  for (const entry of entries) {
    const place = chosen.has(entry) ? entry.seq : freePlace(entry, { byPlace, above, last, known });
    if (place === undefined) strange.push(entry);
    else byPlace.set(place, entry);
    above = place ?? above;
  }
  const placed = [...byPlace].map(([place, entry]) => ({ place, entry }));
  if (isOutOfOrder(placed)) placed.sort((a, b) => a.place - b.place);
  return { placed, strange, last: Math.max(last, placed[placed.length - 1]?.place ?? 0) };
}

/** Of two entries with the same number, the one that the next is chained to. */
function soundByPlace(entries: readonly WrittenEntry[], from: Head): Map<number, WrittenEntry> {
  const chainedTo = new Set(entries.map((entry) => entry.previous));
  const byPlace = new Map<number, WrittenEntry>();
  for (const entry of entries) {
    if (entry.fault || entry.seq <= from.seq) continue;
    const rival = byPlace.get(entry.seq);
    if (!rival || (!chainedTo.has(rival.hash) && chainedTo.has(entry.hash))) byPlace.set(entry.seq, entry);
  }
  return byPlace;
}

interface Room {
  readonly byPlace: ReadonlyMap<number, WrittenEntry>;
  /** Place of the entry that stands above. */
  readonly above: number;
  readonly last: number;
  readonly known: Head | undefined;
}

function freePlace(entry: WrittenEntry, { byPlace, above, last, known }: Room): number | undefined {
  if (entry.fault === undefined || isBlank(entry)) return undefined;
  const isFree = (place: number) => place > 0 && !byPlace.has(place) && (place <= last || !known);
  if (entry.seq <= last && isFree(entry.seq)) return entry.seq;
  return isFree(above + 1) ? above + 1 : undefined;
}

/** Whether a place stands above a smaller one. */
function isOutOfOrder(placed: readonly PlacedEntry[]): boolean {
  return placed.some(({ place }, i) => place < (placed[i - 1]?.place ?? 0));
}

/** The longest run of entries whose places rise, of entries in the order of rows. */
export function longestRising(list: readonly PlacedEntry[]): PlacedEntry[] {
  if (!isOutOfOrder(list)) return [...list];
  const ends: PlacedEntry[] = [];
  const before = new Map<PlacedEntry, PlacedEntry | undefined>();
  for (const each of list) {
    let room = ends.length;
    while ((ends[room - 1]?.place ?? 0) >= each.place) room -= 1;
    before.set(each, ends[room - 1]);
    ends[room] = each;
  }
  const run: PlacedEntry[] = [];
  for (let each = ends[ends.length - 1]; each; each = before.get(each)) run.push(each);
  return run;
}
