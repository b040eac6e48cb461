import { type Fields, isSameField, type Table } from "../../../core/index.ts";
import type { RowWrite } from "../views/row-write.ts";
import type { TypedRow } from "./typed-row.ts";

/** Which record each row of a tab is. */
export interface RowMatch {
  readonly originals: ReadonlyMap<TypedRow, RowWrite>;
  /** Rows that differ in one cell from a record of which no row is left: somebody must say whether they are it. */
  readonly nearly: ReadonlyMap<TypedRow, RowWrite>;
}

/**
 * The record of each row: the one whose id it carries, if it says what that one says; else the one whose row
 * it is by all that it says, whatever happened to the ids; else, as a row that was edited, the one whose id
 * it carries. What is left is new, and as such would be owed twice where it is only a lost row.
 */
export function matchedRows(rows: readonly TypedRow[], projection: ReadonlyMap<string, RowWrite>): RowMatch {
  const filled = rows.filter(({ isBlank }) => !isBlank);
  const originals = new Map<TypedRow, RowWrite>();
  const used = new Set<RowWrite>();
  const take = (row: TypedRow, write: RowWrite) => {
    if (originals.has(row) || used.has(write)) return;
    originals.set(row, write);
    used.add(write);
  };
  const byId = (row: TypedRow) => projection.get(String(row.fields.id ?? ""));
  const left = () => ({
    rows: filled.filter((row) => !originals.has(row)),
    missing: [...projection.values()].filter((write) => !used.has(write)),
  });
  for (const says of [isEqual, saysSame])
    for (const row of filled) {
      const write = byId(row);
      if (write && says(row, write)) take(row, write);
    }
  for (const [row, write] of matched(left(), (table, fields) => [textTyped(table, fields)])) take(row, write);
  // A row of which only the id is left is its record's, too: emptied cells are typing.
  for (const row of rows) {
    const write = byId(row);
    if (write) take(row, write);
  }
  return { originals, nearly: nearlyKnown(left()) };
}

/** Only where money would be owed twice: a user or customer who is nearly another one is somebody else. */
function nearlyKnown(left: Unmatched): Map<TypedRow, RowWrite> {
  const [first] = left.missing;
  const isMoney = first?.table.columns.some(({ key }) => key === "amount") ?? false;
  return isMoney ? matched(left, textsButOne) : new Map();
}

interface Unmatched {
  readonly rows: readonly TypedRow[];
  readonly missing: readonly RowWrite[];
}

/** Rows and missing records that have a text in common, each once. */
function matched(
  { rows, missing }: Unmatched,
  textsOf: (table: Table, fields: Fields) => readonly string[],
): Map<TypedRow, RowWrite> {
  const found = new Map<TypedRow, RowWrite>();
  const [first] = missing;
  if (!first || rows.length === 0) return found;
  const byText = new Map<string, RowWrite[]>();
  for (const write of missing)
    for (const text of textsOf(write.table, write.fields)) {
      const alike = byText.get(text);
      if (alike) alike.push(write);
      else byText.set(text, [write]);
    }
  const used = new Set<RowWrite>();
  const carried = new Set(rows.map(({ fields }) => String(fields.id ?? "")));
  for (const row of rows) {
    const alike = textsOf(first.table, row.fields).flatMap((text) => byText.get(text) ?? []);
    const free = alike.filter((each) => !used.has(each));
    const write = free.find(({ id }) => !carried.has(id)) ?? free[0];
    if (!write) continue;
    used.add(write);
    found.set(row, write);
  }
  return found;
}

/** All that a person types in a row, as one text. */
function textTyped(table: Table, fields: Fields): string {
  return JSON.stringify(typedIn(table, fields));
}

/** The same without one cell, for each cell. */
function textsButOne(table: Table, fields: Fields): string[] {
  const typed = typedIn(table, fields);
  return typed.map((_, at) => JSON.stringify([at, ...typed.slice(0, at), ...typed.slice(at + 1)]));
}

function typedIn(table: Table, fields: Fields): string[] {
  const typed = table.columns.filter(({ owner }) => owner === "hand");
  return typed.map(({ key }) => String(fields[key] ?? "").trim());
}

function saysSame({ fields }: TypedRow, { table, fields: known }: RowWrite): boolean {
  return textTyped(table, fields) === textTyped(table, known);
}

function isEqual(row: TypedRow, write: RowWrite): boolean {
  return write.table.columns.every((column) => isSameField(row.fields[column.key], write.fields[column.key]));
}
