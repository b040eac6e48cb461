import { asKnownAtOption, customerOption, dayOption, needed, neededAmount } from "./options.ts";
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

/** `order-check --customer K --amount N [--order R] [--prepaid] [--draft] [--as-of D]`. */
export async function orderCheck(session: CliSession): Promise<unknown> {
  const { id } = await session.call("findCustomer", { code: needed(session, "customer") });
  const { settings } = await session.call("settings", {});
  const { order } = session.args.options;
  return session.call("orderCheck", {
    customer: id,
    amount: neededAmount(session, "amount", settings.baseCurrency),
    ...dayOption(session, "as-of", "asOf"),
    ...(order ? { order } : {}),
    ...(session.args.flags.has("prepaid") ? { prepaid: true } : {}),
    ...(session.args.flags.has("draft") ? { draft: true } : {}),
  });
}
