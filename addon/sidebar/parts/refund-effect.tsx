import { type Currency, sumOf, ZERO } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { useMoneyText } from "./money.tsx";
import { ReopenedLines } from "./reopens.tsx";

interface Props {
  readonly effect: NonNullable<Output<"previewReceipt">["refund"]>;
  readonly currency: Currency;
}

/** What a refund 退款 takes, what is owed again on documents, and what without one. */
export function RefundEffect({ effect, currency }: Props) {
  const { say } = useDesk();
  const moneyText = useMoneyText();
  const { usesUp, unappliedLeft, reopens, withoutDocument } = effect;
  const told = (amount: typeof usesUp) => moneyText(amount, currency);
  const reopened = sumOf(reopens.map(({ amount }) => amount));
  return (
    <>
      {usesUp > ZERO ? (
        <p class="strip plain">{say("refund.usesUp", { amount: told(usesUp), left: told(unappliedLeft) })}</p>
      ) : null}
      {reopens.length > 0 ? (
        <section>
          <h2>{say("refund.reopens", { amount: told(reopened) })}</h2>
          <p class="lead">{say("refund.reopensHow")}</p>
          <ReopenedLines lines={reopens} currency={currency} />
        </section>
      ) : null}
      {withoutDocument > ZERO ? (
        <p class="strip ask">{say("refund.withoutDocument", { amount: told(withoutDocument) })}</p>
      ) : null}
    </>
  );
}
