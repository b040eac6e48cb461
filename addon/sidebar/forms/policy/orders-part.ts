import { percentText, type TextReader } from "./text-reader.ts";
import { type PolicyGround, type PolicyWish, type Texts, tickText } from "./texts.ts";

/** Days by which an order is decided. */
export const ORDER_DAYS = ["overdueWarnDays", "overdueHoldDays", "receiptLagDays", "staleDays"] as const;

/** What may count as exposure or not. */
export const COUNTED = ["countsDrafts", "countsUnapplied", "countsDisputed"] as const;

/** 下单判断: when an order is warned of or held, the time of observing, and what counts as exposure. */
export function ordersTexts({ policy, credit: { orders, exposure }, today }: PolicyGround): Texts {
  const { observeUntil } = policy;
  const isObserving = observeUntil !== undefined && observeUntil >= today;
  return {
    ...Object.fromEntries(ORDER_DAYS.map((name) => [name, String(orders[name])])),
    ...Object.fromEntries(COUNTED.map((name) => [name, tickText(exposure[name])])),
    observe: isObserving ? "until" : "off",
    observeUntil: isObserving ? observeUntil : "",
    horizonDays: String(exposure.horizonDays),
    orderTax: exposure.orderTax === undefined ? "" : percentText(exposure.orderTax),
  };
}

export function readOrders(reader: TextReader, { today }: PolicyGround): PolicyWish {
  const day = (name: (typeof ORDER_DAYS)[number]) => reader.whole(name, 0, 3660);
  const orders = {
    overdueWarnDays: day("overdueWarnDays"),
    overdueHoldDays: day("overdueHoldDays"),
    receiptLagDays: day("receiptLagDays"),
    staleDays: day("staleDays"),
  };
  const exposure = {
    countsDrafts: reader.isTicked("countsDrafts"),
    countsUnapplied: reader.isTicked("countsUnapplied"),
    countsDisputed: reader.isTicked("countsDisputed"),
    horizonDays: reader.whole("horizonDays", 0, 3660),
    ...(reader.isBlank("orderTax") ? {} : { orderTax: reader.percent("orderTax", 10_000) }),
  };
  return { observeUntil: observed(reader, today), credit: { orders, exposure } };
}

function observed(reader: TextReader, today: PolicyGround["today"]): NonNullable<PolicyWish["observeUntil"]> {
  if (reader.one("observe", ["until", "off"]) === "off") return "off";
  const until = reader.day("observeUntil", today);
  if (until < today) reader.refuse("observeUntil", { say: "fault.observePast" });
  return until;
}
