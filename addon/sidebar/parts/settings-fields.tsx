import { CURRENCIES } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import type { SettingsDraft, SettingsField } from "../forms/settings-form.ts";
import type { Faults } from "../forms/typed.ts";
import { Choice, DateField, SelectField, Shown, TextField } from "./fields.tsx";
import { LinesField } from "./lines-field.tsx";

interface Props {
  readonly draft: SettingsDraft;
  readonly faults: Faults<SettingsField>;
  readonly isFixed: boolean;
  /** There are documents: what carries the debt is only shown. */
  readonly isCarrierFixed: boolean;
  /** There are amounts: the ledger's own currency is only shown. */
  readonly isCurrencyFixed: boolean;
  readonly onDraft: (draft: SettingsDraft) => void;
}

/** The firm as statements print it, then what the ledger goes by. */
export function SettingsFields({ draft, faults, isFixed, isCarrierFixed, isCurrencyFixed, onDraft }: Props) {
  const { say, today } = useDesk();
  const set = (change: Partial<SettingsDraft>) => onDraft({ ...draft, ...change });
  const line = (id: "name" | "nameEn" | "address" | "phone", isOptional: boolean) => (
    <TextField
      id={`firm-${id}`}
      label={say(`field.firm.${id}`)}
      isOptional={isOptional}
      value={draft[id]}
      fault={faults[id]}
      isDisabled={isFixed}
      onValue={(value) => set({ [id]: value })}
    />
  );
  return (
    <>
      {line("name", false)}
      {line("nameEn", true)}
      {line("address", true)}
      {line("phone", true)}
      <LinesField
        id="account"
        label={say("field.account")}
        isOptional
        hint={say("hint.account")}
        value={draft.account}
        isDisabled={isFixed}
        onValue={(account) => set({ account })}
      />
      <DateField
        id="through"
        label={say("field.through")}
        hint={say("hint.through")}
        isOptional
        today={today}
        value={draft.through}
        fault={faults.through}
        isDisabled={isFixed}
        onValue={(through) => set({ through })}
      />
      {isCurrencyFixed ? (
        <Shown
          label={say("field.baseCurrency")}
          value={draft.baseCurrency}
          hint={say("hint.baseCurrencyFixed")}
        />
      ) : (
        <SelectField
          id="base-currency"
          label={say("field.baseCurrency")}
          value={draft.baseCurrency}
          options={CURRENCIES.map((currency) => ({ value: currency, label: currency }))}
          isDisabled={isFixed}
          onValue={(baseCurrency) => set({ baseCurrency })}
        />
      )}
      {isCarrierFixed ? (
        <Shown
          label={say("field.debtCarriedBy")}
          value={say(`debt.${draft.debtCarriedBy}`)}
          hint={say("hint.debtFixed")}
        />
      ) : (
        <Choice
          label={say("field.debtCarriedBy")}
          hint={say("hint.debtCarriedBy")}
          value={draft.debtCarriedBy}
          options={[
            { value: "delivery", label: say("debt.delivery") },
            { value: "invoice", label: say("debt.invoice") },
          ]}
          onValue={(debtCarriedBy) => set({ debtCarriedBy })}
        />
      )}
      <Choice
        label={say("field.restDays")}
        hint={say("hint.restDays")}
        value={draft.restDays}
        options={[
          { value: "asIs", label: say("restDays.asIs") },
          { value: "nextWorkingDay", label: say("restDays.next") },
          { value: "previousWorkingDay", label: say("restDays.previous") },
        ]}
        onValue={(restDays) => set({ restDays })}
      />
      <Choice
        label={say("field.ledgerLanguage")}
        value={draft.language}
        options={[
          { value: "zh", label: say("lang.zh") },
          { value: "en", label: say("lang.en") },
        ]}
        onValue={(language) => set({ language })}
      />
    </>
  );
}
