import { type Currency, type Money, minus, negated, sumOf } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { currencyWord } from "../words/days.ts";
import { Figure } from "./money.tsx";

interface Props {
  readonly parts: NonNullable<Output<"orderCheck">["parts"]>;
  readonly exposure: Money;
  readonly limit: Money | undefined;
  readonly currency: Currency;
  /** What the order that is asked about comes to; without it none is asked about. */
  readonly order?: Money;
}

const LINES = [
  ["open", "how.open"],
  ["delivered", "how.delivered"],
  ["orders", "how.orders"],
  ["drafts", "how.drafts"],
  ["unapplied", "how.unapplied"],
] as const;

/** The arithmetic 怎么算的: what is used, line by line, and how far it is from the limit. */
export function ExposureSums({ parts, exposure, limit, currency, order }: Props) {
  const { say } = useDesk();
  const added = minus(exposure, sumOf(Object.values(parts)));
  const left = limit === undefined ? undefined : minus(limit, exposure);
  return (
    <>
      <p class="field-hint">{say("credit.sumsIn", { currency: currencyWord(currency, say) })}</p>
      <dl class="sums arithmetic">
        {LINES.map(([part, key]) => (
          <Line key={part} label={say(key)} value={parts[part]} currency={currency} />
        ))}
        {order === undefined ? null : <Line label={say("how.thisOrder")} value={added} currency={currency} />}
        <Line label={say("how.exposure")} value={exposure} currency={currency} isTotal />
        {limit === undefined ? null : <Line label={say("how.limit")} value={limit} currency={currency} />}
        {left === undefined ? null : (
          <Line
            label={say(left < 0 ? "how.over" : "how.left")}
            value={left < 0 ? negated(left) : left}
            currency={currency}
          />
        )}
      </dl>
      {order !== undefined && added !== order ? <p class="field-hint">{say("how.countedAlready")}</p> : null}
    </>
  );
}

function Line(props: { label: string; value: Money; currency: Currency; isTotal?: boolean }) {
  return (
    <div class={props.isTotal ? "total" : undefined}>
      <dt>{props.label}</dt>
      <dd>
        <Figure value={props.value} currency={props.currency} />
      </dd>
    </div>
  );
}
