import {
  type Account,
  accountDunningOf,
  creditPolicyOf,
  type DunningLetter,
  type DunningScope,
  dunningLanguageOf,
  exclusionText,
  fileOf,
  type LeftOut,
  type LetterLanguage,
  nameKey,
  type PlainDate,
  plus,
  type Receipt,
  reminderDigestOf,
  reminderLetterOf,
  sumsByCurrency,
  toneOf,
  UNIDENTIFIED,
  ZERO,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { hourIn, scopeOf } from "./reading.ts";
import { type AskedReading, readAsked } from "./reading-asked.ts";

type Preview = Output<"remind">;
type Letter = Preview["letters"][number];

/** Who is due a reminder 催款, in which words, and who is not and why. */
export function remind(input: Input<"remind">): Preview {
  const reading = readAsked(input);
  const { ledger, asOf, asKnownAt, policy } = reading;
  const scope = scopeNow(reading, input);
  const found = reading.accounts
    .filter(
      ({ customer }) => customer.id !== UNIDENTIFIED && isWhose(customer.salesperson, input.salesperson),
    )
    .map((account) => ({ account, dunning: accountDunningOf(account, scope) }));
  const letters = found.flatMap(({ account, dunning }) =>
    dunning.letters.map((letter) => ({ account, letter })),
  );
  const receipts = [...ledger.book.accounts.values()].flatMap((account) => account.receipts);
  const lastReceipt = lastDayOf(receipts, reading);
  const { receiptsEnteredThrough } = ledger.book.settings;
  return {
    ...{ asOf, asKnownAt, policyVersion: policy.version },
    letters: letters.map(({ account, letter }) => letterOf(account, letter, reading, input.language)),
    excluded: found.flatMap(({ account, dunning }) => excludedOf(account, dunning.leftOut, reading)),
    digest: digestOf(letters, reading),
    isFirst: found.every(({ account }) => fileOf(account).reminders.every(({ voided }) => voided > 0)),
    ...(lastReceipt ? { lastReceipt } : {}),
    ...(receiptsEnteredThrough ? { receiptsEnteredThrough } : {}),
  };
}

function isWhose(own: string | undefined, asked: string | undefined): boolean {
  return asked === undefined || nameKey(own ?? "") === nameKey(asked);
}

/** The hour matters only of a run for now. */
function scopeNow(reading: AskedReading, input: Input<"remind">): DunningScope {
  const scope = scopeOf(reading);
  return input.asOf === undefined ? { ...scope, hour: hourIn(reading.ledger) } : scope;
}

function lastDayOf(receipts: readonly Receipt[], { asOf }: AskedReading) {
  const days = receipts.filter(({ date, amount }) => amount > 0 && date <= asOf).map(({ date }) => date);
  return days.sort()[days.length - 1];
}

function letterOf(
  account: Account,
  letter: DunningLetter,
  { ledger, asOf, policy }: AskedReading,
  asked: LetterLanguage | undefined,
): Letter {
  const { customer } = account;
  const { dunning } = creditPolicyOf(policy);
  const language = asked ?? dunningLanguageOf(customer.language, ledger.book.settings.language);
  const tone = toneOf(letter.level, customer.segment, dunning);
  const own = dunning.templates.find((each) => each.level === tone && each.language === language);
  const facts = {
    letter: { ...letter, level: tone },
    customer: customer.name,
    firm: ledger.book.settings.firm,
    asOf,
  };
  const said = (account.file?.reminders ?? []).filter(
    ({ state, voided }) => voided === 0 && (state === "sent" || state === "drafted"),
  );
  const last = said.map(({ date }) => date).sort()[said.length - 1];
  return {
    ...{ customer: customer.id, code: customer.code, name: customer.name },
    salesperson: customer.salesperson ?? "",
    ...{ currency: letter.currency, level: letter.level, total: letter.total, language },
    lines: letter.lines.map((line) => lineTold(line, asOf)),
    soon: letter.soon.map((line) => lineTold(line, asOf)),
    soonTotal: letter.soonTotal,
    words: reminderLetterOf(facts, language, own),
    ...(last ? { lastReminder: last } : {}),
  };
}

function lineTold(
  { line: { item, line, due, open }, level, days }: DunningLetter["lines"][number],
  asOf: PlainDate,
): Letter["lines"][number] {
  return {
    ...{ item: item.id, line, level, days, open, due: due ?? asOf },
    ...(item.number ? { number: item.number } : {}),
  };
}

/** What is left out of one customer, for each reason and currency together. */
function excludedOf(
  { customer }: Account,
  leftOut: readonly LeftOut[],
  { ledger }: AskedReading,
): Preview["excluded"] {
  const sums = new Map<string, Preview["excluded"][number]>();
  for (const { line, exclusion } of leftOut) {
    const { currency } = line.item;
    const key = `${exclusion.why} ${currency}`;
    const known = sums.get(key);
    sums.set(key, {
      ...{ customer: customer.id, code: customer.code, name: customer.name, why: exclusion.why, currency },
      ...("until" in exclusion ? { until: exclusion.until } : {}),
      amount: plus(known?.amount ?? ZERO, line.open),
      count: (known?.count ?? 0) + 1,
      text: exclusionText(exclusion, ledger.style.language),
    });
  }
  return [...sums.values()];
}

function digestOf(
  letters: readonly { account: Account; letter: DunningLetter }[],
  { ledger, asOf }: AskedReading,
): Preview["digest"] {
  const byPerson = new Map<string, { customer: string; letter: DunningLetter }[]>();
  for (const { account, letter } of letters) {
    const { salesperson = "", name: customer } = account.customer;
    byPerson.set(salesperson, [...(byPerson.get(salesperson) ?? []), { customer, letter }]);
  }
  const { language } = ledger.style;
  return [...byPerson].map(([salesperson, own]) => ({
    salesperson,
    customers: new Set(own.map(({ customer }) => customer)).size,
    sums: sumsByCurrency(own.map(({ letter: { currency, total } }) => ({ currency, amount: total }))),
    text: reminderDigestOf(own, { salesperson, asOf, language }),
  }));
}
