import { nameKey } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { sheetNames } from "../google.ts";
import type { Ledger } from "../ledger.ts";
import { openLedger } from "../opened-ledger.ts";
import { isLedger } from "../setup.ts";
import { currentUser } from "./booking.ts";
import { factsOf } from "./reading.ts";

/** Whether the workbook is a ledger yet, and whose; its tabs, for the import to choose from. */
export function status(): Output<"status"> {
  const tabs = sheetNames().filter((name) => !name.startsWith("_"));
  if (!isLedger()) return { isLedger: false, tabs };
  const ledger = openLedger("read");
  return { isLedger: true, tabs, facts: factsOf(ledger), ...loggedIn(ledger) };
}

/** Who is logged in: only a host that asks for passphrases keeps rights by roles. */
function loggedIn({ book }: Ledger): Pick<Output<"status">, "me"> {
  const { user, knownBy } = currentUser();
  if (knownBy !== "passphrase") return {};
  const me = book.users.find(({ active, name }) => active && nameKey(name) === nameKey(user));
  return me ? { me: { name: me.name, role: me.role } } : {};
}
