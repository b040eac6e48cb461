import { type Currency, type Money, moneyText } from "../../../core/index.ts";
import { type Desk, useDesk } from "../desk.ts";

interface Props {
  readonly value: Money;
  readonly currency: Currency;
}

/** An amount that says its currency itself, where there may be doubt which one it is. */
export function Amount({ value, currency }: Props) {
  const code = codeShown(currency, useDesk());
  return <span class={classOf(value)}>{withCode(code, value, currency)}</span>;
}

/** An amount alone, under a heading that names its currency. */
export function Figure({ value, currency }: Props) {
  return <span class={classOf(value)}>{moneyText(value, currency)}</span>;
}

/** Tabular figures; a minus stands in front, and red only goes with it. */
function classOf(value: Money): string {
  return value < 0 ? "money negative" : "money";
}

/** Amounts as sentences say them, with their currency where there may be doubt. */
export function useMoneyText(): (value: Money, currency: Currency) => string {
  const desk = useDesk();
  return (value, currency) => withCode(codeShown(currency, desk), value, currency);
}

/** The code stays on the line of its amount. */
function withCode(code: string, value: Money, currency: Currency): string {
  const amount = moneyText(value, currency);
  return code === "" ? amount : `${code}\u00a0${amount}`;
}

/** The code where the ledger holds several currencies, or this is not its own; else nothing. */
function codeShown(currency: Currency, desk: Pick<Desk, "currency" | "currencies">): string {
  return desk.currencies.length > 1 || currency !== desk.currency ? currency : "";
}
