import { isKnownHeader, normaliseHeader } from "./header-words.ts";
import { cellTextOf, isBlankCell, type RawCell, type RawTable } from "./raw-table.ts";
import { readAmount } from "./read-amount.ts";
import { readDate } from "./read-date.ts";
import { type SkippedRow, sortRows } from "./row-roles.ts";

/** Where the table stands in a sheet: its headings, its data rows, and every other row with a reason. */
export interface TableLayout {
  /** Row of the headings, counted from 1 as the sheet shows it. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** A second header row of field keys or sub-headings; "" where it says nothing. */
  readonly keys: readonly string[];
  /** Texts above the headings: title, period, unit. */
  readonly titles: readonly string[];
  readonly dataRows: readonly number[];
  readonly skipped: readonly SkippedRow[];
}

const SCANNED_ROWS = 40;

/**
 * Finds the table in a sheet 识别表头: the row that names most known columns among the first 40, never a
 * row by its number; without any known name, the first row of texts above rows with figures. A row of
 * field keys beside the headings belongs to them. Blank rows are nothing; totals, sub-headings,
 * repeated headings and footers are told apart from data and listed. `undefined`: no header row.
 *
 * @example
 * tableLayoutOf({ name: "应收", rows: [["应收明细"], ["客户", "日期", "金额"], ["甲", "2026-01-05", 100], ["合计", "", 100]] }) // => { headerRow: 2, headers: ["客户", "日期", "金额"], keys: ["", "", ""], titles: ["应收明细"], dataRows: [3], skipped: [{ row: 4, reason: "total", text: "合计 · 100" }] }
 */
export function tableLayoutOf(table: RawTable): TableLayout | undefined {
  const { rows } = table;
  const header = headerIndex(rows);
  if (header === undefined) return undefined;
  const keysAt = [header + 1, header - 1].find((index) => isSecondHeader(rows[index]));
  const firstData = Math.max(header, keysAt ?? header) + 1;
  const width = Math.max(...rows.slice(header, header + 200).map((row) => row.length), 0);
  const top = Math.min(header, keysAt ?? header);
  return {
    headerRow: header + 1,
    headers: headersOf(rows, header, width, keysAt),
    keys: texts(keysAt === undefined ? [] : rows[keysAt], width),
    titles: titlesOf(rows.slice(0, top)),
    ...sortRows(rows, firstData, rows[header] ?? []),
  };
}

function headerIndex(rows: RawTable["rows"]): number | undefined {
  let best = { index: -1, score: 0 };
  for (const [index, row] of rows.slice(0, SCANNED_ROWS).entries()) {
    const score = headerScore(row);
    if (score > best.score) best = { index, score };
  }
  if (best.score >= 2) return preferLabels(rows, best.index);
  return firstTextRow(rows) ?? (best.score > 0 ? best.index : undefined);
}

function headerScore(row: readonly RawCell[]): number {
  const names = new Set<string>();
  let figures = 0;
  for (const cell of row) {
    if (typeof cell === "string" && isKnownHeader(cell)) names.add(normaliseHeader(cell));
    else if (isFigure(cell)) figures++;
  }
  return names.size - figures;
}

/** Of a row of labels and a row of field keys side by side, the labels are the header. */
function preferLabels(rows: RawTable["rows"], index: number): number {
  const next = rows[index + 1] ?? [];
  const keysFirst = areKeys(rows[index]) && !areKeys(next) && isSecondHeader(next);
  return keysFirst ? index + 1 : index;
}

function areKeys(row: readonly RawCell[] = []): boolean {
  const filled = row.map(cellTextOf).filter((text) => text !== "");
  return filled.length >= 2 && filled.every((text) => /^[A-Za-z_][\w.#/()]*$/.test(text));
}

/** Known names or technical keys in most cells, and no figure: not a data row. */
function isSecondHeader(row: readonly RawCell[] = []): boolean {
  const filled = row.filter((cell) => !isBlankCell(cell));
  if (filled.length < 2 || filled.some((cell) => typeof cell !== "string" || isFigure(cell))) return false;
  const named = filled.filter(
    (cell) => isKnownHeader(String(cell)) || /^F[A-Z]\w+|^[a-z]+_\w+/.test(String(cell)),
  );
  return named.length >= 2 && named.length >= filled.length * 0.6;
}

/** Fills a blank heading from the row above, where a merged heading left its text there. */
function headersOf(
  rows: RawTable["rows"],
  header: number,
  width: number,
  keysAt: number | undefined,
): string[] {
  const own = texts(rows[header], width);
  const above = header - 1 === keysAt ? [] : texts(rows[header - 1], width);
  const merged = above.filter((text) => isKnownHeader(text)).length > 0;
  return merged ? own.map((text, column) => text || (above[column] ?? "")) : own;
}

function firstTextRow(rows: RawTable["rows"]): number | undefined {
  const index = rows.slice(0, SCANNED_ROWS).findIndex((row, at) => {
    const filled = row.filter((cell) => !isBlankCell(cell));
    const textual = filled.every((cell) => typeof cell === "string" && !isFigure(cell));
    const next = rows.slice(at + 1).find((below) => below.some((cell) => !isBlankCell(cell)));
    return filled.length >= 2 && textual && (next ?? []).some(isFigure);
  });
  return index < 0 ? undefined : index;
}

function isFigure(cell: RawCell): boolean {
  if (typeof cell === "number") return true;
  if (typeof cell !== "string" || !/\d/.test(cell)) return false;
  const isAmount = readAmount(cell, { currency: "CNY" }).kind !== "refused";
  return isAmount || readDate(cell, {}).kind === "date";
}

function texts(row: readonly RawCell[] = [], width: number): string[] {
  return Array.from({ length: width }, (_, column) => cellTextOf(row[column]).replace(/\s+/g, " "));
}

function titlesOf(rows: RawTable["rows"]): string[] {
  return rows
    .map((row) =>
      row
        .map(cellTextOf)
        .filter((text) => text !== "")
        .join(" "),
    )
    .filter((text) => text !== "");
}
