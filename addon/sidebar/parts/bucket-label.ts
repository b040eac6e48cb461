import type { Output } from "../../protocol.ts";
import type { Say } from "../words/words.ts";

/** The buckets of an aging, and from what it counts: the due date where nothing else is said. */
export interface Buckets {
  readonly edges: readonly number[];
  readonly basis?: Output<"aging">["basis"];
}

/** A bucket's words: 未到期, 1–30, …, 180+. Bucket 0 is not due; by document date it is of that very day. */
export function bucketLabel(bucket: number, { edges, basis = "dueDate" }: Buckets, say: Say): string {
  if (bucket === 0) return say(basis === "dueDate" ? "aging.notDue" : "aging.ofThatDay");
  const from = (edges[bucket - 2] ?? 0) + 1;
  const to = edges[bucket - 1];
  return to === undefined ? `${from - 1}+` : `${from}–${to}`;
}
