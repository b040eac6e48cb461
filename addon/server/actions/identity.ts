import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { flush, newUuid, releaseLock, spreadsheetId, tryLock } from "../google.ts";
import type { Identity } from "../state/ledger-state.ts";
import { readState, writeIdentity } from "../state/state-tab.ts";

/**
 * Answers "restored, or a copy?". A restored ledger goes on under its id in a new epoch, so that
 * devices notice; a copy becomes a ledger of its own.
 */
export function settleIdentity(input: Input<"settleIdentity">): Output<"settleIdentity"> {
  if (!tryLock()) throw new Refusal("busy", {});
  try {
    const state = readState();
    if (!state) throw new Refusal("notALedger", {});
    if (state.identity.spreadsheetId === spreadsheetId()) return answeredBefore(state.identity, input.as);
    const own = { ...state.identity, spreadsheetId: spreadsheetId(), settled: input.as };
    const identity =
      input.as === "restored" ? { ...own, epoch: own.epoch + 1 } : { ...own, ledgerId: newUuid(), epoch: 1 };
    writeIdentity(state, identity);
    flush();
    return told(identity);
  } finally {
    releaseLock();
  }
}

/** The same answer again is the same act; another one must not be taken for it. */
function answeredBefore(identity: Identity, as: Input<"settleIdentity">["as"]) {
  if (identity.settled !== undefined && identity.settled !== as)
    throw new Refusal("identitySettled", { as: identity.settled });
  return told(identity);
}

function told({ ledgerId, epoch }: { ledgerId: string; epoch: number }) {
  return { ledgerId, epoch };
}
