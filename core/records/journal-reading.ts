import { type FoundFault, faultsOf } from "./chain-faults.ts";
import { type Entry, type Head, hashOf } from "./journal.ts";
import { type PlacedEntry, placingOf } from "./journal-places.ts";
import type { JournalDamage, Places, Reanchoring } from "./reanchoring.ts";
import { isBlank, readableChanges, type WrittenEntry, writtenEntries } from "./written-entries.ts";

/** A re-anchoring that stands in the journal, and when and by whom it was entered. */
export interface ReanchoringEntry extends Reanchoring {
  readonly seq: number;
  readonly at: string;
  readonly user: string;
}

/** What a stretch of journal rows says. A trailing incomplete entry is left out: it never counted. */
export interface JournalReading {
  /** Everything that can be read, in the order of places: of damaged rows too, as they now read. */
  readonly entries: Entry[];
  /** What the next entry is chained to. */
  readonly head: Head;
  readonly damage: JournalDamage[];
  /** Damage for which a re-anchoring vouches. */
  readonly vouched: JournalDamage[];
  readonly reanchorings: ReanchoringEntry[];
  /** Places whose entries cannot be read any more. */
  readonly lost: Places[];
  /** Rows that hold complete entries; what follows was torn off while writing. */
  readonly completeRows: number;
}

/**
 * Reads journal rows and verifies the chain: every payload against its hash, every entry against the
 * one before. A chain finds edits, insertions and deletions, not a complete rewrite. With `known`, the
 * head that was written down elsewhere, it also finds that the end is missing.
 *
 * @example
 * readJournal([], EMPTY_HEAD).entries // => []
 */
export function readJournal(rows: readonly (readonly string[])[], from: Head, known?: Head): JournalReading {
  const written = withoutTornEnd(writtenEntries(rows), known);
  const completeRows = endOf(written[written.length - 1]);
  const placing = placingOf(written, from, known);
  const { placed, last } = placing;
  const faults = faultsOf(placing, from, known, completeRows).map(
    (fault) => [fault.entry, damageOf(fault)] as const,
  );
  const faulty = new Set(faults.map(([entry]) => entry));
  const { entries, lost } = readable(placed, from.seq, last);
  const faultyPlaces = new Set(placed.flatMap(({ place, entry }) => (faulty.has(entry) ? [place] : [])));
  const reanchorings = entries.filter(({ seq }) => !faultyPlaces.has(seq)).flatMap(reanchoringsOf);
  const seals = new Set(reanchorings.flatMap((each) => each.damage.map(({ seal }) => seal)));
  const damage = faults.map(([, each]) => each);
  return {
    ...{ entries, lost, reanchorings, completeRows },
    head: headAfter(placed[placed.length - 1], from, known),
    damage: damage.filter(({ seal }) => !seals.has(seal)),
    vouched: damage.filter(({ seal }) => seals.has(seal)),
  };
}

/** Blank rows at the end, and an entry that was only begun and that nobody has ever counted. */
function withoutTornEnd(written: readonly WrittenEntry[], known: Head | undefined): WrittenEntry[] {
  const kept = [...written];
  const isLastBlank = () => kept.length > 0 && kept.slice(-1).every(isBlank);
  while (isLastBlank()) kept.pop();
  const last = kept[kept.length - 1];
  if (last?.isBegun && !(known && last.seq <= known.seq)) kept.pop();
  while (isLastBlank()) kept.pop();
  return kept;
}

function endOf(last: WrittenEntry | undefined): number {
  return last ? last.row - 1 + last.rows.length : 0;
}

function headAfter(last: PlacedEntry | undefined, from: Head, known: Head | undefined): Head {
  if (known && known.seq >= (last?.place ?? 0)) return known;
  return last ? { seq: last.place, hash: last.entry.hash } : from;
}

function damageOf({ why, row, entry, places, expected, found }: FoundFault): JournalDamage {
  const rows = entry?.rows ?? [];
  const { at = "", user = "" } = entry?.head ?? {};
  const kind = why === "tail" ? "gap" : why;
  const seal = hashOf(JSON.stringify([kind, places.from, places.through, expected, found, rows]));
  const { from: seq, through } = places;
  return { row, rows: rows.length, seq, through, why, at, user, expected, found, seal };
}

function readable(placed: readonly PlacedEntry[], after: number, last: number) {
  const entries: Entry[] = [];
  const lost: Places[] = [];
  let next = after + 1;
  for (const { place, entry } of placed) {
    const changes = readableChanges(entry);
    if (!changes) continue;
    if (place > next) lost.push({ from: next, through: place - 1 });
    entries.push({ ...entry.head, seq: place, changes });
    next = place + 1;
  }
  if (next <= last) lost.push({ from: next, through: last });
  return { entries, lost };
}

function reanchoringsOf({ seq, at, user, changes }: Entry): ReanchoringEntry[] {
  return changes.flatMap((change) =>
    change.put === "reanchoring" ? [{ ...change.row, seq, at, user }] : [],
  );
}
