import type { LocatedColumn, MappedColumn } from "./column-mapping.ts";
import { fieldTypeOf } from "./import-kinds.ts";
import { currencyWordOf, type StatedUnit, statedBy, unitInHeading, unitInTitle } from "./stated-unit.ts";
import type { TableLayout } from "./table-shape.ts";

type Headings = Pick<TableLayout, "headers" | "titles">;

/** An amount's column with the unit (万元) that its heading or a title line states. */
export function withUnit(mapped: MappedColumn, layout: Headings, column: number): MappedColumn {
  if (fieldTypeOf(mapped.field) !== "amount") return mapped;
  const stated = statedUnitOf(layout, column);
  return typeof stated === "number" && stated > 0 ? { ...mapped, unitPlaces: stated } : mapped;
}

/**
 * The unit of a column's figures: its heading's own, else that of a title line. A heading in a foreign
 * currency below a title in 万元 says neither.
 */
export function statedUnitOf({ headers, titles }: Headings, column: number): StatedUnit {
  const heading = headers[column] ?? "";
  const own = unitInHeading(heading);
  if (own !== undefined) return own;
  const above = unitInTitles(titles);
  const isForeign = /\p{Script=Han}元[)）]\s*$/u.test(heading) && above !== 0 && above !== undefined;
  return isForeign ? "unknown" : above;
}

/**
 * The unit that the lines above a table state for all of its figures.
 *
 * @example
 * unitInTitles(["应收明细", "单位：万元"]) // => 4
 */
export function unitInTitles(titles: readonly string[]): StatedUnit {
  const stated = new Set(titles.map(unitInTitle).filter((unit) => unit !== undefined));
  const [only] = stated;
  return stated.size > 1 ? "unknown" : only;
}

/**
 * A mapped column as this table has it: what the table states comes before what a mapping of another one
 * remembers. Nothing where it states a unit that nobody understands, and the mapping has none either.
 */
export function inStatedUnit(column: LocatedColumn, layout: Headings): LocatedColumn | undefined {
  if (fieldTypeOf(column.field) !== "amount") return column;
  const stated = statedUnitOf(layout, column.index);
  if (stated === "unknown") return column.unitPlaces === undefined ? undefined : column;
  return stated === undefined ? column : { ...column, unitPlaces: stated };
}

/** The word for the currency that a bracket or a title names, whatever the unit beside it. */
export function currencyWordIn(text: string): string {
  return currencyWordOf(statedBy(text)) ?? text;
}
