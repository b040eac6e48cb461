import type { Input } from "../../protocol.ts";
import { needed, oneOf } from "./options.ts";
import { Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

/** How many proposals one call decides. */
const DECISIONS_PER_CALL = 500;

/** `decide --customer K001 | --all [--column limit] --accept | --discard`: what is proposed now. */
export async function decide(session: CliSession): Promise<{ inForce: number; discarded: number }> {
  const as = decisionOf(session);
  const column = oneOf(session, "column", ["terms", "limitType", "limit"]);
  const code = session.args.flags.has("all") ? undefined : needed(session, "customer");
  const { proposals } = await session.call("proposals", {});
  const decisions = proposals
    .filter((each) => code === undefined || each.code === code)
    .filter((each) => column === undefined || each.column === column)
    .map(({ customer, column: of, proposed }) => ({ customer, column: of, proposed, as }));
  if (decisions.length === 0)
    throw new Refused({
      en: "Nothing like that is proposed: see the action proposals.",
      zh: "没有这样的申请，可用 proposals 查看。",
    });
  if (decisions.length > DECISIONS_PER_CALL)
    throw new Refused({
      en: `More than ${DECISIONS_PER_CALL} are proposed: decide customer by customer.`,
      zh: `申请超过 ${DECISIONS_PER_CALL} 项，请逐个客户处理。`,
    });
  return session.call("decideProposals", { action: session.newAction(), decisions });
}

function decisionOf({ args }: CliSession): Input<"decideProposals">["decisions"][number]["as"] {
  const [isAccepted, isDiscarded] = [args.flags.has("accept"), args.flags.has("discard")];
  if (isAccepted === isDiscarded)
    throw new Refused({ en: "Say either --accept or --discard.", zh: "请给出 --accept 或 --discard 之一。" });
  return isAccepted ? "inForce" : "discarded";
}
