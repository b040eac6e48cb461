import { knownCurrencyOption, oneOf } from "./options.ts";
import type { CliSession } from "./session.ts";

/** `setup [--language zh|en] [--currency USD]`: the tabs, and the ledger's own currency 本位币 while it has no amounts. */
export async function setup(session: CliSession) {
  const language = oneOf(session, "language", ["zh", "en"]) ?? "zh";
  const { currency: baseCurrency } = knownCurrencyOption(session);
  const made = await session.call("setup", { language });
  if (baseCurrency !== undefined)
    await session.call("saveSettings", { action: session.newAction(), settings: { baseCurrency } });
  return made;
}
