import type { Reply } from "../protocol.ts";
import { type Host, NOBODY } from "./host-port.ts";
import type { Language } from "./http/refusals.ts";
import { replyOf } from "./reply-of.ts";

/** What a folder without a ledger becomes: one with made-up business to try things on, or an empty one. */
export type FirstFilling = "sample" | "empty";

/** The add-on did not make the ledger; the message is its sentence, or the report of its fault. */
export class CannotFill extends Error {
  override name = "CannotFill";
  readonly isFault: boolean;

  constructor(reply: Extract<Reply<unknown>, { ok: false }>) {
    super(reply.kind === "refusal" ? reply.sentence : reply.report);
    this.isFault = reply.kind !== "refusal";
  }
}

/** Makes a ledger where there is none. A folder that was moved or copied is one too: the page asks what it is. */
export function fillIfEmpty(host: Host, filling: FirstFilling, language: Language): void {
  const status = ask<{ isLedger: boolean }>(host, "status", {});
  if (!status.ok && status.kind === "refusal" && status.why === "restoredOrCopied") return;
  if (status.ok && status.value.isLedger) return;
  demand(host, "setup", { language });
  if (filling === "sample") demand(host, "loadSample", {});
}

function demand(host: Host, name: string, input: object): void {
  const reply = ask(host, name, input);
  if (!reply.ok) throw new CannotFill(reply);
}

function ask<T>(host: Host, name: string, input: object): Reply<T> {
  return replyOf(host, name, input, { client: "start", ...NOBODY }) as Reply<T>;
}
