import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { activate, findSheet } from "../google.ts";
import { isHiddenTab } from "../hidden-tabs.ts";

/** Brings a tab before the person's eyes; those of the add-on alone stay hidden. */
export function showTab({ tab }: Input<"showTab">): Output<"showTab"> {
  const sheet = isHiddenTab(tab) ? undefined : findSheet(tab);
  if (!sheet) throw new Refusal("tabMissing", { tab });
  activate(sheet);
  return {};
}
