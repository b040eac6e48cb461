import { type Batch, placeInId, standingOf } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import type { Ledger } from "../ledger.ts";
import { loadAll } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";

/** Imports that are open, and the latest of those that are settled: the newest first. */
export function batches(): Output<"batches"> {
  const ledger = openLedger("read");
  const { batches: all } = ledger.book;
  if (all.some(({ state }) => state === "closed")) loadAll(ledger);
  const told = all.map((each) => {
    const { kind: _, ...batch } = each;
    return { ...batch, ...leftOf(ledger, each), seq: placeInId(batch.id) };
  });
  return { batches: told.sort((a, b) => b.seq - a.seq) };
}

/** Nothing is said of an import that stands whole. */
function leftOf({ book }: Ledger, { id, state, taken }: Batch) {
  if (state !== "closed") return {};
  const { rowsTakenBack, amounts } = standingOf(book.accounts.values(), id);
  const rows = Math.max(0, taken.rows - rowsTakenBack);
  return rowsTakenBack === 0 ? {} : { standing: { rows, amounts: [...amounts] } };
}
