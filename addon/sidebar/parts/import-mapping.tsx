import { IMPORT_KINDS, type ImportField, type ImportKind } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import {
  columnsOf,
  type ImportPlan,
  mappingOf,
  needsAsOf,
  openQuestionsOf,
  planAs,
  withAnswer,
} from "../importing/plan.ts";
import { asked } from "../importing/questions.ts";
import { Quiet } from "./buttons.tsx";
import { SelectField } from "./fields.tsx";
import { AsOfField } from "./import-as-of.tsx";
import { ImportTotals } from "./import-totals.tsx";
import { PlainRow } from "./row.tsx";

interface Props {
  readonly plan: ImportPlan;
  readonly onPlan: (plan: ImportPlan) => void;
}

/** What the table holds and which column is what: only what is unsure is asked. */
export function ImportMapping({ plan, onPlan }: Props) {
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
      {plan.remembered ? null : <Questions plan={plan} onPlan={onPlan} />}
      {openQuestionsOf(plan).length === 0 ? <ImportTotals plan={plan} /> : null}
      <TermsHint plan={plan} />
      <Columns plan={plan} />
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
function Questions({ plan, onPlan }: Props) {
  const { say } = useDesk();
  const open = new Set(openQuestionsOf(plan));
  return (
    <>
      {plan.proposal.questions.map((question, at) => {
        const given = plan.answers.get(at);
        if (!given && !open.has(at)) return null;
        const { title, examples, choices } = asked(question, say);
        return (
          <fieldset key={title} class="choice question" data-open={open.has(at)}>
            <legend>{title}</legend>
            {examples ? <p class="field-hint">{say("import.example", { values: examples })}</p> : null}
            {choices.length === 0 ? <p class="field-fault">{say("import.noColumn")}</p> : null}
            {choices.map(({ label, answer }) => (
              <button
                type="button"
                key={label}
                aria-pressed={JSON.stringify(given) === JSON.stringify(answer)}
                onClick={() => onPlan(withAnswer(plan, at, answer))}
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

/** Every column, what it is taken for, and three of its values to judge it by. */
function Columns({ plan }: { plan: ImportPlan }) {
  const { say } = useDesk();
  const columns = columnsOf(plan);
  const ranked = [...columns.filter(({ field }) => field), ...columns.filter(({ field }) => !field)];
  return (
    <section>
      <h2>{say("title.mapping")}</h2>
      <ul class="rows columns">
        {ranked.map(({ column, header, field, examples }) => (
          <PlainRow
            key={column}
            title={header || "--"}
            value={field ? say(`column.${field}`) : <span class="unused">{say("import.unused")}</span>}
            sub={say("import.example", { values: examples.join(say("list.comma")) || "--" })}
          />
        ))}
      </ul>
    </section>
  );
}

/** Goes to the first question that is still open. */
export function focusQuestion(): void {
  document.querySelector<HTMLElement>(".question[data-open=true] button")?.focus();
}
