import { useDesk } from "../desk.ts";
import type { Faults } from "../forms/typed.ts";
import type { UserDraft, UserField } from "../forms/user-form.ts";
import { TextField } from "./fields.tsx";
import { Picks } from "./picks.tsx";
import { roleOptions } from "./row-words.ts";

interface Props {
  readonly draft: UserDraft;
  readonly faults: Faults<UserField>;
  /** A known user's name stays, as entries carry it. */
  readonly isKnown: boolean;
  /** There is no controller yet beside this one. */
  readonly isFirst: boolean;
  readonly isFixed: boolean;
  readonly onDraft: (draft: UserDraft) => void;
}

/** What is typed of a user; a passphrase is never typed here. */
export function UserFields({ draft, faults, isKnown, isFirst, isFixed, onDraft }: Props) {
  const { say, language } = useDesk();
  const set = (change: Partial<UserDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <TextField
        id="user-name"
        label={say("field.userName")}
        value={draft.name}
        fault={faults.name}
        isFirst={!isKnown}
        isDisabled={isFixed || isKnown}
        onValue={(name) => set({ name })}
      />
      <Picks
        id="role"
        label={say("field.role")}
        legend="shown"
        value={draft.role}
        options={roleOptions(language).map((each) => ({ ...each, how: say(`role.${each.value}`) }))}
        isDisabled={isFixed}
        onValue={(role) => set({ role })}
      />
      {isFirst && draft.role !== "controller" ? (
        <p class="strip ask" role="alert">
          {say("users.firstController")}
        </p>
      ) : null}
      <TextField
        id="team"
        label={say("field.team")}
        isOptional
        value={draft.team}
        fault={faults.team}
        isDisabled={isFixed}
        onValue={(team) => set({ team })}
      />
    </>
  );
}
