import { useDesk } from "../desk.ts";
import { type RequestDraft, type RequestReading, WHYS, type Why } from "../forms/request-form.ts";
import { Choice, faultText, TextField } from "./fields.tsx";
import { whyKey } from "./request-text.ts";

interface Props {
  readonly draft: RequestDraft;
  readonly faults: RequestReading["faults"];
  readonly isFixed: boolean;
  readonly onDraft: (change: Partial<RequestDraft>) => void;
}

/** Why it is asked for: a usual reason, taken back by pressing it again, and one line that reaches who decides. */
export function WhyFields({ draft, faults, isFixed, onDraft }: Props) {
  const { say } = useDesk();
  return (
    <>
      <Choice<Why | "">
        label={say("field.why")}
        value={draft.why}
        options={WHYS.map((value) => ({ value, label: say(whyKey(value)) }))}
        isDisabled={isFixed}
        onValue={(why) => onDraft({ why: why === draft.why ? "" : why })}
      />
      {faults.why ? (
        <p class="field-fault" role="alert">
          {faultText(faults.why, say)}
        </p>
      ) : null}
      <TextField
        id="why-more"
        label={say("field.whyMore")}
        isOptional={draft.why !== "other"}
        value={draft.remark}
        fault={faults.remark}
        isDisabled={isFixed}
        onValue={(remark) => onDraft({ remark })}
      />
    </>
  );
}
