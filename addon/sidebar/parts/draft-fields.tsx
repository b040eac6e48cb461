import { useDesk } from "../desk.ts";
import type { ReceiptDraft, ReceiptField } from "../forms/receipt-form.ts";
import type { Faults } from "../forms/typed.ts";
import { DateField, TextField } from "./fields.tsx";

interface Props {
  readonly draft: ReceiptDraft;
  readonly faults: Faults<ReceiptField>;
  readonly isFixed: boolean;
  readonly onChange: (change: Partial<ReceiptDraft>) => void;
}

/** A draft 票据: its number, who pays it, and when. */
export function DraftFields({ draft, faults, isFixed, onChange }: Props) {
  const { say, today } = useDesk();
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
