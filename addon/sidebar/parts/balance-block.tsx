import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { currencyWord } from "../words/days.ts";
import { AgingBar, AgingLegend, agesOf } from "./aging-bar.tsx";
import { Figure } from "./money.tsx";

type Card = Output<"customer">;

/** What a customer owes in each currency, how old it is, and who the customer is. */
export function BalanceBlock({ card }: { card: Card }) {
  const { say } = useDesk();
  const { facts } = card;
  const lines = card.aging.filter((line) => line.balance !== 0 || line.unapplied !== 0);
  return (
    <section class="balance">
      {lines.map((line) => (
        <div key={line.currency}>
          <p class="balance-line">
            <span>{say("customer.balance", { currency: currencyWord(line.currency, say) })}</span>
            <strong>
              <Figure value={line.balance} currency={line.currency} />
            </strong>
          </p>
          {isDrawn(line) ? <AgingBar ages={line} currency={line.currency} by={facts} /> : null}
        </div>
      ))}
      {lines.some(isDrawn) ? <AgingLegend by={facts} /> : null}
      <p class="who">{whoText(card, say)}</p>
    </section>
  );
}

/** Whether there is anything that a bar can show. */
function isDrawn(line: Card["aging"][number]): boolean {
  return agesOf(line).some((amount) => amount > 0);
}

function whoText(card: Card, say: ReturnType<typeof useDesk>["say"]): string {
  const { customer, termsText, payerName, parentName } = card;
  return [
    customer.code,
    customer.onAccount === false ? say("customer.state.cash") : "",
    termsText ? say("customer.terms", { terms: termsText }) : say("customer.noTerms"),
    customer.salesperson ? say("customer.salesperson", { name: customer.salesperson }) : "",
    payerName ? say("customer.payer", { name: payerName }) : "",
    parentName ? say("customer.parent", { name: parentName }) : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
