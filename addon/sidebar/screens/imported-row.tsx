import { useRef, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { Primary, Secondary } from "../parts/buttons.tsx";
import { ConfirmUndo } from "../parts/import-undo.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { TakenBack } from "../parts/taken-back.tsx";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";

type Preview = Output<"previewImportedRow">;

interface Props {
  readonly customer: string;
  readonly record: string;
}

/** One row that an import brought 导入的一行: it is taken back alone, or with the whole import. */
export function ImportedRow({ customer, record }: Props) {
  const { say, tell, back } = useDesk();
  const loaded = useAnswer("previewImportedRow", { customer, record });
  const action = useRef(newActionId());
  const act = useAct();
  const { value } = loaded;
  const isFree = value !== undefined && value.dependents.length === 0 && value.closedDay === undefined;
  const undo = async () => {
    const done = await act.run(() => call("voidImportedRow", { action: action.current, customer, record }));
    if (!done) return;
    tell({ text: say("done.voidImportedRow"), undo: done.action });
    markOld();
    back();
  };
  const primary = isFree ? (
    <Primary
      label={say(act.isUnsure ? "act.retry" : "act.voidRow")}
      isBusy={act.isBusy}
      needs="write"
      onPress={() => void undo()}
    />
  ) : (
    <Primary label={say("act.leave")} onPress={back} />
  );
  return (
    <Screen title={say("title.importedRow")} primary={primary}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <Reading loaded={loaded} rows={3}>
        {(preview) => <Choices preview={preview} onDone={back} />}
      </Reading>
    </Screen>
  );
}

/** What the row brought, and the import that it came with. */
function Choices({ preview, onDone }: { preview: Preview; onDone: () => void }) {
  const { say } = useDesk();
  const { batch } = preview;
  const { source, rows: count } = batch;
  return (
    <>
      <p class="lead">{say(count > 1 ? "importedRow.how" : "importedRow.alone", { source, count })}</p>
      <TakenBack preview={preview} />
      {count > 1 ? <Whole batch={batch} onDone={onDone} /> : null}
    </>
  );
}

/** The way to take the whole import back, asked once more. */
function Whole({ batch, onDone }: { batch: Preview["batch"]; onDone: () => void }) {
  const { say } = useDesk();
  const [isAsked, setAsked] = useState(false);
  if (isAsked) return <ConfirmUndo batch={{ ...batch, state: "closed" }} onBack={onDone} />;
  return (
    <p class="row-acts">
      <Secondary label={say("act.undoWhole")} needs="write" onPress={() => setAsked(true)} />
    </p>
  );
}
