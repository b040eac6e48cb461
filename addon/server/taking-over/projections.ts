import { type Book, isSameField, type Table } from "../../../core/index.ts";
import type { RowWrite } from "../views/row-write.ts";
import { projectionOf } from "../views/row-writes.ts";
import type { TypedRow } from "./typed-row.ts";

/** What the journal says of a tab's rows: now, and once everything planned before this tab is booked. */
export interface Projections {
  readonly now: ReadonlyMap<string, RowWrite>;
  readonly planned: ReadonlyMap<string, RowWrite>;
}

/** What the journal says of all tabs, now and once a plan is booked. */
export interface Projected {
  readonly now: ReturnType<typeof projectionOf>;
  readonly planned: ReturnType<typeof projectionOf>;
}

/** The same where nothing is planned yet. */
export function projected(book: Book): Projected {
  const now = projectionOf(book);
  return { now, planned: now };
}

/** What of it is one tab's. Rows that the plan itself makes are left out: they do not stand in the tab yet. */
export function projectionsOf({ key }: Table, of: Projected): Projections {
  const now = of.now.get(key) ?? new Map<string, RowWrite>();
  if (of.planned === of.now) return { now, planned: now };
  const planned = of.planned.get(key) ?? new Map<string, RowWrite>();
  return { now, planned: new Map([...planned].filter(([id]) => now.has(id))) };
}

/** A row as it will stand once that is booked: cells that nobody has typed over follow the journal. */
export function followed(row: TypedRow, { now, planned }: Projections): TypedRow {
  const id = String(row.fields.id ?? "");
  const [before, after] = [now.get(id), planned.get(id)];
  if (!before || !after || now === planned) return row;
  const fields = { ...row.fields };
  for (const { key } of before.table.columns) {
    if (!row.unread.includes(key) && isSameField(row.fields[key], before.fields[key]))
      fields[key] = after.fields[key];
  }
  return { ...row, fields };
}
