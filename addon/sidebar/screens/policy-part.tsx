import { useRef, useState } from "preact/hooks";
import type { PolicyPart as Part } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { isUnchanged, policyTexts, readPolicy } from "../forms/policy/policy-form.ts";
import type { PolicyGround, PolicyWish, Texts } from "../forms/policy/texts.ts";
import { Primary } from "../parts/buttons.tsx";
import { DeciderField } from "../parts/decider-field.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { AgingFields } from "../parts/policy/aging-fields.tsx";
import { ApprovalsFields } from "../parts/policy/approvals-fields.tsx";
import { DayLine, type PartForm } from "../parts/policy/bound-fields.tsx";
import { DunningFields } from "../parts/policy/dunning-fields.tsx";
import { GradesFields } from "../parts/policy/grades-fields.tsx";
import { OrdersFields } from "../parts/policy/orders-fields.tsx";
import { RatesFields } from "../parts/policy/rates-fields.tsx";
import { TemplatesFields } from "../parts/policy/templates-fields.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { useAnswer } from "../shelf.ts";
import { useInForce } from "./policy.tsx";
import { PolicyPreview } from "./policy-preview.tsx";
import { focusFault } from "./receipt.tsx";

type Known = Output<"settings">;

interface Draft {
  readonly action: string;
  readonly texts: Texts;
  readonly by: string;
}

/** What was found of a wish: who would change. */
interface Found {
  readonly wish: PolicyWish;
  readonly effect: Output<"previewPolicy">;
}

/** One part of the credit policy 赊账政策: first the values, then who would change, and only then it is in force. */
export function PolicyPart({ part }: { part: Part }) {
  const { say } = useDesk();
  const loaded = useAnswer("settings", {});
  // Another version than the one at hand fills the form anew; what was typed is kept beside it.
  if (loaded.value) return <Form key={loaded.value.policy.version} part={part} known={loaded.value} />;
  return (
    <Screen title={say(`title.policy.${part}`)}>
      <Reading loaded={loaded}>{() => null}</Reading>
    </Screen>
  );
}

const drafts = slot<Draft>();

function Form({ part, known }: { part: Part; known: Known }) {
  const { say } = useDesk();
  const ground = useGround(known);
  const inForce = useInForce(known);
  const [draft, setDraft] = useKept(drafts, () => ({
    ...{ action: newActionId(), by: "", texts: policyTexts(part, ground) },
  }));
  const [showsFaults, setShowsFaults] = useState(false);
  const [isSame, setSame] = useState(false);
  const [found, setFound] = useState<Found | undefined>(undefined);
  const body = useRef<HTMLFormElement>(null);
  const act = useAct();
  const reading = readPolicy(part, draft.texts, ground);
  const replace = (texts: Texts) => {
    setSame(false);
    setDraft({ ...draft, texts });
  };
  const preview = async () => {
    setShowsFaults(true);
    const { wish } = reading;
    if (!wish || (known.asksName && draft.by === "")) return focusFault(body.current);
    if (isUnchanged(part, draft.texts, ground)) return setSame(true);
    const effect = await act.run(() => call("previewPolicy", { policy: wish }));
    if (effect) setFound({ wish, effect });
  };
  if (found) return <PolicyPreview {...found} {...draft} onBack={() => setFound(undefined)} />;
  const form: PartForm = {
    ...{ texts: draft.texts, faults: showsFaults ? reading.faults : {}, isFixed: act.isBusy, replace },
    set: (change) => replace({ ...draft.texts, ...change }),
  };
  const foot = (
    <Primary
      label={say("act.previewPolicy")}
      isBusy={act.isBusy}
      needs="decide"
      onPress={() => void preview()}
    />
  );
  return (
    <Screen title={say(`title.policy.${part}`)} primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="read" /> : null}
      {showsFaults ? reading.sentences.map((sentence) => <Sentence key={sentence} text={sentence} />) : null}
      {isSame ? (
        <p class="strip ask" role="alert">
          {say("policy.unchanged")}
        </p>
      ) : null}
      <p class="lead">{inForce}</p>
      <FormBody form={body}>
        <Fields {...{ part, form, ground, known }} />
        <DayLine
          form={form}
          id="effective"
          label={say("field.effective")}
          hint={say("hint.effective")}
          today={ground.today}
        />
        <DeciderField
          period={known}
          value={draft.by}
          showsFault={showsFaults}
          isDisabled={act.isBusy}
          onValue={(by) => setDraft({ ...draft, by })}
        />
      </FormBody>
    </Screen>
  );
}

function Sentence({ text }: { text: string }) {
  return (
    <p class="strip trouble" role="alert">
      {text}
    </p>
  );
}

function useGround({ policy, credit }: Known): PolicyGround {
  const { today, currency, currencies, language } = useDesk();
  return {
    policy,
    credit,
    today,
    currency,
    language,
    others: currencies.filter((each) => each !== currency),
  };
}

interface FieldsProps {
  readonly part: Part;
  readonly form: PartForm;
  readonly ground: PolicyGround;
  readonly known: Known;
}

function Fields({ part, form, ground, known }: FieldsProps) {
  switch (part) {
    case "aging":
      return <AgingFields form={form} ground={ground} />;
    case "grades":
      return <GradesFields form={form} ground={ground} />;
    case "orders":
      return <OrdersFields form={form} ground={ground} />;
    case "dunning":
      return <DunningFields form={form} ground={ground} />;
    case "templates":
      return <TemplatesFields form={form} ground={ground} firm={known.settings.firm} />;
    case "rates":
      return <RatesFields form={form} ground={ground} />;
    case "approvals":
      return <ApprovalsFields form={form} />;
  }
}
