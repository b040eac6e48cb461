import { type Change, ChangeShape } from "../records/change.ts";
import type { Problem } from "../values/problem.ts";
import { firstCharacters } from "../values/text.ts";
import { valueAt } from "../values/value-at.ts";
import type { ImportContext } from "./import-context.ts";
import { placeOf } from "./listed-rows.ts";
import type { CountedImportRow } from "./occurrences.ts";

/** Enough of a text to find its cell by. */
const SHOWN = 80;

/**
 * A row of which no record can be made: a text that is too long, a day or a number out of its range. It is
 * listed; as a fault of the plan it would hold up every row of its chunk.
 */
export function unfitRow(made: Change, row: CountedImportRow, context: ImportContext): Problem | undefined {
  const parsed = ChangeShape.safeParse(made);
  if (parsed.success) return undefined;
  const found = firstCharacters(String(valueAt(made, parsed.error.issues[0]?.path ?? []) ?? ""), SHOWN);
  return { kind: "cellUnfit", place: placeOf(row, context), found };
}
