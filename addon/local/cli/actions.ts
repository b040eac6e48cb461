import type { Input } from "../../protocol.ts";
import { exportLedger } from "./export.ts";
import { importFile } from "./import.ts";
import { backup, restore } from "./keeping.ts";
import { asKnownAtOption, dayOption, neededDay } from "./options.ts";
import { addCustomer, addItem, addReceipt, applyUnapplied, undo } from "./records.ts";
import type { CliSession } from "./session.ts";
import { statement } from "./statement.ts";

/** What the command line can do; each gives one JSON value. */
export const actions: Record<string, (session: CliSession) => Promise<unknown>> = {
  setup: (session) =>
    session.call("setup", { language: session.args.options.language === "en" ? "en" : "zh" }),
  sample: (session) => session.call("loadSample", {}),
  import: importFile,
  "add-customer": addCustomer,
  "add-item": addItem,
  "add-receipt": addReceipt,
  apply: applyUnapplied,
  undo,
  "take-over": (session) =>
    session.call("takeOver", { action: session.newAction(), all: session.args.flags.has("all") }),
  today: (session) => session.call("today", dayOption(session, "as-of", "asOf")),
  aging: (session) =>
    session.call("aging", {
      ...dayOption(session, "as-of", "asOf"),
      ...asKnownAtOption(session),
      ...agingOptions(session),
    }),
  statement,
  check: (session) => session.call("check", {}),
  rebuild: (session) => session.call("rebuild", {}),
  "close-period": (session) =>
    session.call("closePeriod", { action: session.newAction(), through: neededDay(session, "through") }),
  identity: (session) =>
    session.call("settleIdentity", { as: session.args.flags.has("copied") ? "copied" : "restored" }),
  export: exportLedger,
  backup,
  restore,
};

function agingOptions(session: CliSession): Pick<Input<"aging">, "basis" | "by"> {
  const { basis, by } = session.args.options;
  return {
    ...(basis === "documentDate" || basis === "dueDate" ? { basis } : {}),
    ...(by === "payer" || by === "salesperson" || by === "customer" ? { by } : {}),
  };
}
