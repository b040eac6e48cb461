import { useRef, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { type DraftAsk, type DraftDraft, readDraft, waysOn } from "../forms/draft-form.ts";
import { DraftFacts } from "../parts/draft-facts.tsx";
import { DateField, faultText } from "../parts/fields.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { useMoneyText } from "../parts/money.tsx";
import { Picks } from "../parts/picks.tsx";
import { Reopens } from "../parts/reopens.tsx";
import { draftWord } from "../parts/row-words.ts";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { focusFault } from "./receipt.tsx";

type Found = Output<"draft">;

interface Props {
  readonly customer: string;
  readonly receipt: string;
}

/** A draft 票据: collected, passed on, or dishonoured 退票, which is shown before it is done. */
export function Draft({ customer, receipt }: Props) {
  const { say } = useDesk();
  const loaded = useAnswer("draft", { customer, receipt });
  if (loaded.value) return <Form customer={customer} found={loaded.value} />;
  return (
    <Screen title={say("title.draft")}>
      <Reading loaded={loaded}>{() => null}</Reading>
    </Screen>
  );
}

const drafts = slot<DraftDraft>();

function Form({ customer, found }: { customer: string; found: Found }) {
  const { say, tell, back, today, language } = useDesk();
  const moneyText = useMoneyText();
  const { draft: facts } = found;
  const [draft, setDraft] = useKept(drafts, () => ({
    ...{ action: newActionId(), became: undefined, date: today },
  }));
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const reading = readDraft(draft, facts, today);
  const faults = showsFaults ? reading.faults : {};
  const isFixed = act.isBusy || act.isUnsure;
  const save = async () => {
    setShowsFaults(true);
    const { ask } = reading;
    if (!ask) return focusFault(form.current);
    const booked = await act.run(() => sent(ask, { action: draft.action, customer, receipt: facts.id }));
    if (!booked) return;
    const amount = moneyText(facts.amount, facts.currency);
    tell({
      text: say(ask.do === "mark" ? "done.markDraft" : "done.dishonour", { amount }),
      undo: draft.action,
    });
    markOld();
    back();
  };
  const bounces = draft.became === "dishonoured";
  const label = say(bounces ? "act.dishonour" : "act.markDraft");
  return (
    <Screen
      title={say("title.draft")}
      part="form"
      primary={<FormFoot act={act} label={label} onSave={() => void save()} />}
    >
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <DraftFacts facts={facts} customerName={found.customerName} />
      <FormBody form={form}>
        <Picks
          id="became"
          label={say("field.draftBecame")}
          value={draft.became}
          options={waysOn(facts.state).map((value) => {
            return {
              value,
              label: value === "dishonoured" ? say("draft.dishonoured") : draftWord(value, language),
              how: say(`draft.${value}How`),
            };
          })}
          fault={faults.became && faultText(faults.became, say)}
          isDisabled={isFixed}
          onValue={(became) => setDraft({ ...draft, became })}
        />
        {bounces ? (
          <DateField
            id="dishonoured-on"
            label={say("field.dishonouredOn")}
            today={today}
            value={draft.date}
            fault={faults.date}
            isDisabled={isFixed}
            onValue={(date) => setDraft({ ...draft, date })}
          />
        ) : null}
      </FormBody>
      {bounces ? <Reopens found={found} /> : null}
    </Screen>
  );
}

function sent(ask: DraftAsk, which: { action: string; customer: string; receipt: string }) {
  if (ask.do === "mark") return call("markDraft", { ...which, state: ask.state });
  return call("dishonour", { ...which, date: ask.date });
}
