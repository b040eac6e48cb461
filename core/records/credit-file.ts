import type { PlainDate } from "../values/date.ts";
import type { Money } from "../values/money.ts";
import type { Approval } from "./approval.ts";
import type { Account } from "./book.ts";
import type { Customer } from "./customer.ts";
import type { Hold, Review } from "./hold.ts";
import type { Known } from "./known-fact.ts";
import type { PromiseToPay, Reminder } from "./reminder.ts";

/** A limit as it was in force from a place in the journal on, and from a day on where one is known. */
export interface LimitInForce {
  readonly seq: number;
  readonly since?: PlainDate;
  readonly limitType?: Customer["limitType"];
  readonly limit?: Money;
  readonly until?: PlainDate;
}

/**
 * The credit file 信用档案 of a customer: what was asked for and decided, what is held, what was said to it and what it
 * promised. Facts stand in journal order.
 */
export interface CreditFile {
  approvals: Known<Approval>[];
  holds: Known<Hold>[];
  reviews: Known<Review>[];
  reminders: Known<Reminder>[];
  promises: Known<PromiseToPay>[];
  /** Every limit it had, once it had more than one. */
  limits: LimitInForce[];
}

/**
 * A file in which nothing stands.
 *
 * @example
 * emptyFile().holds // => []
 */
export function emptyFile(): CreditFile {
  return { approvals: [], holds: [], reviews: [], reminders: [], promises: [], limits: [] };
}

/**
 * A copy of a file with lists of its own.
 *
 * @example
 * copiedFile(emptyFile()).holds // => []
 */
export function copiedFile({
  approvals,
  holds,
  reviews,
  reminders,
  promises,
  limits,
}: CreditFile): CreditFile {
  return {
    approvals: [...approvals],
    holds: [...holds],
    reviews: [...reviews],
    reminders: [...reminders],
    promises: [...promises],
    limits: [...limits],
  };
}

const NOTHING: CreditFile = emptyFile();

/**
 * The credit file of an account; most have none.
 *
 * @example
 * fileOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" })).promises // => []
 */
export function fileOf({ file = NOTHING }: Pick<Account, "file">): Readonly<CreditFile> {
  return file;
}

/**
 * The limit in force on a day 当时额度, as known at a place in the journal: one set later does not count, and what nobody
 * dated holds from the beginning.
 *
 * @example
 * limitOn(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { asOf: plainDate("2026-11-22"), knownAt: 9 }) // => {}
 */
export function limitOn(
  account: Pick<Account, "customer" | "file">,
  { asOf, knownAt }: { readonly asOf: PlainDate; readonly knownAt: number },
): Limit {
  const { limits } = fileOf(account);
  if (limits.length === 0) return onlyLimitOf(account.customer, asOf);
  const known = limits.filter(({ seq, since }) => seq <= knownAt && (since === undefined || since <= asOf));
  const { limitType, limit, until } = known[known.length - 1] ?? {};
  return limitOf({
    ...(limitType === undefined ? {} : { limitType }),
    ...(limit === undefined ? {} : { limit }),
    ...(until === undefined ? {} : { limitUntil: until }),
  });
}

/** The only limit that a customer ever had, from its first day on. */
function onlyLimitOf(customer: Customer, asOf: PlainDate): Limit {
  const { limitSince } = customer;
  return limitSince === undefined || limitSince <= asOf ? limitOf(customer) : {};
}

type Limit = Pick<Customer, "limitType" | "limit" | "limitUntil">;

function limitOf({ limitType, limit, limitUntil }: Limit): Limit {
  return {
    ...(limitType === undefined ? {} : { limitType }),
    ...(limit === undefined ? {} : { limit }),
    ...(limitUntil === undefined ? {} : { limitUntil }),
  };
}
