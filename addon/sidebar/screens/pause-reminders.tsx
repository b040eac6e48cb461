import { useRef, useState } from "preact/hooks";
import { daysAfter } from "../../../core/index.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { type Fault, fault, typedDate } from "../forms/typed.ts";
import { Chips } from "../parts/chips.tsx";
import { DateField, TextField } from "../parts/fields.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { call, newActionId } from "../server.ts";
import { markOld } from "../shelf.ts";
import { dayText } from "../words/days.ts";
import { focusFault } from "./receipt.tsx";

/** A pause is for a week or two: long enough for a transfer to arrive. */
const USUAL_DAYS = 7;

const REASONS = ["promised", "checking", "visit"] as const;

interface Props {
  readonly customer: string;
  readonly name: string | undefined;
  readonly onBack: () => void;
}

/** 暂停催款 until a day; until then the customer is listed among those who get no letter. */
export function PauseReminders({ customer, name = "", onBack }: Props) {
  const { say, tell, back, today, language } = useDesk();
  const [until, setUntil] = useState<string>(daysAfter(today, USUAL_DAYS));
  const [note, setNote] = useState("");
  const [wrong, setWrong] = useState<Fault | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const action = useRef(newActionId());
  const act = useAct();
  const isFixed = act.isBusy || act.isUnsure;
  const save = async () => {
    const typed = typedDate(until, today);
    const found = "fault" in typed ? typed : typed.value <= today ? fault("fault.pausePast") : undefined;
    setWrong(found?.fault);
    if (found || "fault" in typed) return focusFault(form.current);
    const said = note.trim().slice(0, 500);
    const input = { action: action.current, customer, until: typed.value, ...(said ? { note: said } : {}) };
    if (!(await act.run(() => call("pauseReminders", input)))) return;
    tell({
      text: say("done.paused", { name, day: dayText(typed.value, language) }),
      undo: action.current,
    });
    markOld();
    back();
  };
  return (
    <Screen
      title={say("title.pause")}
      part="pause"
      onBack={onBack}
      primary={<FormFoot act={act} label={say("act.pause")} onSave={() => void save()} />}
    >
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      {name ? <p class="lead">{name}</p> : null}
      <FormBody form={form}>
        <DateField
          id="pause-until"
          label={say("field.pauseUntil")}
          hint={say("hint.pauseUntil")}
          today={today}
          value={until}
          fault={wrong}
          isFirst
          isDisabled={isFixed}
          onValue={setUntil}
        />
        <TextField
          id="pause-note"
          label={say("field.pauseNote")}
          isOptional
          value={note}
          isDisabled={isFixed}
          onValue={setNote}
        />
        <Chips
          label={say("field.pauseNote")}
          value={note}
          options={REASONS.map((each) => say(`pause.${each}`))}
          isDisabled={isFixed}
          onValue={setNote}
        />
      </FormBody>
    </Screen>
  );
}
