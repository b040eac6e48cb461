import type { Currency, Money } from "../../../core/index.ts";
import { Amount } from "./money.tsx";

interface Props {
  readonly title: string;
  readonly money: { readonly amount: Money; readonly currency: Currency };
  /** What is not known is left out. */
  readonly lines: readonly { readonly label: string; readonly value: string | undefined }[];
}

/** A sum of money, and under it what is known of it. */
export function MoneyFacts({ title, money, lines }: Props) {
  return (
    <section class="facts">
      <p class="from">
        <span>{title}</span>
        <strong>
          <Amount value={money.amount} currency={money.currency} />
        </strong>
      </p>
      <dl class="of-which">
        {lines
          .filter(({ value }) => value)
          .map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
