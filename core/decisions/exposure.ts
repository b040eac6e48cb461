import type { ColumnOptions } from "../calculations/column-shape.ts";
import { carriesDebt, columnsOf } from "../calculations/columns.ts";
import { openCreditsOf, openLinesOf } from "../calculations/open-amounts.ts";
import type { Account } from "../records/book.ts";
import type { Order } from "../records/customer.ts";
import { type ExchangeRate, inBaseCurrency } from "../records/exchange-rate.ts";
import { isThereAt, type Known } from "../records/known-fact.ts";
import { isDisputedOn, type OpenItem } from "../records/open-item.ts";
import { dayNumberOf, daysAfter, type PlainDate } from "../values/date.ts";
import {
  type Currency,
  type Money,
  minus,
  money,
  negated,
  plus,
  shareOf,
  smaller,
  ZERO,
} from "../values/money.ts";
import { codeKey } from "../values/text.ts";

/** What counts as exposure, by the policy. */
export interface ExposurePolicy {
  /** Drafts received and not matured count until they have paid. */
  readonly countsDrafts: boolean;
  /** Unapplied receipts and credits lower it. */
  readonly countsUnapplied: boolean;
  readonly countsDisputed: boolean;
  /** Orders for a day further off than so many days do not count yet. */
  readonly horizonDays: number;
  /** Tax in basis points on orders that were reported net; without it a net order has no known worth. */
  readonly orderTax?: number;
}

/** As of which day, in which currency. */
export interface ExposureScope extends ColumnOptions {
  readonly asOf: PlainDate;
  readonly baseCurrency: Currency;
  readonly rates: readonly ExchangeRate[];
}

/** The five lines of an exposure, in the ledger's own currency; all but the last raise it. */
export interface ExposureParts {
  /** 未清: open items, without what is disputed where the policy says so. */
  readonly open: Money;
  /** 已发货未开票: deliveries that no invoice carries yet. */
  readonly delivered: Money;
  /** 未交货订单 */
  readonly orders: Money;
  /** 未到期票据 */
  readonly drafts: Money;
  /** 未核销收款, zero or negative. */
  readonly unapplied: Money;
}

/** 信用敞口, or what keeps it from being known. */
export type Exposure =
  | { readonly isKnown: true; readonly total: Money; readonly parts: ExposureParts }
  | { readonly isKnown: false; readonly missing: readonly ExposureGap[] };

/** A currency without a rate, or an order whose tax is not known. */
export type ExposureGap =
  | { readonly kind: "rateMissing"; readonly currency: Currency }
  | { readonly kind: "orderTaxMissing"; readonly order: string };

/**
 * Exposure 信用敞口 (已占用额度) of one customer: what it owes, what was delivered or ordered and is not owed yet, and drafts
 * that may still bounce, less money that is on nothing. It does not depend on who looks, and does not change when an
 * order becomes a delivery and the delivery an invoice.
 *
 * @example
 * exposureOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { countsDrafts: true, countsUnapplied: true, countsDisputed: true, horizonDays: 90 }, { asOf: plainDate("2026-11-22"), baseCurrency: "CNY", rates: [], knownAt: 1, debtCarriedBy: "invoice" }).total // => 0
 */
export function exposureOf(account: Account, policy: ExposurePolicy, scope: ExposureScope): Exposure {
  const sums = new BaseSums(scope);
  const columns = columnsOf([account], scope);
  const day = dayNumberOf(scope.asOf);
  for (const { item, open } of openLinesOf(columns, day))
    if (policy.countsDisputed || !isDisputedOn(item, scope.asOf)) sums.add("open", open, item.currency);
  if (policy.countsUnapplied)
    for (const { currency, open } of openCreditsOf(columns, day))
      sums.add("unapplied", negated(open), currency);
  for (const { currency, left } of undebitedDeliveries(account, scope)) sums.add("delivered", left, currency);
  for (const order of account.orders.filter((each) => isRunning(each, policy, scope))) {
    const gross = grossOf(order, policy);
    if (gross === undefined) sums.miss(order.id, { kind: "orderTaxMissing", order: order.reference });
    else sums.add("orders", leftOf(gross, shippedOf(account, order, scope)), order.currency);
  }
  if (policy.countsDrafts)
    for (const { amount, currency } of draftsHeld(account, scope)) sums.add("drafts", amount, currency);
  return sums.exposure();
}

/** Sums in the ledger's own currency, and what could not be brought into it. */
class BaseSums {
  private readonly parts: Record<keyof ExposureParts, Money> = {
    ...{ open: ZERO, delivered: ZERO, orders: ZERO, drafts: ZERO, unapplied: ZERO },
  };
  private readonly missing = new Map<string, ExposureGap>();
  private readonly scope: ExposureScope;

  constructor(scope: ExposureScope) {
    this.scope = scope;
  }

  add(part: keyof ExposureParts, amount: Money, currency: Currency): void {
    if (amount === 0) return;
    const { baseCurrency: base, rates, asOf: on } = this.scope;
    const own = inBaseCurrency(amount, currency, { base, rates, on });
    if (own === undefined) this.missing.set(currency, { kind: "rateMissing", currency });
    else this.parts[part] = plus(this.parts[part], own);
  }

  miss(key: string, gap: ExposureGap): void {
    this.missing.set(key, gap);
  }

  exposure(): Exposure {
    const { parts, missing } = this;
    if (missing.size > 0) return { isKnown: false, missing: [...missing.values()] };
    const total = Object.values(parts).reduce((sum, each) => plus(sum, each), ZERO);
    return { isKnown: true, total, parts };
  }
}

/** A delivery, and what of it no invoice carries. */
interface Undebited extends Pick<OpenItem, "currency"> {
  readonly left: Money;
}

/** Deliveries of a ledger whose invoices carry the debt, as far as the invoices that name them do not reach. */
function undebitedDeliveries({ items }: Account, scope: ExposureScope): Undebited[] {
  const known = items.filter((item) => isThereAt(item, scope));
  const invoiced = new Map<string, Money>();
  for (const { kind, delivery, currency, amount } of known)
    if (kind === "invoice" && delivery !== undefined)
      addTo(invoiced, deliveryKey(delivery, currency), amount);
  return known.filter(isUndebited).map(({ number, currency, amount }) => {
    if (number === undefined) return { currency, left: amount };
    const key = deliveryKey(number, currency);
    const covered = smaller(amount, invoiced.get(key) ?? ZERO);
    addTo(invoiced, key, negated(covered));
    return { currency, left: minus(amount, covered) };
  });

  function isUndebited(item: OpenItem): boolean {
    return item.kind === "delivery" && !carriesDebt(item, scope) && item.linkedTo === undefined;
  }
}

function deliveryKey(number: string, currency: Currency): string {
  return `${currency} ${codeKey(number)}`;
}

function addTo(sums: Map<string, Money>, key: string, amount: Money): void {
  sums.set(key, plus(sums.get(key) ?? ZERO, amount));
}

/**
 * Whether an order counts: neither delivered, cancelled nor lapsed, and near enough.
 *
 * @example
 * isRunning({ id: "o1.0", customer: "c1.0", reference: "SO-1", date: plainDate("2026-11-01"), currency: "CNY", amount: money(100), basis: "gross", state: "delivered", seq: 1, voided: 0 }, { horizonDays: 90 }, { asOf: plainDate("2026-11-22"), knownAt: 1 }) // => false
 */
export function isRunning(
  order: Known<Order>,
  { horizonDays }: Pick<ExposurePolicy, "horizonDays">,
  { asOf, knownAt }: Pick<ExposureScope, "asOf" | "knownAt">,
): boolean {
  return isThereAt(order, { asOf: daysAfter(asOf, horizonDays), knownAt }) && order.state === "reported";
}

/**
 * An order with its tax; nothing where it was reported net and no tax is known.
 *
 * @example
 * grossOf({ amount: money(10000), basis: "net" }, { orderTax: 1300 }) // => 11300
 */
export function grossOf(
  { amount, basis }: Pick<Order, "amount" | "basis">,
  { orderTax }: Pick<ExposurePolicy, "orderTax">,
): Money | undefined {
  if (basis === "gross") return amount;
  return orderTax === undefined ? undefined : plus(amount, shareOf(amount, orderTax));
}

/**
 * What has been neither delivered nor invoiced of an order; never below nothing.
 *
 * @example
 * leftOf(money(100), money(130)) // => 0
 */
export function leftOf(gross: Money, shipped: Money): Money {
  return money(Math.max(0, minus(gross, shipped)));
}

/**
 * What was delivered or invoiced of an order: of both the larger sum, since an invoice follows its delivery.
 *
 * @example
 * shippedOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { reference: "SO-1", currency: "CNY" }, { asOf: plainDate("2026-11-22"), knownAt: 1 }) // => 0
 */
export function shippedOf(
  { items }: Account,
  { reference, currency }: Pick<Order, "reference" | "currency">,
  scope: Pick<ExposureScope, "asOf" | "knownAt">,
): Money {
  const sums = { delivery: 0, invoice: 0 };
  for (const item of items) {
    if (item.order !== reference || item.currency !== currency || !isThereAt(item, scope)) continue;
    if (item.kind === "delivery" || item.kind === "invoice") sums[item.kind] += item.amount;
  }
  return money(Math.max(sums.delivery, sums.invoice));
}

/** Drafts received by then that had not matured and had not bounced. */
function draftsHeld({ receipts }: Account, scope: ExposureScope) {
  const known = receipts.filter((receipt) => isThereAt(receipt, scope));
  const bounced = new Set(known.flatMap(({ reverses }) => reverses ?? []));
  return known.filter(
    ({ id, draft, reverses }) =>
      draft !== undefined && draft.maturity > scope.asOf && reverses === undefined && !bounced.has(id),
  );
}
