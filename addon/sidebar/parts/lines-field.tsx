import type { Fault } from "../forms/typed.ts";
import { Field, inputProps } from "./fields.tsx";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: Fault | undefined;
  readonly value: string;
  readonly isOptional?: boolean;
  readonly isDisabled?: boolean;
  readonly onValue: (value: string) => void;
}

/** Several lines of text; Enter makes a new one. */
export function LinesField(props: Props) {
  return (
    <Field {...props}>
      <textarea
        rows={3}
        autocomplete="off"
        {...inputProps(props)}
        value={props.value}
        onInput={(event) => props.onValue(event.currentTarget.value)}
      />
    </Field>
  );
}
