import { IMPORT_KINDS, type ImportField, type ImportKind } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { askingsOf, openCountOf } from "../importing/asking.ts";
import { type ImportPlan, mappingOf, needsAsOf, planAs, withAnswer } from "../importing/plan.ts";
import { asked } from "../importing/questions.ts";
import { Quiet } from "./buttons.tsx";
import { SelectField } from "./fields.tsx";
import { AsOfField } from "./import-as-of.tsx";
import { ImportColumns } from "./import-columns.tsx";
import { ImportCurrency } from "./import-currency.tsx";
import { ImportTotals } from "./import-totals.tsx";

/** A plan as it stands, and how it goes on. */
export interface PlanProps {
  readonly plan: ImportPlan;
  readonly onPlan: (plan: ImportPlan) => void;
}

/** What the table holds and which column is what: only what is unsure is asked. */
export function ImportMapping({ plan, onPlan }: PlanProps) {
  const { say } = useDesk();
  const { kind } = mappingOf(plan);
  return (
    <>
      <p class="lead">{plan.table.name}</p>
      {plan.remembered ? (
        <div class="strip plain">
          <span class="strip-text">{say("import.remembered")}</span>
          <Quiet label={say("act.matchAgain")} onPress={() => onPlan(planAs(kind, plan))} />
        </div>
      ) : null}
      <SelectField
        id="content"
        label={say("field.content")}
        value={kind}
        options={IMPORT_KINDS.map((value) => ({ value, label: say(`import.kind.${value}`) }))}
        onValue={(value) => onPlan(planAs(kindOf(value), plan))}
      />
      {needsAsOf(plan) ? <AsOfField plan={plan} onPlan={onPlan} /> : null}
      <Questions plan={plan} onPlan={onPlan} />
      <ImportCurrency plan={plan} onPlan={onPlan} />
      {openCountOf(plan) === 0 ? <ImportTotals plan={plan} /> : null}
      <TermsHint plan={plan} />
      <ImportColumns plan={plan} onPlan={onPlan} />
    </>
  );
}

/** Terms in a table are those of its documents, or of its customers: it says which. */
function TermsHint({ plan }: { plan: ImportPlan }) {
  const { say } = useDesk();
  const { kind, columns } = mappingOf(plan);
  const has = (wanted: ImportField) => columns.some(({ field }) => field === wanted);
  if (kind === "customers")
    return has("terms") || has("creditLimit") ? (
      <p class="field-hint">{say("import.termsOfCustomers")}</p>
    ) : null;
  return has("terms") ? <p class="field-hint">{say("import.termsOfDocuments")}</p> : null;
}

function kindOf(value: string): ImportKind {
  return IMPORT_KINDS.find((kind) => kind === value) ?? "items";
}

/** Every question with its answers side by side; a given answer can be changed. */
function Questions({ plan, onPlan }: PlanProps) {
  const { say } = useDesk();
  return (
    <>
      {askingsOf(plan).map(({ question, given, isOpen }) => {
        const { title, examples, choices } = asked(question, say);
        return (
          <fieldset key={title} class="choice question" data-open={isOpen}>
            <legend>{title}</legend>
            {examples ? <p class="field-hint">{say("import.example", { values: examples })}</p> : null}
            {choices.length === 0 ? <p class="field-fault">{say("import.noColumn")}</p> : null}
            {choices.map(({ label, answer }) => (
              <button
                type="button"
                key={label}
                aria-pressed={JSON.stringify(given) === JSON.stringify(answer)}
                onClick={() => onPlan(withAnswer(plan, answer))}
              >
                {label}
              </button>
            ))}
          </fieldset>
        );
      })}
    </>
  );
}

/** Goes to the first question that is still open. */
export function focusQuestion(): void {
  document.querySelector<HTMLElement>(".question[data-open=true] button")?.focus();
}
