import type { Currency } from "../../../core/index.ts";
import { ReceiptMethodShape } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { isDraftMethod, isOffset, type ReceiptDraft, type ReceiptField } from "../forms/receipt-form.ts";
import type { Faults } from "../forms/typed.ts";
import { currencyWord } from "../words/days.ts";
import { CurrencyField, useOtherCurrencies } from "./currency-field.tsx";
import { CustomerPicker } from "./customer-picker.tsx";
import { Designation } from "./designation.tsx";
import { AmountField, DateField, SelectField, TextField } from "./fields.tsx";
import { methodOptions } from "./row-words.ts";

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
  return (
    <>
      {draft.isUnidentified ? null : (
        <CustomerPicker
          value={draft.customer}
          fault={faults.customer}
          isFirst={draft.customer === undefined}
          isDisabled={isFixed}
          onValue={(customer) => set({ customer, currency: undefined, items: [] })}
        />
      )}
      <label class="tick">
        <input
          type="checkbox"
          checked={draft.isUnidentified}
          disabled={isFixed || isOffset(draft)}
          onChange={(event) =>
            set({
              isUnidentified: event.currentTarget.checked,
              ...{ customer: undefined, currency: undefined, items: [] },
            })
          }
        />
        <span>{say("field.unidentified")}</span>
      </label>
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
        label={say("field.receiptDate")}
        today={today}
        value={draft.date}
        fault={faults.date}
        aside={say("hint.date")}
        isDisabled={isFixed}
        onValue={(date) => set({ date })}
      />
      <SelectField
        id="method"
        label={say("field.method")}
        value={draft.method}
        options={methodOptions(language)}
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
      {isOffset(draft) ? (
        <TextField
          id="reason"
          label={say("field.offsetReason")}
          value={draft.note}
          fault={faults.note}
          isDisabled={isFixed}
          onValue={(note) => set({ note })}
        />
      ) : null}
      {draft.customer ? (
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

/** An offset is somebody's: nobody unknown is a supplier too. */
function methodChange(method: ReceiptDraft["method"]): Partial<ReceiptDraft> {
  return isOffset({ method }) ? { method, isUnidentified: false } : { method };
}

/** A draft 票据: its number, who pays it, and when. */
function DraftFields(
  props: Omit<Props, "currency" | "onDraft"> & { onChange: (change: Partial<ReceiptDraft>) => void },
) {
  const { say, today } = useDesk();
  const { draft, faults, isFixed, onChange } = props;
  return (
    <>
      <DateField
        id="maturity"
        label={say("field.maturity")}
        today={today}
        value={draft.maturity}
        fault={faults.maturity}
        isDisabled={isFixed}
        onValue={(maturity) => onChange({ maturity })}
      />
      <TextField
        id="draft-number"
        label={say("field.draftNumber")}
        isOptional
        value={draft.draftNumber}
        fault={faults.draftNumber}
        isDisabled={isFixed}
        onValue={(draftNumber) => onChange({ draftNumber })}
      />
      <TextField
        id="acceptor"
        label={say("field.acceptor")}
        isOptional
        value={draft.acceptor}
        fault={faults.acceptor}
        isDisabled={isFixed}
        onValue={(acceptor) => onChange({ acceptor })}
      />
    </>
  );
}
