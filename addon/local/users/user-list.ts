import type { User } from "../../../core/index.ts";
import { CALLS, type Reply } from "../../protocol.ts";
import { STATE_TAB } from "../../server/hidden-tabs.ts";
import { type Host, NOBODY } from "../host-port.ts";
import type { Op } from "../ops.ts";

/** From this row of `_state` on stand edit marks; above them what an action left behind, the users among it. */
const FIRST_MARK_ROW = 4;

/**
 * The users in the book of a running host. Asking the add-on takes some milliseconds, and every
 * request wants to know: it is asked again only after an action has left something behind.
 */
export function userList(host: Host): () => readonly User[] {
  let known: readonly User[] | undefined;
  host.onOps(({ ops }) => {
    const state = host.workbook.tabs.find((tab) => tab.name === STATE_TAB);
    if (ops.some((op) => leavesState(op, state?.id))) known = undefined;
  });
  return () => {
    known ??= readUsers(host);
    return known;
  };
}

function leavesState(op: Op, state: string | undefined): boolean {
  if (!("tab" in op) || (state !== undefined && op.tab !== state)) return false;
  return op.do !== "set" || op.row < FIRST_MARK_ROW;
}

/** Where the users cannot be read nobody is let in: "no users" would leave the ledger open. */
function readUsers(host: Host): readonly User[] {
  const text = host.call("rpc", ["users", {}], { client: "host", ...NOBODY });
  const reply = JSON.parse(String(text)) as Reply<unknown>;
  if (!reply.ok) throw new Error(reply.kind === "refusal" ? reply.sentence : reply.report);
  return CALLS.users.output.parse(reply.value).users;
}
