import { type Currency, ItemKindShape } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import {
  type DueBy,
  dueWithoutTerms,
  ENTERED_KINDS,
  type ItemDraft,
  type ItemField,
  isCredit,
} from "../forms/item-form.ts";
import type { Faults } from "../forms/typed.ts";
import { termsOf, termsOptions, termsValue } from "../forms/usual-terms.ts";
import { useAnswer } from "../shelf.ts";
import { currencyWord } from "../words/days.ts";
import type { Say } from "../words/words.ts";
import { CurrencyField, useOtherCurrencies } from "./currency-field.tsx";
import { CustomerPicker } from "./customer-picker.tsx";
import { AmountField, DateField, SelectField, TextField } from "./fields.tsx";
import { kindWord } from "./row-words.ts";

interface Props {
  readonly draft: ItemDraft;
  readonly faults: Faults<ItemField>;
  readonly currency: Currency;
  readonly isFixed: boolean;
  readonly onDraft: (draft: ItemDraft) => void;
}

/** What is typed of an open item. */
export function ItemFields({ draft, faults, currency, isFixed, onDraft }: Props) {
  const { say, today, language } = useDesk();
  const set = (change: Partial<ItemDraft>) => onDraft({ ...draft, ...change });
  const unit = currencyWord(currency, say);
  const hasSeveral = useOtherCurrencies(draft.customer?.id);
  return (
    <>
      <CustomerPicker
        value={draft.customer}
        fault={faults.customer}
        isFirst={draft.customer === undefined}
        isDisabled={isFixed}
        onValue={(customer) => set({ customer, currency: undefined })}
      />
      <SelectField
        id="kind"
        label={say("field.kind")}
        value={draft.kind}
        hint={isCredit(draft.kind) ? say("hint.credit") : undefined}
        options={ENTERED_KINDS.map((kind) => ({ value: kind, label: kindWord(kind, language) }))}
        isDisabled={isFixed}
        onValue={(kind) => set({ kind: ItemKindShape.parse(kind) })}
      />
      <TextField
        id="number"
        label={say("field.number")}
        isOptional
        value={draft.number}
        fault={faults.number}
        isFirst={draft.customer !== undefined}
        isDisabled={isFixed}
        onValue={(number) => set({ number })}
      />
      {hasSeveral ? (
        <CurrencyField
          value={currency}
          isDisabled={isFixed}
          onValue={(chosen) => set({ currency: chosen })}
        />
      ) : null}
      <AmountField
        id="amount"
        label={say("field.amount", { currency: unit })}
        currency={currency}
        value={draft.amount}
        fault={faults.amount}
        isDisabled={isFixed}
        onValue={(amount) => set({ amount })}
      />
      <DateField
        id="date"
        label={say("field.docDate")}
        today={today}
        value={draft.date}
        fault={faults.date}
        aside={say("hint.date")}
        isDisabled={isFixed}
        onValue={(date) => set({ date })}
      />
      <DueFields draft={draft} faults={faults} isFixed={isFixed} onChange={set} />
    </>
  );
}

/** When it is due: the customer's terms, other terms, or a stated day. */
function DueFields(
  props: Omit<Props, "currency" | "onDraft"> & { onChange: (change: Partial<ItemDraft>) => void },
) {
  const { say, today, language } = useDesk();
  const { draft, faults, isFixed, onChange } = props;
  const card = useAnswer("customer", draft.customer ? { id: draft.customer.id } : undefined);
  const hint = draft.dueBy === "customer" && card.value ? ownTerms(card.value, say) : undefined;
  const options = [
    { value: "customer", label: say("due.customerTerms") },
    { value: "stated", label: say("due.stated") },
    ...termsOptions(language),
  ];
  return (
    <>
      <SelectField
        id="due-by"
        label={say("field.dueBy")}
        hint={hint}
        value={typeof draft.dueBy === "string" ? draft.dueBy : termsValue(draft.dueBy)}
        options={options}
        isDisabled={isFixed}
        onValue={(value) => onChange({ dueBy: dueByOf(value) })}
      />
      {draft.dueBy === "stated" ? (
        <DateField
          id="due"
          label={say("field.due")}
          today={today}
          value={draft.due}
          fault={faults.due}
          isDisabled={isFixed}
          onValue={(due) => onChange({ due })}
        />
      ) : null}
    </>
  );
}

function ownTerms({ termsText: terms, customer }: Output<"customer">, say: Say): string {
  return terms ? say("customer.terms", { terms }) : say(dueWithoutTerms(customer));
}

function dueByOf(value: string): DueBy {
  return value === "stated" ? "stated" : (termsOf(value === "customer" ? "" : value) ?? "customer");
}
