import type { RefObject } from "preact";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import type { Approval, boundsOf, DecisionDraft, DecisionField } from "../forms/decision-form.ts";
import type { Faults } from "../forms/typed.ts";
import { currencyWord } from "../words/days.ts";
import { Chips } from "./chips.tsx";
import { DeciderField } from "./decider-field.tsx";
import { AmountField, DateField, TextField } from "./fields.tsx";
import { FormBody } from "./form-body.tsx";

interface Props {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly approval: Approval;
  readonly queue: Pick<Output<"approvals">, "deciders" | "asksName">;
  readonly bounds: ReturnType<typeof boundsOf>;
  readonly draft: DecisionDraft;
  readonly faults: Faults<DecisionField>;
  readonly isFixed: boolean;
  readonly onDraft: (draft: DecisionDraft) => void;
}

const REMARKS = ["checked", "onceOnly", "promised", "payFirst", "notEnough"] as const;

/** What goes along with a decision: until when, up to which sum, in whose name, and a word for whoever asked. */
export function DecisionFields({ form, approval, queue, bounds, draft, faults, isFixed, onDraft }: Props) {
  const { say, today } = useDesk();
  const { kind, currency, requestedBy } = approval;
  // Nobody decides their own: who asked is not offered.
  const deciders = queue.deciders.filter((name) => name !== requestedBy);
  return (
    <FormBody form={form}>
      <DeciderField
        period={{ asksName: queue.asksName, deciders: deciders.length > 0 ? deciders : queue.deciders }}
        value={draft.by}
        showsFault={faults.by !== undefined}
        isDisabled={isFixed}
        onValue={(by) => onDraft({ ...draft, by })}
      />
      {bounds.sum ? (
        <AmountField
          id="up-to"
          label={say("field.grantUpTo", { currency: currencyWord(currency, say) })}
          currency={currency}
          value={draft.upTo}
          fault={faults.upTo}
          isDisabled={isFixed}
          onValue={(upTo) => onDraft({ ...draft, upTo })}
        />
      ) : null}
      {bounds.day ? (
        <DateField
          id="until"
          label={say("field.grantUntil")}
          isOptional
          hint={say(kind === "release" ? "hint.releaseUntil" : "hint.grantUntil")}
          today={today}
          value={draft.until}
          fault={faults.until}
          isDisabled={isFixed}
          onValue={(until) => onDraft({ ...draft, until })}
        />
      ) : null}
      <TextField
        id="remark"
        label={say("field.remark")}
        isOptional
        value={draft.remark}
        fault={faults.remark}
        isDisabled={isFixed}
        onValue={(remark) => onDraft({ ...draft, remark })}
      />
      <Chips
        label={say("field.remark")}
        value={draft.remark}
        options={REMARKS.map((each) => say(`remark.${each}`))}
        isDisabled={isFixed}
        onValue={(remark) => onDraft({ ...draft, remark })}
      />
    </FormBody>
  );
}
