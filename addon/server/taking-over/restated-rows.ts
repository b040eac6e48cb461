import { type Column, codeKey, type Field, type Fields, isSameField, nameKey } from "../../../core/index.ts";
import type { RowWrite } from "../views/row-write.ts";
import type { TypedRow } from "./typed-row.ts";

/** A known row whose typing became part of the journal, and the hand columns of it that could be read. */
export interface EditedRow {
  readonly row: TypedRow;
  readonly columns: readonly Column[];
}

/**
 * Rows whose cells say otherwise than what was booked from them: a customer typed by name, a credit typed
 * without its sign. Their cells are written, or the same typing would be taken over again and again.
 */
export function restatedRows(edited: readonly EditedRow[], rows: ReadonlyMap<string, RowWrite>): RowWrite[] {
  return edited.flatMap(({ row, columns }): RowWrite[] => {
    const write = rows.get(String(row.fields.id));
    if (!write) return [];
    const keys = columns.map(({ key }) => key);
    const other = keys.filter((key) => !isSameField(row.fields[key], write.fields[key]));
    return other.length > 0 ? [{ ...write, state: "decided", columns: other }] : [];
  });
}

/**
 * Whether a typed cell means what was booked from it: the customer may stand there by name or by a code that
 * it had, a credit unsigned.
 */
export function isBookedAs(
  key: string,
  typed: Field,
  booked: Fields,
  formerCodes: readonly string[] = [],
): boolean {
  if (isSameField(typed, booked[key])) return true;
  if (key === "amount") return typeof typed === "number" && typed > 0 && typed === -Number(booked.amount);
  if (key !== "customer" || booked.customer === undefined) return false;
  const [cell, codes] = [String(typed), [String(booked.customer), ...formerCodes]];
  return codes.some((code) => codeKey(code) === codeKey(cell)) || nameKey(cell) === nameKey(nameIn(booked));
}

/** Tax invoices and orders show no name beside the code. */
function nameIn({ customer, customerName }: Fields): string {
  return String(customerName ?? customer);
}
