import type { Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { SAMPLE_ACTION, sampleEntry } from "../../sample/sample.ts";
import { commit } from "../committing.ts";
import { hasAction } from "../journal-tab.ts";
import { loadAll } from "../loaded-accounts.ts";
import { withLedger } from "../opened-ledger.ts";
import { currentUser } from "./booking.ts";
import { todayIn } from "./reading.ts";

/** Fills an empty ledger with the sample; a ledger in which anything has happened is refused. */
export function loadSample(): Output<"loadSample"> {
  return withLedger((ledger) => {
    loadAll(ledger);
    if (ledger.book.head.seq === 0)
      commit(ledger, [sampleEntry(ledger.book, todayIn(ledger))], currentUser());
    else if (!hasAction(SAMPLE_ACTION)) throw new Refusal("notEmpty", {});
    return { customers: ledger.book.accounts.size };
  });
}
