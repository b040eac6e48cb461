import { useRef, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { linesOf, settingsDraft } from "../forms/settings-form.ts";
import { typedLine } from "../forms/typed.ts";
import { TextField } from "../parts/fields.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { LinesField } from "../parts/lines-field.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { focusFault } from "./receipt.tsx";

interface Props {
  readonly onNamed: () => void;
  readonly onBack: () => void;
}

/** Before the first statement: who sends it, and where to pay. It lies over the statements, and goes on with them. */
export function NamingFirm(props: Props) {
  const { say } = useDesk();
  const loaded = useAnswer("settings", {});
  if (loaded.value) return <Form {...props} settings={loaded.value.settings} />;
  return (
    <Screen title={say("title.namingFirm")} part="naming" onBack={props.onBack}>
      <Reading loaded={loaded}>{() => null}</Reading>
    </Screen>
  );
}

function Form({ settings, onNamed, onBack }: Props & { settings: Output<"settings">["settings"] }) {
  const { say, tell } = useDesk();
  const [draft, setDraft] = useState(() => settingsDraft(newActionId(), settings));
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const name = typedLine(draft.name, "fault.firmMissing");
  const save = async () => {
    setShowsFaults(true);
    if (!("value" in name)) return focusFault(form.current);
    const account = linesOf(draft.account);
    const { account: _, ...firm } = settings.firm;
    const named = { ...firm, name: name.value, ...(account.length > 0 ? { account } : {}) };
    const input = { action: draft.action, settings: { firm: named } };
    if (!(await act.run(() => call("saveSettings", input)))) return;
    tell({ text: say("done.settings") });
    markOld();
    onNamed();
  };
  const isFixed = act.isBusy || act.isUnsure;
  const foot = <FormFoot act={act} label={say("act.saveAndMake")} onSave={() => void save()} />;
  return (
    <Screen title={say("title.namingFirm")} part="naming-form" onBack={onBack} primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="lead">{say("firm.why")}</p>
      <FormBody form={form}>
        <TextField
          id="firm-name"
          label={say("field.firm.name")}
          value={draft.name}
          fault={showsFaults && "fault" in name ? name.fault : undefined}
          isFirst
          isDisabled={isFixed}
          onValue={(value) => setDraft({ ...draft, name: value })}
        />
        <LinesField
          id="account"
          label={say("field.account")}
          isOptional
          hint={say("hint.account")}
          value={draft.account}
          isDisabled={isFixed}
          onValue={(account) => setDraft({ ...draft, account })}
        />
      </FormBody>
    </Screen>
  );
}
