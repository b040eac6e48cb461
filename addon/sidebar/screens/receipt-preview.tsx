import { type Currency, negated, ZERO } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { isOffset, isRefund, type ReceiptDraft, type ReceiptInput } from "../forms/receipt-form.ts";
import { AlikeReceipt } from "../parts/alike-receipt.tsx";
import { Primary, Quiet, Secondary } from "../parts/buttons.tsx";
import { Amount, useMoneyText } from "../parts/money.tsx";
import { PreviewParts } from "../parts/preview-parts.tsx";
import { RefundEffect } from "../parts/refund-effect.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { call } from "../server.ts";
import { markOld } from "../shelf.ts";

interface Props {
  readonly draft: ReceiptDraft;
  readonly input: ReceiptInput;
  readonly preview: Output<"previewReceipt">;
  readonly onDraft: (draft: ReceiptDraft) => void;
  readonly onEdit: () => void;
}

/** Where the money goes, what is left of it, and what is asked before it is saved. */
export function ReceiptPreview({ draft, input, preview, onDraft, onEdit }: Props) {
  const { say, tell, back, currency: base } = useDesk();
  const moneyText = useMoneyText();
  const act = useAct();
  const { currency = base } = input;
  const isBack = isRefund(draft);
  const amount = isBack ? negated(input.amount) : input.amount;
  const save = async (duplicate?: { readonly allowDuplicate: true }) => {
    const receipt = { ...input, ...wishAbout(draft, preview) };
    const booked = await act.run(() => call("addReceipt", { action: draft.action, receipt, ...duplicate }));
    if (!booked) return;
    tell({ text: say(doneKey(draft), { amount: moneyText(amount, currency) }), undo: draft.action });
    markOld();
    back();
  };
  const isAsked = isDuplicate(preview, act.trouble);
  const saveAsIs = () => void save(isAsked ? { allowDuplicate: true } : undefined);
  const edit = act.isUnsure ? () => undefined : onEdit;
  const primary =
    isAsked && !act.isUnsure ? (
      <>
        <Primary label={say("act.checkAgain")} isBusy={act.isBusy} onPress={edit} />
        <Quiet label={say("act.recordAnyway")} isBusy={act.isBusy} onPress={saveAsIs} />
      </>
    ) : (
      <>
        <Primary
          label={say(act.isUnsure ? "act.retry" : "act.save")}
          isBusy={act.isBusy}
          needs="write"
          onPress={saveAsIs}
        />
        {act.isUnsure ? null : <Secondary label={say("act.edit")} isBusy={act.isBusy} onPress={edit} />}
      </>
    );
  return (
    <Screen
      title={say(isBack ? "title.refundPreview" : "title.preview")}
      part="preview"
      onBack={edit}
      backTo={isBack ? say("title.refund") : undefined}
      primary={primary}
    >
      {act.trouble && !(isAsked && !act.isUnsure) ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      {isAsked ? <AlikeReceipt receipt={preview.alike} isRefund={isBack} /> : null}
      <p class="from">
        <span>{draft.isUnidentified ? say("title.unidentified") : (draft.customer?.name ?? "")}</span>
        <strong>
          <Amount value={amount} currency={currency} />
        </strong>
      </p>
      {preview.refund ? (
        <RefundEffect effect={preview.refund} currency={currency} />
      ) : (
        <>
          <PreviewParts
            customer={input.customer}
            preview={preview}
            currency={currency}
            roundsOff={draft.roundsOff && preview.differenceAllowed}
          />
          <Rest {...{ draft, preview, currency, onDraft }} isFixed={act.isBusy || act.isUnsure} />
        </>
      )}
    </Screen>
  );
}

/** 抹零 within the policy is settled along; beyond it somebody else is asked. */
function wishAbout({ roundsOff }: ReceiptDraft, { difference, differenceAllowed }: Props["preview"]) {
  if (!roundsOff || difference <= ZERO) return {};
  const reason = "smallAmount" as const;
  return differenceAllowed ? { settleDifference: reason } : { askDifference: reason };
}

function doneKey(draft: ReceiptDraft) {
  if (isRefund(draft)) return "done.refund";
  return isOffset(draft) ? "done.offset" : "done.receipt";
}

function isDuplicate(
  preview: Output<"previewReceipt">,
  trouble: ReturnType<typeof useAct>["trouble"],
): boolean {
  if (preview.alike !== undefined) return true;
  return trouble?.kind === "refusal" && trouble.why === "duplicateSuspected";
}

/** What the money leaves over, or what it leaves open. */
function Rest(
  props: Pick<Props, "draft" | "preview" | "onDraft"> & { currency: Currency; isFixed: boolean },
) {
  const { say } = useDesk();
  const moneyText = useMoneyText();
  const { draft, preview, currency, onDraft, isFixed } = props;
  const { unapplied, difference, differenceAllowed, paysBack } = preview;
  if (draft.isUnidentified) return <p class="strip plain">{say("preview.unidentified")}</p>;
  return (
    <>
      {paysBack !== undefined ? (
        <p class="strip plain">{say("preview.paysBack", { amount: moneyText(paysBack, currency) })}</p>
      ) : null}
      {unapplied > ZERO ? (
        <p class="strip plain">{say("preview.over", { amount: moneyText(unapplied, currency) })}</p>
      ) : null}
      {difference > ZERO && !differenceAllowed ? (
        <p class="strip plain">
          <LeftOpen preview={preview} currency={currency} />
        </p>
      ) : null}
      {difference > ZERO ? (
        <label class="tick offer">
          <input
            type="checkbox"
            checked={draft.roundsOff}
            disabled={isFixed}
            onChange={(event) => onDraft({ ...draft, roundsOff: event.currentTarget.checked })}
          />
          <span>
            {say(differenceAllowed ? "preview.roundOff" : "preview.askOff", {
              amount: moneyText(difference, currency),
            })}
          </span>
        </label>
      ) : null}
    </>
  );
}

/** Why a difference is not settled along: it is above the limit, or its currency has none. */
function LeftOpen({ preview, currency }: Pick<Props, "preview"> & { currency: Currency }) {
  const { say, currency: base } = useDesk();
  const moneyText = useMoneyText();
  const { difference, differenceLimit, smallAmountMissing } = preview;
  const amount = moneyText(difference, currency);
  if (smallAmountMissing) return <>{say("preview.leftOpenUnset", { amount, base, currency })}</>;
  if (differenceLimit === undefined) return <>{say("preview.leftOpen", { amount })}</>;
  return <>{say("preview.leftOpenAbove", { amount, limit: moneyText(differenceLimit, currency) })}</>;
}
