import type { Right } from "../../rights.ts";
import type { Act } from "../act.ts";
import { useDesk } from "../desk.ts";
import { Primary, Quiet } from "./buttons.tsx";

interface Props {
  readonly act: Act;
  readonly onSave: () => void;
  /** Given while the server suspects that this is there already. */
  readonly onSaveAnyway?: (() => void) | undefined;
  /** What the button does, where it is more than saving. */
  readonly label?: string;
  readonly needs?: Right;
}

/** The foot of a form without preview: save; the same again when nobody knows; ask when it may be double. */
export function FormFoot({ act, onSave, onSaveAnyway, label, needs = "write" }: Props) {
  const { say } = useDesk();
  if (onSaveAnyway) {
    return (
      <>
        <Primary label={say("act.checkAgain")} isBusy={act.isBusy} onPress={act.forget} />
        <Quiet label={say("act.recordAnyway")} isBusy={act.isBusy} onPress={onSaveAnyway} />
      </>
    );
  }
  return (
    <Primary
      label={act.isUnsure ? say("act.retry") : (label ?? say("act.save"))}
      isBusy={act.isBusy}
      needs={needs}
      onPress={onSave}
    />
  );
}

/** Puts the focus on the primary button: Enter on the last field goes there, and does not save yet. */
export function focusPrimary(): void {
  document.querySelector<HTMLElement>("[data-primary]")?.focus();
}
