import { type Currency, type Money, minus, moneyText, sumOf, ZERO } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { useMoneyText } from "./money.tsx";

type Card = Output<"customer">;

/** What is open at a customer in one currency: money settles nothing in another. */
export function owedIn({ open }: Pick<Card, "open">, currency: Currency) {
  const lines = open.filter((line) => line.currency === currency && line.open > 0);
  return { count: lines.length, amount: sumOf(lines.map((line) => line.open)) };
}

interface Props {
  readonly card: Card;
  readonly money: { readonly amount: Money; readonly currency: Currency };
}

/** What the customer owes, seen from money that is to be theirs. */
export function OwedIn({ card, money: { amount, currency } }: Props) {
  const { say } = useDesk();
  const told = useMoneyText();
  const owed = owedIn(card, currency);
  const over = minus(amount, owed.amount);
  const others = [...new Set(card.open.map((line) => line.currency))].filter((each) => each !== currency);
  const elsewhere = others.flatMap((each) => {
    const other = owedIn(card, each);
    return other.count > 0 ? [`${each}\u00a0${moneyText(other.amount, each)}`] : [];
  });
  return (
    <>
      <p class="strip plain">
        {owed.count > 0
          ? say("identify.owes", { count: owed.count, amount: told(owed.amount, currency) })
          : say("identify.owesNone", { currency })}
        {elsewhere.length > 0
          ? ` · ${say("identify.owesElsewhere", { amounts: elsewhere.join(say("list.comma")) })}`
          : ""}
      </p>
      {owed.count > 0 && over > ZERO ? (
        <p class="strip plain">{say("preview.over", { amount: told(over, currency) })}</p>
      ) : null}
    </>
  );
}
