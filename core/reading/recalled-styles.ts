import type { Currency } from "../values/money.ts";
import { type LocatedColumn, locateColumns, type MappedColumn } from "./column-mapping.ts";
import type { ColumnStyleQuestion } from "./mapping-questions.ts";
import { siblingFirst, styleOf } from "./propose-styles.ts";
import type { RawTable } from "./raw-table.ts";
import type { TableLayout } from "./table-shape.ts";

interface RecalledStyles {
  readonly columns: MappedColumn[];
  readonly questions: ColumnStyleQuestion[];
}

/**
 * How columns of a remembered mapping are written in this table: as its own values say, else as it is remembered;
 * asked where they deny what is remembered, or another column of days is in another order.
 */
export function recalledStyles(
  table: RawTable,
  layout: TableLayout,
  columns: readonly MappedColumn[],
  currency: Currency,
): RecalledStyles {
  const { found, missing } = locateColumns(columns, layout.headers);
  const own = found.map((place) => styleOf(table, layout, withoutStyle(place), currency));
  const orders = own.flatMap(({ found: style }) => style?.dateOrder ?? []);
  const styles = found.map((place, i) => {
    const asked = own[i]?.question;
    const isDenied = place.dateOrder !== undefined && orders.length > 0 && !orders.includes(place.dateOrder);
    return asked && isDenied ? { question: asked } : styleOf(table, layout, place, currency);
  });
  const written = found.map((place, i) => ({ ...asMapped(withoutStyle(place)), ...styles[i]?.found }));
  const questions = styles.flatMap(({ question }) => question ?? []);
  return {
    columns: [...written, ...missing],
    questions: questions.map((question) => siblingFirst(question, written)),
  };
}

function withoutStyle({ dateOrder: _order, numberStyle: _style, ...place }: LocatedColumn): LocatedColumn {
  return place;
}

function asMapped({ index: _index, heading: _heading, ...column }: LocatedColumn): MappedColumn {
  return column;
}
