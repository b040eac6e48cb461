import { policyOn, type Settings } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { type Ledger, loadAll, openLedger } from "../ledger.ts";
import { draftOf } from "../plan.ts";
import { book } from "./booking.ts";
import { todayIn } from "./reading.ts";

/** The settings and the policy in force today. */
export function settings(): Output<"settings"> {
  const ledger = openLedger("read");
  return { settings: ledger.book.settings, policy: policyOn(ledger.book, todayIn(ledger)) };
}

/** Changes what is given; the rest stays. */
export function saveSettings(input: Input<"saveSettings">): Output<"saveSettings"> {
  return book(input, (ledger) => {
    const { settings } = ledger.book;
    const row: Settings = { ...settings, ...input.settings };
    if (row.debtCarriedBy !== settings.debtCarriedBy) refuseOtherCarrier(ledger);
    return draftOf("settings", input.action, "", [{ put: "settings", row }]);
  });
}

/** Once there are documents, another carrier of the debt would make every balance another one. */
function refuseOtherCarrier(ledger: Ledger): void {
  loadAll(ledger);
  const accounts = [...ledger.book.accounts.values()];
  if (accounts.some(({ items }) => items.length > 0)) throw new Refusal("debtCarrierFixed", {});
}

/** 关账: nothing dated up to that day may be entered any more. */
export function closePeriod(input: Input<"closePeriod">): Output<"closePeriod"> {
  return book(input, (ledger) => {
    const row: Settings = { ...ledger.book.settings, closedThrough: input.through };
    return draftOf("closePeriod", input.action, "", [{ put: "settings", row }]);
  });
}

/** A new version of the policy, from today or a later day on. */
export function savePolicy(input: Input<"savePolicy">): Output<"savePolicy"> {
  return book(input, (ledger) => {
    const today = todayIn(ledger);
    const { policies } = ledger.book;
    const version = Math.max(...policies.map((policy) => policy.version)) + 1;
    const row = { ...policyOn(ledger.book, today), effective: today, ...input.policy, version };
    return draftOf("policy", input.action, "", [{ put: "policy", row }]);
  });
}
