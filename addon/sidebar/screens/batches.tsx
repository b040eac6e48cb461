import { useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { Primary, Quiet, Secondary } from "../parts/buttons.tsx";
import { ConfirmUndo } from "../parts/import-undo.tsx";
import { Amount } from "../parts/money.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading } from "../parts/states.tsx";
import { useAnswer } from "../shelf.ts";

type Batch = Output<"batches">["batches"][number];

/** Imports 导入记录: what each brought; one that was not finished goes on or is discarded. */
export function Batches() {
  const { say, open } = useDesk();
  const loaded = useAnswer("batches", {});
  const primary = (
    <Primary label={say("act.importTable")} needs="write" onPress={() => open({ name: "import" })} />
  );
  return (
    <Screen title={say("title.batches")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      <Reading loaded={loaded}>
        {({ batches }) =>
          batches.length === 0 ? (
            <Empty kind="nothing" title={say("batches.none")} how={say("batches.noneHow")} />
          ) : (
            <ul class="rows">
              {batches.map((batch) => (
                <BatchRow key={batch.id} batch={batch} />
              ))}
            </ul>
          )
        }
      </Reading>
    </Screen>
  );
}

/** One import; taking it back is asked for once more, because it takes many rows. */
function BatchRow({ batch }: { batch: Batch }) {
  const { say } = useDesk();
  const [isAsked, setAsked] = useState(false);
  const { state, done, announced, taken, standing } = batch;
  const isOpen = state === "open";
  return (
    <li class="row batch">
      <div class="row-plain">
        <div class="row-grid">
          <span class="row-title">{batch.source}</span>
          <span class="row-value">
            {(isOpen ? announced : (standing ?? taken)).amounts.map((sum) => (
              <Amount key={sum.currency} value={sum.amount} currency={sum.currency} />
            ))}
          </span>
          <span class="row-sub alone">
            <span>{say(`batches.state.${state}`)}</span>
            <span>
              {isOpen
                ? say("batches.done", { done, rows: announced.rows })
                : standing
                  ? say("batches.standing", { rows: standing.rows, count: taken.rows })
                  : say("import.rows", { count: taken.rows })}
            </span>
          </span>
        </div>
        {state === "undone" ? null : isAsked ? (
          <ConfirmUndo batch={{ ...batch, rows: (standing ?? taken).rows }} onBack={() => setAsked(false)} />
        ) : (
          <Acts batch={batch} onUndo={() => setAsked(true)} />
        )}
      </div>
    </li>
  );
}

function Acts({ batch, onUndo }: { batch: Batch; onUndo: () => void }) {
  const { say, open } = useDesk();
  const isOpen = batch.state === "open";
  return (
    <p class="row-acts">
      {isOpen ? <span class="row-sub how">{say("batches.resumeHow")}</span> : null}
      {isOpen ? (
        <Secondary label={say("act.resume")} needs="write" onPress={() => open({ name: "import" })} />
      ) : null}
      <Quiet label={say(isOpen ? "act.discard" : "act.undoImport")} needs="write" onPress={onUndo} />
    </p>
  );
}
