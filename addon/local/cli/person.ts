import { usualFolder } from "../ledger-folder.ts";
import { hostWords } from "../words.ts";
import { askPassphrase } from "./ask-passphrase.ts";
import { Refused } from "./refused.ts";
import type { Actor, CliSession } from "./session.ts";

/**
 * Who a command acts for. A ledger without users takes the name that `--as` gives, or none. Once there
 * are users it must be one of them, and once one of them has a passphrase, theirs is asked.
 */
export async function personOf(session: CliSession): Promise<Actor> {
  const users = await session.users();
  const words = hostWords(await session.language());
  const name = session.args.options.as ?? "";
  if (users.active.length === 0) return { user: name, knownBy: "command line" };
  if (name === "") throw new Refused(words.sayWho);
  const user = users.named(name);
  if (!user) throw new Refused(words.noSuchUser(name));
  if (users.areAsked) {
    const ledger = session.args.options.ledger ?? usualFolder();
    if (!users.hasPassphrase(user)) throw new Refused(words.noPassphrase(user.name, ledger));
    const passphrase = await askPassphrase(session.asking.keyboard, words.ask(user.name), words);
    if (!(await users.check(user.name, passphrase))) throw new Refused(words.wrongPassphrase(user.name));
  }
  return { user: user.name, knownBy: "command line", role: user.role };
}
