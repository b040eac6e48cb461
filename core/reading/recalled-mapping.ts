import type { Currency } from "../values/money.ts";
import { type ColumnMapping, locateColumns } from "./column-mapping.ts";
import { fieldTypeOf } from "./import-kinds.ts";
import type { RawTable } from "./raw-table.ts";
import { currencyNamedIn, currencyWords } from "./stated-currency.ts";
import { tableLayoutOf } from "./table-shape.ts";

/**
 * A mapping that was made for another table, as this table has it: the currency that the table states comes
 * before the one that was told. Its units are read from each table anyway.
 *
 * @example
 * asStated({ version: 1, kind: "items", currency: "USD", currencyTold: true, rowsAre: "documents", columns: [] }, { name: "t", rows: [["币种：人民币"], ["客户", "日期", "金额"], ["甲", "2026-01-05", 1]] }, "CNY").currency // => "CNY"
 */
export function asStated(mapping: ColumnMapping, table: RawTable, own: Currency): ColumnMapping {
  const layout = tableLayoutOf(table);
  if (!layout) return mapping;
  const { found } = locateColumns(mapping.columns, layout.headers);
  const amounts = found.filter(({ field }) => fieldTypeOf(field) === "amount").map(({ index }) => index);
  const words = currencyWords(layout, amounts);
  const isAgreed = currencyNamedIn(words, mapping.currency) === mapping.currency; // "$" of a told dollar
  const stated = isAgreed ? mapping.currency : currencyNamedIn(words, own);
  return stated === undefined ? mapping : { ...mapping, currency: stated, currencyTold: true };
}

/**
 * A remembered mapping for the next table with the same headings. A currency that nobody told is the ledger's
 * own; one that a person told holds where the table states none.
 *
 * @example
 * recalled({ version: 1, kind: "items", currency: "USD", rowsAre: "documents", columns: [] }, { name: "t", rows: [] }, "CNY").currency // => "CNY"
 */
export function recalled(remembered: ColumnMapping, table: RawTable, own: Currency): ColumnMapping {
  const told = remembered.currencyTold ? remembered : { ...remembered, currency: own };
  return asStated(told, table, own);
}
