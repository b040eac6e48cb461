import { asKnownAtOption, customerOption, dayOption, needed, neededAmount } from "./options.ts";
import { Refused } from "./refused.ts";
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
    ...policyOption(session),
    ...(await customerOption(session)),
  };
}

/** `--policy N`: by that version. */
function policyOption({ args }: CliSession): { policyVersion?: number } {
  const text = args.options.policy;
  if (text === undefined) return {};
  if (!/^\d+$/.test(text))
    throw new Refused({
      en: `--policy is the number of a version such as 2, not "${text}".`,
      zh: `--policy 应为政策版本号，如 2，读到“${text}”。`,
    });
  return { policyVersion: Number(text) };
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
    ...asKnownAtOption(session),
    ...policyOption(session),
    ...(order ? { order } : {}),
    ...(session.args.flags.has("prepaid") ? { prepaid: true } : {}),
    ...(session.args.flags.has("draft") ? { draft: true } : {}),
  });
}
