import { ZERO } from "../values/money.ts";
import type { Problem } from "../values/problem.ts";
import { directionOf } from "./cell-words.ts";
import { type ColumnMapping, type LocatedColumn, locateColumns } from "./column-mapping.ts";
import { inStatedUnit, unitInTitles } from "./column-unit.ts";
import { type ControlTotals, controlTotalsOf } from "./control-totals.ts";
import { hasSides } from "./debit-credit.ts";
import { directionsOf } from "./direction.ts";
import { assembleRow, documentsOf } from "./document-rows.ts";
import { KIND_RULES } from "./import-kinds.ts";
import type { ImportRow } from "./import-row.ts";
import { ledgerRows } from "./ledger-rows.ts";
import { styleOf } from "./propose-styles.ts";
import { cellTextOf, isBlankCell, type RawCell, type RawTable } from "./raw-table.ts";
import { readAmount } from "./read-amount.ts";
import { withRepetitionsListed } from "./repeated-rows.ts";
import { checkNeeded, type ReadingContext, type RowReading, readRow } from "./row-reader.ts";
import type { SkippedRow, SkipReason } from "./row-roles.ts";
import { runningBalanceOf } from "./running-balance.ts";
import { type TableLayout, tableLayoutOf } from "./table-shape.ts";

/** A table read: what was taken, what was listed and why, what was no data, and the sums of all. */
export interface RowsRead {
  readonly rows: readonly ImportRow[];
  readonly problems: readonly Problem[];
  readonly skipped: readonly SkippedRow[];
  readonly totals: ControlTotals;
}

/**
 * Reads a table by its mapping 读入: every data row is either taken or listed with a problem, nothing is
 * dropped; totals and sub-headings are listed as skipped. A document of several lines is taken or
 * listed whole. The control totals satisfy rows taken + rows listed = data rows, and amount taken +
 * amount listed − rounding difference = the plain sum of the file's figures, per currency.
 *
 * @example
 * readRows({ name: "t", rows: [["客户", "日期", "金额"], ["甲", "2026-01-05", "1,000.00元"], ["乙", "2026-02-30", 5]] }, { version: 1, kind: "items", currency: "CNY", rowsAre: "documents", columns: [{ field: "customerName", header: "客户", occurrence: 1 }, { field: "date", header: "日期", occurrence: 1 }, { field: "amount", header: "金额", occurrence: 1 }] }).rows // => [{ row: 2, currency: "CNY", customerName: "甲", date: "2026-01-05", amount: 100000 }]
 */
export function readRows(table: RawTable, mapping: ColumnMapping): RowsRead {
  const layout = tableLayoutOf(table);
  if (!layout) return unread(table, [{ kind: "headerNotFound", place: { table: table.name } }]);
  const { found, missing } = locateColumns(mapping.columns, layout.headers);
  if (missing.length > 0) {
    const problems = missing.map(({ header, field }): Problem => {
      return { kind: "columnMissing", place: { table: table.name, column: header }, field };
    });
    return { ...unread(table, problems, layout.dataRows.length), skipped: layout.skipped };
  }
  const inUnit = found.map((column) => inStatedUnit(column, layout) ?? column.heading);
  const unclear = inUnit.filter((column) => typeof column === "string");
  if (unclear.length > 0) return ofUnknownUnit(table, layout, unclear);
  const columns = inUnit
    .flatMap((column) => (typeof column === "string" ? [] : [column]))
    .map((column) => ({
      ...styleOf(table, layout, column, mapping.currency).found,
      ...column,
    }));
  const isLedger = hasSides(columns);
  if (isLedger && mapping.kind === "items" && runningBalanceOf(table, layout) === "reversed")
    return unread(table, [{ kind: "sidesReversed", place: { table: table.name } }], layout.dataRows.length);
  const counted = KIND_RULES[mapping.kind].counted.find((field) =>
    found.some((column) => column.field === field),
  );
  const countedField = isLedger ? "amount" : counted;
  const directions = directionsOf(columns, layout.headers);
  return readAll(table, layout, { table: table.name, mapping, columns, countedField, directions });
}

/** Figures of a size that nobody knows are not read: as yuan they would be wrong by powers of ten. */
function ofUnknownUnit(table: RawTable, layout: TableLayout, columns: readonly string[]): RowsRead {
  const isAbove = unitInTitles(layout.titles) === "unknown";
  const problems = columns.map((column): Problem => {
    const found = isAbove ? layout.titles.join(" ") : column;
    return { kind: "unitUnknown", place: { table: table.name, column }, found };
  });
  return { ...unread(table, problems, layout.dataRows.length), skipped: layout.skipped };
}

function readAll(table: RawTable, layout: TableLayout, context: ReadingContext): RowsRead {
  const settled = [...settledRows(table, layout, context), ...ledgerRows(table, layout, context)];
  const left = layout.dataRows.filter((row) => !settled.some((each) => each.row === row));
  const data = [...left, ...loneCustomers(table, layout, context)].sort((a, b) => a - b);
  const others = layout.skipped.filter(({ row }) => !data.includes(row));
  const skipped = [...others, ...settled].sort((a, b) => a.row - b.row);
  const readings = readingsOf(table, data, skipped, context);
  const documents = documentsOf(readings, context);
  for (const { head } of documents) checkNeeded(head, context);
  const assembled = withRepetitionsListed(
    documents.map((document) => assembleRow(document, context)),
    context,
  );
  const taken = assembled.filter(({ problems }) => problems.length === 0);
  return {
    rows: taken.flatMap(({ row }) => (row ? [row] : [])),
    problems: assembled.flatMap(({ problems }) => problems),
    skipped,
    totals: controlTotalsOf(assembled, { table, headers: layout.headers, skipped, context }),
  };
}

/** A balance that its direction calls settled 平 is nothing to take, and no fault. */
function settledRows(table: RawTable, { dataRows }: TableLayout, context: ReadingContext): SkippedRow[] {
  const { columns, countedField, directions } = context;
  const at = columns.find(({ field }) => field === countedField)?.index;
  const side = countedField === undefined ? undefined : directions[countedField];
  if (at === undefined || side === undefined) return [];
  return dataRows.flatMap((row) => {
    const cells = table.rows[row - 1] ?? [];
    const read = readAmount(cells[at], { currency: context.mapping.currency });
    const isNothing = read.kind === "nothing" || (read.kind === "amount" && read.amount === ZERO);
    const isSettled = isNothing && directionOf(cells[side] ?? "") === 0;
    return isSettled
      ? [{ row, reason: "settled", text: cells.map(cellTextOf).join(" · ").slice(0, 80) }]
      : [];
  });
}

/**
 * Rows with a single cell, which stands among the customers: a customer whose other cells are blank,
 * unless sub-headings are known to name customers. At the end of the table only a customer list has them.
 */
function loneCustomers(table: RawTable, layout: TableLayout, context: ReadingContext): number[] {
  const { mapping, columns } = context;
  if (mapping.groupsAre !== undefined) return [];
  const places = columns.filter(({ field }) => field === "customerName" || field === "customerCode");
  const reasons: SkipReason[] = mapping.kind === "customers" ? ["group", "footer"] : ["group"];
  return layout.skipped
    .filter(({ reason, text }) => reasons.includes(reason) && !/[:：]/.test(text))
    .map(({ row }) => row)
    .filter((row) => places.some(({ index }) => !isBlankCell(table.rows[row - 1]?.[index] ?? "")));
}

function readingsOf(
  table: RawTable,
  data: readonly number[],
  skipped: readonly SkippedRow[],
  context: ReadingContext,
): RowReading[] {
  const above = new Map<number, RawCell>();
  const headings = skipped.filter(({ reason }) => reason === "group" || reason === "total");
  let next = 0;
  let group: string | undefined;
  return data.map((row) => {
    for (; (headings[next]?.row ?? Number.POSITIVE_INFINITY) < row; next++) {
      group = headings[next]?.reason === "group" ? headings[next]?.text : undefined;
    }
    const cells = carriedDown(table.rows[row - 1] ?? [], context.columns, above);
    const reading = readRow(row, cells, context);
    if (
      context.mapping.groupsAre !== undefined &&
      group !== undefined &&
      !reading.filled.has("customerName")
    ) {
      reading.texts.customerName = group;
      reading.filled.add("customerName");
    }
    return reading;
  });
}

/** Fills blank cells of carried columns from the row above, and remembers the filled ones. */
function carriedDown(
  cells: readonly RawCell[],
  columns: readonly LocatedColumn[],
  above: Map<number, RawCell>,
): readonly RawCell[] {
  const filled = [...cells];
  for (const { index, carryDown } of columns) {
    if (carryDown !== true) continue;
    const cell = cells[index];
    if (cell === undefined || isBlankCell(cell)) filled[index] = above.get(index) ?? "";
    else above.set(index, cell);
  }
  return filled;
}

function unread(table: RawTable, problems: readonly Problem[], rowsListed?: number): RowsRead {
  const filled = table.rows.filter((row) => !row.every(isBlankCell)).length;
  const rowsRead = rowsListed ?? filled;
  const totals = {
    rowsRead,
    rowsTaken: 0,
    rowsListed: rowsRead,
    rowsSkipped: 0,
    currencies: [],
    ownTotals: [],
  };
  return { rows: [], problems, skipped: [], totals };
}
