import { type Currency, type Money, minus, negated, smaller, ZERO } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { useMoneyText } from "./money.tsx";

/** What is used of a credit limit, and what is left; what is over it has its own colour and is said in words. */
export function BulletBar(props: { used: Money; limit: Money; currency: Currency }) {
  const { say } = useDesk();
  const moneyText = useMoneyText();
  const { used, limit, currency } = props;
  const isOver = used > limit;
  const inside = negated(smaller(negated(isOver ? limit : used), ZERO));
  const said = (amount: Money) => ({ amount: moneyText(amount, currency) });
  return (
    <div class="bullet">
      <p class="bullet-sums">
        <span>{say("credit.limit", said(limit))}</span>
        <span>{say("credit.used", said(used))}</span>
      </p>
      <div class="bullet-bar" aria-hidden="true">
        <span class="used" style={{ flexGrow: inside }} />
        {isOver ? (
          <span class="over" style={{ flexGrow: minus(used, limit) }} />
        ) : (
          <span class="left" style={{ flexGrow: minus(limit, inside) }} />
        )}
      </div>
      <p class={isOver ? "bullet-left over" : "bullet-left"}>
        {isOver
          ? say("credit.over", said(minus(used, limit)))
          : say("credit.available", said(minus(limit, used)))}
      </p>
    </div>
  );
}
