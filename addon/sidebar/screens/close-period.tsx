import { useRef, useState } from "preact/hooks";
import { monthEndOf, monthsAfter, type PlainDate } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk, useKept } from "../desk.ts";
import { fault, type Typed, typedDate } from "../forms/typed.ts";
import { Primary, Secondary } from "../parts/buttons.tsx";
import { DeciderField } from "../parts/decider-field.tsx";
import { DateField } from "../parts/fields.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { newActionId } from "../server.ts";
import { useAnswer } from "../shelf.ts";
import { dayText } from "../words/days.ts";
import { ConfirmClosing } from "./confirm-closing.tsx";
import { focusFault } from "./receipt.tsx";

interface Draft {
  readonly action: string;
  readonly through: string;
  readonly by: string;
}

const drafts = slot<Draft>();

/** Period close 关账: first the day, then what closing means, and only then it is done. */
export function ClosePeriod() {
  const { say } = useDesk();
  const loaded = useAnswer("period", {});
  if (loaded.value) return <Closing period={loaded.value} />;
  return (
    <Screen title={say("title.closePeriod")}>
      <Reading loaded={loaded} rows={2}>
        {() => null}
      </Reading>
    </Screen>
  );
}

function Closing({ period }: { period: Output<"period"> }) {
  const { say, open, today, language } = useDesk();
  const [draft, setDraft] = useKept(drafts, () => ({
    ...{ action: newActionId(), by: "" },
    through: monthEndOf(monthsAfter(today, -1)),
  }));
  const [showsFaults, setShowsFaults] = useState(false);
  const [confirmed, setConfirmed] = useState<PlainDate | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const { closedThrough, reopenedThrough } = period;
  const typed = closable(typedDate(draft.through, today), today, closedThrough);
  const isNamed = !period.asksName || draft.by !== "";
  const preview = () => {
    setShowsFaults(true);
    if (!("value" in typed) || !isNamed) return focusFault(form.current);
    setConfirmed(typed.value);
  };
  if (confirmed)
    return (
      <ConfirmClosing
        period={period}
        draft={draft}
        through={confirmed}
        onBack={() => setConfirmed(undefined)}
      />
    );
  const foot = (
    <>
      <Primary label={say("act.previewClosing")} needs="decide" onPress={preview} />
      {closedThrough ? (
        <Secondary
          label={say("act.reopenPeriod")}
          needs="decide"
          onPress={() => open({ name: "reopenPeriod" })}
        />
      ) : null}
    </>
  );
  return (
    <Screen title={say("title.closePeriod")} primary={foot}>
      <p class="lead">{say("close.how")}</p>
      <p class="strip plain">
        {closedThrough ? say("close.closed", { day: dayText(closedThrough, language) }) : say("close.never")}
      </p>
      {reopenedThrough ? (
        <p class="strip ask">{say("close.reopened", { day: dayText(reopenedThrough, language) })}</p>
      ) : null}
      <FormBody form={form}>
        <DateField
          id="close-through"
          label={say("field.closeThrough")}
          today={today}
          value={draft.through}
          fault={showsFaults && "fault" in typed ? typed.fault : undefined}
          isFirst
          onValue={(through) => setDraft({ ...draft, through })}
        />
        <DeciderField
          period={period}
          value={draft.by}
          showsFault={showsFaults}
          isDisabled={false}
          onValue={(by) => setDraft({ ...draft, by })}
        />
      </FormBody>
    </Screen>
  );
}

/** Days that have not come are not closed: a slip of the pen would stop all entering. Nor is it a way back. */
function closable(typed: Typed<PlainDate>, today: PlainDate, closed?: PlainDate): Typed<PlainDate> {
  if (!("value" in typed)) return typed;
  if (typed.value > today) return fault("fault.closeFuture");
  return closed && typed.value < closed ? fault("fault.closedAlready") : typed;
}
