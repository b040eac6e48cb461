import { CURRENCIES, type Currency } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import {
  currencyAsked,
  currencyChoices,
  hasOneCurrency,
  isCurrencyAsked,
  isCurrencyOpen,
} from "../importing/asking.ts";
import { mappingOf, withAnswer } from "../importing/plan.ts";
import { whyOf } from "../importing/questions.ts";
import { SelectField } from "./fields.tsx";
import type { PlanProps } from "./import-mapping.tsx";

/** In which currency amounts are taken that name none: always said, and asked where there may be doubt. */
export function ImportCurrency(props: PlanProps) {
  const { plan } = props;
  if (isCurrencyAsked(plan)) return <CurrencyQuestion {...props} />;
  return hasOneCurrency(plan) ? <CurrencyTaken {...props} /> : null;
}

function CurrencyTaken({ plan, onPlan }: PlanProps) {
  const { say } = useDesk();
  const { currency } = mappingOf(plan);
  return (
    <SelectField
      id="import-currency"
      label={say("import.currencyTaken")}
      value={currency}
      options={currencyChoices(plan, CURRENCIES).map(option)}
      onValue={(value) => onPlan(withAnswer(plan, { kind: "currency", value }))}
    />
  );
}

/** The ledger's own first, then the others in use; one that nobody has yet from the list beside them. */
function CurrencyQuestion({ plan, onPlan }: PlanProps) {
  const { say } = useDesk();
  const { currency } = mappingOf(plan);
  const isOpen = isCurrencyOpen(plan);
  const question = currencyAsked(plan);
  const likely = question?.choices ?? [];
  const others = currencyChoices(plan, CURRENCIES).filter((each) => !likely.includes(each));
  const answer = (value: Currency) => onPlan(withAnswer(plan, { kind: "currency", value }));
  const isOther = !isOpen && !likely.includes(currency);
  return (
    <fieldset class="choice question" data-open={isOpen}>
      <legend>{say("import.askCurrency")}</legend>
      <p class="field-hint">{question ? whyOf(question, say) : null}</p>
      {likely.map((each) => (
        <button
          type="button"
          key={each}
          aria-pressed={!isOpen && each === currency}
          onClick={() => answer(each)}
        >
          {each}
        </button>
      ))}
      <select
        aria-label={say("import.otherCurrency")}
        value={isOther ? currency : ""}
        onChange={(event) => event.currentTarget.value && answer(event.currentTarget.value)}
      >
        <option value="">{say("import.otherCurrency")}</option>
        {others.map((each) => (
          <option key={each} value={each} selected={isOther && each === currency}>
            {each}
          </option>
        ))}
      </select>
    </fieldset>
  );
}

function option(currency: Currency) {
  return { value: currency, label: currency };
}
