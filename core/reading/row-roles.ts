import { sumOfDecimals } from "./decimal-text.ts";
import { normaliseHeader } from "./header-words.ts";
import { cellTextOf, isBlankCell, type RawCell, type RawTable } from "./raw-table.ts";
import { readAmount } from "./read-amount.ts";
import { readDate } from "./read-date.ts";

/** Why a row below the headings is no data: it repeats or describes other rows, or says what was owed before them. */
export type SkipReason = "settled" | "opening" | "carried" | "total" | "group" | "repeatedHeader" | "footer";

/** A row that is not data, with what it says. */
export interface SkippedRow {
  readonly row: number;
  readonly reason: SkipReason;
  readonly text: string;
}

interface SortedRows {
  readonly dataRows: number[];
  readonly skipped: SkippedRow[];
}

const TOTAL_ZH =
  /^(?:本页|本月|本年|本期|期末|累计|全部|客户)?(?:合计|总计|小计|累计|共计|总额)(?:金额|数)?:?$/;
const TOTAL_ZH_OF = /^.{1,30}(?:合计|小计|总计):?$/;
const TOTAL_EN = /^(?:grand|sub|overall|report)?-?total(?:s|for.+)?:?$/;
const FOOTER =
  /^(?:制表|制单|审核|复核|经办|打印|导出|备注[:：]|说明[:：]|注[:：]|签字|盖章|填表|财务主管|单位负责人|generated|printed|exported|accrual basis|cash basis|page \d)/i;

/** Divides the rows from the given index on into data and the rest; blank rows are neither. */
export function sortRows(rows: RawTable["rows"], from: number, header: readonly RawCell[]): SortedRows {
  const dataRows: number[] = [];
  const skipped: SkippedRow[] = [];
  const heading = fingerprint(header);
  const lastFigures = lastRowWithFigures(rows, from);
  let seenTotal = false;
  for (let index = from; index < rows.length; index++) {
    const row = rows[index] ?? [];
    const filled = filledIn(row);
    if (filled.length === 0) continue;
    const where = { ended: index > lastFigures, seenTotal };
    const reason = roleOf(row, filled, heading, where) ?? unlabelledTotal(rows, dataRows, index);
    if (reason === undefined) dataRows.push(index + 1);
    else skipped.push({ row: index + 1, reason, text: filled.map(cellTextOf).join(" · ").slice(0, 80) });
    if (reason === "total") seenTotal = true;
  }
  return { dataRows, skipped };
}

function roleOf(
  row: readonly RawCell[],
  filled: readonly RawCell[],
  heading: string,
  where: { readonly ended: boolean; readonly seenTotal: boolean },
): SkipReason | undefined {
  if (filled.length > 1 && !filled.some(hasFigure) && fingerprint(row) === heading) return "repeatedHeader";
  if (isTotal(filled)) return "total";
  const [first = ""] = filled;
  if ((where.ended || where.seenTotal) && FOOTER.test(cellTextOf(first))) return "footer";
  if (filled.length > 1 || typeof first !== "string" || isFigureCell(first)) return undefined;
  return where.ended ? "footer" : "group";
}

function hasFigure(cell: RawCell): boolean {
  return typeof cell === "number" || /^[\d.,-]+$/.test(String(cell));
}

function fingerprint(row: readonly RawCell[]): string {
  return row
    .map((cell) => normaliseHeader(cellTextOf(cell)))
    .join("|")
    .replace(/\|+$/, "");
}

/** A label such as 合计 with only figures beside it; a customer called "Total" has other cells too. */
function isTotal(filled: readonly RawCell[]): boolean {
  const label = filled.findIndex((cell) => typeof cell === "string" && !isFigureCell(cell));
  if (label < 0 || label > 2) return false;
  const written = cellTextOf(filled[label]);
  if (!/计|额|total/i.test(written)) return false;
  const text = normaliseHeader(written);
  const others = filled.filter((_, index) => index !== label);
  if (TOTAL_ZH.test(text)) return !others.some(isDay);
  const known = TOTAL_EN.test(text) || TOTAL_ZH_OF.test(text);
  return known && others.every(isFigureCell) && !others.some(isDay);
}

/** Only figures before a blank row or the end, each the sum of the column above it. */
function unlabelledTotal(
  rows: RawTable["rows"],
  dataRows: readonly number[],
  index: number,
): SkipReason | undefined {
  const row = rows[index] ?? [];
  const atEnd = (rows[index + 1] ?? []).every(isBlankCell);
  if (dataRows.length < 2 || !atEnd || filledIn(row).length * 2 > row.length) return undefined;
  if (!filledIn(row).every(isFigureCell)) return undefined;
  const sums = row.every((cell, column) => {
    if (isBlankCell(cell)) return true;
    const above = dataRows.map((number) => decimalIn(rows[number - 1]?.[column]));
    return sumOfDecimals(above) === sumOfDecimals([decimalIn(cell)]);
  });
  return sums ? "total" : undefined;
}

function filledIn(row: readonly RawCell[]): RawCell[] {
  return row.filter((cell) => !isBlankCell(cell));
}

function decimalIn(cell: RawCell | undefined): string {
  const read = readAmount(cell, { currency: "CNY", style: "point" });
  return read.kind === "amount" ? read.decimal : "0";
}

function lastRowWithFigures(rows: RawTable["rows"], from: number): number {
  for (let index = rows.length - 1; index >= from; index--) {
    if ((rows[index] ?? []).some((cell) => isFigureCell(cell) || isDay(cell))) return index;
  }
  return rows.length;
}

function isFigureCell(cell: RawCell): boolean {
  if (typeof cell === "number") return true;
  const read = readAmount(cell, { currency: "CNY" });
  return read.kind === "amount" || read.kind === "ambiguous";
}

function isDay(cell: RawCell): boolean {
  if (typeof cell !== "string") return false;
  const read = readDate(cell, {});
  return read.kind === "ambiguous" || (read.kind === "date" && !/^\d+$/.test(cell.trim()));
}
