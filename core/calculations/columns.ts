import type { Account } from "../records/book.ts";
import { figuresOf } from "../records/figures.ts";
import { ColumnLayout } from "./column-layout.ts";
import type { ColumnOptions, Columns, FigureSource } from "./column-shape.ts";

export * from "./column-shape.ts";

/**
 * Lays accounts out as columns, with the facts known at a place in the journal.
 *
 * @example
 * columnsOf([], { knownAt: 1, debtCarriedBy: "invoice" }).parties // => []
 */
export function columnsOf(accounts: Iterable<Account>, options: ColumnOptions): Columns {
  const layout = new ColumnLayout(options);
  for (const account of accounts)
    layout.add({ customer: account.customer.id, figures: figuresOf(account), account: () => account });
  return layout.columns();
}

/**
 * Lays packed accounts out as columns without unpacking their records.
 *
 * @example
 * columnsOfFigures([], { knownAt: 1, debtCarriedBy: "invoice" }).parties // => []
 */
export function columnsOfFigures(sources: Iterable<FigureSource>, options: ColumnOptions): Columns {
  const layout = new ColumnLayout(options);
  for (const source of sources) layout.add(source);
  return layout.columns();
}
