import { type Account, assert, type Batch, type Book } from "../../../core/index.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import type { refuseClosed } from "../plan.ts";

/** The import with that id; only the latest are at hand. */
export function findBatch(ledger: Ledger, id: string): Batch {
  const batch = ledger.book.batches.find((candidate) => candidate.id === id);
  if (!batch) throw new Refusal("batchNotOpen", {});
  assert(batch.kind === "import", "only imports are filled in chunks");
  return batch;
}

/** Accounts in which something stands that an import brought. */
export function accountsOf(book: Book, batch: string): Account[] {
  return [...book.accounts.values()].filter((account) =>
    [account.items, account.receipts].some((facts) =>
      facts.some((fact) => fact.batch === batch && fact.voided === 0),
    ),
  );
}

/** 已关账: figures of a closed period stand; an import that is open may still be discarded. */
export function refuseClosedFacts({ book }: Ledger, batch: string, refuse: typeof refuseClosed): void {
  for (const { items, receipts, allocations } of accountsOf(book, batch))
    for (const fact of [...items, ...receipts, ...allocations])
      if (fact.batch === batch && fact.voided === 0) refuse(fact.date, book.settings);
}
