import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { GRADES_ASKED, type RequestDraft, type RequestReading } from "../forms/request-form.ts";
import { termsOptions } from "../forms/usual-terms.ts";
import { currencyWord } from "../words/days.ts";
import { gradeWord } from "./credit-strip.tsx";
import { limitTypeWord } from "./credit-words.ts";
import { AmountField, Choice, DateField, faultText, SelectField, TextField } from "./fields.tsx";
import { useMoneyText } from "./money.tsx";
import { inForceText } from "./request-text.ts";

interface Props {
  readonly standing: Output<"standing">;
  readonly draft: RequestDraft;
  readonly faults: RequestReading["faults"];
  readonly isFixed: boolean;
  readonly onDraft: (change: Partial<RequestDraft>) => void;
}

/** What is asked for, by its kind. */
export function SubjectFields(props: Props) {
  switch (props.draft.about) {
    case "limit":
      return <LimitFields {...props} />;
    case "terms":
      return <TermsFields {...props} />;
    case "grade":
      return <GradeField {...props} />;
    case "release":
      return <ReleaseFields {...props} />;
  }
}

const LIMIT_TYPES = ["amount", "unlimited", "none"] as const;

function LimitFields({ standing, draft, faults, isFixed, onDraft }: Props) {
  const { say, language, today } = useDesk();
  const moneyText = useMoneyText();
  const { agreed, grade, currency } = standing;
  return (
    <>
      <SelectField
        id="limit-type"
        label={say("field.limitType")}
        value={draft.limitType}
        options={LIMIT_TYPES.map((value) => ({ value, label: limitTypeWord(value, language) }))}
        isDisabled={isFixed}
        onValue={(value) => onDraft({ limitType: LIMIT_TYPES.find((each) => each === value) ?? "amount" })}
      />
      {draft.limitType === "amount" ? (
        <AmountField
          id="limit-amount"
          label={say("field.limitAmount", { currency: currencyWord(agreed.currency, say) })}
          hint={say("hint.limitProposed", {
            proposed: moneyText(grade.suggestedLimit, currency),
            inForce: inForceText(standing, moneyText, language),
          })}
          currency={agreed.currency}
          value={draft.amount}
          fault={faults.amount}
          isDisabled={isFixed}
          onValue={(amount) => onDraft({ amount })}
        />
      ) : null}
      <DateField
        id="limit-until"
        label={say("field.limitUntil")}
        hint={say("hint.limitUntil")}
        isOptional
        today={today}
        value={draft.until}
        fault={faults.until}
        isDisabled={isFixed}
        onValue={(until) => onDraft({ until })}
      />
    </>
  );
}

function TermsFields({ draft, faults, isFixed, onDraft }: Props) {
  const { say, language } = useDesk();
  return (
    <SelectField
      id="request-terms"
      label={say("field.terms")}
      value={draft.terms}
      options={[{ value: "", label: "" }, ...termsOptions(language)]}
      fault={faults.terms}
      isDisabled={isFixed}
      onValue={(terms) => onDraft({ terms })}
    />
  );
}

function GradeField({ standing, draft, faults, isFixed, onDraft }: Props) {
  const { say } = useDesk();
  return (
    <>
      <Choice
        label={say("field.grade")}
        hint={say("hint.inForce", { inForce: gradeWord(standing, say) })}
        value={draft.grade}
        options={GRADES_ASKED.map((value) => ({ value, label: value }))}
        isDisabled={isFixed}
        onValue={(grade) => onDraft({ grade })}
      />
      {faults.grade ? (
        <p class="field-fault" role="alert">
          {faultText(faults.grade, say)}
        </p>
      ) : null}
    </>
  );
}

/** The order stands in the ledger's own currency. */
function ReleaseFields({ standing: { currency }, draft, faults, isFixed, onDraft }: Props) {
  const { say } = useDesk();
  return (
    <>
      <AmountField
        id="release-amount"
        label={say("field.orderAmount", { currency: currencyWord(currency, say) })}
        currency={currency}
        value={draft.amount}
        fault={faults.amount}
        isDisabled={isFixed}
        onValue={(amount) => onDraft({ amount })}
      />
      <TextField
        id="release-order"
        label={say("field.orderNumber")}
        isOptional
        value={draft.order}
        fault={faults.order}
        isDisabled={isFixed}
        onValue={(order) => onDraft({ order })}
      />
    </>
  );
}
