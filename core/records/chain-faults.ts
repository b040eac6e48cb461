import type { JournalFault } from "../values/problem.ts";
import { entryHash, type Head, hashOf } from "./journal.ts";
import { longestRising, type PlacedEntry, type Placing } from "./journal-places.ts";
import type { Places } from "./reanchoring.ts";
import type { WrittenEntry } from "./written-entries.ts";

/** What is wrong at a row: with an entry that stands there, or with entries that do not. */
export interface FoundFault {
  readonly why: JournalFault;
  readonly row: number;
  readonly entry: WrittenEntry | undefined;
  readonly places: Places;
  readonly expected: string;
  readonly found: string;
}

/** Everything that is wrong, in the order of rows. */
export function faultsOf(placing: Placing, from: Head, known: Head | undefined, end: number): FoundFault[] {
  const { placed, strange, last } = placing;
  const own = placed.flatMap((each, i) =>
    faultsAt(each, { before: placed[i - 1], next: placed[i + 1], from, known }),
  );
  const before = placed[placed.length - 1];
  const cut = known ? gapBefore(last + 1, before, from) : undefined;
  const row = end + 1;
  const tail =
    cut && known ? [missing({ why: "tail", gap: cut, row, expected: known.hash, before, from })] : [];
  const faults = [...strange.map(inserted), ...own, ...tail];
  return [...faults, ...moved(placed, faults)].sort((a, b) => a.row - b.row);
}

interface Neighbours {
  readonly before: PlacedEntry | undefined;
  readonly next: PlacedEntry | undefined;
  readonly from: Head;
  readonly known: Head | undefined;
}

/** What is missing before an entry, and what is wrong with itself. */
function faultsAt(each: PlacedEntry, { before, next, from, known }: Neighbours): FoundFault[] {
  const { place, entry } = each;
  const gap = gapBefore(place, before, from);
  const wanted = next?.place === place + 1 ? chainedTo(next.entry) : hashAt(known, place);
  const own = ownFault(each, wanted, before?.entry.hash ?? from.hash);
  const isFirst = before === undefined && !gap && !own;
  return [
    ...(gap ? [missing({ why: "gap", gap, row: entry.row, expected: entry.previous, before, from })] : []),
    ...(own ? [own] : []),
    ...(isFirst && entry.previous !== from.hash ? [unchained(place, entry, from)] : []),
  ];
}

function inserted(entry: WrittenEntry): FoundFault {
  const places = at(Number.isNaN(entry.seq) ? 0 : entry.seq);
  return { why: "inserted", row: entry.row, entry, places, expected: "", found: entry.hash };
}

function at(place: number): Places {
  return { from: place, through: place };
}

function hashAt(known: Head | undefined, place: number): string | undefined {
  return known?.seq === place ? known.hash : undefined;
}

function gapBefore(place: number, before: PlacedEntry | undefined, from: Head): Places | undefined {
  const after = before?.place ?? from.seq;
  return place > after + 1 ? { from: after + 1, through: place - 1 } : undefined;
}

interface Missing {
  readonly gap: Places;
  readonly row: number;
  readonly why: "gap" | "tail";
  readonly expected: string;
  readonly before: PlacedEntry | undefined;
  readonly from: Head;
}

function missing({ gap, row, why, expected, before, from }: Missing): FoundFault {
  return { why, row, entry: undefined, places: gap, expected, found: before?.entry.hash ?? from.hash };
}

/** The first entry is not chained to what stood before the stretch that was read. */
function unchained(place: number, entry: WrittenEntry, from: Head): FoundFault {
  const why = "chain" as const;
  return { why, row: entry.row, entry, places: at(place), expected: from.hash, found: entry.previous };
}

/** The hash that an entry was chained to, where the cell that says so is as it was written. */
function chainedTo({ previous, hash, ownHash }: WrittenEntry): string | undefined {
  return hash === ownHash ? previous : undefined;
}

/** `wanted` is the hash to which the next entry was chained, where there is one. */
function ownFault(
  { place, entry }: PlacedEntry,
  wanted: string | undefined,
  above: string,
): FoundFault | undefined {
  const told = (why: JournalFault, expected: string, found: string): FoundFault => ({
    ...{ why, row: entry.row, entry, places: at(place), expected, found },
  });
  const { fault, hash, ownHash, payloadHash, payload, previous, head } = entry;
  switch (fault) {
    case undefined:
      return wanted !== undefined && wanted !== hash ? told("chain", wanted, hash) : undefined;
    case "incomplete":
      return told(fault, payloadHash, hashOf(payload));
    case "payload": {
      const own = hashOf(payload);
      return entryHash(head, own, previous) === hash
        ? told("hash", own, payloadHash)
        : told(fault, payloadHash, own);
    }
    case "chain":
      if (wanted === ownHash) return told("hash", ownHash, hash);
      if (entryHash(head, payloadHash, above) === hash) return told("hash", above, previous);
      return told("chain", wanted ?? hash, ownHash);
  }
}

/** The fewest entries that stand out of order: all but the longest run of rising places. */
function moved(placed: readonly PlacedEntry[], faults: readonly FoundFault[]): FoundFault[] {
  const inOrder = new Set(longestRising([...placed].sort((a, b) => a.entry.row - b.entry.row)));
  const known = new Set(faults.map((fault) => fault.entry));
  return placed
    .filter((each) => !inOrder.has(each) && !known.has(each.entry))
    .map(({ place, entry }) => {
      const { row, hash } = entry;
      return { why: "moved", row, entry, places: at(place), expected: hash, found: hash };
    });
}
