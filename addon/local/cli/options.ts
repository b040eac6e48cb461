import {
  type Currency,
  currencyNamed,
  currencyUnknownText,
  dateFromIso,
  isCurrency,
  type Money,
  moneyFromDecimal,
  type PlainDate,
} from "../../../core/index.ts";
import { notOneOf, notSaid, Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

/** The value of an option that must be given. */
export function needed(session: CliSession, name: string): never | string {
  const value = session.args.options[name];
  if (!value) throw notSaid(name);
  return value;
}

/** A day option under the name that the call wants; nothing where it is not given. */
export function dayOption<K extends string>(
  session: CliSession,
  name: string,
  key: K,
): { [P in K]?: PlainDate } {
  const text = session.args.options[name];
  if (!text) return {};
  const day = dateFromIso(text);
  if (!day)
    throw new Refused({
      en: `--${name} is a day such as 2026-11-22, not "${text}".`,
      zh: `--${name} 应为 2026-11-22 这样的日期，读到“${text}”。`,
    });
  return { [key]: day } as { [P in K]?: PlainDate };
}

/** The day that an option must give. */
export function neededDay(session: CliSession, name: string): PlainDate {
  needed(session, name);
  const { day } = dayOption(session, name, "day");
  if (!day) throw notSaid(name);
  return day;
}

/** An amount as decimal text, such as 1234.50. */
export function neededAmount(session: CliSession, name: string, currency: Currency): Money {
  const text = needed(session, name);
  const read = moneyFromDecimal(text, currency);
  if (!read || read.rounded)
    throw new Refused({
      en: `--${name} is an amount such as 1234.50, not "${text}".`,
      zh: `--${name} 应为 1234.50 这样的金额，读到“${text}”。`,
    });
  return read.amount;
}

/** A currency by its code or by any of its names, such as RMB or 美元; nothing where it is not given. */
export function currencyOption(session: CliSession): { currency?: Currency } {
  const text = session.args.options.currency;
  return text === undefined ? {} : { currency: currencyNamed(text, "CNY") ?? text };
}

/** The same where only a currency that is known will do. */
export function knownCurrencyOption(session: CliSession): { currency?: Currency } {
  const { currency } = currencyOption(session);
  if (currency === undefined) return {};
  if (!isCurrency(currency)) throw new Refused(currencyUnknownText(currency));
  return { currency };
}

export function asKnownAtOption(session: CliSession): { asKnownAt?: number } {
  const text = session.args.options["as-known-at"];
  if (!text) return {};
  if (!/^\d+$/.test(text))
    throw new Refused({
      en: `--as-known-at is a place in the journal such as 120, not "${text}".`,
      zh: `--as-known-at 应为流水号，如 120，读到“${text}”。`,
    });
  return { asKnownAt: Number(text) };
}

/** Text options under the names that the call wants; those not given are left out. */
export function textOptions<K extends string>(
  session: CliSession,
  names: Record<string, K>,
): { [P in K]?: string } {
  const found: Partial<Record<K, string>> = {};
  for (const [name, key] of Object.entries(names)) {
    const value = session.args.options[name];
    if (value) found[key] = value;
  }
  return found;
}

/** An option that is one of a few words; nothing where it is not given. */
export function oneOf<W extends string>(
  session: CliSession,
  name: string,
  words: readonly W[],
): W | undefined {
  const text = session.args.options[name];
  if (text === undefined) return undefined;
  const word = words.find((each) => each === text);
  if (!word) throw notOneOf(name, words);
  return word;
}

/** The id of the customer whose code an option gives; nothing where it is not given. */
export async function customerOption(session: CliSession): Promise<{ customer?: string }> {
  const { customer: code } = session.args.options;
  return code ? { customer: (await session.call("findCustomer", { code })).id } : {};
}
