import type { ColumnMapping } from "./column-mapping.ts";
import { locateColumns } from "./column-mapping.ts";
import { hasSides } from "./debit-credit.ts";
import type { MappingQuestion } from "./mapping-questions.ts";
import { cellTextOf, type RawTable } from "./raw-table.ts";
import { readRows } from "./read-rows.ts";
import { tableLayoutOf } from "./table-shape.ts";

/**
 * Asks what credits 贷方 of a ledger are whose own words do not say it, money that came in 收款 or credit notes,
 * where there are such rows and nobody has said it.
 *
 * @example
 * creditQuestionOf({ name: "t", rows: [["客户", "日期", "摘要", "借方", "贷方"], ["甲", "2026-01-05", "一月", "", 40]] }, { version: 1, kind: "items", currency: "CNY", rowsAre: "documents", columns: [{ field: "note", header: "摘要", occurrence: 1 }, { field: "credit", header: "贷方", occurrence: 1 }] }) // => [{ kind: "creditsAre", rows: 1, examples: ["一月"], choices: ["receipts", "creditNotes"] }]
 */
export function creditQuestionOf(table: RawTable, mapping: ColumnMapping): MappingQuestion[] {
  if (mapping.kind !== "items" || mapping.creditsAre !== undefined || !hasSides(mapping.columns)) return [];
  const unclear = readRows(table, mapping).problems.filter(({ kind }) => kind === "creditUnclear");
  if (unclear.length === 0) return [];
  const rows = [...new Set(unclear.flatMap(({ place }) => place.row ?? []))];
  const examples = [...new Set(rows.map((row) => wordsIn(row, table, mapping)))].filter(
    (text) => text !== "",
  );
  const choices = ["receipts", "creditNotes"] as const;
  return [{ kind: "creditsAre", rows: rows.length, examples: examples.slice(0, 3), choices }];
}

/** What the row's summary says, else its first text. */
function wordsIn(row: number, table: RawTable, { columns }: ColumnMapping): string {
  const { found } = locateColumns(columns, tableLayoutOf(table)?.headers ?? []);
  const at = found.find(({ field }) => field === "note")?.index;
  return at === undefined ? "" : cellTextOf(table.rows[row - 1]?.[at]).slice(0, 60);
}
