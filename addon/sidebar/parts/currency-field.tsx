import { CURRENCIES, type Currency } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { useListed } from "../forms/use-listed.ts";
import { SelectField } from "./fields.tsx";

interface Props {
  readonly value: Currency;
  readonly isDisabled: boolean;
  readonly onValue: (value: Currency) => void;
}

/** Which currency 币种 it is: those that the ledger holds come first. */
export function CurrencyField({ value, isDisabled, onValue }: Props) {
  const { say, currencies } = useDesk();
  const options = [...new Set([...currencies, value, ...CURRENCIES])];
  return (
    <SelectField
      id="currency"
      label={say("field.currency")}
      value={value}
      options={options.map((currency) => ({ value: currency, label: currency }))}
      isDisabled={isDisabled}
      onValue={onValue}
    />
  );
}

/** Whether a customer has accounts in several currencies: only then is it asked which one this is. */
export function useOtherCurrencies(customer: string | undefined): boolean {
  return (useListed(customer)?.others.length ?? 0) > 0;
}
