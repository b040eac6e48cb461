import { useRef, useState } from "preact/hooks";
import { type ColumnMapping, type Currency, type RawTable, readRows } from "../../../core/index.ts";
import { currenciesInUse } from "../../importing/currencies-in-use.ts";
import { layoutKeyOf, runImport } from "../../importing/run-import.ts";
import type { CallName, Input, Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { fileReader } from "../importing/file-reader.ts";
import { type ImportPlan, mappingOf, needsAsOf, planOf } from "../importing/plan.ts";
import { onlySheet, type Sheets, sheetsOf } from "../importing/sheets.ts";
import { tableOfTab } from "../importing/source.ts";
import type { Step } from "../importing/step.ts";
import { HiddenSheets, ImportChoose } from "../parts/import-choose.tsx";
import { ImportFoot } from "../parts/import-foot.tsx";
import { ImportMapping } from "../parts/import-mapping.tsx";
import { ImportReport } from "../parts/import-report.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { type Answer, call, newActionId, type Trouble } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";

const CHOOSE: Step = { name: "choose", choosing: { problems: [] } };
const READING: Step = { name: "choose", choosing: { problems: [], note: "reading" } };

/** Carries a refusal out through a run of calls. */
class Stopped extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.kind);
    this.trouble = trouble;
  }
}

/** Import 导入: choose a table, say what is unsure, see the control totals, write, and read what was listed. */
export function Import() {
  const { say, goTo } = useDesk();
  const inUse = useCurrenciesInUse();
  const [step, setStep] = useState<Step>(CHOOSE);
  const [trouble, setTrouble] = useState<Trouble | undefined>(undefined);
  const action = useRef(newActionId());

  const fail = (what: Trouble, at: Step) => {
    setTrouble(what);
    setStep(at);
  };
  const take = async (table: RawTable, sheets?: Sheets) => {
    const plan = planOf(table, inUse, await rememberedFor(table));
    const of = sheets ? { sheets } : {};
    if (plan) setStep({ name: "map", plan, ...of });
    else setStep({ name: "choose", choosing: { problems: [], note: "noHeader", ...of } });
  };
  const takeTab = async (tab: string) => {
    setTrouble(undefined);
    setStep(READING);
    const read = await tableOfTab(tab);
    if (read.ok) await take(read.value);
    else fail(read.trouble, CHOOSE);
  };
  const takeFile = async (file: File) => {
    setTrouble(undefined);
    setStep(READING);
    const reader = await fileReader();
    if (!reader.ok) return fail(reader.trouble, CHOOSE);
    const { tables, problems } = await reader.value(new Uint8Array(await file.arrayBuffer()), file.name);
    const sheets = sheetsOf(tables);
    const only = onlySheet(sheets);
    if (only) return take(only, sheets);
    const isEmpty = sheets.seen.length + sheets.hidden.length === 0;
    const note = isEmpty && problems.length === 0 ? { note: "noHeader" as const } : {};
    setStep({ name: "choose", choosing: { problems, ...note, ...(isEmpty ? {} : { sheets }) } });
  };
  const run = async (plan: ImportPlan) => {
    setTrouble(undefined);
    const { table } = plan;
    const mapping = mappingOf(plan);
    setStep({ name: "run", done: 0, of: readRows(table, mapping).rows.length });
    const asOf = plan.asOf && needsAsOf(plan) ? { asOf: plan.asOf } : {};
    const onProgress = ({ done, of }: { done: number; of: number }) => setStep({ name: "run", done, of });
    try {
      const report = await runImport(orStop, { table, mapping, action: action.current, onProgress, ...asOf });
      markOld();
      setStep({ name: "done", report });
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      // Cut short, it has written all the same: an import to be resumed or discarded.
      markOld();
      fail(error.trouble, { name: "map", plan });
    }
  };
  const restart = () => {
    action.current = newActionId();
    setTrouble(undefined);
    setStep(CHOOSE);
  };
  // Customers may be read only after the table was.
  const shown: Step = step.name === "map" ? { ...step, plan: { ...step.plan, inUse } } : step;
  return (
    <Screen
      title={say("title.import")}
      part={step.name}
      primary={<ImportFoot {...{ step: shown, run, restart, takeFile }} toToday={() => goTo("today")} />}
    >
      {trouble ? <TroubleBox trouble={trouble} kind={step.name === "choose" ? "read" : "write"} /> : null}
      {step.name === "choose" ? (
        <ImportChoose
          choosing={step.choosing}
          onTab={(tab) => void takeTab(tab)}
          onTable={(table) => void take(table, step.choosing.sheets)}
        />
      ) : null}
      {shown.name === "map" ? (
        <>
          <HiddenSheets
            sheets={shown.sheets}
            taken={shown.plan.table}
            onChoose={(sheets) => setStep({ name: "choose", choosing: { problems: [], sheets } })}
          />
          <ImportMapping plan={shown.plan} onPlan={(plan) => setStep({ ...shown, plan })} />
        </>
      ) : null}
      {step.name === "run" ? (
        <p class="strip plain" role="status">
          {say("import.progress", { done: step.done, of: step.of })}
        </p>
      ) : null}
      {step.name === "done" ? <ImportReport report={step.report} /> : null}
    </Screen>
  );
}

/** Currencies of what is owed and of customers who owe nothing yet, the ledger's own first. */
function useCurrenciesInUse(): readonly [Currency, ...Currency[]] {
  const { currency, currencies } = useDesk();
  const { value } = useAnswer("customers", {});
  return currenciesInUse(currency, currencies, value?.customers ?? []);
}

/** The mapping of an earlier table with the same headings; without an answer everything is asked anew. */
async function rememberedFor(table: RawTable): Promise<ColumnMapping | undefined> {
  const answer: Answer<Output<"rememberedMapping">> = await call("rememberedMapping", {
    layout: layoutKeyOf(table),
  });
  return answer.ok ? answer.value.mapping : undefined;
}

async function orStop<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await call(name, input);
  if (!answer.ok) throw new Stopped(answer.trouble);
  return answer.value;
}
