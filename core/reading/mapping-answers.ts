import type { Currency } from "../values/money.ts";
import {
  type ColumnMapping,
  type CreditsAre,
  type MappedColumn,
  mappedColumn,
  type RowsAre,
} from "./column-mapping.ts";
import { withUnit } from "./column-unit.ts";
import { normaliseHeader } from "./header-words.ts";
import type { NumberStyle } from "./read-amount.ts";
import type { DateOrder } from "./read-date.ts";
import type { ImportField } from "./synonyms.ts";
import type { TableLayout } from "./table-shape.ts";

/** What a person answered to a {@link MappingQuestion}, or changed in the mapping by hand. */
export type MappingAnswer =
  | { readonly kind: "field"; readonly column: number; readonly field?: ImportField }
  | { readonly kind: "dateOrder"; readonly field: ImportField; readonly value: DateOrder }
  | { readonly kind: "numberStyle"; readonly field: ImportField; readonly value: NumberStyle }
  | { readonly kind: "carryDown"; readonly fields: readonly ImportField[] }
  | { readonly kind: "rowsAre"; readonly value: RowsAre }
  | { readonly kind: "groupsAre" }
  | { readonly kind: "creditsAre"; readonly value: CreditsAre }
  | { readonly kind: "currency"; readonly value: Currency };

/** What a table says above its rows. */
export type Headings = Pick<TableLayout, "headers" | "titles">;

/**
 * The mapping after an answer. A field given to a column is taken from the column that had it, and keeps the
 * unit (万元) that the table states; a column answered without a field is not used.
 *
 * @example
 * answered({ version: 1, kind: "items", currency: "CNY", rowsAre: "documents", columns: [] }, { headers: ["金额（万元）"], titles: [] }, { kind: "field", column: 0, field: "amount" }).columns[0]?.unitPlaces // => 4
 */
export function answered(mapping: ColumnMapping, layout: Headings, answer: MappingAnswer): ColumnMapping {
  switch (answer.kind) {
    case "field":
      return { ...mapping, columns: withField(mapping.columns, layout, answer.column, answer.field) };
    case "dateOrder":
      return changed(mapping, [answer.field], { dateOrder: answer.value });
    case "numberStyle":
      return changed(mapping, [answer.field], { numberStyle: answer.value });
    case "carryDown":
      return changed(mapping, answer.fields, { carryDown: true });
    case "rowsAre":
      return { ...mapping, rowsAre: answer.value };
    case "groupsAre":
      return { ...mapping, groupsAre: "customerName" };
    case "creditsAre":
      return { ...mapping, creditsAre: answer.value };
    case "currency":
      return { ...mapping, currency: answer.value, currencyTold: true };
  }
}

function withField(
  columns: readonly MappedColumn[],
  layout: Headings,
  column: number,
  field: ImportField | undefined,
): MappedColumn[] {
  const place = mappedColumn(field ?? "note", layout.headers, column);
  const others = columns.filter(
    (other) =>
      other.field !== field &&
      !isInPlaceOf(other.field, field) &&
      !(normaliseHeader(other.header) === place.header && other.occurrence === place.occurrence),
  );
  return field === undefined ? others : [...others, withUnit(place, layout, column)];
}

/** A ledger has two columns for what elsewhere is one amount. */
function isInPlaceOf(field: ImportField, given: ImportField | undefined): boolean {
  const isSide = (each: ImportField | undefined) => each === "debit" || each === "credit";
  return (field === "amount" && isSide(given)) || (isSide(field) && given === "amount");
}

function changed(
  mapping: ColumnMapping,
  fields: readonly ImportField[],
  change: Partial<MappedColumn>,
): ColumnMapping {
  const columns = mapping.columns.map((column) =>
    fields.includes(column.field) ? { ...column, ...change } : column,
  );
  return { ...mapping, columns };
}
