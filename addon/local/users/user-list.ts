import type { User } from "../../../core/index.ts";
import { CALLS, type Reply } from "../../protocol.ts";
import { type Host, NOBODY } from "../host-port.ts";
import { onStateLeft } from "../left-state.ts";

/**
 * The users in the book of a running host. Asking the add-on takes some milliseconds, and every
 * request wants to know: it is asked again only after an action has left something behind.
 */
export function userList(host: Host): () => readonly User[] {
  let known: readonly User[] | undefined;
  onStateLeft(host, () => {
    known = undefined;
  });
  return () => {
    known ??= readUsers(host);
    return known;
  };
}

/** Where the users cannot be read nobody is let in: "no users" would leave the ledger open. */
function readUsers(host: Host): readonly User[] {
  const text = host.call("rpc", ["users", {}], { client: "host", ...NOBODY });
  const reply = JSON.parse(String(text)) as Reply<unknown>;
  if (!reply.ok) throw new Error(reply.kind === "refusal" ? reply.sentence : reply.report);
  return CALLS.users.output.parse(reply.value).users;
}
