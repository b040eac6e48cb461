import { useRef, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { fault } from "../forms/typed.ts";
import { SelectField, TextField } from "../parts/fields.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { LinesField } from "../parts/lines-field.tsx";
import { ReanchorPreview } from "../parts/reanchor-preview.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { focusFault } from "./receipt.tsx";

type Preview = Output<"previewReanchor">;

/** Shorter ones say nothing. */
const LEAST = 5;

/** Re-anchoring 重新锚定: what it would change, who vouches, and why. It lies over the check-up. */
export function Reanchor({ onDone }: { onDone: () => void }) {
  const { say, tell } = useDesk();
  const loaded = useAnswer("previewReanchor", {});
  const [typed, setTyped] = useState({ reason: "", by: "" });
  const [showsFaults, setShowsFaults] = useState(false);
  const action = useRef(newActionId());
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const reason = typed.reason.replace(/\s+/g, " ").trim();
  const save = async (preview: Preview) => {
    const by = preview.asks === "nothing" ? "" : typed.by.trim();
    setShowsFaults(true);
    if (reason.length < LEAST || (preview.asks !== "nothing" && by === "")) return focusFault(form.current);
    const { seal } = preview;
    const input = { action: action.current, reason, seal, ...(by ? { by } : {}) };
    if (!(await act.run(() => call("reanchor", input)))) return;
    tell({ text: say("done.reanchor") });
    markOld();
    onDone();
  };
  const { value } = loaded;
  const foot = value ? (
    <FormFoot act={act} label={say("act.reanchor")} needs="decide" onSave={() => void save(value)} />
  ) : null;
  return (
    <Screen title={say("title.reanchor")} part="reanchor" onBack={onDone} primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <Reading loaded={loaded} rows={2}>
        {(preview) => (
          <>
            <ReanchorPreview preview={preview} />
            <FormBody form={form}>
              <LinesField
                id="reason"
                label={say("field.reason")}
                hint={say("hint.reason")}
                fault={showsFaults && reason.length < LEAST ? fault("fault.reasonShort").fault : undefined}
                isDisabled={act.isBusy || act.isUnsure}
                value={typed.reason}
                onValue={(text) => setTyped({ ...typed, reason: text })}
              />
              <Voucher
                preview={preview}
                value={typed.by}
                isFaulty={showsFaults && typed.by.trim() === ""}
                isDisabled={act.isBusy || act.isUnsure}
                onValue={(by) => setTyped({ ...typed, by })}
              />
            </FormBody>
          </>
        )}
      </Reading>
    </Screen>
  );
}

interface VoucherProps {
  readonly preview: Preview;
  readonly value: string;
  readonly isFaulty: boolean;
  readonly isDisabled: boolean;
  readonly onValue: (by: string) => void;
}

/** Who vouches, where the ledger does not know it: one of those who decide, or a name. */
function Voucher({ preview, value, isFaulty, isDisabled, onValue }: VoucherProps) {
  const { say } = useDesk();
  const { asks, approvers } = preview;
  if (asks === "nothing") return null;
  const wrong = isFaulty ? fault("fault.voucherMissing").fault : undefined;
  const common = { id: "voucher", value, fault: wrong, isDisabled, onValue };
  if (asks === "name") return <TextField {...common} label={say("field.vouchedName")} />;
  const options = ["", ...approvers].map((name) => ({ value: name, label: name }));
  return <SelectField {...common} label={say("field.vouchedBy")} options={options} />;
}
