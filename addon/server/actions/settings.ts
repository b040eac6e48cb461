import { policyOn, type Settings } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { openLedger } from "../ledger.ts";
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
    const row: Settings = { ...ledger.book.settings, ...input.settings };
    return draftOf("settings", input.action, "", [{ put: "settings", row }]);
  });
}

/** 关账: nothing dated up to that day may be entered any more. */
export function closePeriod(input: Input<"closePeriod">): Output<"closePeriod"> {
  return book(input, (ledger) => {
    const row: Settings = { ...ledger.book.settings, closedThrough: input.through };
    return draftOf("closePeriod", input.action, `closePeriod:${input.through}`, [{ put: "settings", row }]);
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
