import type { Entry } from "../../core/index.ts";
import { Refusal } from "../refusal.ts";
import { placeUnder, readWholeJournal, type SingleReading, singleAt, singleOf } from "./journal-tab.ts";
import { readState } from "./state/state-tab.ts";

/** The entry of an action, by its id: four calls, more only for an entry of many rows. */
export function readEntryOf(action: string): Entry | undefined {
  return trusted(singleOf(action), (entry) => entry.action === action);
}

/** The first entry that stands under a business key; one call where there is none. */
export function readEntryUnder(key: string): Entry | undefined {
  const seq = placeUnder(key);
  return seq === undefined ? undefined : readEntryAt(seq);
}

/** The entry at a place in the journal. */
export function readEntryAt(seq: number): Entry | undefined {
  return trusted(singleAt(seq), (entry) => entry.seq === seq);
}

/** Of an entry that is not as it was written, or stands there twice, the whole journal is asked: somebody may have vouched for it. */
function trusted(single: SingleReading | undefined, isMeant: (entry: Entry) => boolean): Entry | undefined {
  if (!single) return undefined;
  if (single.isAlone && single.reading.damage.length === 0) return single.reading.entries[0];
  const head = readState()?.left.book.head;
  const whole = head ? readWholeJournal(head).reading : single.reading;
  if (whole.damage.length > 0) throw new Refusal("damaged", { row: single.row });
  return whole.entries.find(isMeant);
}
