import {
  type Account,
  accountDunningOf,
  type CurrencySum,
  compareText,
  creditPolicyOf,
  daysAfter,
  fileOf,
  type Grade,
  isKnownAt,
  monthsAfter,
  type PlainDate,
  promisesOf,
  sumsByCurrency,
  UNIDENTIFIED,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { decidersAsked } from "../deciders.ts";
import { type Reading, readWhole, scopeOf } from "./reading.ts";

type Duties = Output<"duties">;

/** What there is to do about credit: who is due a reminder, who broke a promise, whose grade nobody has looked at. */
export function duties(input: Input<"duties">): Duties {
  const reading = readWhole(input);
  const { asOf } = reading;
  const accounts = [...reading.ledger.book.accounts.values()].filter(
    ({ customer }) => customer.id !== UNIDENTIFIED,
  );
  const dunned = accounts.map((account) => ({
    account,
    dunning: accountDunningOf(account, scopeOf(reading)),
  }));
  const next = nextOf(dunned, reading);
  return {
    asOf,
    reminders: remindersDue(dunned),
    broken: accounts.flatMap((account) => brokenOf(account, reading)),
    reviews: accounts
      .flatMap((account) => reviewOf(account, reading))
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    ...(next ? { next } : {}),
    ...decidersAsked(reading.ledger.book.users),
  };
}

interface Dunned {
  readonly account: Account;
  readonly dunning: ReturnType<typeof accountDunningOf>;
}

/** The first day on which somebody may be reminded again, or a live promise comes to its day. */
function nextOf(dunned: readonly Dunned[], reading: Reading): Duties["next"] {
  const coming = dunned.flatMap(({ account, dunning: { leftOut } }): NonNullable<Duties["next"]>[] => {
    const { name } = account.customer;
    const live = promisesOf(account, scopeOf(reading)).filter(({ state }) => state === "live");
    return [
      ...leftOut.flatMap(({ exclusion }) =>
        "until" in exclusion ? [{ day: againFrom(exclusion), what: "remind" as const, name }] : [],
      ),
      ...live.map(({ until: day }) => ({ day, what: "promise" as const, name })),
    ];
  });
  return coming.sort((a, b) => compareText(a.day, b.day))[0];
}

/** A pause names its last day, the others the first day after them. */
function againFrom({ why, until }: { readonly why: string; readonly until: PlainDate }): PlainDate {
  return why === "paused" ? daysAfter(until, 1) : until;
}

function remindersDue(dunned: readonly Dunned[]): Duties["reminders"] {
  const sums: CurrencySum[] = [];
  let customers = 0;
  for (const { dunning } of dunned) {
    const { letters } = dunning;
    if (letters.length > 0) customers += 1;
    sums.push(...letters.map(({ currency, total }) => ({ currency, amount: total })));
  }
  return { customers, sums: sumsByCurrency(sums) };
}

/** Promises that were not kept and after which nothing was promised anew in their currency. */
function brokenOf(account: Account, reading: Reading): Duties["broken"] {
  const last = new Map(promisesOf(account, scopeOf(reading)).map((each) => [each.currency, each]));
  return [...last.values()].flatMap(({ id: promise, until, currency, amount, state }) =>
    state === "broken" || state === "partlyKept"
      ? [{ ...whoOf(account), promise, until, currency, amount, state }]
      : [],
  );
}

function whoOf({ customer: { id: customer, code, name } }: Account) {
  return { customer, code, name };
}

/** 复审: so many months after the last one as its grade says; a customer on account who never had one is due. */
function reviewOf(account: Account, { asOf, asKnownAt, policy }: Reading): Duties["reviews"] {
  const { limitType, onAccount } = account.customer;
  if (onAccount === false || limitType === undefined || limitType === "notSet" || limitType === "none")
    return [];
  const done = fileOf(account).reviews.filter((each) => isKnownAt(each, asKnownAt) && each.on <= asOf);
  const last = done[done.length - 1];
  const dueOn = last ? monthsAfter(last.on, monthsFor(last.grade, policy)) : firstDayOf(account);
  if (dueOn === undefined || dueOn > asOf) return [];
  return [{ ...whoOf(account), grade: last?.grade ?? "", dueOn }];
}

function monthsFor(grade: Grade, policy: Reading["policy"]): number {
  return creditPolicyOf(policy).matrix[grade].reviewMonths;
}

function firstDayOf({ items }: Account): PlainDate | undefined {
  return items.map(({ date }) => date).sort()[0];
}
