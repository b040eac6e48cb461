import { hasSides } from "./debit-credit.ts";
import { fieldsNamed, normaliseHeader } from "./header-words.ts";
import { cellTextOf, type RawCell, type RawTable } from "./raw-table.ts";
import { readAmount } from "./read-amount.ts";
import type { ReadingContext } from "./row-reader.ts";
import type { SkippedRow, SkipReason } from "./row-roles.ts";
import type { TableLayout } from "./table-shape.ts";

/** What a row of a ledger says in one of its cells, wherever that stands, when it is no document. */
const LABELS: readonly [SkipReason, RegExp][] = [
  [
    "opening",
    /^(?:期初|年初|月初|上年|上期|上月)(?:余额|结转|结余|结存|数)?$|^opening(?:balance)?$|^(?:balance)?(?:broughtforward|b\/f)$/,
  ],
  [
    "carried",
    /^(?:承前页|过次页|转次页|结转下[年期月页]|(?:期末|年末|月末|本期|本月)(?:余额|结余|结存|数))$|^closing(?:balance)?$|^(?:balance)?(?:carriedforward|c\/f)$/,
  ],
  [
    "total",
    /^(?:本日|本月|本季|本期|本年|本页|当前|累计)(?:发生额?)?(?:合计|累计|小计|总计|发生额)$|^(?:period|month|year)(?:ly)?total$/,
  ],
];

/** Rows among the data of a ledger that are balances and totals 期初余额, 本期合计, 本年累计: no documents. */
export function ledgerRows(
  table: RawTable,
  { dataRows }: TableLayout,
  { columns }: ReadingContext,
): SkippedRow[] {
  if (!hasSides(columns)) return [];
  return dataRows.flatMap((row) => {
    const cells = table.rows[row - 1] ?? [];
    const label = labelOf(cells);
    const text = cells
      .map(cellTextOf)
      .filter((each) => each !== "")
      .join(" · ");
    return label === undefined ? [] : [{ row, reason: label, text: text.slice(0, 80) }];
  });
}

/** What a row is that is no document, by its words. */
export function labelOf(cells: readonly RawCell[]): SkipReason | undefined {
  return cells.map(labelIn).find((reason) => reason !== undefined);
}

function labelIn(cell: RawCell): SkipReason | undefined {
  if (typeof cell !== "string") return undefined;
  const text = normaliseHeader(cellTextOf(cell));
  return LABELS.find(([, words]) => words.test(text))?.[0];
}

/** Rows that say what was owed before the first document: it is in no sum, and whoever imports must know. */
export function openingRows(
  table: RawTable,
  headers: readonly string[],
  skipped: readonly SkippedRow[],
): number[] {
  const isSum = (header: string) =>
    fieldsNamed(header).some(([field]) => ["debit", "credit", "openAmount"].includes(field));
  const sums = [...headers.keys()].filter((column) => isSum(headers[column] ?? ""));
  return skipped
    .filter(
      ({ reason, row }) => reason === "opening" && sums.some((at) => isSomething(table.rows[row - 1]?.[at])),
    )
    .map(({ row }) => row);
}

function isSomething(cell: RawCell | undefined): boolean {
  const read = readAmount(cell, { currency: "CNY" });
  return read.kind !== "nothing" && !(read.kind === "amount" && read.amount === 0);
}
