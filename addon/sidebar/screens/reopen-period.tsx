import { useRef, useState } from "preact/hooks";
import type { PlainDate } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { fault, type Typed, typedDate } from "../forms/typed.ts";
import { Primary } from "../parts/buttons.tsx";
import { DeciderField } from "../parts/decider-field.tsx";
import { DateField } from "../parts/fields.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { LinesField } from "../parts/lines-field.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { dayText } from "../words/days.ts";
import { focusFault } from "./receipt.tsx";

/** Shorter reasons say nothing. */
const LEAST = 5;

/** A closed period is opened again 重新开放, wholly or from a day on, by who decides and with a reason. */
export function ReopenPeriod() {
  const { say, back } = useDesk();
  const loaded = useAnswer("period", {});
  const { value } = loaded;
  if (value?.closedThrough) return <Form period={value} closedThrough={value.closedThrough} />;
  return (
    <Screen
      title={say("title.reopenPeriod")}
      primary={value ? <Primary label={say("act.leave")} onPress={back} /> : undefined}
    >
      <Reading loaded={loaded} rows={2}>
        {() => <p class="strip plain">{say("close.never")}</p>}
      </Reading>
    </Screen>
  );
}

function Form({ period, closedThrough }: { period: Output<"period">; closedThrough: PlainDate }) {
  const { say, tell, back, today, language } = useDesk();
  const [draft, setDraft] = useState(() => ({ action: newActionId(), through: "", reason: "", by: "" }));
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const through = stillClosed(draft.through, today, closedThrough);
  const reason = draft.reason.replace(/\s+/g, " ").trim();
  const isWhole = reason.length >= LEAST && (!period.asksName || draft.by !== "");
  const save = async () => {
    setShowsFaults(true);
    if (!("value" in through) || !isWhole) return focusFault(form.current);
    const day = through.value;
    const said = { ...(day ? { through: day } : {}), ...(draft.by ? { by: draft.by } : {}) };
    if (!(await act.run(() => call("reopenPeriod", { action: draft.action, reason, ...said })))) return;
    tell({
      text: day ? say("done.reopenPeriod", { day: dayText(day, language) }) : say("done.reopenWhole"),
    });
    markOld();
    back();
  };
  const isFixed = act.isBusy || act.isUnsure;
  const foot = (
    <FormFoot act={act} label={say("act.reopenPeriod")} needs="decide" onSave={() => void save()} />
  );
  return (
    <Screen title={say("title.reopenPeriod")} primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="strip plain">{say("close.closed", { day: dayText(closedThrough, language) })}</p>
      <p class="lead">{say("reopen.how")}</p>
      <FormBody form={form}>
        <DateField
          id="still-closed"
          label={say("field.stillClosed")}
          hint={say("hint.stillClosed")}
          isOptional
          today={today}
          value={draft.through}
          fault={showsFaults && "fault" in through ? through.fault : undefined}
          isFirst
          isDisabled={isFixed}
          onValue={(text) => setDraft({ ...draft, through: text })}
        />
        <LinesField
          id="reason"
          label={say("field.reason")}
          fault={showsFaults && reason.length < LEAST ? fault("fault.reasonShort").fault : undefined}
          isDisabled={isFixed}
          value={draft.reason}
          onValue={(text) => setDraft({ ...draft, reason: text })}
        />
        <DeciderField
          period={period}
          value={draft.by}
          showsFault={showsFaults}
          isDisabled={isFixed}
          onValue={(by) => setDraft({ ...draft, by })}
        />
      </FormBody>
    </Screen>
  );
}

/** The day through which the books stay closed; empty is none, and it lies before the present one. */
function stillClosed(text: string, today: PlainDate, closed: PlainDate): Typed<PlainDate | undefined> {
  if (text.trim() === "") return { value: undefined };
  const typed = typedDate(text, today);
  return "value" in typed && typed.value >= closed ? fault("fault.notReopened") : typed;
}
