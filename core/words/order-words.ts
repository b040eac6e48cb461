import type { Cure, OrderReason } from "../decisions/order-shape.ts";
import { letterDate } from "../documents/wording.ts";
import type { Language } from "../tables/column.ts";
import { type Currency, type Money, moneyText } from "../values/money.ts";

/** In which language, and what the sums are in. */
export interface OrderWording {
  readonly language: Language;
  readonly currency: Currency;
  /** Limit less exposure, for the reason that says that there is room. */
  readonly available?: Money;
}

/**
 * Why an order is decided as it is, as one line: a fact with its figure.
 *
 * @example
 * orderReasonText({ kind: "overLimit", decision: "hold", over: money(3240000), limit: money(10000000) }, { language: "zh", currency: "CNY" }) // => "超额度 32,400.00"
 * @example
 * orderReasonText({ kind: "held", decision: "hold", reason: "换法人", by: "" }, { language: "zh", currency: "CNY" }) // => "暂停：换法人"
 * @example
 * orderReasonText({ kind: "stale", decision: "unknown", days: 20 }, { language: "en", currency: "CNY" }) // => "Receipts are 20 days behind: enter them first"
 */
export function orderReasonText(reason: OrderReason, wording: OrderWording): string {
  return wording.language === "zh" ? reasonZh(reason, wording) : reasonEn(reason, wording);
}

/**
 * What would cure it, as one line: an act.
 *
 * @example
 * cureText({ kind: "reduceTo", amount: money(4160000) }, { language: "en", currency: "CNY" }) // => "Up to 41,600.00 needs no release"
 */
export function cureText(cure: Cure, { language, currency }: OrderWording): string {
  const zh = language === "zh";
  if (cure.kind === "ask") return zh ? "申请放行" : "Ask for release";
  const sum = moneyText(cure.amount, currency);
  if (cure.kind === "pay") return zh ? `收到 ${sum} 后可下单` : `Goes through once ${sum} is paid`;
  return zh ? `≤ ${sum} 可直接下单` : `Up to ${sum} needs no release`;
}

function reasonZh(reason: OrderReason, { currency, available }: OrderWording): string {
  const sum = (amount: Money) => moneyText(amount, currency);
  switch (reason.kind) {
    case "prepaid":
      return "预付订单";
    case "cashCustomer":
      return "款到发货客户";
    case "limitNotSet":
      return "未设信用额度，请先申请额度";
    case "withinLimit":
      return available === undefined ? "不限额度" : `可用额度 ${sum(available)}`;
    case "receiptsNotStated":
      return "收款登记到哪天不确定，请先设定";
    case "stopped":
      return `停止供货：${reason.reason}${inBrackets(reason.by, "（", "）")}`;
    case "held":
      return `暂停：${reason.reason}${inBrackets(reason.by, "（", "）")}`;
    case "limitExpired":
      return `额度已于 ${reason.until} 到期`;
    case "overLimit":
      return `超额度 ${sum(reason.over)}`;
    case "overdue":
      return `逾期 ${reason.days} 天 · ${sum(reason.amount)}`;
    case "overduePerhapsPaid":
      return `逾期 ${reason.days} 天，收款只登记到 ${reason.through}`;
    case "brokenPromise":
      return `${reason.count} 次付款承诺未兑现`;
    case "notTakenOver":
      return `有 ${reason.count} 行录入未接收，请先接收`;
    case "disputed":
      return `争议 ${sum(reason.amount)}`;
    case "grade":
      return reason.grade === "N" ? "尚未评级" : `信用等级 ${reason.grade}`;
    case "stale":
      return `收款登记已过 ${reason.days} 天，请先登记`;
    case "gap":
      return reason.gap.kind === "rateMissing"
        ? `缺 ${reason.gap.currency} 汇率，请先补上`
        : `订单 ${reason.gap.order} 的税率不确定`;
    case "released":
      return `${reason.by} 已放行 · 至 ${reason.until} · 限 ${sum(reason.ceiling)}`;
  }
}

function reasonEn(reason: OrderReason, { currency, available }: OrderWording): string {
  const sum = (amount: Money) => moneyText(amount, currency);
  switch (reason.kind) {
    case "prepaid":
      return "Prepaid order";
    case "cashCustomer":
      return "Pays in advance";
    case "limitNotSet":
      return "No credit limit is set: request one first";
    case "withinLimit":
      return available === undefined ? "No limit" : `${sum(available)} available`;
    case "receiptsNotStated":
      return "Receipts entered through: unknown, set the day";
    case "stopped":
      return `Supply stopped: ${reason.reason}${inBrackets(reason.by, " (", ")")}`;
    case "held":
      return `On hold: ${reason.reason}${inBrackets(reason.by, " (", ")")}`;
    case "limitExpired":
      return `The limit expired on ${letterDate(reason.until).en}`;
    case "overLimit":
      return `Over the limit by ${sum(reason.over)}`;
    case "overdue":
      return `${daysEn(reason.days)} late · ${sum(reason.amount)}`;
    case "overduePerhapsPaid":
      return `${daysEn(reason.days)} late, receipts entered through ${letterDate(reason.through).en}`;
    case "brokenPromise":
      return reason.count === 1 ? "1 promise broken" : `${reason.count} promises broken`;
    case "notTakenOver":
      return reason.count === 1
        ? "1 typed row is not taken over: do that first"
        : `${reason.count} typed rows are not taken over: do that first`;
    case "disputed":
      return `${sum(reason.amount)} disputed`;
    case "grade":
      return reason.grade === "N" ? "Not graded yet" : `Credit grade ${reason.grade}`;
    case "stale":
      return `Receipts are ${daysEn(reason.days)} behind: enter them first`;
    case "gap":
      return reason.gap.kind === "rateMissing"
        ? `No exchange rate for ${reason.gap.currency}: add one`
        : `Tax on order ${reason.gap.order} is not known`;
    case "released":
      return `Released by ${reason.by} until ${letterDate(reason.until).en}, up to ${sum(reason.ceiling)}`;
  }
}

function daysEn(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

/** Nobody may be known who did it. */
function inBrackets(name: string, open: string, close: string): string {
  return name === "" ? "" : `${open}${name}${close}`;
}
