import { codeKey } from "../values/text.ts";
import type { AssembledRow } from "./document-rows.ts";
import type { ReadingContext } from "./row-reader.ts";

/**
 * Lists a row that has the number, the day and the sum of one above it: it may be a second line of that document
 * or the same one twice, and the number tells no ledger which. It is not known, for nobody has booked it.
 */
export function withRepetitionsListed(
  rows: readonly AssembledRow[],
  { table, mapping }: ReadingContext,
): readonly AssembledRow[] {
  if (mapping.kind === "customers") return rows;
  const first = new Map<string, number>();
  return rows.map((each): AssembledRow => {
    const key = keyOf(each);
    if (key === undefined) return each;
    const above = first.get(key);
    if (above === undefined) {
      first.set(key, each.head.row);
      return each;
    }
    const { row: _taken, ...document } = each;
    const place = { table, row: each.head.row };
    return { ...document, problems: [{ kind: "rowRepeated", place, found: numberOf(each), row: above }] };
  });
}

function numberOf({ row }: AssembledRow): string {
  return row?.bankReference ?? row?.number ?? "";
}

function keyOf(each: AssembledRow): string | undefined {
  const { row, head } = each;
  const number = numberOf(each);
  if (!row || number === "") return undefined;
  const { customerCode, customerName, payerName, date, currency, documentWord } = row;
  const whose = codeKey(customerCode ?? customerName ?? payerName ?? "");
  const sum = row.amount ?? row.openAmount ?? head.counted?.decimal;
  return JSON.stringify([codeKey(number), whose, date, sum, currency, documentWord]);
}
