import { letterHtml } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";

export type Preview = Output<"remind">;
export type Letter = Preview["letters"][number];
export type Channel = NonNullable<Input<"recordReminders">["channel"]>;

/** The ways in which a reminder goes out, the usual first. */
export const CHANNELS: readonly Channel[] = ["wechat", "mail", "sms", "letter", "call"];

/** What goes out by a way: mail and a printed letter have a subject of their own. */
export interface Draft {
  readonly subject: string;
  readonly text: string;
}

/** The words of a letter as they go out by a way; for a call, what to say. */
export function draftFor({ words }: Letter, channel: Channel): Draft {
  if (channel === "sms") return { subject: "", text: words.sms };
  if (channel === "wechat" || channel === "call") return { subject: "", text: words.chat };
  return { subject: words.subject, text: words.text };
}

/** As one text, to be copied and to be kept. */
export function wholeText({ subject, text }: Draft): string {
  return subject === "" ? text : `${subject}\n\n${text}`;
}

/** The letter on A4. */
export function printedLetter(draft: Draft, { language, name }: Letter): string {
  return letterHtml({ subject: draft.subject, text: draft.text, language, to: name });
}

type Recorded = Input<"recordReminders">["letters"][number];

/** The longest text that is kept. */
const MOST_KEPT = 20_000;

/** What is recorded of a letter: every line at its level, and the words unless it was skipped. */
export function recordOf(letter: Letter, draft: Draft | undefined): Recorded {
  const { customer, currency, total, lines, soon } = letter;
  const said = [...lines, ...soon].map(({ item, line, level }) => ({ item, line, level }));
  const text = draft ? wholeText(draft).slice(0, MOST_KEPT) : "";
  return { customer, currency, total, lines: said, ...(text === "" ? {} : { text }) };
}

/** Days past due of the oldest line; nothing is late of a letter before the due date. */
export function oldestDays({ lines }: Letter): number {
  return Math.max(0, ...lines.map(({ days }) => days));
}
