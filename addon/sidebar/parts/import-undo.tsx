import { useDesk } from "../desk.ts";
import { useUndoBatch } from "../importing/undo-batch.ts";
import { Quiet, Secondary } from "./buttons.tsx";

interface Props {
  readonly batch: {
    readonly id: string;
    readonly source: string;
    readonly rows: number;
    readonly state: string;
  };
  readonly onBack: () => void;
}

/** Asks once more before a whole import is taken back, because it takes many rows. */
export function ConfirmUndo({ batch, onBack }: Props) {
  const { say } = useDesk();
  const { isBusy, undoBatch } = useUndoBatch();
  const { id, source, rows: count, state } = batch;
  const isOpen = state === "open";
  return (
    <div class="strip ask">
      <span class="strip-text">
        {say(isOpen ? "batches.discardHow" : "batches.undoHow", { count, source })}
      </span>
      <Secondary
        label={say(isOpen ? "act.discard" : "act.undoImport")}
        isBusy={isBusy}
        needs="write"
        onPress={() => void undoBatch(id).then(onBack)}
      />
      <Quiet label={say("act.leave")} isBusy={isBusy} onPress={onBack} />
    </div>
  );
}
