import { useRef, useState } from "preact/hooks";
import { monthEndOf, monthsAfter, type PlainDate } from "../../../core/index.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { type Fault, fault, type Typed, typedDate } from "../forms/typed.ts";
import { DateField } from "../parts/fields.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld } from "../shelf.ts";
import { dayText } from "../words/days.ts";
import { focusFault } from "./receipt.tsx";

interface Draft {
  readonly action: string;
  readonly through: string;
}

const drafts = slot<Draft>();

/** Period close 关账: nothing dated up to that day may be entered any more. An earlier day opens it again. */
export function ClosePeriod() {
  const { say, tell, back, today, facts, language } = useDesk();
  const [draft, setDraft] = useKept(drafts, () => ({
    action: newActionId(),
    through: monthEndOf(monthsAfter(today, -1)),
  }));
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const closed = facts?.closedThrough;
  const typed = notToCome(typedDate(draft.through, today), today);
  const save = async () => {
    setShowsFaults(true);
    if (!("value" in typed)) return focusFault(form.current);
    const through = typed.value;
    const booked = await act.run(() => call("closePeriod", { action: draft.action, through }));
    if (!booked) return;
    tell({ text: say("done.closePeriod", { day: dayText(through, language) }) });
    markOld();
    back();
  };
  const reopens = closed !== undefined && "value" in typed && typed.value < closed;
  const foot = <FormFoot act={act} label={say("act.closePeriod")} onSave={() => void save()} />;
  return (
    <Screen title={say("title.closePeriod")} primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="lead">{say("close.how")}</p>
      <p class="strip plain">
        {closed ? say("close.closed", { day: dayText(closed, language) }) : say("close.never")}
      </p>
      <FormBody form={form}>
        <DateField
          id="close-through"
          label={say("field.closeThrough")}
          today={today}
          value={draft.through}
          fault={showsFaults ? faultOf(typed) : undefined}
          isFirst
          isDisabled={act.isBusy || act.isUnsure}
          onValue={(through) => setDraft({ ...draft, through })}
        />
      </FormBody>
      {reopens ? (
        <p class="strip ask" role="alert">
          {say("close.reopens", { day: dayText(typed.value, language) })}
        </p>
      ) : null}
    </Screen>
  );
}

function faultOf(typed: Typed<PlainDate>): Fault | undefined {
  return "fault" in typed ? typed.fault : undefined;
}

/** Days that have not come are not closed: a slip of the pen would stop all entering. */
function notToCome(typed: Typed<PlainDate>, today: PlainDate): Typed<PlainDate> {
  return "value" in typed && typed.value > today ? fault("fault.closeFuture") : typed;
}
