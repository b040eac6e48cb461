import {
  type Account,
  accountDunningOf,
  type Change,
  creditPolicyOf,
  type DunningLetter,
  type DunningScope,
  dunningLanguageOf,
  type Entry,
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
import { Refusal } from "../../refusal.ts";
import { actorOf } from "../deciders.ts";
import type { Ledger } from "../ledger.ts";
import { loadCustomer, loadCustomers } from "../loaded-accounts.ts";
import { draftOf, idsFor } from "../plan.ts";
import { readEntryOf } from "../single-entries.ts";
import { book } from "./booking.ts";
import { hourIn, readingOf, todayIn } from "./reading.ts";
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
function scopeNow({ ledger, asOf, asKnownAt: knownAt, policy }: AskedReading, input: Input<"remind">) {
  const scope: DunningScope = { asOf, knownAt, policy, settings: ledger.book.settings };
  return input.asOf === undefined ? { ...scope, hour: hourIn(ledger) } : scope;
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

/**
 * Records letters as drafted, sent by hand or skipped. Each is compared with what is due now: a customer who has paid,
 * promised or been reminded since the preview drops out, and is named.
 */
export function recordReminders(input: Input<"recordReminders">): Output<"recordReminders"> {
  const dropped: { customer: string; name: string }[] = [];
  const booked = book(input, (ledger) => {
    loadCustomers(
      ledger,
      input.letters.map(({ customer }) => customer),
    );
    const changes = recordedChanges(input, ledger, dropped);
    if (changes.length === 0) throw new Refusal("remindersChanged", {});
    return draftOf("recordReminders", input.action, "", changes);
  });
  const entry = readEntryOf(input.action);
  return { ...booked, recorded: remindersIn(entry), dropped };
}

function remindersIn(entry: Entry | undefined): number {
  return entry?.changes.filter(({ put }) => put === "reminder").length ?? 0;
}

type Recorded = Input<"recordReminders">["letters"][number];

function recordedChanges(
  { letters, state, channel, by }: Input<"recordReminders">,
  ledger: Ledger,
  dropped: { customer: string; name: string }[],
): Change[] {
  const ids = idsFor(ledger.book.head.seq + 1);
  const reading = readingOf(ledger, {});
  const { asOf: date, policy } = reading;
  const seen = new Set<string>();
  return letters.flatMap((letter): Change[] => {
    const { customer } = loadCustomer(ledger, letter.customer);
    const key = `${customer.id} ${letter.currency}`;
    if (seen.has(key) || !isStillDue(letter, loadCustomer(ledger, letter.customer), reading)) {
      dropped.push({ customer: customer.id, name: customer.name });
      return [];
    }
    seen.add(key);
    const { lines, currency, total, text } = letter;
    const id = ids.reminder();
    const row = {
      ...{ id, customer: customer.id, date, state, lines, currency, total },
      ...(channel ? { channel } : {}),
      ...{ by: actorOf(by), policyVersion: policy.version },
    };
    return [
      { put: "reminder", row },
      ...(text && state !== "skipped" ? [{ put: "document", row: { id, text } } as const] : []),
    ];
  });
}

/** Whether just these lines, at these levels and for this sum, are what is due now. */
function isStillDue(letter: Recorded, account: Account, reading: ReturnType<typeof readingOf>): boolean {
  const { asOf, asKnownAt: knownAt, policy, ledger } = reading;
  const scope = { asOf, knownAt, policy, settings: ledger.book.settings };
  const now = accountDunningOf(account, scope).letters.find(({ currency }) => currency === letter.currency);
  const lines = [...(now?.lines ?? []), ...(now?.soon ?? [])];
  if (!now || now.total !== letter.total || lines.length !== letter.lines.length) return false;
  const due = new Set(lines.map(({ line, level }) => `${line.item.id} ${line.line} ${level}`));
  return letter.lines.every(({ item, line, level }) => due.has(`${item} ${line} ${level}`));
}

/** Pauses reminders 暂停催款 of a customer until a day; an earlier day than today ends the pause. */
export function pauseReminders(input: Input<"pauseReminders">): Output<"pauseReminders"> {
  return book(input, (ledger) => {
    const { customer } = loadCustomer(ledger, input.customer);
    const row = {
      id: idsFor(ledger.book.head.seq + 1).reminder(),
      ...{ customer: customer.id, date: todayIn(ledger), state: "paused" as const, lines: [] },
      ...{ until: input.until, by: actorOf(input.by) },
      ...(input.note ? { note: input.note } : {}),
    };
    return draftOf("pauseReminders", input.action, "", [{ put: "reminder", row }]);
  });
}
