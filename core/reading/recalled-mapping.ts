import type { Currency } from "../values/money.ts";
import { type ColumnMapping, locateColumns } from "./column-mapping.ts";
import { creditQuestionOf } from "./credit-question.ts";
import { fieldTypeOf } from "./import-kinds.ts";
import type { MappingQuestion } from "./mapping-questions.ts";
import type { RawTable } from "./raw-table.ts";
import { recalledStyles } from "./recalled-styles.ts";
import { statedCurrency } from "./stated-currency.ts";
import { tableLayoutOf } from "./table-shape.ts";

/**
 * A mapping that was made for another table, as this table has it: the currency that the table states comes
 * before the one that was told. Its units are read from each table anyway.
 *
 * @example
 * asStated({ version: 1, kind: "items", currency: "USD", currencyTold: true, rowsAre: "documents", columns: [] }, { name: "t", rows: [["币种：人民币"], ["客户", "日期", "金额"], ["甲", "2026-01-05", 1]] }, "CNY").currency // => "CNY"
 */
export function asStated(mapping: ColumnMapping, table: RawTable, own: Currency): ColumnMapping {
  const stated = statedIn(mapping, table, mapping.currency);
  const isAgreed = stated === mapping.currency; // "$" of a told dollar
  const currency = isAgreed ? stated : statedIn(mapping, table, own);
  return typeof currency === "string" ? { ...mapping, currency, currencyTold: true } : mapping;
}

function statedIn(mapping: ColumnMapping, table: RawTable, expected: Currency) {
  const layout = tableLayoutOf(table);
  if (!layout) return undefined;
  const { found } = locateColumns(mapping.columns, layout.headers);
  const amounts = found.filter(({ field }) => fieldTypeOf(field) === "amount").map(({ index }) => index);
  const stated = statedCurrency(layout, amounts, expected);
  return stated && "several" in stated ? stated.several : stated?.currency;
}

/**
 * A remembered mapping for the next table with the same headings. The order of days and the style of figures are
 * read from its own values, and what is remembered settles only what these leave open. A currency that nobody told
 * is the ledger's own; one that a person told holds where the table states none.
 *
 * @example
 * recalled({ version: 1, kind: "items", currency: "USD", rowsAre: "documents", columns: [] }, { name: "t", rows: [] }, "CNY").currency // => "CNY"
 */
export function recalled(remembered: ColumnMapping, table: RawTable, own: Currency): ColumnMapping {
  const mapping = asStated(withToldCurrency(remembered, table, own), table, own);
  const layout = tableLayoutOf(table);
  if (!layout) return mapping;
  return { ...mapping, columns: recalledStyles(table, layout, mapping.columns, mapping.currency).columns };
}

/** What a person told of a table that names several currencies was told of that table alone. */
function withToldCurrency(remembered: ColumnMapping, table: RawTable, own: Currency): ColumnMapping {
  const isSeveral = typeof statedIn(remembered, table, own) === "object";
  if (remembered.currencyTold && !isSeveral) return remembered;
  const { currencyTold: _told, ...mapping } = remembered;
  return { ...mapping, currency: own };
}

/**
 * What a remembered mapping leaves open of this table: how its days or figures are written, what its credits are.
 *
 * @example
 * recalledQuestions({ version: 1, kind: "items", currency: "CNY", rowsAre: "documents", columns: [{ field: "date", header: "日期", occurrence: 1 }] }, { name: "t", rows: [["客户", "日期", "金额"], ["甲", "3/4/2026", 1]] }, "CNY").map(({ kind }) => kind) // => ["dateOrder"]
 */
export function recalledQuestions(
  remembered: ColumnMapping,
  table: RawTable,
  own: Currency,
): MappingQuestion[] {
  const layout = tableLayoutOf(table);
  if (!layout) return [];
  const mapping = recalled(remembered, table, own);
  const { questions } = recalledStyles(table, layout, remembered.columns, mapping.currency);
  return [...questions, ...creditQuestionOf(table, mapping)];
}

/**
 * What a mapping that a person wrote leaves open of this table: what it says of days, figures and credits holds.
 *
 * @example
 * unsaidIn({ version: 1, kind: "items", currency: "CNY", rowsAre: "documents", columns: [{ field: "date", header: "日期", occurrence: 1, dateOrder: "dayFirst" }] }, { name: "t", rows: [["客户", "日期", "金额"], ["甲", "3/4/2026", 1]] }) // => []
 */
export function unsaidIn(mapping: ColumnMapping, table: RawTable): MappingQuestion[] {
  const layout = tableLayoutOf(table);
  if (!layout) return [];
  const isSaid = ({ dateOrder, numberStyle }: (typeof mapping.columns)[number]) =>
    dateOrder !== undefined || numberStyle !== undefined;
  const open = mapping.columns.filter((column) => !isSaid(column));
  const { questions } = recalledStyles(table, layout, open, mapping.currency);
  return [...questions, ...creditQuestionOf(table, mapping)];
}
