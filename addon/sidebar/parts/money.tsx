import { type Currency, type Money, moneyText } from "../../../core/index.ts";

/** An amount in tabular figures; a minus stands in front, and red only goes with it. */
export function Amount({ value, currency }: { value: Money; currency: Currency }) {
  return <span class={value < 0 ? "money negative" : "money"}>{moneyText(value, currency)}</span>;
}
