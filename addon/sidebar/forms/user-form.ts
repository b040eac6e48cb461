import type { User } from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { typedOptional } from "./receipt-form.ts";
import { type Faults, faultsOf, typedLine } from "./typed.ts";

/** The form of a user as it stands. */
export interface UserDraft {
  readonly action: string;
  readonly name: string;
  readonly role: User["role"];
  readonly team: string;
}

export type UserField = "name" | "team";

/** A known user's form, or that of a new one: the first is a controller, who can manage the others. */
export function userDraft(action: string, user: User | undefined, all: readonly User[]): UserDraft {
  if (user) return { action, name: user.name, role: user.role, team: user.team ?? "" };
  const hasController = all.some(({ active, role }) => active && role === "controller");
  return { action, name: "", role: hasController ? "clerk" : "controller", team: "" };
}

export interface UserReading {
  /** Missing while there are faults. */
  readonly input?: Input<"addUser">["user"];
  readonly faults: Faults<UserField>;
}

/** The form read as the calls want it, or what is wrong with it. */
export function readUser(draft: UserDraft): UserReading {
  const name = typedLine(draft.name, "fault.userNameMissing");
  const team = typedOptional(draft.team);
  const faults = faultsOf({ name, team });
  if (!("value" in name && "value" in team)) return { faults };
  return {
    input: { name: name.value, role: draft.role, ...(team.value ? { team: team.value } : {}) },
    faults,
  };
}
