import { useDesk } from "../desk.ts";
import type { CustomerDraft, CustomerField } from "../forms/customer-form.ts";
import type { Faults } from "../forms/typed.ts";
import { termsOf, termsOptions, termsValue } from "../forms/usual-terms.ts";
import { SelectField, TextField } from "./fields.tsx";

interface Props {
  readonly draft: CustomerDraft;
  readonly faults: Faults<CustomerField>;
  readonly isFixed: boolean;
  readonly onDraft: (draft: CustomerDraft) => void;
}

/** What is typed of a customer: no contact details, which stand in a tab of their own. */
export function CustomerFields({ draft, faults, isFixed, onDraft }: Props) {
  const { say, language } = useDesk();
  const set = (change: Partial<CustomerDraft>) => onDraft({ ...draft, ...change });
  const common = { isDisabled: isFixed };
  return (
    <>
      <TextField
        {...common}
        id="name"
        label={say("field.name")}
        value={draft.name}
        fault={faults.name}
        isFirst
        onValue={(name) => set({ name })}
      />
      <TextField
        {...common}
        id="code"
        label={say("field.code")}
        value={draft.code}
        fault={faults.code}
        onValue={(code) => set({ code })}
      />
      <SelectField
        {...common}
        id="terms"
        label={say("field.terms")}
        value={termsValue(draft.terms)}
        options={[{ value: "", label: say("terms.notSet") }, ...termsOptions(language)]}
        onValue={(value) => set({ terms: termsOf(value) })}
      />
      {draft.terms?.kind === "monthEnd" ? (
        <TextField
          {...common}
          id="cut-off"
          label={say("field.cutOffDay")}
          isOptional
          hint={say("hint.cutOff")}
          value={draft.cutOffDay}
          fault={faults.cutOffDay}
          onValue={(cutOffDay) => set({ cutOffDay })}
        />
      ) : null}
      <TextField
        {...common}
        id="tax-id"
        label={say("field.taxId")}
        isOptional
        value={draft.taxId}
        fault={faults.taxId}
        onValue={(taxId) => set({ taxId })}
      />
      <TextField
        {...common}
        id="salesperson"
        label={say("field.salesperson")}
        isOptional
        value={draft.salesperson}
        fault={faults.salesperson}
        onValue={(salesperson) => set({ salesperson })}
      />
    </>
  );
}
