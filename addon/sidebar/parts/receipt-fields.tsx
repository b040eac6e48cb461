import type { Currency } from "../../../core/index.ts";
import { ReceiptMethodShape } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import {
  directed,
  isDraftMethod,
  isOffset,
  isRefund,
  type ReceiptDraft,
  type ReceiptField,
} from "../forms/receipt-form.ts";
import type { Fault, Faults } from "../forms/typed.ts";
import { currencyWord } from "../words/days.ts";
import { CurrencyField, useOtherCurrencies } from "./currency-field.tsx";
import { CustomerPicker } from "./customer-picker.tsx";
import { Designation } from "./designation.tsx";
import { DraftFields } from "./draft-fields.tsx";
import { AmountField, Choice, DateField, SelectField, TextField } from "./fields.tsx";
import { methodOptions, refundMethodOptions } from "./row-words.ts";

interface Props {
  readonly draft: ReceiptDraft;
  readonly faults: Faults<ReceiptField>;
  readonly currency: Currency;
  readonly isFixed: boolean;
  readonly onDraft: (draft: ReceiptDraft) => void;
}

/** What is typed of a receipt, in the order of a bank slip. */
export function ReceiptFields({ draft, faults, currency, isFixed, onDraft }: Props) {
  const { say, today, language } = useDesk();
  const set = (change: Partial<ReceiptDraft>) => onDraft({ ...draft, ...change });
  const unit = currencyWord(currency, say);
  const hasSeveral = useOtherCurrencies(draft.customer?.id);
  const isBack = isRefund(draft);
  return (
    <>
      <Choice
        label={say("field.direction")}
        value={draft.direction}
        options={[
          { value: "receipt", label: say("direction.receipt") },
          { value: "refund", label: say("direction.refund") },
        ]}
        {...(isBack ? { hint: say("hint.refund") } : {})}
        isDisabled={isFixed}
        onValue={(direction) => onDraft(directed(draft, direction))}
      />
      {draft.isUnidentified ? null : (
        <CustomerPicker
          value={draft.customer}
          fault={faults.customer}
          isFirst={draft.customer === undefined}
          isDisabled={isFixed}
          onValue={(customer) => set({ customer, currency: undefined, items: [] })}
        />
      )}
      {isBack ? null : <UnidentifiedTick draft={draft} isFixed={isFixed} onChange={set} />}
      {draft.isUnidentified || hasSeveral ? (
        <CurrencyField
          value={currency}
          isDisabled={isFixed}
          onValue={(chosen) => set({ currency: chosen, items: [] })}
        />
      ) : null}
      <AmountField
        id="amount"
        label={say("field.amount", { currency: unit })}
        currency={currency}
        value={draft.amount}
        fault={faults.amount}
        isFirst={draft.customer !== undefined || draft.isUnidentified}
        isDisabled={isFixed}
        onValue={(amount) => set({ amount })}
      />
      <DateField
        id="date"
        label={say(isBack ? "field.refundDate" : "field.receiptDate")}
        today={today}
        value={draft.date}
        fault={faults.date}
        aside={say("hint.date")}
        isDisabled={isFixed}
        onValue={(date) => set({ date })}
      />
      <SelectField
        id="method"
        label={say(isBack ? "field.refundMethod" : "field.method")}
        value={draft.method}
        options={isBack ? refundMethodOptions(language) : methodOptions(language)}
        hint={isOffset(draft) ? say("hint.offset") : undefined}
        isDisabled={isFixed}
        onValue={(method) => set(methodChange(ReceiptMethodShape.parse(method)))}
      />
      {isDraftMethod(draft.method) ? (
        <DraftFields draft={draft} faults={faults} isFixed={isFixed} onChange={set} />
      ) : null}
      <TextField
        id="reference"
        label={say(isOffset(draft) ? "field.counterDocument" : "field.reference")}
        isOptional={!isOffset(draft)}
        value={draft.reference}
        fault={faults.reference}
        isDisabled={isFixed}
        onValue={(reference) => set({ reference })}
      />
      {draft.isUnidentified ? (
        <TextField
          id="payer-name"
          label={say("field.payerName")}
          hint={say("hint.payerName")}
          isOptional
          value={draft.payerName}
          fault={faults.payerName}
          isDisabled={isFixed}
          onValue={(payerName) => set({ payerName })}
        />
      ) : null}
      {isOffset(draft) || isBack ? (
        <NoteField draft={draft} fault={faults.note} isFixed={isFixed} onChange={set} />
      ) : null}
      {draft.customer && !isBack ? (
        <Designation
          customer={draft.customer.id}
          currency={currency}
          items={draft.items}
          isFixed={isFixed}
          onItems={(items) => set({ items })}
        />
      ) : null}
    </>
  );
}

interface PartProps extends Pick<Props, "draft" | "isFixed"> {
  readonly onChange: (change: Partial<ReceiptDraft>) => void;
}

function UnidentifiedTick({ draft, isFixed, onChange }: PartProps) {
  const { say } = useDesk();
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={draft.isUnidentified}
        disabled={isFixed || isOffset(draft)}
        onChange={(event) =>
          onChange({
            isUnidentified: event.currentTarget.checked,
            ...{ customer: undefined, currency: undefined, items: [] },
          })
        }
      />
      <span>{say("field.unidentified")}</span>
    </label>
  );
}

/** Why, of an offset; of a refund whatever is to be remembered. */
function NoteField({ draft, fault, isFixed, onChange }: PartProps & { fault: Fault | undefined }) {
  const { say } = useDesk();
  const isReason = isOffset(draft);
  return (
    <TextField
      id="reason"
      label={say(isReason ? "field.offsetReason" : "field.note")}
      isOptional={!isReason}
      value={draft.note}
      fault={fault}
      isDisabled={isFixed}
      onValue={(note) => onChange({ note })}
    />
  );
}

/** An offset is somebody's: nobody unknown is a supplier too. */
function methodChange(method: ReceiptDraft["method"]): Partial<ReceiptDraft> {
  return isOffset({ method }) ? { method, isUnidentified: false } : { method };
}
