import type { Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { sampleEntries } from "../../sample/sample.ts";
import { commit, loadAll, withLedger } from "../ledger.ts";
import { currentUser } from "./booking.ts";
import { todayIn } from "./reading.ts";

/** Fills an empty ledger with the sample; a ledger in which anything has happened is refused. */
export function loadSample(): Output<"loadSample"> {
  return withLedger((ledger) => {
    if (ledger.book.head.seq > 0) throw new Refusal("notEmpty", {});
    loadAll(ledger);
    const drafts = sampleEntries(ledger.book, todayIn(ledger));
    const done = commit(ledger, drafts, currentUser());
    return { entries: drafts.length, customers: done.book.accounts.size };
  });
}
