import { randomUUID } from "node:crypto";
import type { Output, Reply } from "../../protocol.ts";
import { sentenceOf } from "../http/refusals.ts";
import { usualFolder } from "../ledger-folder.ts";
import { releaseLedger, takeLedger } from "../ledger-lock.ts";
import { spokenLanguage } from "../spoken.mjs";
import { LogDamaged } from "../store.ts";
import { LedgerUsers } from "../users/ledger-users.ts";
import { CHANGING_USERS } from "../users/rights.ts";
import { hostWords } from "../words.ts";
import type { Arguments } from "./arguments.ts";
import type { Carrier } from "./carrier.ts";
import { ownLedger } from "./own-ledger.ts";
import { personOf } from "./person.ts";
import { Broken, Refused } from "./refused.ts";
import { runningHost } from "./running-host.ts";
import type { Actor, Asking, CliSession } from "./session.ts";

/** Whoever keeps the folder, under no name. */
const KEEPER: Actor = { user: "", knownBy: "command line" };

/** Opens the ledger that `--ledger DIR` names, `ledger/` where it is not said. */
export function openSession(args: Arguments, asking: Asking): CliSession {
  const directory = args.options.ledger ?? usualFolder();
  const holder = takeLedger(directory);
  if (!holder) return sessionOver(ownOrRefused(directory), args, asking);
  if (!holder.host) throw new Refused(hostWords(spokenLanguage).atWork);
  return sessionOver(runningHost(holder.host), args, asking);
}

function ownOrRefused(directory: string): Carrier {
  try {
    return ownLedger(directory);
  } catch (error) {
    releaseLedger(directory);
    if (!(error instanceof LogDamaged)) throw error;
    const { file, line } = error;
    throw new Refused({
      en: hostWords("en").logDamaged(file, line),
      zh: hostWords("zh").logDamaged(file, line),
    });
  }
}

function sessionOver(carrier: Carrier, args: Arguments, asking: Asking): CliSession {
  const directory = args.options.ledger ?? usualFolder();
  let known: Promise<LedgerUsers> | undefined;
  let actor: Promise<Actor> | undefined;
  const readUsers = async () => {
    const { users } = unwrapped<Output<"users">>(await carrier.carry("users", {}, KEEPER));
    return new LedgerUsers({ directory, list: () => users, ...(asking.cost ? { cost: asking.cost } : {}) });
  };
  const session: CliSession = {
    args,
    asking,
    newAction: () => args.options.action ?? randomUUID(),
    workbook: carrier.workbook,
    close: carrier.close,
    language: async () => (await carrier.language()) ?? spokenLanguage,
    users: () => {
      known ??= readUsers();
      return known;
    },
    permit: async (name) => {
      const users = await session.users();
      const isAsked = args.options.as !== undefined || users.noRightTo(name, KEEPER) !== undefined;
      if (isAsked) actor ??= personOf(session);
      const who = (await actor) ?? KEEPER;
      const why = users.noRightTo(name, who);
      if (why !== undefined) throw new Refused(sentenceOf(why, await session.language(), users.whoMay(why)));
      return who;
    },
    call: async (name, input) => {
      const who = await session.permit(name);
      if (CHANGING_USERS.has(name)) known = undefined;
      return unwrapped<Output<typeof name>>(await carrier.carry(name, input, who));
    },
  };
  return session;
}

function unwrapped<T>(reply: Reply<unknown>): T {
  if (reply.ok) return reply.value as T; // our own add-on, of the same version
  if (reply.kind === "refusal") throw new Refused(reply.sentence);
  throw new Broken(reply.report);
}
