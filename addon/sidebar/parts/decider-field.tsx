import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { fault } from "../forms/typed.ts";
import { SelectField } from "./fields.tsx";

interface Props {
  readonly period: Output<"period">;
  readonly value: string;
  readonly showsFault: boolean;
  readonly isDisabled: boolean;
  readonly onValue: (by: string) => void;
}

/** Who decides, where the ledger has users and does not know which of them is at the keyboard. */
export function DeciderField({ period, value, showsFault, isDisabled, onValue }: Props) {
  const { say } = useDesk();
  if (!period.asksName) return null;
  const wrong = showsFault && value === "" ? fault("fault.deciderMissing").fault : undefined;
  const options = ["", ...period.deciders].map((name) => ({ value: name, label: name }));
  return (
    <SelectField
      id="decider"
      label={say("field.vouchedBy")}
      value={value}
      options={options}
      fault={wrong}
      isDisabled={isDisabled}
      onValue={onValue}
    />
  );
}
