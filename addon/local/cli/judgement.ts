import { asKnownAtOption, customerOption, dayOption } from "./options.ts";
import type { CliSession } from "./session.ts";

/** `grade [--customer K] [--as-of D] [--as-known-at N]`. */
export async function grade(session: CliSession): Promise<unknown> {
  return session.call("grade", await asked(session));
}

/** `history [--customer K] [--as-of D] [--as-known-at N]`. */
export async function history(session: CliSession): Promise<unknown> {
  return session.call("history", await asked(session));
}

async function asked(session: CliSession) {
  return {
    ...dayOption(session, "as-of", "asOf"),
    ...asKnownAtOption(session),
    ...(await customerOption(session)),
  };
}
