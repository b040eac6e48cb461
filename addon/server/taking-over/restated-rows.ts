import { type Column, codeKey, type Field, type Fields, isSameField, nameKey } from "../../../core/index.ts";
import type { OtherNames, RowWrite } from "../views/row-write.ts";
import type { TypedRow } from "./typed-row.ts";

/** A known row whose typing is what the journal says now, and the hand columns of it that could be read. */
export interface EditedRow {
  readonly row: TypedRow;
  readonly columns: readonly Column[];
}

/**
 * Rows whose cells say otherwise than what was booked from them: a customer typed by name, a credit typed
 * without its sign, an amount as text. Their cells are written, or the same typing would be taken over, or
 * counted as waiting, again and again.
 */
export function restatedRows(edited: readonly EditedRow[], rows: ReadonlyMap<string, RowWrite>): RowWrite[] {
  return edited.flatMap(({ row, columns }): RowWrite[] => {
    const write = rows.get(String(row.fields.id));
    if (!write) return [];
    const keys = columns.map(({ key }) => key);
    const isOther = (key: string) => !isSameField(row.fields[key], write.fields[key]);
    const other = keys.filter((key) => row.asText.includes(key) || isOther(key));
    return other.length > 0 ? [{ ...write, state: "decided", columns: other }] : [];
  });
}

/**
 * Whether a typed cell means what was booked from it: the customer may stand there by name, by an alias or by a
 * code that it had, a credit unsigned.
 */
export function isBookedAs(key: string, typed: Field, booked: Fields, otherNames?: OtherNames): boolean {
  if (isSameField(typed, booked[key])) return true;
  if (key === "amount") return typeof typed === "number" && typed > 0 && typed === -Number(booked.amount);
  if (key !== "customer" || booked.customer === undefined) return false;
  const cell = String(typed);
  const codes = [String(booked.customer), ...(otherNames?.codes ?? [])];
  const isName = nameKey(cell) !== "" && otherNames?.names.some((name) => nameKey(name) === nameKey(cell));
  return isName || codes.some((code) => codeKey(code) === codeKey(cell));
}
