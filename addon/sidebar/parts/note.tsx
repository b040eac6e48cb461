import { useUndo } from "../act.ts";
import { useDesk } from "../desk.ts";
import { IconButton } from "./buttons.tsx";
import { Icon } from "./icon.tsx";

/** What was just done, and the way to take it back; it stays until it is dismissed, overtaken or left behind. */
export function NoteStrip() {
  const { say, note, tell } = useDesk();
  const { isBusy, undo } = useUndo();
  const of = note?.undo;
  return (
    <div
      id="note"
      tabIndex={-1}
      role="status"
      class={note ? `note ${note.isTrouble ? "trouble" : "good"}` : "note none"}
    >
      {note ? (
        <>
          <Icon name={note.isTrouble ? "alert" : "done"} />
          <span class="note-text">{note.text}</span>
          {of ? (
            <button type="button" class="quiet" disabled={isBusy} onClick={() => void undo(of)}>
              {say("act.undo")}
            </button>
          ) : null}
          <IconButton name={say("act.dismiss")} onPress={() => tell(undefined)}>
            <Icon name="close" />
          </IconButton>
        </>
      ) : null}
    </div>
  );
}
