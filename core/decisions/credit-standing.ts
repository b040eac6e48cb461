import { smallAmountIn } from "../calculations/apply.ts";
import { type Columns, columnsOf } from "../calculations/columns.ts";
import { isAdvance, openCreditsOf, openLinesOf } from "../calculations/open-amounts.ts";
import { afterRefunds } from "../calculations/refunds.ts";
import type { Account } from "../records/book.ts";
import { limitOn } from "../records/credit-file.ts";
import { creditPolicyOf } from "../records/credit-policy.ts";
import { inBaseCurrency } from "../records/exchange-rate.ts";
import { isKnownAt } from "../records/known-fact.ts";
import { isDisputedOn } from "../records/open-item.ts";
import type { Policy, Settings } from "../records/policy.ts";
import { dayNumberOf, daysBetween } from "../values/date.ts";
import { type Currency, type Money, minus, plus, smaller, ZERO } from "../values/money.ts";
import { codeKey } from "../values/text.ts";
import { brokenPromisesOf, holdsInForce, promisesOf, releasesInForce } from "./credit-file-standing.ts";
import { type Exposure, type ExposureGap, grossOf, isRunning, leftOf, shippedOf } from "./exposure.ts";
import { currencyOf, type JudgementScope, judgementOf, limitInBase } from "./judgement.ts";
import type { CreditStanding, OrderAsked, OrderPolicy } from "./order-shape.ts";

/** Settings that an order check looks at. */
export interface StandingScope extends JudgementScope {
  readonly settings: Pick<Settings, "baseCurrency" | "debtCarriedBy" | "receiptsEnteredThrough">;
}

/**
 * What the ledger knows of a customer when an order is asked about 信用状况: exposure, grade, what is overdue and what is
 * disputed. What is below the small amount of its currency is never overdue; what is disputed stands apart.
 *
 * @example
 * creditStandingOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { asOf: plainDate("2026-11-22"), knownAt: 1, policy: DEFAULT_POLICY, settings: DEFAULT_SETTINGS }).overdue // => { amount: 0, oldestDays: 0 }
 */
export function creditStandingOf(account: Account, scope: StandingScope): CreditStanding {
  const { exposure, grade, override } = judgementOf(account, scope);
  const { receiptsEnteredThrough } = scope.settings;
  return {
    ...limitsOf(account, exposure, scope),
    grade: override?.grade ?? grade.grade,
    ...pastDueOf(account, scope),
    brokenPromises: brokenPromisesOf(promisesOf(account, scope)),
    holds: holdsInForce(account, scope),
    releases: releasesInForce(account, scope),
    ...(receiptsEnteredThrough ? { receiptsEnteredThrough } : {}),
  };
}

/** The limit in force that day, in the ledger's own currency; one that has no rate makes the exposure unknown. */
function limitsOf(
  account: Account,
  exposure: Exposure,
  scope: StandingScope,
): Pick<CreditStanding, "customer" | "exposure" | "limitUntil"> {
  const { naturalPerson, onAccount } = account.customer;
  const { limitType, limit, limitUntil } = limitOn(account, scope);
  const person = {
    ...(naturalPerson === undefined ? {} : { naturalPerson }),
    ...(onAccount === undefined ? {} : { onAccount }),
    ...(limitType === undefined ? {} : { limitType }),
  };
  const expiry = limitUntil === undefined ? {} : { limitUntil };
  if (limit === undefined) return { customer: person, exposure, ...expiry };
  const own = limitInBase(account, limit, scope);
  if (own !== undefined) return { customer: { ...person, limit: own }, exposure, ...expiry };
  const gap = { kind: "rateMissing", currency: currencyOf(account, scope) } as const;
  const others = exposure.isKnown ? [] : exposure.missing.filter((each) => !isSameGap(each, gap));
  return {
    customer: person,
    exposure: { isKnown: false, missing: [...others, gap] },
    ...expiry,
  };
}

function isSameGap(a: ExposureGap, b: ExposureGap): boolean {
  return a.kind === "rateMissing" && b.kind === "rateMissing" && a.currency === b.currency;
}

function pastDueOf(account: Account, scope: StandingScope): Pick<CreditStanding, "overdue" | "disputed"> {
  const { asOf, knownAt, policy, settings } = scope;
  const own = ownCurrency(scope);
  const columns = columnsOf([account], { knownAt, debtCarriedBy: settings.debtCarriedBy });
  const unapplied = unappliedIn(columns, scope);
  let [amount, disputed, oldestDays] = [ZERO, ZERO, 0];
  for (const { item, due, open } of openLinesOf(columns, dayNumberOf(asOf))) {
    const isDisputed = isDisputedOn(item, asOf);
    if (isDisputed) disputed = plus(disputed, own(open, item.currency));
    const small = smallAmountIn(item.currency, policy, settings.baseCurrency) ?? ZERO;
    if (isDisputed || due === undefined || due >= asOf || open <= small) continue;
    const covered = smaller(open, unapplied.get(item.currency) ?? ZERO);
    unapplied.set(item.currency, minus(unapplied.get(item.currency) ?? ZERO, covered));
    if (minus(open, covered) <= small) continue;
    amount = plus(amount, own(minus(open, covered), item.currency));
    oldestDays = Math.max(oldestDays, daysBetween(due, asOf));
  }
  return { overdue: { amount, oldestDays }, disputed };
}

/** Money on nothing, positive, by currency: what it covers is not overdue, it only was not put there yet. */
function unappliedIn(columns: Columns, { asOf }: StandingScope): Map<Currency, Money> {
  const sums = new Map<Currency, Money>();
  for (const credit of afterRefunds(openCreditsOf(columns, dayNumberOf(asOf)))) {
    const { currency, open } = credit;
    if (open > 0 && !isAdvance(credit)) sums.set(currency, plus(sums.get(currency) ?? ZERO, open));
  }
  return sums;
}

/** In the ledger's own currency; what has no rate is nothing here, and makes the exposure unknown. */
function ownCurrency({
  asOf: on,
  policy,
  settings,
}: StandingScope): (sum: Money, currency: Currency) => Money {
  const { rates } = creditPolicyOf(policy);
  return (sum, currency) => inBaseCurrency(sum, currency, { base: settings.baseCurrency, rates, on }) ?? ZERO;
}

/**
 * What a policy says about orders, in the ledger's own currency.
 *
 * @example
 * orderPolicyOf(DEFAULT_POLICY, "CNY").smallAmount // => 1000
 */
export function orderPolicyOf(policy: Policy, base: Currency): OrderPolicy {
  const { orders, matrix } = creditPolicyOf(policy);
  const { A, B, C, D, N } = matrix;
  const { observeUntil } = policy;
  return {
    ...orders,
    ...(observeUntil ? { observeUntil } : {}),
    smallAmount: smallAmountIn(base, policy, base) ?? ZERO,
    atOrder: { A: A.atOrder, B: B.atOrder, C: C.atOrder, D: D.atOrder, N: N.atOrder },
  };
}

/**
 * What the ledger knows of an order that is asked about 已报订单: what of it counts already, so that it is compared and not
 * added, and what was shipped of it, which of an order that is delivered or cancelled is all that counts. In the ledger's
 * own currency; nothing of an order it does not know.
 *
 * @example
 * knownOrderOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), "SO-1", { asOf: plainDate("2026-11-22"), knownAt: 1, policy: DEFAULT_POLICY, settings: DEFAULT_SETTINGS }) // => {}
 */
export function knownOrderOf(
  account: Account,
  reference: string,
  scope: StandingScope,
): Pick<OrderAsked, "counted" | "shipped"> {
  const { asOf, knownAt, policy } = scope;
  const known = account.orders.filter(
    (each) => codeKey(each.reference) === codeKey(reference) && isKnownAt(each, knownAt),
  );
  const order = known.find(({ state }) => state === "reported") ?? known[known.length - 1];
  const credit = creditPolicyOf(policy);
  const gross = order && grossOf(order, credit.exposure);
  if (!order || gross === undefined) return {};
  const own = ownCurrency(scope);
  const shipped = shippedOf(account, order, { asOf, knownAt });
  const left = isRunning(order, credit.exposure, scope) ? leftOf(gross, shipped) : ZERO;
  return { counted: own(left, order.currency), shipped: own(shipped, order.currency) };
}
