import type { Currency, PlainDate } from "../../../../core/index.ts";
import type { Texts } from "../../forms/policy/texts.ts";
import type { Faults } from "../../forms/typed.ts";
import { AmountField, Choice, DateField, Field, inputProps, SelectField, TextField } from "../fields.tsx";
import { LinesField } from "../lines-field.tsx";

/** A form of the policy as its fields see it: what stands in each, and what is wrong with it. */
export interface PartForm {
  readonly texts: Texts;
  readonly faults: Faults<string>;
  readonly isFixed: boolean;
  readonly set: (change: Texts) => void;
  /** In place of everything, where a row went away. */
  readonly replace: (texts: Texts) => void;
}

interface Bound {
  readonly form: PartForm;
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

function bound({ form, id, label, hint }: Bound) {
  return {
    ...{ id, label, hint },
    value: form.texts[id] ?? "",
    fault: form.faults[id],
    isDisabled: form.isFixed,
    onValue: (value: string) => form.set({ [id]: value }),
  };
}

/** A whole number or per cent, short and to the right. */
export function NumberLine(props: Bound) {
  const field = bound(props);
  return (
    <Field {...field}>
      <input
        type="text"
        inputMode="decimal"
        autocomplete="off"
        class="money-input short"
        {...inputProps(field)}
        value={field.value}
        onInput={(event) => field.onValue(event.currentTarget.value)}
      />
    </Field>
  );
}

export function AmountLine({ currency, ...props }: Bound & { currency: Currency }) {
  return <AmountField {...bound(props)} currency={currency} />;
}

export function TextLine(props: Bound) {
  return <TextField {...bound(props)} />;
}

export function DayLine({ today, ...props }: Bound & { today: PlainDate }) {
  return <DateField {...bound(props)} today={today} />;
}

export function LinesLine(props: Bound) {
  return <LinesField {...bound(props)} />;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

export function SelectLine({ options, ...props }: Bound & { options: readonly Option[] }) {
  return <SelectField {...bound(props)} options={options} />;
}

export function ChoiceLine({ options, form, id, label, hint }: Bound & { options: readonly Option[] }) {
  return (
    <Choice
      {...{ label, options }}
      {...(hint ? { hint } : {})}
      value={form.texts[id] ?? ""}
      isDisabled={form.isFixed}
      onValue={(value) => form.set({ [id]: value })}
    />
  );
}

/** A box to tick. */
export function TickLine({ form, id, label }: Bound) {
  const isTicked = form.texts[id] === "yes";
  return (
    <label class="tick">
      <input
        type="checkbox"
        data-field
        id={id}
        checked={isTicked}
        disabled={form.isFixed}
        onChange={() => form.set({ [id]: isTicked ? "no" : "yes" })}
      />
      <span>{label}</span>
    </label>
  );
}
