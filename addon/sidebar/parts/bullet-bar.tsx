import { type Currency, type Money, minus, negated, smaller, ZERO } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { useMoneyText } from "./money.tsx";

/** What is used of a credit limit; what is over it has its own colour and is said in words. */
export function BulletBar(props: { used: Money; limit: Money; currency: Currency }) {
  const { say } = useDesk();
  const moneyText = useMoneyText();
  const { used, limit, currency } = props;
  const isOver = used > limit;
  const text = isOver
    ? say("customer.limitOver", {
        limit: moneyText(limit, currency),
        over: moneyText(minus(used, limit), currency),
      })
    : say("customer.limit", { limit: moneyText(limit, currency), used: moneyText(used, currency) });
  const inside = negated(smaller(negated(isOver ? limit : used), ZERO));
  return (
    <div class="bullet">
      <p>{text}</p>
      <div class="bullet-bar" aria-hidden="true">
        <span class="used" style={{ flexGrow: inside }} />
        {isOver ? (
          <span class="over" style={{ flexGrow: minus(used, limit) }} />
        ) : (
          <span class="left" style={{ flexGrow: minus(limit, inside) }} />
        )}
      </div>
    </div>
  );
}
