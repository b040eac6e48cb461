import { UNNAMED_FIRM } from "../../core/index.ts";
import { CALLS, type Reply } from "../protocol.ts";
import { type Host, NOBODY } from "./host-port.ts";
import { onStateLeft } from "./left-state.ts";

/** What stands where no firm has said its name. */
const NAMELESS = "OnAccount";

/** What the firm calls itself: asked of the add-on again only after an action has left something behind. */
export function ledgerName(host: Host): () => string {
  let known: string | undefined;
  onStateLeft(host, () => {
    known = undefined;
  });
  return () => {
    known ??= readName(host);
    return known;
  };
}

/** A folder that was moved refuses to say; its page asks what it is. */
function readName(host: Host): string {
  const text = host.call("rpc", ["status", {}], { client: "host", ...NOBODY });
  const reply = JSON.parse(String(text)) as Reply<unknown>;
  const firm = reply.ok ? CALLS.status.output.safeParse(reply.value).data?.facts?.firm : undefined;
  return firm === undefined || firm === UNNAMED_FIRM ? NAMELESS : firm;
}
