import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { CallName, Input, Output, Reply } from "../../protocol.ts";
import { LocalHost } from "../host.ts";
import { TOKEN_HEADER } from "../http/guard.ts";
import { releaseLedger, takeLedger } from "../ledger-lock.ts";
import type { Workbook } from "../workbook.ts";
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
  /** The cells themselves, for export and backup; refused while a host has the ledger open. */
  workbook(): Workbook;
  close(): void;
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** An id for this intent. */
  newAction(): string;
}

/** Opens the ledger that `--ledger DIR` names, `ledger/` where it is not said. */
export function openSession(args: Arguments): CliSession {
  const directory = args.options.ledger ?? "ledger";
  const holder = takeLedger(directory);
  const user = args.options.as ?? "";
  if (!holder) return ownSession(args, directory, user);
  if (!holder.port || !holder.token) {
    throw new Refused("Another command is working on this ledger. Wait until it has finished and try again.");
  }
  return handedOver(args, { port: holder.port, token: holder.token });
}

/** Nobody else has the ledger open: this process runs the add-on itself. */
function ownSession(args: Arguments, directory: string, user: string): CliSession {
  const code = readFileSync(new URL("../../../dist/addon/Code.js", import.meta.url), "utf8");
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const host = new LocalHost({ directory, code, zone });
  const who = { client: "command line", user };
  let isClosed = false;
  return {
    args,
    newAction: () => args.options.action ?? randomUUID(),
    workbook: () => host.workbook,
    call: async (name, input) => {
      const text = host.call("rpc", [name, input], who);
      return unwrapped(JSON.parse(String(text)) as Reply<Output<typeof name>>);
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      host.close();
      releaseLedger(directory);
    },
  };
}

/** The host is running: it carries the actions out, so that its pages see them at once. */
function handedOver(args: Arguments, host: { port: number; token: string }): CliSession {
  return {
    args,
    newAction: () => args.options.action ?? randomUUID(),
    workbook: () => {
      throw new Refused("The ledger is open in a browser. Stop it there (Ctrl+C) and try again.");
    },
    call: async (name, input) => {
      const response = await fetch(`http://127.0.0.1:${host.port}/api/call`, {
        method: "POST",
        headers: { "content-type": "application/json", [TOKEN_HEADER]: host.token },
        body: JSON.stringify({ client: "command-line", name: "rpc", args: [name, input] }),
      });
      const answer = (await response.json()) as { result?: unknown; error?: string };
      if (answer.result === undefined)
        throw new Refused(answer.error ?? "The running ledger did not answer.");
      return unwrapped(JSON.parse(String(answer.result)) as Reply<Output<typeof name>>);
    },
    close: () => undefined,
  };
}

function unwrapped<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  if (reply.kind === "refusal") throw new Refused(reply.sentence);
  throw new Broken(reply.report);
}
