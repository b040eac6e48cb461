import { directionOf } from "./cell-words.ts";
import { differenceOfDecimals, sumOfDecimals } from "./decimal-text.ts";
import { fieldsNamed } from "./header-words.ts";
import { labelOf } from "./ledger-rows.ts";
import { cellTextOf, type RawCell, type RawTable } from "./raw-table.ts";
import { readAmount } from "./read-amount.ts";
import type { TableLayout } from "./table-shape.ts";

/** A row of a ledger with its balance 余额: 借 above zero, 贷 below. */
interface Step {
  readonly row: number;
  readonly whose: string;
  readonly change: string;
  readonly balance: string;
}

/**
 * What the running balance of a ledger proves: "ours" where it grows with debits, as what customers owe does;
 * "reversed" where it grows with credits, as a bank's file does. `undefined` where it proves neither.
 */
export function runningBalanceOf(table: RawTable, layout: TableLayout): "ours" | "reversed" | undefined {
  const steps = stepsOf(table, layout);
  const pairs = steps.slice(1).flatMap((step, i) => {
    const above = steps[i];
    const isNext = above && step.row === above.row + 1 && step.whose === above.whose;
    return isNext && step.change !== "0" && above.change !== "0" ? [{ above, step }] : [];
  });
  const fits = (grow: (pair: (typeof pairs)[number]) => boolean) => pairs.length > 0 && pairs.every(grow);
  const isOurs =
    fits(({ above, step }) => added(above.balance, step.change) === step.balance) ||
    fits(({ above, step }) => added(step.balance, above.change) === above.balance);
  const isReversed =
    fits(({ above, step }) => differenceOfDecimals(above.balance, step.change) === step.balance) ||
    fits(({ above, step }) => differenceOfDecimals(step.balance, above.change) === above.balance);
  return isOurs === isReversed ? undefined : isOurs ? "ours" : "reversed";
}

function added(a: string, b: string): string {
  return sumOfDecimals([a, b]);
}

function stepsOf(table: RawTable, { headers, dataRows }: TableLayout): Step[] {
  const named = headers.map((header) => fieldsNamed(header).map(([field]) => field));
  const at = (field: (typeof named)[number][number]) => named.findIndex((fields) => fields.includes(field));
  const [debit, credit, balance] = [at("debit"), at("credit"), at("openAmount")];
  const [code, name, side] = [at("customerCode"), at("customerName"), at("direction")];
  if (balance < 0) return [];
  const cellsOf = (row: number) => table.rows[row - 1] ?? [];
  const documents = dataRows.filter((row) => labelOf(cellsOf(row)) === undefined);
  return documents.map((row) => {
    const cells = cellsOf(row);
    const isCredit = side >= 0 && directionOf(cells[side] ?? "") === -1;
    const figure = decimalIn(cells[balance]);
    return {
      row,
      whose: `${cellTextOf(cells[code])} ${cellTextOf(cells[name])}`,
      change: differenceOfDecimals(decimalIn(cells[debit]), decimalIn(cells[credit])),
      balance: isCredit ? differenceOfDecimals("0", figure) : figure,
    };
  });
}

function decimalIn(cell: RawCell | undefined): string {
  const read = readAmount(cell, { currency: "CNY", style: "point" });
  return read.kind === "amount" ? sumOfDecimals([read.decimal]) : "0";
}
