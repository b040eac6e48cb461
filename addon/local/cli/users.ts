import { UserShape } from "../../../core/index.ts";
import { LONGEST, SHORTEST, weaknessOf } from "../users/passphrase.ts";
import { mayChangeUsers } from "../users/rights.ts";
import { type HostWords, hostWords } from "../words.ts";
import { askNewPassphrase } from "./ask-passphrase.ts";
import { needed, textOptions } from "./options.ts";
import { Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

/** `users`: who works in the ledger, and who of them has a passphrase. */
export async function listUsers(session: CliSession) {
  const users = await session.users();
  const list = users.all.map((user) => ({ ...user, passphrase: users.hasPassphrase(user) }));
  return { users: list.map(({ id, ...user }) => user) };
}

/** `add-user --name N --role R [--team T]`: a user with a passphrase, which is asked. */
export async function addUser(session: CliSession) {
  const [words, users, name] = [
    hostWords(await session.language()),
    await session.users(),
    needed(session, "name"),
  ];
  const role = UserShape.shape.role.safeParse(needed(session, "role"));
  if (!role.success) throw new Refused(words.roleUnknown(UserShape.shape.role.options));
  if (!users.hasController && !mayChangeUsers(role.data)) throw new Refused(words.firstController);
  const user = { name, role: role.data, ...textOptions(session, { team: "team" }) };
  await session.permit("addUser");
  const passphrase = await newPassphrase(session, name, words);
  const booked = await session.call("addUser", { action: session.newAction(), user });
  await keepPassphrase(session, name, passphrase);
  return { ...booked, name };
}

/** `set-passphrase --name N`: a new one, or the first; whoever keeps the folder may. */
export async function setPassphrase(session: CliSession) {
  const [words, users, name] = [
    hostWords(await session.language()),
    await session.users(),
    needed(session, "name"),
  ];
  const user = users.named(name);
  if (!user) throw new Refused(words.noSuchUser(name));
  if (!users.hasController && !mayChangeUsers(user.role)) throw new Refused(words.firstController);
  await keepPassphrase(session, user.name, await newPassphrase(session, user.name, words));
  return { name: user.name };
}

/** `remove-user --name N`: switched off; entries keep the name. */
export async function removeUser(session: CliSession) {
  const [words, users, name] = [
    hostWords(await session.language()),
    await session.users(),
    needed(session, "name"),
  ];
  const user = users.named(name);
  if (!user) throw new Refused(words.noSuchUser(name));
  const others = users.known.filter((other) => other.id !== user.id);
  if (others.length > 0 && !others.some((other) => mayChangeUsers(other.role)))
    throw new Refused(words.lastController(user.name));
  const booked = await session.call("removeUser", { action: session.newAction(), name: user.name });
  users.forgetPassphrase(user);
  return { ...booked, name: user.name };
}

async function newPassphrase({ asking }: CliSession, name: string, words: HostWords): Promise<string> {
  const typed = await askNewPassphrase(asking.keyboard, name, words);
  const weakness = weaknessOf(typed, name);
  if (weakness === undefined) return typed;
  const sentence = { short: words.short(SHORTEST), long: words.long(LONGEST), guessable: words.guessable };
  throw new Refused(sentence[weakness]);
}

async function keepPassphrase(session: CliSession, name: string, passphrase: string): Promise<void> {
  const users = await session.users();
  const user = users.named(name);
  if (!user) throw new Refused(hostWords(await session.language()).noSuchUser(name));
  await users.setPassphrase(user, passphrase);
}
