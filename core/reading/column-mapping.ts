import * as z from "zod/mini";
import { normaliseHeader } from "./header-words.ts";
import { IMPORT_KINDS } from "./import-kinds.ts";
import { IMPORT_FIELDS, type ImportField } from "./synonyms.ts";

/** How the rows of a table make documents; see {@link ColumnMappingShape}. */
export const ROWS_ARE = ["documents", "linesAddingUp", "linesRepeatingTotal"] as const;

/** See {@link ColumnMappingShape}. */
export const CREDITS_ARE = ["receipts", "creditNotes"] as const;

/** A column that is a field: found again by its heading, wherever it stands in the next file. */
export const MappedColumnShape = z.object({
  field: z.enum(IMPORT_FIELDS),
  /** The heading after normaliseHeader; "" for a column without one. */
  header: z.string().check(z.maxLength(200)),
  /** Which of several equal headings, from 1. */
  occurrence: z.int().check(z.minimum(1), z.maximum(1000)),
  dateOrder: z.exactOptional(z.enum(["yearFirst", "dayFirst", "monthFirst"])),
  numberStyle: z.exactOptional(z.enum(["point", "comma"])),
  /** Powers of ten of the column's unit: 4 for 万元. What a table states itself comes before it. */
  unitPlaces: z.exactOptional(z.int().check(z.minimum(0), z.maximum(12))),
  /** A blank cell means "as above" (merged cells, head fields of entry lines). */
  carryDown: z.exactOptional(z.boolean()),
});

/**
 * Which column is which field 列对应: plain JSON, so that it can be remembered and given in a file.
 * `rowsAre`: each row a document; or consecutive rows of one number are lines of one document, whose
 * amounts either add up or repeat the document's total. `groupsAre`: a sub-heading row names the
 * customer of the rows below it.
 *
 * @example
 * ColumnMappingShape.safeParse({ version: 1, kind: "items", currency: "CNY", rowsAre: "documents", columns: [{ field: "amount", header: "金额", occurrence: 1 }] }).success // => true
 */
export const ColumnMappingShape = z.object({
  version: z.literal(1),
  kind: z.enum(IMPORT_KINDS),
  /** The currency of amounts that neither name one nor have a currency column. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /** Somebody said that currency, or the table states it; else it is only the ledger's own, assumed. */
  currencyTold: z.exactOptional(z.literal(true)),
  rowsAre: z.enum(ROWS_ARE),
  groupsAre: z.exactOptional(z.literal("customerName")),
  /** What credits 贷方 of a ledger are whose words do not say it; without an answer these are listed. */
  creditsAre: z.exactOptional(z.enum(CREDITS_ARE)),
  columns: z.array(MappedColumnShape).check(z.maxLength(200)),
});

export type MappedColumn = z.infer<typeof MappedColumnShape>;
export type ColumnMapping = z.infer<typeof ColumnMappingShape>;
export type CreditsAre = (typeof CREDITS_ARE)[number];
export type RowsAre = (typeof ROWS_ARE)[number];

/** A mapped column with its place in this table, counted from 0. */
export interface LocatedColumn extends MappedColumn {
  readonly index: number;
  /** The heading as this table writes it. */
  readonly heading: string;
}

/**
 * Finds a mapping's columns in a table by heading, not by place; those the table lacks are `missing`.
 *
 * @example
 * locateColumns([{ field: "amount", header: "金额", occurrence: 1 }], ["客户", "金额（元）"]).found[0].index // => 1
 */
export function locateColumns(
  columns: readonly MappedColumn[],
  headers: readonly string[],
): { found: LocatedColumn[]; missing: MappedColumn[] } {
  const names = headers.map(normaliseHeader);
  const found: LocatedColumn[] = [];
  const missing: MappedColumn[] = [];
  for (const column of columns) {
    const places = names.flatMap((name, index) => (name === column.header ? [index] : []));
    const index = places[column.occurrence - 1];
    if (index === undefined) missing.push(column);
    else found.push({ ...column, index, heading: headers[index] ?? "" });
  }
  return { found, missing };
}

/**
 * The mapped column for the heading at a place, with its occurrence counted.
 *
 * @example
 * mappedColumn("amount", ["金额", "备注", "金额(元)"], 2) // => { field: "amount", header: "金额", occurrence: 2 }
 */
export function mappedColumn(field: ImportField, headers: readonly string[], index: number): MappedColumn {
  const header = normaliseHeader(headers[index] ?? "");
  const occurrence = headers.slice(0, index + 1).filter((other) => normaliseHeader(other) === header).length;
  return { field, header, occurrence };
}
