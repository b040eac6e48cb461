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
  const rests = restsOf(application);
  const total = rests.reduce((sum, rest) => plus(sum, rest.amount), ZERO);
  const [first] = rests;
  if (!first) return [];
  const amount = negated(total);
  const adjustment: OpenItem = {
    id: by.ids.item(),
    customer: first.line.item.customer,
    kind: "adjustment",
    date: receipt.date,
    currency: receipt.currency,
    amount,
    lines: [{ amount, due: receipt.date, basis: "stated" }],
    reason,
  };
  return [{ put: "item", row: adjustment }, ...allocationsOf(rests, adjustment, by)];
}

function restsOf(application: Application): AppliedPart[] {
  const settledOn = new Map<OpenLine, Money>();
  for (const { line, amount } of application.parts)
    settledOn.set(line, plus(amount, settledOn.get(line) ?? ZERO));
  return [...settledOn]
    .map(([line, amount]) => ({ line, amount: minus(line.open, amount), rule: "byHand" as const }))
    .filter((rest) => rest.amount > 0);
}
