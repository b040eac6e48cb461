import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { fault } from "../forms/typed.ts";
import { SelectField, TextField } from "./fields.tsx";

interface Props {
  readonly period: Pick<Output<"period">, "deciders" | "asksName">;
  readonly value: string;
  readonly showsFault: boolean;
  readonly isDisabled: boolean;
  readonly onValue: (by: string) => void;
}

/** Who decides, where the ledger does not know who is at the keyboard: one of its users, or a name without users. */
export function DeciderField({ period, value, showsFault, isDisabled, onValue }: Props) {
  const { say } = useDesk();
  if (!period.asksName) return null;
  const isMissing = showsFault && value.trim() === "";
  const shared = { id: "decider", value, isDisabled, onValue };
  if (period.deciders.length === 0) {
    const wrong = isMissing ? fault("fault.deciderNameMissing").fault : undefined;
    return <TextField {...shared} label={say("field.deciderName")} fault={wrong} />;
  }
  const wrong = isMissing ? fault("fault.deciderMissing").fault : undefined;
  const options = ["", ...period.deciders].map((name) => ({ value: name, label: name }));
  return <SelectField {...shared} label={say("field.vouchedBy")} options={options} fault={wrong} />;
}
