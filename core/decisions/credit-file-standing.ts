import { approvalStateOf, decisionOf } from "../records/approval.ts";
import type { Account } from "../records/book.ts";
import { fileOf } from "../records/credit-file.ts";
import { isKnownAt, type Known } from "../records/known-fact.ts";
import { byMaking, placeInId } from "../records/record-id.ts";
import type { PromiseToPay } from "../records/reminder.ts";
import type { Grade } from "../records/scorecard.ts";
import type { PlainDate } from "../values/date.ts";
import type { HoldInForce, ReleaseInForce } from "./order-shape.ts";
import { type PromiseState, promiseStateOf } from "./promise.ts";

/** As of which day and place in the journal. */
interface AsKnown {
  readonly asOf: PlainDate;
  readonly knownAt: number;
}

/**
 * The holds 信用冻结 in force at the end of a day, a stop of supply first.
 *
 * @example
 * holdsInForce(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { asOf: plainDate("2026-11-22"), knownAt: 9 }) // => []
 */
export function holdsInForce(
  account: Account,
  { asOf, knownAt }: AsKnown,
): (HoldInForce & { readonly id: string; readonly on: PlainDate })[] {
  return fileOf(account)
    .holds.filter((hold) => isKnownAt(hold, knownAt) && hold.on <= asOf)
    .filter(({ lifted }) => lifted === undefined || lifted.on > asOf)
    .map(({ id, kind, reason, by, on }) => ({ id, kind, reason, by, on }))
    .sort((a, b) => (a.kind === b.kind ? 0 : a.kind === "block" ? -1 : 1));
}

/**
 * The releases 放行 in force at the end of a day. One that names no order is used up by the first order that is reported
 * after it: from then on it holds for that one alone.
 *
 * @example
 * releasesInForce(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { asOf: plainDate("2026-11-22"), knownAt: 9 }) // => []
 */
export function releasesInForce(account: Account, { asOf, knownAt }: AsKnown): ReleaseInForce[] {
  return fileOf(account).approvals.flatMap((approval): ReleaseInForce[] => {
    const { subject, amount } = approval;
    const decision = decisionOf(approval);
    if (subject.kind !== "release" || !decision || !isKnownAt(approval, knownAt)) return [];
    if (approvalStateOf(approval, asOf) !== "granted" || decision.on > asOf) return [];
    const ceiling = decision.ceiling ?? amount;
    if (ceiling === undefined || decision.until === undefined) return [];
    const order = subject.order ?? firstOrderAfter(account, approval, { asOf, knownAt });
    const { by, until } = decision;
    return [{ by, until, ceiling, ...(order === undefined ? {} : { order }) }];
  });
}

/** By its place in the journal: an order may be for a later day than the one on which it is reported. */
function firstOrderAfter(
  { orders }: Account,
  { seq }: Known<object>,
  { knownAt }: AsKnown,
): string | undefined {
  const later = orders.filter((order) => placeInId(order.id) > seq && isKnownAt(order, knownAt));
  return later.sort((a, b) => byMaking(a.id, b.id))[0]?.reference;
}

/** A grade that somebody has decided on, while it holds. */
export interface GradeOverride {
  readonly grade: Grade;
  readonly by: string;
  readonly until?: PlainDate;
  readonly reason?: string;
}

/**
 * The grade that was decided on beside the scorecard 等级调整; the latest one that holds.
 *
 * @example
 * gradeOverrideOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { asOf: plainDate("2026-11-22"), knownAt: 9 }) // => undefined
 */
export function gradeOverrideOf(account: Account, { asOf, knownAt }: AsKnown): GradeOverride | undefined {
  const granted = fileOf(account).approvals.flatMap((approval): GradeOverride[] => {
    const { subject } = approval;
    const decision = decisionOf(approval);
    if (subject.kind !== "grade" || !decision || !isKnownAt(approval, knownAt)) return [];
    if (approvalStateOf(approval, asOf) !== "granted" || decision.on > asOf) return [];
    const { by, until, reason } = decision;
    return [{ grade: subject.grade, by, ...(until ? { until } : {}), ...(reason ? { reason } : {}) }];
  });
  return granted[granted.length - 1];
}

/** A promise, and how it stands. */
export type StandingPromise = Known<PromiseToPay> & { readonly state: PromiseState };

/**
 * The promises to pay 付款承诺 made by the end of a day, and how each stands.
 *
 * @example
 * promisesOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { asOf: plainDate("2026-11-22"), knownAt: 9 }) // => []
 */
export function promisesOf(account: Account, scope: AsKnown): StandingPromise[] {
  return fileOf(account)
    .promises.filter((promise) => isKnownAt(promise, scope.knownAt) && promise.madeOn <= scope.asOf)
    .map((promise) => ({ ...promise, state: promiseStateOf(account, promise, scope) }));
}

/**
 * How many promises were not kept since the customer last kept one.
 *
 * @example
 * brokenPromisesOf([]) // => 0
 */
export function brokenPromisesOf(promises: readonly Pick<StandingPromise, "state" | "until">[]): number {
  const ended = [...promises]
    .filter(({ state }) => state !== "live")
    .sort((a, b) => (a.until < b.until ? 1 : -1));
  const kept = ended.findIndex(({ state }) => state === "kept");
  return kept < 0 ? ended.length : kept;
}

/**
 * Ids of the items under a promise that is live: nobody is reminded of them.
 *
 * @example
 * promisedItemsOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { asOf: plainDate("2026-11-22"), knownAt: 9 }).size // => 0
 */
export function promisedItemsOf(account: Account, scope: AsKnown): ReadonlySet<string> {
  const live = promisesOf(account, scope).filter(({ state }) => state === "live");
  const ids = live.flatMap(({ items, currency, madeOn }) => {
    const own = account.items.filter((item) => item.currency === currency && item.date <= madeOn);
    return own.map(({ id }) => id).filter((id) => items === undefined || items.includes(id));
  });
  return new Set(ids);
}

/**
 * Until which day a customer is not reminded 暂停催款; a later word on it replaces the earlier one.
 *
 * @example
 * pausedUntilOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { asOf: plainDate("2026-11-22"), knownAt: 9 }) // => undefined
 */
export function pausedUntilOf(account: Account, { asOf, knownAt }: AsKnown): PlainDate | undefined {
  const paused = fileOf(account).reminders.filter(
    (each) => each.state === "paused" && isKnownAt(each, knownAt) && each.date <= asOf,
  );
  return paused[paused.length - 1]?.until;
}
