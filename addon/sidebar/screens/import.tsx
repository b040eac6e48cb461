import { useRef, useState } from "preact/hooks";
import type { Problem } from "../../../core/index.ts";
import {
  answered,
  type MappingAnswer,
  moneyFromDecimal,
  moneyText,
  type RawTable,
  readRows,
} from "../../../core/index.ts";
import { readFile } from "../../files/read-file.ts";
import { type ImportReport, runImport } from "../../importing/run-import.ts";
import type { CallName, Input, Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { asked, fieldName } from "../importing/questions.ts";
import { type ImportPlan, planOf, tableOfTab } from "../importing/source.ts";
import { Primary, Quiet } from "../parts/buttons.tsx";
import { Field, SelectField } from "../parts/fields.tsx";
import { ProblemList } from "../parts/problem-list.tsx";
import { PlainRow } from "../parts/row.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, TroubleBox } from "../parts/states.tsx";
import { call, newActionId, type Trouble } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { currencyWord } from "../words/days.ts";

type Step =
  | { readonly name: "choose"; readonly problems: readonly Problem[]; readonly note?: "noHeader" | "reading" }
  | { readonly name: "map"; readonly plan: ImportPlan }
  | { readonly name: "run"; readonly plan: ImportPlan; readonly done: number; readonly of: number }
  | { readonly name: "done"; readonly report: ImportReport };

/** A refusal on the way through a run of calls. */
class Stopped extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.kind);
    this.trouble = trouble;
  }
}

/** Import 导入: choose a table, say what is unsure, see the control totals, write, and read what was listed. */
export function Import() {
  const { say, currency, goTo } = useDesk();
  const [step, setStep] = useState<Step>({ name: "choose", problems: [] });
  const [trouble, setTrouble] = useState<Trouble | undefined>(undefined);
  const action = useRef(newActionId());

  const take = (table: RawTable | undefined) => {
    const plan = table && planOf(table, currency);
    if (plan) setStep({ name: "map", plan });
    else setStep({ name: "choose", problems: [], note: "noHeader" });
  };
  const run = async (plan: ImportPlan) => {
    setTrouble(undefined);
    setStep({ name: "run", plan, done: 0, of: readRows(plan.table, plan.mapping).rows.length });
    const onProgress = ({ done, of }: { done: number; of: number }) =>
      setStep({ name: "run", plan, done, of });
    try {
      const { table, mapping } = plan;
      const report = await runImport(orStop, { table, mapping, action: action.current, onProgress });
      markOld();
      setStep({ name: "done", report });
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      setTrouble(error.trouble);
      setStep({ name: "map", plan });
    }
  };
  const restart = () => {
    action.current = newActionId();
    setStep({ name: "choose", problems: [] });
  };
  const primary =
    step.name === "map" && step.plan.open.length === 0 ? (
      <>
        <Primary
          label={say("act.writeRows", { count: readRows(step.plan.table, step.plan.mapping).rows.length })}
          onPress={() => void run(step.plan)}
        />
        <Quiet label={say("act.chooseOther")} onPress={restart} />
      </>
    ) : step.name === "done" ? (
      <Primary label={say("act.closeImport")} onPress={() => goTo("customers")} />
    ) : step.name === "map" ? (
      <Primary label={say("act.chooseOther")} onPress={restart} />
    ) : null;
  return (
    <Screen title={say("title.import")} part={step.name} primary={primary}>
      {trouble ? <TroubleBox trouble={trouble} kind="write" /> : null}
      {step.name === "choose" ? <Choose step={step} onStep={setStep} onTable={take} /> : null}
      {step.name === "map" ? (
        <Mapping plan={step.plan} onPlan={(plan) => setStep({ name: "map", plan })} />
      ) : null}
      {step.name === "run" ? (
        <p class="strip plain" role="status">
          {say("import.progress", { done: step.done, of: step.of })}
        </p>
      ) : null}
      {step.name === "done" ? <Report report={step.report} /> : null}
    </Screen>
  );
}

async function orStop<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await call(name, input);
  if (!answer.ok) throw new Stopped(answer.trouble);
  return answer.value;
}

interface ChooseProps {
  readonly step: Extract<Step, { name: "choose" }>;
  readonly onStep: (step: Step) => void;
  readonly onTable: (table: RawTable | undefined) => void;
}

function Choose({ step, onStep, onTable }: ChooseProps) {
  const { say } = useDesk();
  const status = useAnswer("status", {});
  const readChosen = async (file: File | undefined) => {
    if (!file) return;
    onStep({ name: "choose", problems: [], note: "reading" });
    const { tables, problems } = await readFile(new Uint8Array(await file.arrayBuffer()), file.name);
    if (problems.length > 0) onStep({ name: "choose", problems });
    else onTable(tables.find((table) => !table.hidden));
  };
  const readTab = async (tab: string) => {
    if (tab === "") return;
    onStep({ name: "choose", problems: [], note: "reading" });
    onTable(await tableOfTab(tab));
  };
  const tabs = status.value?.tabs ?? [];
  return (
    <>
      <p class="lead">{say("import.choose")}</p>
      {step.note === "reading" ? (
        <p class="strip plain" role="status">
          {say("import.reading")}
        </p>
      ) : null}
      {step.note === "noHeader" ? (
        <p class="strip ask" role="alert">
          {say("import.noHeader")}
        </p>
      ) : null}
      <ProblemList problems={step.problems} />
      <Field id="file" label={say("field.file")}>
        <input
          id="file"
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,.xls"
          onChange={(event) => void readChosen(event.currentTarget.files?.[0])}
        />
      </Field>
      <SelectField
        id="tab"
        label={say("field.sheet")}
        value=""
        options={[
          { value: "", label: say("import.pick") },
          ...tabs.map((value) => ({ value, label: value })),
        ]}
        onValue={(tab) => void readTab(tab)}
      />
    </>
  );
}

function Mapping({ plan, onPlan }: { plan: ImportPlan; onPlan: (plan: ImportPlan) => void }) {
  const { say, language } = useDesk();
  const { proposal, kind, open } = plan;
  const answer = (index: number, given: MappingAnswer) =>
    onPlan({
      ...plan,
      mapping: answered(plan.mapping, proposal.layout.headers, given),
      open: open.filter((_, at) => at !== index),
    });
  const used = proposal.columns.filter((column) => column.field !== undefined);
  return (
    <>
      <p class="lead">
        {plan.table.name} · {say(`import.kind.${kind}`)}
      </p>
      {open.map((question, index) => {
        const { title, examples, choices } = asked(question, say, language);
        return (
          <SelectField
            key={title}
            id={`question-${index}`}
            label={title}
            hint={examples === "" ? undefined : say("import.example", { values: examples })}
            value=""
            options={[
              { value: "", label: say("import.pick") },
              ...choices.map(({ label }, at) => ({ value: String(at), label })),
            ]}
            onValue={(value) => {
              const choice = choices[Number(value)];
              if (value !== "" && choice) answer(index, choice.answer);
            }}
          />
        );
      })}
      {open.length === 0 ? <Totals plan={plan} /> : null}
      <section>
        <h2>{say("title.mapping")}</h2>
        <ul class="rows">
          {used.map(({ column, header, field, examples }) => (
            <PlainRow
              key={column}
              title={header}
              value={field ? fieldName(field, language) : ""}
              sub={say("import.example", { values: examples.join("、") || "--" })}
            />
          ))}
        </ul>
      </section>
    </>
  );
}

/** Control totals beside the table's own: the moment in which a person decides to trust it. */
function Totals({ plan }: { plan: ImportPlan }) {
  const { say } = useDesk();
  const { totals, problems } = readRows(plan.table, plan.mapping);
  const own = totals.ownTotals[0];
  return (
    <section>
      <p>{say("import.total", { taken: totals.rowsTaken, listed: totals.rowsListed })}</p>
      {totals.currencies.map(({ currency, amountTaken, rowsRounded, roundingDifference }) => (
        <div key={currency}>
          <p class="balance-line">
            <span>{say("import.sum", { currency: currencyWord(currency || "CNY", say) })}</span>
            <strong>{decimalShown(amountTaken, currency)}</strong>
          </p>
          {rowsRounded > 0 ? (
            <p>{say("import.rounded", { count: rowsRounded, amount: roundingDifference })}</p>
          ) : null}
        </div>
      ))}
      {own ? (
        <p class={own.agrees ? "strip plain" : "strip ask"}>
          {own.agrees ? say("import.sumAgrees") : say("import.sumDiffers", { amount: own.amount })}
        </p>
      ) : null}
      {problems.length > 0 ? (
        <>
          <h2>{say("title.problems", { count: totals.rowsListed })}</h2>
          <ProblemList problems={problems} />
        </>
      ) : null}
    </section>
  );
}

function decimalShown(decimal: string, currency: string): string {
  const read = moneyFromDecimal(decimal, currency || "CNY");
  return read ? moneyText(read.amount, currency || "CNY") : decimal;
}

function Report({ report }: { report: ImportReport }) {
  const { say } = useDesk();
  return (
    <>
      <Empty kind="done" title={say("import.done", { count: report.rowsTaken })}>
        {report.rowsKnown > 0 ? <p>{say("import.known", { count: report.rowsKnown })}</p> : null}
      </Empty>
      {report.problems.length > 0 ? (
        <section>
          <h2>{say("title.problems", { count: report.rowsListed })}</h2>
          <ProblemList problems={report.problems} />
        </section>
      ) : null}
    </>
  );
}
