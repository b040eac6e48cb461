import type { ComponentChildren } from "preact";
import type { Currency, PlainDate } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { type Fault, stepDate, tidyAmount, tidyDate } from "../forms/typed.ts";
import type { Say } from "../words/words.ts";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isOptional?: boolean;
  /** Said behind the label, in quiet. */
  readonly aside?: string;
  readonly fault?: Fault | undefined;
}

/** A label over a control, its hint or what is wrong with it under it. */
export function Field({
  id,
  label,
  hint,
  isOptional,
  aside,
  fault,
  children,
}: FieldProps & { children: ComponentChildren }) {
  const { say } = useDesk();
  const note = fault ? faultText(fault, say) : hint;
  return (
    <div class={fault ? "field wrong" : "field"}>
      <label for={id}>
        {label}
        {isOptional ? <span class="optional">{say("field.optional")}</span> : null}
        {aside ? <span class="optional">{aside}</span> : null}
      </label>
      {children}
      {note ? (
        <p id={`${id}-note`} class={fault ? "field-fault" : "field-hint"}>
          {note}
        </p>
      ) : null}
    </div>
  );
}

/** What is wrong with a field, as a sentence. */
export function faultText(fault: Fault, say: Say): string {
  const { say: key, example = "", sentence } = fault;
  if (sentence !== undefined) return sentence;
  switch (key) {
    case "fault.whole":
    case "fault.percent":
    case "fault.templatePlace":
    case "fault.dateUnreadable":
    case "fault.dateAmbiguous":
    case "fault.dateNoSuchDay":
      return say(key, { example });
    default:
      return say(key);
  }
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly isFirst?: boolean;
  readonly isDisabled?: boolean;
  readonly onValue: (value: string) => void;
}

/** What every input of a form carries. */
export function inputProps({
  id,
  fault,
  hint,
  isFirst,
  isDisabled,
}: Omit<TextProps, "value" | "onValue" | "label">) {
  return {
    id,
    "data-field": true,
    ...(isFirst ? { "data-first": true } : {}),
    disabled: isDisabled ?? false,
    "aria-invalid": fault !== undefined,
    ...(fault || hint ? { "aria-describedby": `${id}-note` } : {}),
  };
}

export function TextField(props: TextProps) {
  return (
    <Field {...props}>
      <input
        type="text"
        autocomplete="off"
        {...inputProps(props)}
        value={props.value}
        onInput={(event) => props.onValue(event.currentTarget.value)}
      />
    </Field>
  );
}

/** An amount: typed freely, shown with commas and decimals once it is left. */
export function AmountField(props: TextProps & { currency: Currency }) {
  return (
    <Field {...props}>
      <input
        type="text"
        inputMode="decimal"
        autocomplete="off"
        class="money-input"
        {...inputProps(props)}
        value={props.value}
        onInput={(event) => props.onValue(event.currentTarget.value)}
        onBlur={(event) => props.onValue(tidyAmount(event.currentTarget.value, props.currency))}
      />
    </Field>
  );
}

/** A day: typed in any usual form, shown as ISO once it is left; up and down keys step a day. */
export function DateField(props: TextProps & { today: PlainDate }) {
  const { say } = useDesk();
  const step = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    props.onValue(stepDate(props.value, props.today, event.key === "ArrowUp" ? 1 : -1));
  };
  return (
    <Field {...props}>
      <input
        type="text"
        inputMode="numeric"
        autocomplete="off"
        placeholder={say("hint.datePattern")}
        {...inputProps(props)}
        value={props.value}
        onKeyDown={step}
        onInput={(event) => props.onValue(event.currentTarget.value)}
        onBlur={(event) =>
          event.currentTarget.value && props.onValue(tidyDate(event.currentTarget.value, props.today))
        }
      />
    </Field>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

export function SelectField(props: TextProps & { options: readonly Option[] }) {
  return (
    <Field {...props}>
      <select
        {...inputProps(props)}
        value={props.value}
        onChange={(event) => props.onValue(event.currentTarget.value)}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** What stands and cannot be chosen here, and why. */
export function Shown(props: { label: string; value: string; hint: string }) {
  return (
    <dl class="shown">
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
      <dd class="field-hint">{props.hint}</dd>
    </dl>
  );
}

/** Choices side by side, one of them taken. */
export function Choice<V extends string>(props: {
  label: string;
  hint?: string;
  value: V;
  options: readonly { value: V; label: string }[];
  isDisabled?: boolean;
  onValue: (value: V) => void;
}) {
  return (
    <fieldset class="choice" disabled={props.isDisabled ?? false}>
      <legend>{props.label}</legend>
      {props.options.map(({ value, label }) => (
        <button
          type="button"
          key={value}
          aria-pressed={value === props.value}
          onClick={() => props.onValue(value)}
        >
          {label}
        </button>
      ))}
      {props.hint ? <p class="field-hint">{props.hint}</p> : null}
    </fieldset>
  );
}
