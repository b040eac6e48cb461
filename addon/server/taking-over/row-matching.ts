import type { Field } from "../../../core/index.ts";
import type { RowWrite } from "../row-writes.ts";
import type { TypedRow } from "./desk.ts";

/** Of several rows with one id the one that equals the journal is it, else the first; the others are new. */
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
  return new Map(
    [...byId].flatMap(([id, row]) => {
      const write = projection.get(id);
      return write ? [[row, write] as const] : [];
    }),
  );
}

function isEqual(row: TypedRow, write: RowWrite): boolean {
  return write.table.columns.every((column) => isSameField(row.fields[column.key], write.fields[column.key]));
}

/** Whether a cell says what the ledger says; blank and absent are the same. */
export function isSameField(a: Field, b: Field): boolean {
  return a === b || String(a ?? "").trim() === String(b ?? "").trim();
}
