import { type LetterLanguage, LetterLanguageShape, ReminderChannelShape } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import {
  asKnownAtOption,
  currencyOption,
  customerOption,
  dayOption,
  needed,
  neededAmount,
  neededDay,
  oneOf,
  textOptions,
} from "./options.ts";
import { Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

/** How many letters one call records. */
const RECORDED_AT_ONCE = 100;

const STATES = ["drafted", "sent", "skipped"] as const;

/** `remind [--as-of D] [--customer K] [--record sent --channel wechat]`: who is due a reminder, who is not and why. */
export async function remind(session: CliSession): Promise<unknown> {
  const language: LetterLanguage | undefined = oneOf(session, "language", LetterLanguageShape.options);
  const state = oneOf(session, "record", STATES);
  const asOf = dayOption(session, "as-of", "asOf");
  if (state !== undefined && asOf.asOf !== undefined)
    throw new Refused({
      en: "What is recorded is said today: leave --as-of out.",
      zh: "记录的都是今天的提醒：请去掉 --as-of。",
    });
  const preview = await session.call("remind", {
    ...asOf,
    ...asKnownAtOption(session),
    ...(await customerOption(session)),
    ...textOptions(session, { salesperson: "salesperson" }),
    ...(language ? { language } : {}),
  });
  if (state === undefined || preview.letters.length === 0) return preview;
  return { ...preview, recorded: await recorded(session, preview, state) };
}

/** All letters of the preview, a hundred a call; killed in between, what is left is due still. */
async function recorded(
  session: CliSession,
  { letters }: Output<"remind">,
  state: (typeof STATES)[number],
): Promise<{ count: number; dropped: string[] }> {
  const channel = oneOf(session, "channel", ReminderChannelShape.options);
  const action = session.newAction();
  let count = 0;
  const dropped: string[] = [];
  for (let from = 0; from < letters.length; from += RECORDED_AT_ONCE) {
    const part = letters.slice(from, from + RECORDED_AT_ONCE);
    const told = await session.call("recordReminders", {
      action: from === 0 ? action : `${action}:${from}`.slice(0, 64),
      state,
      ...(channel ? { channel } : {}),
      letters: part.map(({ customer, currency, total, lines, soon, words }) => ({
        ...{ customer, currency, total, text: words.text },
        lines: [...lines, ...soon].map(({ item, line, level }) => ({ item, line, level })),
      })),
      ...textOptions(session, { by: "by" }),
    });
    count += told.recorded;
    dropped.push(...told.dropped.map(({ name }) => name));
  }
  return { count, dropped };
}

/** `pause --customer K --until D [--note TEXT]`: no reminders up to that day. */
export async function pause(session: CliSession): Promise<unknown> {
  const { id: customer } = await session.call("findCustomer", { code: needed(session, "customer") });
  return session.call("pauseReminders", {
    ...{ action: session.newAction(), customer, until: neededDay(session, "until") },
    ...textOptions(session, { note: "note", by: "by" }),
  });
}

/** `promise --customer K --amount N --until D [--made D]`: a promise to pay. */
export async function promise(session: CliSession): Promise<unknown> {
  const { id, currency: own } = await session.call("findCustomer", { code: needed(session, "customer") });
  const { currency = own } = currencyOption(session);
  return session.call("addPromise", {
    ...{ action: session.newAction(), customer: id, until: neededDay(session, "until"), currency },
    amount: neededAmount(session, "amount", currency),
    ...dayOption(session, "made", "madeOn"),
    ...textOptions(session, { note: "note", by: "by" }),
  });
}

/** `duties [--as-of D]`: what there is to do about credit. */
export async function duties(session: CliSession): Promise<unknown> {
  return session.call("duties", dayOption(session, "as-of", "asOf"));
}

/** `standing --customer K [--as-of D]`: everything the ledger thinks of one customer. */
export async function standing(session: CliSession): Promise<unknown> {
  const { id: customer } = await session.call("findCustomer", { code: needed(session, "customer") });
  return session.call("standing", { customer, ...dayOption(session, "as-of", "asOf") });
}
