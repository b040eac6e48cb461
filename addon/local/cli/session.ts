import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { CallName, Input, Output, Reply } from "../../protocol.ts";
import { LocalHost } from "../host.ts";
import type { Arguments } from "./arguments.ts";

/** A refusal: one sentence for the person, exit code 1. */
export class Refused extends Error {
  override name = "Refused";
}

/** A bug of ours: a report, exit code 2. */
export class Broken extends Error {
  override name = "Broken";
}

/** An open ledger, as one command has it. */
export interface CliSession {
  readonly args: Arguments;
  readonly host: LocalHost;
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** An id for this intent. */
  newAction(): string;
}

/** Opens the ledger that `--ledger DIR` names, `ledger/` where it is not said. */
export function openSession(args: Arguments): CliSession {
  const code = readFileSync(new URL("../../../dist/addon/Code.js", import.meta.url), "utf8");
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const host = new LocalHost({ directory: args.options.ledger ?? "ledger", code, zone });
  const who = { client: "command line", user: args.options.as ?? "" };
  return {
    args,
    host,
    newAction: () => args.options.action ?? randomUUID(),
    call: async (name, input) => {
      const text = host.call("rpc", [name, input], who);
      return unwrapped(JSON.parse(String(text)) as Reply<Output<typeof name>>);
    },
  };
}

function unwrapped<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  if (reply.kind === "refusal") throw new Refused(reply.sentence);
  throw new Broken(reply.report);
}
