import { useRef, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { fault } from "../forms/typed.ts";
import { ActorField, isNamed } from "../parts/actor-field.tsx";
import { faultText, TextField } from "../parts/fields.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { Picks } from "../parts/picks.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { LiftHold } from "./lift-hold.tsx";
import { focusFault } from "./receipt.tsx";

type Standing = Output<"standing">;

interface Props {
  readonly customer: string;
  /** A hold in force that is to be lifted; without it a new one is set. */
  readonly lift?: string | undefined;
}

/** A hold 冻结 by hand, or a stop of supply, with its reason; and the lifting of one. */
export function Hold({ customer, lift }: Props) {
  const { say } = useDesk();
  const loaded = useAnswer("standing", { customer });
  const { value } = loaded;
  if (value) return lift ? <LiftHold standing={value} hold={lift} /> : <Form standing={value} />;
  return (
    <Screen title={say(lift ? "title.liftHold" : "title.hold")}>
      <Reading loaded={loaded} rows={2}>
        {() => null}
      </Reading>
    </Screen>
  );
}

interface Draft {
  readonly action: string;
  readonly kind: "hold" | "block" | undefined;
  readonly reason: string;
  readonly by: string;
}

const drafts = slot<Draft>();

function Form({ standing }: { standing: Standing }) {
  const { say, tell, back } = useDesk();
  const [draft, setDraft] = useKept(drafts, (): Draft => {
    return { action: newActionId(), kind: undefined, reason: "", by: "" };
  });
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const { kind, action } = draft;
  const reason = draft.reason.replace(/\s+/g, " ").trim();
  const actor = { asks: standing.acting.asksName, names: standing.acting.users };
  const save = async () => {
    setShowsFaults(true);
    if (!kind || reason === "" || !isNamed(actor, draft.by)) return focusFault(form.current);
    const by = actor.asks ? { by: draft.by.trim() } : {};
    if (!(await act.run(() => call("hold", { action, customer: standing.id, kind, reason, ...by })))) return;
    tell({ text: say(kind === "block" ? "done.block" : "done.hold"), undo: action });
    markOld();
    back();
  };
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const isFixed = act.isBusy || act.isUnsure;
  return (
    <Screen
      title={say("title.hold")}
      part="form"
      primary={<FormFoot act={act} label={say("act.hold")} onSave={() => void save()} />}
    >
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="lead">{standing.name}</p>
      <FormBody form={form}>
        <Picks
          id="hold-kind"
          label={say("field.holdKind")}
          value={kind}
          options={[
            { value: "hold", label: say("hold.hold"), how: say("hold.holdHow") },
            { value: "block", label: say("hold.block"), how: say("hold.blockHow") },
          ]}
          fault={showsFaults && !kind ? faultText(fault("fault.holdKindMissing").fault, say) : undefined}
          isDisabled={isFixed}
          onValue={(value) => set({ kind: value })}
        />
        <TextField
          id="hold-reason"
          label={say("field.reason")}
          value={draft.reason}
          fault={showsFaults && reason === "" ? fault("fault.reasonMissing").fault : undefined}
          isDisabled={isFixed}
          onValue={(text) => set({ reason: text })}
        />
        <ActorField
          {...actor}
          id="actor"
          label={say("field.actor")}
          value={draft.by}
          showsFault={showsFaults}
          isDisabled={isFixed}
          onValue={(by) => set({ by })}
        />
      </FormBody>
    </Screen>
  );
}
