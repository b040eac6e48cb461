import { dateFromIso, type PlainDate } from "../../../core/index.ts";
import { importFile } from "./import.ts";
import { type CliSession, Refused } from "./session.ts";

/** What the command line can do; each gives one JSON value. */
export const actions: Record<string, (session: CliSession) => Promise<unknown>> = {
  setup: (session) =>
    session.call("setup", { language: session.args.options.language === "en" ? "en" : "zh" }),
  import: importFile,
  aging: (session) => session.call("aging", { ...asOfOf(session), ...basisOf(session) }),
  status: (session) => session.call("status", {}),
  today: (session) => session.call("today", asOfOf(session)),
  undo: (session) => session.call("undo", { action: session.newAction(), of: needed(session, "of") }),
};

function asOfOf(session: CliSession): { asOf?: PlainDate; asKnownAt?: number } {
  const { options } = session.args;
  const day = options["as-of"];
  const asOf = day ? dateFromIso(day) : undefined;
  if (day && !asOf) throw new Refused(`--as-of is a day such as 2026-11-22, not "${day}".`);
  const known = options["as-known-at"];
  return { ...(asOf ? { asOf } : {}), ...(known ? { asKnownAt: Number(known) } : {}) };
}

function basisOf(session: CliSession): { basis?: "dueDate" | "documentDate" } {
  const { basis } = session.args.options;
  return basis === "documentDate" || basis === "dueDate" ? { basis } : {};
}

function needed(session: CliSession, name: string): string {
  const value = session.args.options[name];
  if (!value) throw new Refused(`Say --${name}.`);
  return value;
}
