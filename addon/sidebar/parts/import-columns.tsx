import { useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import { fieldsFor } from "../importing/asking.ts";
import { columnsOf, type ImportPlan, mappingOf, type ReadColumn, withAnswer } from "../importing/plan.ts";
import { Quiet } from "./buttons.tsx";
import type { PlanProps } from "./import-mapping.tsx";
import { PlainRow } from "./row.tsx";

/** Every column, what it is taken for, and three of its values to judge it by; each can be put right. */
export function ImportColumns({ plan, onPlan }: PlanProps) {
  const { say } = useDesk();
  const [changing, setChanging] = useState<number | undefined>(undefined);
  return (
    <section>
      <h2>{say("title.mapping")}</h2>
      <ul class="rows columns">
        {columnsOf(plan).map((each) =>
          each.column === changing ? (
            <li key={each.column} class="row">
              <Chooser
                plan={plan}
                read={each}
                onPlan={(next) => {
                  setChanging(undefined);
                  onPlan(next);
                }}
                onLeave={() => setChanging(undefined)}
              />
            </li>
          ) : (
            <ColumnRow key={each.column} read={each} onChange={() => setChanging(each.column)} />
          ),
        )}
      </ul>
    </section>
  );
}

function ColumnRow({ read, onChange }: { read: ReadColumn; onChange: () => void }) {
  const { say } = useDesk();
  const { header, field, examples } = read;
  return (
    <PlainRow
      title={header || "--"}
      value={field ? say(`column.${field}`) : <span class="unused">{say("import.unused")}</span>}
      sub={say("import.example", { values: examples.join(say("list.comma")) || "--" })}
      verb={<Quiet label={say("act.edit")} onPress={onChange} />}
    />
  );
}

interface ChooserProps {
  readonly plan: ImportPlan;
  readonly read: ReadColumn;
  readonly onPlan: (plan: ImportPlan) => void;
  readonly onLeave: () => void;
}

/** The same choice as of a column that is unsure, among all that a table of this content may hold. */
function Chooser({ plan, read, onPlan, onLeave }: ChooserProps) {
  const { say } = useDesk();
  const { column, header, examples } = read;
  const choices = [...fieldsFor(mappingOf(plan).kind), undefined];
  return (
    <fieldset class="choice question" data-open="false">
      <legend>{say("import.ask", { header })}</legend>
      <p class="field-hint">{say("import.example", { values: examples.join(say("list.comma")) || "--" })}</p>
      {choices.map((field) => (
        <button
          type="button"
          key={field ?? ""}
          aria-pressed={field === read.field}
          onClick={() => onPlan(withAnswer(plan, { kind: "field", column, ...(field ? { field } : {}) }))}
        >
          {say(field ? `column.${field}` : "import.unused")}
        </button>
      ))}
      <Quiet label={say("act.leave")} onPress={onLeave} />
    </fieldset>
  );
}
