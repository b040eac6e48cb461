import { isSideField } from "./debit-credit.ts";
import { fieldTypeOf } from "./import-kinds.ts";
import type { AmountField, DateField, GoodsField, TextField } from "./import-row.ts";
import type { ImportField } from "./synonyms.ts";

/** The fields of days. */
export function isDateField(field: ImportField): field is DateField {
  return fieldTypeOf(field) === "date";
}

/** The fields of sums of money, a row's own. */
export function isAmountField(field: ImportField): field is AmountField {
  return fieldTypeOf(field) === "amount" && !isSideField(field) && field !== "goodsAmount";
}

/** The fields of a goods line. */
export function isGoodsField(field: ImportField): field is GoodsField {
  return field.startsWith("goods");
}

/** The fields that are kept as they are written. */
export function isTextField(field: ImportField): field is TextField {
  return (
    !isDateField(field) &&
    !isAmountField(field) &&
    !isSideField(field) &&
    !isGoodsField(field) &&
    field !== "currency" &&
    field !== "disputed" &&
    field !== "direction"
  );
}
