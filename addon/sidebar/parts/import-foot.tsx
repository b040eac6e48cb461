import { useState } from "preact/hooks";
import { readRows } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { openCountOf } from "../importing/asking.ts";
import { type ImportPlan, mappingOf } from "../importing/plan.ts";
import type { Step } from "../importing/step.ts";
import { useUndoBatch } from "../importing/undo-batch.ts";
import { closeDialog } from "../server.ts";
import { Primary, Quiet, Secondary } from "./buttons.tsx";
import { FileButton } from "./import-choose.tsx";
import { focusQuestion } from "./import-mapping.tsx";

interface Props {
  readonly step: Step;
  readonly run: (plan: ImportPlan) => Promise<void>;
  readonly restart: () => void;
  readonly takeFile: (file: File) => Promise<void>;
  readonly toToday: () => void;
}

/** The buttons of an import: one way on at each step. */
export function ImportFoot({ step, run, restart, takeFile, toToday }: Props) {
  const { say, isDialog } = useDesk();
  switch (step.name) {
    case "choose":
      return <FileButton isBusy={step.choosing.note === "reading"} onFile={(file) => void takeFile(file)} />;
    case "run":
      return <Primary label={say("act.import")} isBusy onPress={() => undefined} />;
    case "done":
      return (
        <>
          {isDialog ? (
            <Primary label={say("act.closeDialog")} onPress={closeDialog} />
          ) : (
            <Primary label={say("act.openToday")} onPress={toToday} />
          )}
          <UndoImport batch={step.report.batch} onDone={restart} />
        </>
      );
    case "map":
      return <MapFoot plan={step.plan} run={run} restart={restart} />;
  }
}

interface MapFootProps extends Pick<Props, "run" | "restart"> {
  readonly plan: ImportPlan;
}

/** Writes; while something is unsure it leads to the question instead, and into a sample it asks first. */
function MapFoot({ plan, run, restart }: MapFootProps) {
  const { say, facts } = useDesk();
  const [isAsked, setAsked] = useState(false);
  const open = openCountOf(plan);
  const count = open > 0 ? 0 : readRows(plan.table, mappingOf(plan)).rows.length;
  const write = () => void run(plan);
  if (isAsked && facts?.sample && open === 0)
    return (
      <>
        <p class="strip ask" role="alert">
          {say("import.intoSample")}
        </p>
        <Primary label={say("act.leave")} onPress={() => setAsked(false)} />
        <Secondary label={say("act.writeIntoSample")} needs="write" onPress={write} />
      </>
    );
  return (
    <>
      {open > 0 ? (
        <Primary
          label={say("act.answerQuestions", { count: open })}
          onPress={() => setTimeout(focusQuestion)}
        />
      ) : (
        <Primary
          label={say("act.writeRows", { count })}
          needs="write"
          onPress={facts?.sample ? () => setAsked(true) : write}
        />
      )}
      <Quiet label={say("act.chooseOther")} onPress={restart} />
    </>
  );
}

function UndoImport({ batch, onDone }: { batch: string; onDone: () => void }) {
  const { say } = useDesk();
  const { isBusy, undoBatch } = useUndoBatch();
  const undo = async () => {
    if (await undoBatch(batch)) onDone();
  };
  return <Secondary label={say("act.undoImport")} isBusy={isBusy} onPress={() => void undo()} />;
}
