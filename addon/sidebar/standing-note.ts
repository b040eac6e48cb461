import { useLayoutEffect } from "preact/hooks";
import { type Note, useDesk } from "./desk.ts";
import type { Entry } from "./router.ts";

interface Place {
  readonly entry: Entry;
  readonly part: string;
}

/** Where each note stands: the screen on which it was said, or the one to which its act led. */
const places = new WeakMap<Note, Place>();

/** A note is of one screen, its undo with it: the next move of the person takes it away. */
export function useStandingNote(part: string): void {
  const { entry, note, tell } = useDesk();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each note and each move.
  useLayoutEffect(() => {
    const place = note && places.get(note);
    if (!note) return;
    if (place) return place.entry === entry && place.part === part ? undefined : tell(undefined);
    // An act says what was done and moves on in one turn: where that leaves the person is the note's place.
    const turn = setTimeout(() => places.set(note, { entry, part }));
    return () => clearTimeout(turn);
  }, [note, entry, part]);
}
