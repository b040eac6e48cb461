import {
  type Application,
  type AppliedPart,
  type Change,
  type Money,
  minus,
  moneyText,
  negated,
  type OpenItem,
  type OpenLine,
  type PlainDate,
  type Policy,
  plus,
  type Receipt,
  smallAmountIn,
  smaller,
  smallShareOf,
  ZERO,
} from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { type AppliedBy, allocationsOf } from "./allocating.ts";

/** What 抹零 may settle of a receipt; nothing where the policy says no amount in its currency. */
export function limitOf(
  receipt: Receipt,
  difference: Money,
  { settings, policy }: AppliedBy,
): Money | undefined {
  const smallAmount = smallAmountIn(receipt.currency, policy, settings.baseCurrency);
  if (smallAmount === undefined) return undefined;
  return smaller(smallAmount, shareLimit(receipt, difference, policy));
}

/** What the policy's share alone would settle. */
export function shareLimit({ amount }: Receipt, difference: Money, { smallShare }: Policy): Money {
  return smallShareOf(plus(amount, difference), smallShare);
}

/** Why a difference is not settled. */
export function notSmall(difference: Money, limit: Money | undefined, currency: string): Refusal {
  if (limit === undefined) return new Refusal("noSmallAmount", { currency });
  const [amount, most] = [moneyText(difference, currency), moneyText(limit, currency)];
  return new Refusal("differenceTooLarge", { amount, limit: most });
}

type Reason = NonNullable<Input<"addReceipt">["receipt"]["settleDifference"]>;

/** 抹零: an adjustment for what is left on the partly settled lines, and its allocations. */
export function settled(application: Application, receipt: Receipt, reason: Reason, by: AppliedBy): Change[] {
  return letGo(restsOf(application), { ...by, date: receipt.date, reason });
}

/** An adjustment 调整 that lets parts of lines of one customer in one currency go, and its allocations. */
export function letGo(
  parts: readonly AppliedPart[],
  by: AppliedBy & { readonly date: PlainDate; readonly reason: Reason },
): Change[] {
  const [first] = parts;
  if (!first) return [];
  const { customer, currency } = first.line.item;
  const amount = negated(parts.reduce((sum, rest) => plus(sum, rest.amount), ZERO));
  const adjustment: OpenItem = {
    id: by.ids.item(),
    ...{ customer, kind: "adjustment", date: by.date, currency, amount, reason: by.reason },
    lines: [{ amount, due: by.date, basis: "stated" }],
  };
  return [{ put: "item", row: adjustment }, ...allocationsOf(parts, adjustment, by)];
}

/** What a receipt leaves open of the lines that it settles in part. */
export function restsOf(application: Application): AppliedPart[] {
  const settledOn = new Map<OpenLine, Money>();
  for (const { line, amount } of application.parts)
    settledOn.set(line, plus(amount, settledOn.get(line) ?? ZERO));
  return [...settledOn]
    .map(([line, amount]) => ({ line, amount: minus(line.open, amount), rule: "byHand" as const }))
    .filter((rest) => rest.amount > 0);
}
