import type { Input } from "../../protocol.ts";
import { asKnownAtOption, dayOption, oneOf } from "./options.ts";
import type { CliSession } from "./session.ts";

/** `aging [--as-of D] [--as-known-at N] [--basis dueDate] [--by payer] [--to-tab]`. */
export async function aging(session: CliSession): Promise<unknown> {
  const input = {
    ...dayOption(session, "as-of", "asOf"),
    ...asKnownAtOption(session),
    ...agingOptions(session),
  };
  const written = session.args.flags.has("to-tab") ? await session.call("writeAging", input) : {};
  return { ...(await session.call("aging", input)), ...written };
}

function agingOptions(session: CliSession): Pick<Input<"aging">, "basis" | "by"> {
  const basis = oneOf(session, "basis", ["dueDate", "documentDate"]);
  const by = oneOf(session, "by", ["customer", "payer", "salesperson"]);
  return { ...(basis ? { basis } : {}), ...(by ? { by } : {}) };
}
