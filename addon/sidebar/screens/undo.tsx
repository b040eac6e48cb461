import { useRef } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { momentOf, momentText } from "../clock.ts";
import { useDesk } from "../desk.ts";
import { Primary, Secondary } from "../parts/buttons.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { TakenBack } from "../parts/taken-back.tsx";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";

type Preview = Output<"previewUndo">;

/** Takes an earlier entry back: first everything that goes with it, or what stands in its way. */
export function Undo({ of }: { of: number }) {
  const { say, tell, back, replaceTop } = useDesk();
  const loaded = useAnswer("previewUndo", { of });
  const action = useRef(newActionId());
  const act = useAct();
  const isClosed = loaded.value?.closedDay !== undefined;
  const isBarred = isClosed || (loaded.value?.dependents.length ?? 0) > 0;
  const undo = async () => {
    const done = await act.run(() => call("undo", { action: action.current, of }));
    if (!done) return;
    tell({ text: say("done.undo") });
    markOld();
    back();
  };
  const primary =
    isBarred || !loaded.value ? (
      <>
        <Primary label={say("act.leave")} onPress={back} />
        {isClosed ? (
          <Secondary
            label={say("act.reopenPeriod")}
            needs="decide"
            onPress={() => replaceTop({ name: "reopenPeriod" })}
          />
        ) : null}
      </>
    ) : (
      <Primary
        label={say(act.isUnsure ? "act.retry" : "act.undo")}
        isBusy={act.isBusy}
        needs="write"
        onPress={() => void undo()}
      />
    );
  return (
    <Screen title={say("title.undo")} primary={primary}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <Reading loaded={loaded} rows={2}>
        {(preview) => <Taken preview={preview} />}
      </Reading>
    </Screen>
  );
}

function Taken({ preview }: { preview: Preview }) {
  const { say, language } = useDesk();
  const { at, user } = preview;
  const time = momentText(momentOf(at), language);
  return (
    <>
      <TakenBack preview={preview} />
      <p class="counts">
        {user === "" ? say("undo.bookedAt", { time }) : say("undo.booked", { time, user })}
      </p>
    </>
  );
}
