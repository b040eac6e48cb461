import type { Output } from "../../protocol.ts";
import { openLedger } from "../opened-ledger.ts";
import { placeInId } from "../plan.ts";

/** Imports that are open, and the latest of those that are settled: the newest first. */
export function batches(): Output<"batches"> {
  const { book } = openLedger("read");
  const told = book.batches.map(({ kind: _, ...batch }) => ({
    ...batch,
    seq: placeInId(batch.id),
  }));
  return { batches: told.sort((a, b) => b.seq - a.seq) };
}
