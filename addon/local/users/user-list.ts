import type { User } from "../../../core/index.ts";
import { CALLS } from "../../protocol.ts";
import { type Host, NOBODY } from "../host-port.ts";
import { untilStateLeft } from "../left-state.ts";
import { replyOf } from "../reply-of.ts";

/** The users in the book of a running host; every request wants to know. */
export function userList(host: Host): () => readonly User[] {
  return untilStateLeft(host, () => readUsers(host));
}

/** Where the users cannot be read nobody is let in: "no users" would leave the ledger open. */
function readUsers(host: Host): readonly User[] {
  const reply = replyOf(host, "users", {}, { client: "host", ...NOBODY });
  if (!reply.ok) throw new Error(reply.kind === "refusal" ? reply.sentence : reply.report);
  return CALLS.users.output.parse(reply.value).users;
}
