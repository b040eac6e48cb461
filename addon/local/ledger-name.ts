import { UNNAMED_FIRM } from "../../core/index.ts";
import type { Host } from "./host-port.ts";
import { untilStateLeft } from "./left-state.ts";
import { factsOf } from "./reply-of.ts";

/** What stands where no firm has said its name. */
const NAMELESS = "OnAccount";

/** What the firm calls itself. A folder that was moved refuses to say; its page asks what it is. */
export function ledgerName(host: Host): () => string {
  return untilStateLeft(host, () => {
    const firm = factsOf(host)?.firm;
    return firm === undefined || firm === UNNAMED_FIRM ? NAMELESS : firm;
  });
}
