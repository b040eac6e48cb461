import { type Account, applyEntry, type Change, nameIn, overSettledOf } from "../../../core/index.ts";
import type { Ledger } from "../ledger.ts";
import { scratchOf } from "../started-clocks.ts";

/**
 * Documents on which more would be settled than they have, or money of which more would be used than came in,
 * if these changes were written: by number or reference, by id where there is none. Nothing is written.
 */
export function overSettledBy({ book }: Ledger, changes: readonly Change[]): string[] {
  const scratch = scratchOf(book);
  const seq = book.head.seq + 1;
  applyEntry(scratch, { seq, action: "", key: "", kind: "", at: "", user: "", knownBy: "nobody", changes });
  const touched = [...scratch.accounts.values()].filter(({ upTo }) => upTo === seq);
  return touched.flatMap((account) => worsened(book.accounts.get(account.customer.id), account));
}

/** What is over-settled already bars nothing that makes it no worse. */
function worsened(before: Account | undefined, after: Account): string[] {
  const was = before ? overSettledOf(before) : new Map<string, { over: number }>();
  const worse = [...overSettledOf(after)].filter(([key, { over }]) => over > (was.get(key)?.over ?? 0));
  return worse.map(([, { record }]) => nameIn(after, record));
}
