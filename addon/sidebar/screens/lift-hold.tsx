import { useRef, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { fault } from "../forms/typed.ts";
import { ActorField, isNamed } from "../parts/actor-field.tsx";
import { Primary } from "../parts/buttons.tsx";
import { TextField } from "../parts/fields.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { call, newActionId } from "../server.ts";
import { markOld } from "../shelf.ts";
import { dayText } from "../words/days.ts";
import { focusFault } from "./receipt.tsx";

type Standing = Output<"standing">;

/** A hold lifted 解除冻结, by who decides and with a reason. */
export function LiftHold({ standing, hold }: { standing: Standing; hold: string }) {
  const { say, back } = useDesk();
  const found = standing.holds.find(({ id }) => id === hold);
  if (found) return <Form standing={standing} hold={found} />;
  return (
    <Screen title={say("title.liftHold")} primary={<Primary label={say("act.leave")} onPress={back} />}>
      <p class="strip plain">{say("hold.gone")}</p>
    </Screen>
  );
}

function Form({ standing, hold }: { standing: Standing; hold: Standing["holds"][number] }) {
  const { say, tell, back, language } = useDesk();
  const [draft, setDraft] = useState(() => ({ action: newActionId(), reason: "", by: "" }));
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const reason = draft.reason.replace(/\s+/g, " ").trim();
  const { asksDecider: asks, deciders: names } = standing.acting;
  const save = async () => {
    setShowsFaults(true);
    if (reason === "" || !isNamed({ asks, names }, draft.by)) return focusFault(form.current);
    const by = asks ? { by: draft.by.trim() } : {};
    const input = { action: draft.action, customer: standing.id, hold: hold.id, reason, ...by };
    if (!(await act.run(() => call("liftHold", input)))) return;
    tell({ text: say("done.liftHold"), undo: draft.action });
    markOld();
    back();
  };
  const isFixed = act.isBusy || act.isUnsure;
  const foot = <FormFoot act={act} label={say("act.liftHold")} needs="decide" onSave={() => void save()} />;
  return (
    <Screen title={say("title.liftHold")} part="form" primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="lead">{standing.name}</p>
      <p class="strip plain">
        {[
          say(hold.kind === "block" ? "credit.blocked" : "credit.held", { reason: hold.reason }),
          hold.by,
          dayText(hold.on, language),
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      <p class="lead">{say("hold.liftHow")}</p>
      <FormBody form={form}>
        <TextField
          id="lift-reason"
          label={say("field.reason")}
          value={draft.reason}
          fault={showsFaults && reason === "" ? fault("fault.reasonMissing").fault : undefined}
          isFirst
          isDisabled={isFixed}
          onValue={(text) => setDraft({ ...draft, reason: text })}
        />
        <ActorField
          {...{ asks, names }}
          id="decider"
          label={say("field.vouchedBy")}
          value={draft.by}
          showsFault={showsFaults}
          isDisabled={isFixed}
          onValue={(by) => setDraft({ ...draft, by })}
        />
      </FormBody>
    </Screen>
  );
}
