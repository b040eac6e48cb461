import { useRef, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { type PromiseDraft, promiseDraft, readPromise } from "../forms/promise-form.ts";
import { ActorField, isNamed } from "../parts/actor-field.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { useMoneyText } from "../parts/money.tsx";
import { noteOf, PromiseFields } from "../parts/promise-fields.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { dayText } from "../words/days.ts";
import { focusFault } from "./receipt.tsx";

type Standing = Output<"standing">;

/** A promise to pay 付款承诺: so much until a day, and how it was said. */
export function PromiseToPay({ customer }: { customer: string }) {
  const { say } = useDesk();
  const loaded = useAnswer("standing", { customer });
  if (loaded.value) return <Form standing={loaded.value} />;
  return (
    <Screen title={say("title.promise")}>
      <Reading loaded={loaded} rows={3}>
        {() => null}
      </Reading>
    </Screen>
  );
}

const drafts = slot<PromiseDraft>();

function Form({ standing }: { standing: Standing }) {
  const { say, tell, back, today, language } = useDesk();
  const moneyText = useMoneyText();
  const { history, agreed, acting } = standing;
  const [draft, setDraft] = useKept(drafts, () => promiseDraft(newActionId(), history, agreed.currency));
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const { promised, faults } = readPromise(draft, today);
  const actor = { asks: acting.asksName, names: acting.users };
  const save = async () => {
    setShowsFaults(true);
    if (!promised || !isNamed(actor, draft.by)) return focusFault(form.current);
    const note = noteOf(draft, say);
    const said = { ...(note ? { note } : {}), ...(actor.asks ? { by: draft.by.trim() } : {}) };
    const input = { action: draft.action, customer: standing.id, ...promised, ...said };
    if (!(await act.run(() => call("addPromise", input)))) return;
    const amount = moneyText(promised.amount, draft.currency);
    tell({
      text: say("done.promise", { day: dayText(promised.until, language), amount }),
      undo: draft.action,
    });
    markOld();
    back();
  };
  const set = (change: Partial<PromiseDraft>) => setDraft({ ...draft, ...change });
  const isFixed = act.isBusy || act.isUnsure;
  return (
    <Screen
      title={say("title.promise")}
      part="form"
      primary={<FormFoot act={act} label={say("act.promise")} onSave={() => void save()} />}
    >
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="lead">
        {standing.name}
        <br />
        {say("promise.how")}
      </p>
      <FormBody form={form}>
        <PromiseFields
          standing={standing}
          draft={draft}
          faults={showsFaults ? faults : {}}
          isFixed={isFixed}
          onDraft={set}
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
