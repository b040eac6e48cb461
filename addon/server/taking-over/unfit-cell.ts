import { type Change, ChangesShape, type Problem } from "../../../core/index.ts";
import type { Desk } from "./desk.ts";
import type { TypedRow } from "./typed-row.ts";

/**
 * The cell of a row that no record can hold: a text that is too long, a number out of its range. The row is
 * listed; as a fault of the plan it would hold up every row of every tab.
 */
export function unfitCell(made: readonly Change[], row: TypedRow, desk: Desk): Problem | undefined {
  const parsed = ChangesShape.safeParse(made);
  if (parsed.success) return undefined;
  const key = keyOf(parsed.error.issues[0]?.path ?? [], desk);
  const found = String(row.fields[key] ?? "");
  return { kind: "cellUnfit", place: desk.place(row, key), found };
}

/** A record within a record stands in columns of its own: `draft.number` in `draftNumber`. */
function keyOf(path: readonly PropertyKey[], { table }: Desk): string {
  const [outer = "", inner = ""] = path.slice(2).map(String);
  const joined = outer + inner.slice(0, 1).toUpperCase() + inner.slice(1);
  const keys = [joined, outer];
  return keys.find((key) => table.columns.some((column) => column.key === key)) ?? "";
}
