import { dayOption, needed, neededDay } from "./options.ts";
import type { CliSession } from "./session.ts";

/** `close-period --through D`: nothing dated up to that day is entered or taken back any more. */
export function closePeriod(session: CliSession) {
  const through = neededDay(session, "through");
  return session.call("closePeriod", { action: session.newAction(), through });
}

/** `reopen-period --reason TEXT [--through D]`: closed through that earlier day only, or through none. */
export function reopenPeriod(session: CliSession) {
  const reason = needed(session, "reason");
  const through = dayOption(session, "through", "through");
  return session.call("reopenPeriod", { action: session.newAction(), reason, ...through });
}
