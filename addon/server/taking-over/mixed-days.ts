import { dayOf, monthOf, type PlainDate, type Problem } from "../../../core/index.ts";
import type { Desk } from "./desk.ts";
import type { TypedRow } from "./typed-row.ts";

/**
 * New rows whose days the sheet may have read the other way round: a pasted column in which 13/10/2026 stayed text
 * and 2026-07-10 became a day. Under an American locale Google makes one of 07/10/2026, and the cell does not tell.
 * Rows of both kinds are listed until the text is a day, too.
 */
export function mixedDays(rows: readonly TypedRow[], desk: Desk): ReadonlyMap<TypedRow, Problem> {
  const found = new Map<TypedRow, Problem>();
  for (const { key } of desk.table.columns.filter(({ type, owner }) => type === "date" && owner === "hand")) {
    const texts = rows.filter((row) => row.yearLast[key] !== undefined && row.fields[key] !== undefined);
    const swappable = rows.filter((row) => isSwappable(row, key));
    const [text] = texts;
    const [day] = swappable;
    if (!text || !day) continue;
    const said = { text: text.yearLast[key] ?? "", meant: String(text.fields[key]) };
    const told = (row: TypedRow, other: TypedRow): Problem => ({
      kind: "daysMixed",
      place: desk.place(row, key),
      found: row.yearLast[key] ?? String(row.fields[key]),
      other: other.row,
      ...said,
    });
    for (const row of texts) found.set(row, told(row, day));
    for (const row of swappable) found.set(row, told(row, text));
  }
  return found;
}

/** A day of the sheet's own that is another one with day and month the other way round. */
function isSwappable({ fields, asText }: TypedRow, key: string): boolean {
  const day = fields[key] as PlainDate | undefined;
  return day !== undefined && !asText.includes(key) && dayOf(day) <= 12 && dayOf(day) !== monthOf(day);
}
