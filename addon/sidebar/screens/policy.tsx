import { useRef, useState } from "preact/hooks";
import { DEFAULT_POLICY } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { type PolicyDraft, policyDraft, readPolicy, typedEdges } from "../forms/policy-form.ts";
import { bucketLabel } from "../parts/bucket-label.ts";
import { AmountField, Choice, DateField, TextField } from "../parts/fields.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { currencyWord, dayText } from "../words/days.ts";
import { focusFault } from "./receipt.tsx";

type Kept = Output<"settings">;

/** Credit policy 赊账政策: how age is counted, and which small difference may be closed at once. */
export function Policy() {
  const { say } = useDesk();
  const loaded = useAnswer("settings", {});
  // Another version than the one at hand fills the form anew; what was typed is kept beside it.
  if (loaded.value) return <Form key={loaded.value.policy.version} policy={loaded.value.policy} />;
  return (
    <Screen title={say("title.policy")}>
      <Reading loaded={loaded}>{() => null}</Reading>
    </Screen>
  );
}

const drafts = slot<PolicyDraft>();

function Form({ policy }: { policy: Kept["policy"] }) {
  const { say, tell, back, today, currency, currencies, language } = useDesk();
  const others = currencies.filter((each) => each !== currency);
  const form = { today, currency, others };
  const [draft, setDraft] = useKept(drafts, () => policyDraft(newActionId(), policy, form));
  const [showsFaults, setShowsFaults] = useState(false);
  const body = useRef<HTMLFormElement>(null);
  const act = useAct();
  const { input, faults } = readPolicy(draft, today, currency);
  const shown = showsFaults ? faults : {};
  const set = (change: Partial<PolicyDraft>) => setDraft({ ...draft, ...change });
  const save = async () => {
    setShowsFaults(true);
    if (!input) return focusFault(body.current);
    const booked = await act.run(() => call("savePolicy", { action: draft.action, policy: input }));
    if (!booked) return;
    tell({ text: say("done.policy", { day: dayText(input.effective ?? today, language) }) });
    markOld();
    back();
  };
  const isFixed = act.isBusy || act.isUnsure;
  const foot = <FormFoot act={act} needs="decide" onSave={() => void save()} />;
  return (
    <Screen title={say("title.policy")} primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="lead">
        {policy.effective === DEFAULT_POLICY.effective
          ? say("policy.default")
          : say("policy.inForce", { version: policy.version, day: dayText(policy.effective, language) })}
      </p>
      <FormBody form={body}>
        <TextField
          id="edges"
          label={say("field.edges")}
          hint={edgesShown(draft, say)}
          value={draft.edges}
          fault={shown.edges}
          isDisabled={isFixed}
          onValue={(edges) => set({ edges })}
        />
        <Choice
          label={say("field.basis")}
          value={draft.basis}
          options={[
            { value: "dueDate", label: say("aging.basis.dueDate") },
            { value: "documentDate", label: say("aging.basis.documentDate") },
          ]}
          onValue={(basis) => set({ basis })}
        />
        <AmountField
          id="amount"
          label={say("field.smallAmount", { currency: currencyWord(currency, say) })}
          hint={say("hint.small")}
          currency={currency}
          value={draft.amount}
          fault={shown.amount}
          isDisabled={isFixed}
          onValue={(amount) => set({ amount })}
        />
        {Object.entries(draft.amounts).map(([code, text]) => (
          <AmountField
            key={code}
            id={`amount-${code}`}
            label={say("field.smallAmount", { currency: code })}
            hint={say("hint.smallBlank", { currency: code })}
            isOptional
            currency={code}
            value={text}
            fault={shown[`amount-${code}`]}
            isDisabled={isFixed}
            onValue={(amount) => set({ amounts: { ...draft.amounts, [code]: amount } })}
          />
        ))}
        <TextField
          id="share"
          label={say("field.smallShare")}
          value={draft.share}
          fault={shown.share}
          isDisabled={isFixed}
          onValue={(share) => set({ share })}
        />
        <DateField
          id="effective"
          label={say("field.effective")}
          hint={say("hint.effective")}
          today={today}
          value={draft.effective}
          fault={shown.effective}
          isDisabled={isFixed}
          onValue={(effective) => set({ effective })}
        />
      </FormBody>
    </Screen>
  );
}

/** The buckets that the typed days make, in words. */
function edgesShown({ edges: text, basis }: PolicyDraft, say: ReturnType<typeof useDesk>["say"]): string {
  const typed = typedEdges(text);
  if (!("value" in typed)) return say("hint.edges");
  const edges = typed.value;
  return Array.from({ length: edges.length + 2 }, (_, bucket) =>
    bucketLabel(bucket, { edges, basis }, say),
  ).join(" · ");
}
