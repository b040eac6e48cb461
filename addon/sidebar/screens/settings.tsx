import { useRef, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { readSettings, type SettingsDraft, settingsDraft } from "../forms/settings-form.ts";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { Screen } from "../parts/screen.tsx";
import { SettingsFields } from "../parts/settings-fields.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { focusFault } from "./receipt.tsx";

/** Settings 设置: who the firm is on statements, and what the ledger goes by. */
export function Settings() {
  const { say } = useDesk();
  const loaded = useAnswer("settings", {});
  // Other settings than those at hand fill the form anew; what was typed is kept beside it.
  if (loaded.value) return <Form key={JSON.stringify(loaded.value.settings)} {...loaded.value} />;
  return (
    <Screen title={say("title.settings")}>
      <Reading loaded={loaded}>{() => null}</Reading>
    </Screen>
  );
}

const drafts = slot<SettingsDraft>();

function Form({ settings, debtCarrierFixed, baseCurrencyFixed }: Output<"settings">) {
  const { say, tell, back, today } = useDesk();
  const [draft, setDraft] = useKept(drafts, () => settingsDraft(newActionId(), settings));
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const { input, faults } = readSettings(draft, today);
  const save = async () => {
    setShowsFaults(true);
    if (!input) return focusFault(form.current);
    const booked = await act.run(() => call("saveSettings", { action: draft.action, settings: input }));
    if (!booked) return;
    tell({ text: say("done.settings") });
    markOld();
    back();
  };
  const foot = <FormFoot act={act} onSave={() => void save()} />;
  return (
    <Screen title={say("title.settings")} primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <FormBody form={form}>
        <SettingsFields
          draft={draft}
          faults={showsFaults ? faults : {}}
          isFixed={act.isBusy || act.isUnsure}
          isCarrierFixed={debtCarrierFixed}
          isCurrencyFixed={baseCurrencyFixed}
          onDraft={setDraft}
        />
      </FormBody>
    </Screen>
  );
}
