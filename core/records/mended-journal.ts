import { EMPTY_HEAD, type Head } from "./journal.ts";
import { placingOf } from "./journal-places.ts";
import { readJournal } from "./journal-reading.ts";
import { writtenEntries } from "./written-entries.ts";

/**
 * The rows of a damaged journal with what is wanting taken from a backup. Nothing where the chain does not
 * hold with them, up to the head that is known.
 *
 * @example
 * mendedJournal([], [], { seq: 1, hash: "ab" }) // => undefined
 */
export function mendedJournal(
  rows: readonly (readonly string[])[],
  backup: readonly (readonly string[])[],
  known: Head,
): string[][] | undefined {
  const own = trustedByPlace(rows, known);
  const spare = trustedByPlace(backup, undefined);
  const mended: string[][] = [];
  for (let place = 1; place <= Math.max(known.seq, ...own.keys()); place += 1)
    for (const cells of own.get(place) ?? spare.get(place) ?? []) mended.push([...cells]);
  return readJournal(mended, EMPTY_HEAD, known).damage.length === 0 ? mended : undefined;
}

/** Rows by their place; a row that only stands elsewhere than before can be trusted too. */
function trustedByPlace(rows: readonly (readonly string[])[], known: Head | undefined) {
  const { damage } = readJournal(rows, EMPTY_HEAD, known);
  const damaged = new Set(
    damage.filter((each) => each.rows > 0 && each.why !== "moved").map(({ row }) => row),
  );
  const { placed } = placingOf(writtenEntries(rows), EMPTY_HEAD, known);
  const trusted = placed.filter(({ entry }) => !damaged.has(entry.row));
  return new Map(trusted.map(({ place, entry }) => [place, entry.rows]));
}
