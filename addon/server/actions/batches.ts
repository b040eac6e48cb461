import type { Output } from "../../protocol.ts";
import { openLedger } from "../ledger.ts";

/** Imports that are open, and the latest of those that are settled: the newest first. */
export function batches(): Output<"batches"> {
  const { book } = openLedger("read");
  const told = book.batches.map(({ kind: _, ...batch }) => ({
    ...batch,
    seq: Number(batch.id.slice(1).split(".")[0]),
  }));
  return { batches: told.sort((a, b) => b.seq - a.seq) };
}
