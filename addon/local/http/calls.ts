import * as z from "zod/mini";
import { CALLS } from "../../protocol.ts";
import type { NoRight } from "../users/rights.ts";
import type { CallAnswer } from "../wire.ts";
import type { Visitor } from "./door.ts";
import { Refused, sentenceOf } from "./refusals.ts";
import type { Room } from "./room.ts";
import { languageOf } from "./views.ts";

/** A function of the add-on and what it is given. */
interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

/**
 * Calls the add-on for somebody. Its own exception goes back to its sidebar, as google.script.run does
 * it: words, no stack. What the visitor has no right to is refused in the add-on's own form.
 */
export function called(room: Room, { name, args }: Call, who: Visitor & { client: string }): CallAnswer {
  const why = room.door.noRightTo(name, args, who);
  if (why !== undefined) return refused(room, name, why);
  const { client, user, knownBy } = who;
  try {
    const answered = room.host.call(name, args, { client, user, knownBy }) ?? null;
    const result = args[0] === "users" ? withPassphrases(room, answered) : answered;
    const show = room.host.shownTab;
    return { result, ...(show ? { show } : {}) };
  } catch (thrown) {
    return { error: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** The book knows the users, and only the host who of them has a passphrase. */
function withPassphrases({ door }: Room, answered: unknown): unknown {
  const reply: unknown = typeof answered === "string" ? JSON.parse(answered) : undefined;
  const told = z.safeParse(UsersTold, reply);
  if (!told.success) return answered;
  const { ok, value } = told.data;
  return JSON.stringify({ ok, value: { ...value, withPassphrase: door.withPassphrase } });
}

const UsersTold = z.object({ ok: z.literal(true), value: CALLS.users.output });

function refused({ host, door }: Room, name: string, why: NoRight | "login"): CallAnswer {
  if (name !== "rpc") throw new Refused(why, {}, door.whoMay(why));
  const sentence = sentenceOf(why, languageOf(host.workbook), door.whoMay(why));
  return { result: JSON.stringify({ ok: false, kind: "refusal", why, sentence }) };
}
