import type { Change } from "../records/change.ts";
import { type CurrencySum, sumsByCurrency } from "../values/currency-sums.ts";
import type { Problem } from "../values/problem.ts";
import { countedAmountOf } from "./counted-amount.ts";
import type { ImportContext, ImportedProposal, ImportWork, Outcome } from "./import-context.ts";
import { takeCustomer } from "./imported-customer.ts";
import { takeItem } from "./imported-item.ts";
import { takeReceipt } from "./imported-receipt.ts";
import { inClosedPeriod } from "./listed-rows.ts";
import type { CountedImportRow } from "./occurrences.ts";

/** What a chunk of rows becomes. */
export interface ImportPlan {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  /** Terms and limits of known customers that the rows say otherwise; nothing of them is in the changes. */
  readonly proposals: readonly ImportedProposal[];
  /** Rows that are new and in the changes. */
  readonly taken: number;
  /** Rows that the ledger had already, with the same content. */
  readonly known: number;
  /** Sums of the rows that are taken, each currency for itself. */
  readonly amountsTaken: readonly CurrencySum[];
}

/**
 * Turns rows that were read into changes 导入: customers that are new, documents, their settlement. A row
 * the ledger has already adds nothing; a known number with other content is listed, never overwritten.
 */
export function planImport(rows: readonly CountedImportRow[], context: ImportContext): ImportPlan {
  const work: ImportWork = { ...context, changes: [], proposals: [] };
  const outcomes = rows.map((row) => ({ row, outcome: outcomeOf(row, work) }));
  const rowsThat = (which: Outcome) =>
    outcomes.flatMap(({ row, outcome }) => (outcome === which ? [row] : []));
  const taken = rowsThat("taken");
  return {
    changes: work.changes,
    problems: outcomes.flatMap(({ outcome }) => (typeof outcome === "string" ? [] : [outcome])),
    proposals: work.proposals,
    taken: linesOf(taken),
    known: linesOf(rowsThat("known")),
    amountsTaken: countedSumsOf(taken, context),
  };
}

function outcomeOf(row: CountedImportRow, work: ImportWork): Outcome {
  if (work.kind === "customers") return takeCustomer(row, work);
  const closed = inClosedPeriod(row.date ?? row.due ?? work.asOf, row, work);
  if (closed) return closed;
  return work.kind === "receipts" || row.readAs === "receipt" ? takeReceipt(row, work) : takeItem(row, work);
}

/** How many lines of the file rows are made of. */
function linesOf(rows: readonly CountedImportRow[]): number {
  return rows.reduce((sum, row) => sum + (row.rows?.length ?? 1), 0);
}

function countedSumsOf(rows: readonly CountedImportRow[], { kind, book }: ImportContext): CurrencySum[] {
  if (kind === "customers") return [];
  const { baseCurrency } = book.settings;
  return sumsByCurrency(
    rows.map((row) => ({ currency: row.currency || baseCurrency, amount: countedAmountOf(row, kind) })),
  );
}
