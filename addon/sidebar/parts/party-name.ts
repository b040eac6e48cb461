import { UNIDENTIFIED } from "../../../core/index.ts";
import type { Say } from "../words/words.ts";

/** The name of a row of the aging: a customer, a group, or nobody known. */
export function partyName(line: { readonly id: string; readonly name: string }, say: Say): string {
  if (line.id === UNIDENTIFIED) return say("title.unidentified");
  return line.id === "" ? say("filter.noSalesperson") : line.name;
}
