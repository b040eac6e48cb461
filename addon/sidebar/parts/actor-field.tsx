import { fault } from "../forms/typed.ts";
import { SelectField, TextField } from "./fields.tsx";

interface Asked {
  /** The ledger does not know who is at the keyboard. */
  readonly asks: boolean;
  /** Those who may act, where the ledger has users. */
  readonly names: readonly string[];
}

interface Props extends Asked {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly showsFault: boolean;
  readonly isDisabled?: boolean;
  readonly onValue: (by: string) => void;
}

/** Who acts 经办人, asked only where the ledger does not know it: one of its users, or a name where it has none. */
export function ActorField({ asks, names, showsFault, isDisabled = false, ...field }: Props) {
  const wrong = showsFault && field.value.trim() === "" ? fault("fault.actorMissing").fault : undefined;
  if (!asks) return null;
  const common = { ...field, fault: wrong, isDisabled };
  if (names.length === 0) return <TextField {...common} />;
  return <SelectField {...common} options={["", ...names].map((name) => ({ value: name, label: name }))} />;
}

/** Whether the name is there where it is asked for. */
export function isNamed({ asks }: Asked, by: string): boolean {
  return !asks || by.trim() !== "";
}
