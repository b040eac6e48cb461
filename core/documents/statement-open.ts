import type { OpenLine } from "../calculations/open-amounts.ts";
import { daysBetween, type PlainDate } from "../values/date.ts";
import { referencesOf } from "./statement-postings.ts";
import type { OpenEntry } from "./statement-shape.ts";

/** An open due line as a statement lists it, at the end of a day. */
export function openEntryOf({ item, line, due, open }: OpenLine, asOf: PlainDate): OpenEntry {
  const dueLine = item.lines[line];
  return {
    date: item.date,
    kind: item.kind,
    ...referencesOf(item),
    ...(item.lines.length > 1 ? { part: { n: line + 1, of: item.lines.length } } : {}),
    ...(due ? { due } : {}),
    basis: dueLine?.basis ?? "stated",
    amount: dueLine?.amount ?? open,
    open,
    daysPastDue: due ? Math.max(0, daysBetween(due, asOf)) : 0,
    disputed: item.dispute !== undefined && item.dispute.since <= asOf,
  };
}
