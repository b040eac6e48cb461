import { findColumns, headingOf, type Language, type Table } from "../../core/index.ts";
import { Refusal } from "../refusal.ts";
import { findSheet, namedColumns, type Sheet } from "./google.ts";

/** The tab of a table: its name in the ledger's language, or in the other one if the language was changed. */
export function sheetOf(table: Table, language: Language): Sheet | undefined {
  return findSheet(table.name[language]) ?? findSheet(table.name.zh) ?? findSheet(table.name.en);
}

/**
 * Where a tab's columns stand, from 0: by their headings, and one whose heading was changed by the name
 * that setup put on its column. A column that is not there is left out.
 */
export function positionsIn(table: Table, headings: readonly string[], sheet: Sheet): Map<string, number> {
  const found = findColumns(table.columns, headings);
  if (found.size === table.columns.length) return found;
  const named = namedColumns(sheet);
  const taken = new Set(found.values());
  for (const { key } of table.columns) {
    const at = named.get(key);
    if (!found.has(key) && at !== undefined && !taken.has(at)) found.set(key, at);
  }
  return found;
}

/** The same where every column is needed: one that is missing is named as its heading stands. */
export function allPositionsIn(
  table: Table,
  headings: readonly string[],
  sheet: Sheet,
  language: Language,
): Map<string, number> {
  const positions = positionsIn(table, headings, sheet);
  const missing = table.columns.find((column) => !positions.has(column.key));
  if (missing)
    throw new Refusal("columnMissing", { tab: table.name[language], column: headingOf(missing, language) });
  return positions;
}
