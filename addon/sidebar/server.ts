import * as z from "zod/mini";
import { CALLS, type CallName, type Input, type Output } from "../protocol.ts";
import type { RefusalKind } from "../refusal.ts";
import { pause } from "./clock.ts";

/** The only file that names google.script.run. HtmlService forbids eval, so zod must not compile. */
z.config({ jitless: true });

interface Runner {
  withSuccessHandler(done: (text: unknown) => void): Runner;
  withFailureHandler(failed: (error: unknown) => void): Runner;
  rpc(name: string, input: unknown): void;
}

declare const google: { script: { run: Runner; host: { close(): void; editor: { focus(): void } } } };

/** Why a call brought no answer. What a report says is never shown, only copied. */
export type Trouble =
  | { readonly kind: "refusal"; readonly why: string; readonly sentence: string }
  | { readonly kind: "bug"; readonly report: string }
  /** Nothing came back: it may or may not have been done, and the same action id may be sent again. */
  | { readonly kind: "lost"; readonly report: string };

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble };

const PAUSES = [400, 1200];

/**
 * Calls the add-on. A lost answer is asked for again, with the very same input: reading twice does no
 * harm, and a writing call carries its action id, which is booked once.
 */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>>> {
  const answer = await callTillAnswered(name, input);
  if (!answer.ok && answer.trouble.kind === "refusal" && answer.trouble.why === IDENTITY_ASKED)
    for (const tell of identityHearers) tell();
  return answer;
}

const IDENTITY_ASKED = "restoredOrCopied" satisfies RefusalKind;
const identityHearers = new Set<() => void>();

/** Hears when the server will do nothing before it is told whether the ledger was restored or copied. */
export function onIdentityAsked(tell: () => void): () => void {
  identityHearers.add(tell);
  return () => void identityHearers.delete(tell);
}

async function callTillAnswered<N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>>> {
  for (const wait of PAUSES) {
    const answer = await callOnce(name, input);
    if (answer.ok || answer.trouble.kind !== "lost") return answer;
    await pause(wait);
  }
  return callOnce(name, input);
}

async function callOnce<N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>>> {
  try {
    return answerOf(name, await sent(name, input));
  } catch (error) {
    return { ok: false, trouble: { kind: "lost", report: reportOf(name, error) } };
  }
}

/** Longer than Google lets a script run of ours take; then the answer counts as lost. */
const PATIENCE = 120_000;

function sent(name: string, input: unknown): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    google.script.run
      .withSuccessHandler((text) => resolve(String(text)))
      .withFailureHandler(reject)
      .rpc(name, input);
  });
  const silence = pause(PATIENCE).then(() => Promise.reject(new Error("no answer in time")));
  return Promise.race([answer, silence]);
}

const ReplyShape = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    kind: z.enum(["refusal", "bug"]),
    why: z.optional(z.string()),
    sentence: z.optional(z.string()),
    report: z.optional(z.string()),
  }),
]);

function answerOf<N extends CallName>(name: N, text: string): Answer<Output<N>> {
  const reply = ReplyShape.parse(JSON.parse(text));
  if (!reply.ok) return { ok: false, trouble: troubleOf(reply) };
  const value = CALLS[name].output.safeParse(reply.value);
  if (value.success) return { ok: true, value: value.data as Output<N> };
  const report = reportOf(name, value.error.issues[0]);
  return { ok: false, trouble: { kind: "bug", report } };
}

type Failure = Extract<z.infer<typeof ReplyShape>, { ok: false }>;

function troubleOf(reply: Failure): Trouble {
  if (reply.kind === "bug") return { kind: "bug", report: reply.report ?? "" };
  return { kind: "refusal", why: reply.why ?? "", sentence: reply.sentence ?? "" };
}

function reportOf(name: string, error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
  return `OnAccount sidebar, call "${name}"\n${text}`;
}

/** A new id for one intent: made when a form opens, kept over every retry. */
export function newActionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `s-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Hears when the ledger has changed: the local host tells it, Google never does. */
export function onLedgerChanged(tell: () => void): () => void {
  window.addEventListener("onaccount-changed", tell);
  return () => window.removeEventListener("onaccount-changed", tell);
}

/** Closes the dialog that this page is shown in. */
export function closeDialog(): void {
  google.script.host.close();
}

/** Gives the keyboard back to the sheet. */
export function focusSheet(): void {
  google.script.host.editor.focus();
}
