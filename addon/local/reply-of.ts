import { CALLS, type Output, type Reply } from "../protocol.ts";
import { type Host, NOBODY, type Session } from "./host-port.ts";

/** What the add-on, run in this process, answers to a call. */
export function replyOf(host: Host, name: string, input: unknown, who: Session): Reply<unknown> {
  return JSON.parse(String(host.call("rpc", [name, input], who))) as Reply<unknown>;
}

/** The facts of a ledger that every screen shows; nothing of a folder that was moved, which refuses to say. */
export function factsOf(host: Host): Output<"status">["facts"] {
  const reply = replyOf(host, "status", {}, { client: "host", ...NOBODY });
  return reply.ok ? CALLS.status.output.safeParse(reply.value).data?.facts : undefined;
}
