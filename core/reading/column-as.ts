import type { Currency } from "../values/money.ts";
import { locateColumns, type MappedColumn, mappedColumn } from "./column-mapping.ts";
import { withUnit } from "./column-unit.ts";
import type { ColumnStyleQuestion } from "./mapping-questions.ts";
import { styleOf } from "./propose-styles.ts";
import type { RawTable } from "./raw-table.ts";
import type { ImportField } from "./synonyms.ts";
import type { TableLayout } from "./table-shape.ts";

interface Wanted {
  /** From 0. */
  readonly column: number;
  readonly field: ImportField;
}

/**
 * A column taken for what a person says it is 改列对应: with its unit (万元) and the way its days or
 * figures are written, or the question that its values leave open.
 *
 * @example
 * columnAs({ name: "t", rows: [["余额（万元）"], [1.5]] }, { headerRow: 1, headers: ["余额（万元）"], keys: [""], titles: [], dataRows: [2], skipped: [] }, { column: 0, field: "openAmount" }, "CNY").column.unitPlaces // => 4
 */
export function columnAs(
  table: RawTable,
  layout: TableLayout,
  { column, field }: Wanted,
  currency: Currency,
): { readonly column: MappedColumn; readonly question?: ColumnStyleQuestion } {
  const mapped = withUnit(mappedColumn(field, layout.headers, column), layout, column);
  const [place] = locateColumns([mapped], layout.headers).found;
  const { found = {}, question } = place ? styleOf(table, layout, place, currency) : {};
  return { column: { ...mapped, ...found }, ...(question ? { question } : {}) };
}
