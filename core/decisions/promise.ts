import type { Account } from "../records/book.ts";
import { isKnownAt } from "../records/known-fact.ts";
import type { PromiseToPay } from "../records/reminder.ts";
import type { PlainDate } from "../values/date.ts";
import { type Money, plus, smaller, ZERO } from "../values/money.ts";

/** How a promise stands: live until its day has passed, unless it is kept before. */
export type PromiseState = "live" | "kept" | "partlyKept" | "broken";

/**
 * How a promise to pay 付款承诺 stands at the end of a day: by the money that came from the day on which it was made to the
 * one it was made for. What came later keeps no promise; a draft that bounced is no money.
 *
 * @example
 * promiseStateOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { id: "w1.0", customer: "c1.0", madeOn: plainDate("2026-11-01"), until: plainDate("2026-11-20"), currency: "CNY", amount: money(100) }, { asOf: plainDate("2026-11-22"), knownAt: 1 }) // => "broken"
 */
export function promiseStateOf(
  account: Account,
  promise: PromiseToPay,
  { asOf, knownAt }: { readonly asOf: PlainDate; readonly knownAt: number },
): PromiseState {
  const { madeOn, until, currency, amount } = promise;
  const last = until < asOf ? until : asOf;
  const bounced = new Set(
    account.receipts.flatMap((each) =>
      isKnownAt(each, knownAt) && each.date <= asOf ? (each.reverses ?? []) : [],
    ),
  );
  const came = account.receipts
    .filter((each) => isKnownAt(each, knownAt) && each.currency === currency && each.reverses === undefined)
    .filter((each) => each.date >= madeOn && each.date <= last && !bounced.has(each.id))
    .reduce<Money>((sum, each) => plus(sum, each.amount), ZERO);
  if (smaller(came, amount) === amount) return "kept";
  if (asOf <= until) return "live";
  return came > 0 ? "partlyKept" : "broken";
}
