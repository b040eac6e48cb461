import { useRef, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { emptyReceipt, isRefund, type ReceiptDraft, readReceipt } from "../forms/receipt-form.ts";
import { useChosen } from "../forms/use-chosen.ts";
import { moveOn } from "../keyboard.ts";
import { Primary } from "../parts/buttons.tsx";
import { ReceiptFields } from "../parts/receipt-fields.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { ReceiptPreview } from "./receipt-preview.tsx";

const drafts = slot<ReceiptDraft>();

/** Record receipt 登记收款, or a refund 退款: what came in or went back, then what that does, then saved. */
export function Receipt({ customer }: { customer?: string | undefined }) {
  const { say, today, currency } = useDesk();
  const [kept, setDraft] = useKept(drafts, () => emptyReceipt(newActionId(), today, customer));
  const chosen = useChosen(customer, kept.customer, kept.isUnidentified);
  const draft = kept.customer === chosen ? kept : { ...kept, customer: chosen };
  const [preview, setPreview] = useState<Output<"previewReceipt"> | undefined>(undefined);
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const own = draft.currency ?? draft.customer?.currency ?? currency;
  const { input, faults } = readReceipt(draft, today, own);

  const toPreview = async () => {
    setShowsFaults(true);
    if (!input) return focusFault(form.current);
    const found = await act.run(() => call("previewReceipt", { receipt: input }));
    if (!found) return;
    setPreview(found);
    setDraft({ ...draft, roundsOff: false, stage: "preview" });
  };
  if (draft.stage === "preview" && preview && input) {
    const edit = () => setDraft({ ...draft, stage: "form" });
    return <ReceiptPreview draft={draft} input={input} preview={preview} onDraft={setDraft} onEdit={edit} />;
  }
  const isBack = isRefund(draft);
  const label = say(isBack ? "act.previewRefund" : "act.preview");
  const primary = <Primary label={label} isBusy={act.isBusy} onPress={() => void toPreview()} />;
  return (
    <Screen title={say(isBack ? "title.refund" : "title.receipt")} part="form" primary={primary}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="read" /> : null}
      <form
        ref={form}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => moveOn(event, () => void toPreview())}
      >
        <ReceiptFields
          draft={draft}
          faults={showsFaults ? faults : {}}
          currency={own}
          isFixed={act.isBusy}
          onDraft={setDraft}
        />
      </form>
    </Screen>
  );
}

/** Goes to the first field that is wrong, once it has been marked. */
export function focusFault(form: HTMLFormElement | null): void {
  setTimeout(() => form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}
