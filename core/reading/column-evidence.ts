import type { Currency } from "../values/money.ts";
import { directionOf, yesNoOf } from "./cell-words.ts";
import { currencyNamed } from "./currency-names.ts";
import { isLedger, suitsLedger } from "./debit-credit.ts";
import { fieldsNamed, type HeaderMatch } from "./header-words.ts";
import { type FieldType, fieldTypeOf, type ImportKind, KIND_RULES } from "./import-kinds.ts";
import { cellTextOf, isBlankCell, type RawCell, type RawTable } from "./raw-table.ts";
import { readAmount } from "./read-amount.ts";
import { readDate } from "./read-date.ts";
import type { ImportField } from "./synonyms.ts";
import type { TableLayout } from "./table-shape.ts";

/** A field that a column may be, with what speaks for it. */
export interface Candidate {
  readonly field: ImportField;
  readonly column: number;
  readonly match: HeaderMatch;
  /** Share of the filled cells that suit the field; 1 for a column without values. */
  readonly fit: number;
  /** At most one cell in ten, or a single one, does not suit. */
  readonly suits: boolean;
  readonly score: number;
}

const HEADER_SCORES: Readonly<Record<HeaderMatch, number>> = { exact: 100, key: 90, loose: 60, part: 40 };
const SAMPLED_ROWS = 300;

/** Every field of the kind that a heading or field key names and the values do not deny, best first. */
export function candidatesOf(
  table: RawTable,
  layout: TableLayout,
  kind: ImportKind,
  currency: Currency,
): Candidate[] {
  const found: Candidate[] = [];
  const isOne = isLedger(layout.headers);
  for (const column of layout.headers.keys()) {
    const cells = sampleOf(table, layout, column);
    for (const [field, match] of namesOf(layout, column, kind)) {
      if (!KIND_RULES[kind].fields.includes(field) || !suitsLedger(field, isOne)) continue;
      const fit = fitOf(fieldTypeOf(field), cells, currency);
      if (fit < 0.5) continue;
      const misses = Math.round((1 - fit) * cells.length);
      const fits = fit >= 0.6 && misses <= Math.max(1, cells.length / 10);
      found.push({ field, column, match, fit, suits: fits, score: HEADER_SCORES[match] + 20 * fit });
    }
  }
  return goodsDescribed(found).sort((a, b) => b.score - a.score || a.column - b.column);
}

/** Beside quantity or price, a "Description" is the goods' name and not a note. */
function goodsDescribed(found: readonly Candidate[]): Candidate[] {
  const hasLines = found.some(({ field }) => field === "goodsQuantity" || field === "goodsPrice");
  return found.map((candidate) => {
    const promoted = hasLines && candidate.field === "goodsName" && candidate.match === "loose";
    return promoted ? { ...candidate, match: "exact", score: HEADER_SCORES.exact } : candidate;
  });
}

function namesOf(layout: TableLayout, column: number, kind: ImportKind): [ImportField, HeaderMatch][] {
  const names = new Map<ImportField, HeaderMatch>();
  const said = [layout.headers[column] ?? "", layout.keys[column] ?? ""];
  const all = said.flatMap((header) => fieldsNamed(header, kind));
  for (const [field, match] of all) {
    const known = names.get(field);
    if (known === undefined || HEADER_SCORES[match] > HEADER_SCORES[known]) names.set(field, match);
  }
  return [...names];
}

/** Cells of a column that say something, taken evenly from all data rows. */
export function sampleOf(table: RawTable, layout: TableLayout, column: number): RawCell[] {
  const step = Math.max(1, Math.floor(layout.dataRows.length / SAMPLED_ROWS));
  const rows = layout.dataRows.filter((_, index) => index % step === 0);
  return rows.map((row) => table.rows[row - 1]?.[column] ?? "").filter((cell) => !isBlankCell(cell));
}

/**
 * The share of cells that suit a type of field, from 0 to 1; 1 where there are none to judge by.
 */
export function fitOf(type: FieldType, cells: readonly RawCell[], currency: Currency): number {
  if (cells.length === 0) return 1;
  return cells.filter((cell) => suits(type, cell, currency)).length / cells.length;
}

function suits(type: FieldType, cell: RawCell, currency: Currency): boolean {
  switch (type) {
    case "date":
      return readDate(cell, {}).kind !== "refused";
    case "amount":
      return readAmount(cell, { currency }).kind !== "refused";
    case "quantity":
      return /^\s*[-+(]?[¥$]?[\d.,]/.test(String(cell));
    case "currency":
      return currencyNamed(cellTextOf(cell), currency) !== undefined;
    case "yesNo":
      return yesNoOf(cell) !== undefined;
    case "direction":
      return directionOf(cell) !== undefined;
    case "name":
      return /\p{L}/u.test(String(cell)) && readDate(cell, {}).kind === "refused";
    case "text":
      return true;
  }
}
