import type { MappedColumn } from "./column-mapping.ts";
import { unitPlacesIn } from "./header-words.ts";
import { fieldTypeOf } from "./import-kinds.ts";
import type { TableLayout } from "./table-shape.ts";

/** An amount's column with the unit (万元) that its heading or a title line states. */
export function withUnit(
  mapped: MappedColumn,
  layout: Pick<TableLayout, "headers" | "titles">,
  column: number,
): MappedColumn {
  if (fieldTypeOf(mapped.field) !== "amount") return mapped;
  const stated = unitPlacesIn(layout.headers[column] ?? "") || unitPlacesIn(layout.titles.join(" "));
  return stated > 0 ? { ...mapped, unitPlaces: stated } : mapped;
}
