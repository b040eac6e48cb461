import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { flush, newUuid, releaseLock, spreadsheetId, tryLock } from "../google.ts";
import { readState, writeIdentity } from "../state-tab.ts";

/**
 * Answers "restored, or a copy?". A restored ledger goes on under its id in a new epoch, so that
 * devices notice; a copy becomes a ledger of its own.
 */
export function settleIdentity(input: Input<"settleIdentity">): Output<"settleIdentity"> {
  if (!tryLock()) throw new Refusal("busy", {});
  try {
    const state = readState();
    if (!state) throw new Refusal("notALedger", {});
    if (state.identity.spreadsheetId === spreadsheetId()) return told(state.identity);
    const own = { ...state.identity, spreadsheetId: spreadsheetId() };
    const identity =
      input.as === "restored" ? { ...own, epoch: own.epoch + 1 } : { ...own, ledgerId: newUuid(), epoch: 1 };
    writeIdentity(state, identity);
    flush();
    return told(identity);
  } finally {
    releaseLock();
  }
}

function told({ ledgerId, epoch }: { ledgerId: string; epoch: number }) {
  return { ledgerId, epoch };
}
