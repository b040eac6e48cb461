import type { Field, Fields, Table } from "../../../core/index.ts";
import type { RowWrite } from "../row-writes.ts";
import type { TypedRow } from "./typed-row.ts";

/**
 * The record of each row. Of several rows with one id the one that equals the journal is it, else the
 * first; the others are new.
 */
export function originalsOf(
  rows: readonly TypedRow[],
  projection: ReadonlyMap<string, RowWrite>,
): Map<TypedRow, RowWrite> {
  const byId = new Map<string, TypedRow>();
  for (const row of rows) {
    const id = String(row.fields.id ?? "");
    const write = projection.get(id);
    const other = byId.get(id);
    if (!write || (other && isEqual(other, write))) continue;
    if (!other || isEqual(row, write)) byId.set(id, row);
  }
  const found = [...byId].flatMap(([id, row]) => {
    const write = projection.get(id);
    return write ? [[row, write] as const] : [];
  });
  return new Map([...found, ...withoutIds(rows, projection, byId)]);
}

/**
 * Rows whose id somebody took away: they say what a record says of which no row is left. As new rows they
 * would be owed twice, because the record's own row is put back.
 */
function withoutIds(
  rows: readonly TypedRow[],
  projection: ReadonlyMap<string, RowWrite>,
  byId: ReadonlyMap<string, TypedRow>,
): [TypedRow, RowWrite][] {
  const orphans = rows.filter(({ fields, isBlank }) => fields.id === undefined && !isBlank);
  if (orphans.length === 0) return [];
  const missing = new Map<string, RowWrite[]>();
  for (const write of projection.values()) {
    if (byId.has(write.id)) continue;
    const text = textTyped(write.table, write.fields);
    const alike = missing.get(text);
    if (alike) alike.push(write);
    else missing.set(text, [write]);
  }
  const table = [...missing.values()][0]?.[0]?.table;
  return orphans.flatMap((row): [TypedRow, RowWrite][] => {
    const write = table && missing.get(textTyped(table, row.fields))?.shift();
    return write ? [[row, write]] : [];
  });
}

/** All that a person types in a row, as one text. */
function textTyped(table: Table, fields: Fields): string {
  const typed = table.columns.filter(({ owner }) => owner === "hand");
  return JSON.stringify(typed.map(({ key }) => String(fields[key] ?? "").trim()));
}

function isEqual(row: TypedRow, write: RowWrite): boolean {
  return write.table.columns.every((column) => isSameField(row.fields[column.key], write.fields[column.key]));
}

/** Whether a cell says what the ledger says; blank and absent are the same. */
export function isSameField(a: Field, b: Field): boolean {
  return a === b || String(a ?? "").trim() === String(b ?? "").trim();
}
