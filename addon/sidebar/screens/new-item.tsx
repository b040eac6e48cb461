import { useRef, useState } from "preact/hooks";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { emptyItem, type ItemDraft, readItem } from "../forms/item-form.ts";
import { useChosen } from "../forms/use-chosen.ts";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { ItemFields } from "../parts/item-fields.tsx";
import { useMoneyText } from "../parts/money.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld } from "../shelf.ts";
import { focusFault } from "./receipt.tsx";

const drafts = slot<ItemDraft>();

/** New item 新增应收: a document that says what a customer owes or is credited. */
export function NewItem({ customer }: { customer?: string | undefined }) {
  const { say, today, currency, tell, back } = useDesk();
  const [kept, setDraft] = useKept(drafts, () => emptyItem(newActionId(), today));
  const draft = { ...kept, customer: useChosen(customer, kept.customer, false) };
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const told = useMoneyText();
  const own = draft.currency ?? draft.customer?.currency ?? currency;
  const { input, faults } = readItem(draft, today, own);
  const isAsked = act.trouble?.kind === "refusal" && act.trouble.why === "duplicateSuspected";

  const save = async (duplicate?: { readonly allowDuplicate: true }) => {
    setShowsFaults(true);
    if (!input) return focusFault(form.current);
    const booked = await act.run(() => call("addItem", { action: draft.action, item: input, ...duplicate }));
    if (!booked) return;
    tell({ text: say("done.item", { amount: told(input.amount, own) }), undo: draft.action });
    markOld();
    back();
  };
  const foot = (
    <FormFoot
      act={act}
      onSave={() => void save()}
      onSaveAnyway={isAsked ? () => void save({ allowDuplicate: true }) : undefined}
    />
  );
  return (
    <Screen title={say("title.newItem")} primary={foot}>
      {act.trouble && !isAsked ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      {isAsked ? (
        <div class="strip ask" role="alert">
          <div>
            <strong>{say("title.duplicateItem")}</strong>
            <p>{say("duplicate.item")}</p>
          </div>
        </div>
      ) : null}
      <FormBody form={form}>
        <ItemFields
          draft={draft}
          faults={showsFaults ? faults : {}}
          currency={own}
          isFixed={act.isBusy || act.isUnsure || isAsked}
          onDraft={setDraft}
        />
      </FormBody>
    </Screen>
  );
}
