import { useRef } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { momentOf, momentText } from "../clock.ts";
import { useDesk } from "../desk.ts";
import { Primary } from "../parts/buttons.tsx";
import { Amount } from "../parts/money.tsx";
import { PlainRow } from "../parts/row.tsx";
import { creditWord } from "../parts/row-words.ts";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { dayText } from "../words/days.ts";

type Preview = Output<"previewUndo">;

/** Takes an earlier entry back: first everything that goes with it, or what stands in its way. */
export function Undo({ of }: { of: number }) {
  const { say, tell, back } = useDesk();
  const loaded = useAnswer("previewUndo", { of });
  const action = useRef(newActionId());
  const act = useAct();
  const isBarred = (loaded.value?.dependents.length ?? 0) > 0;
  const undo = async () => {
    const done = await act.run(() => call("undo", { action: action.current, of }));
    if (!done) return;
    tell({ text: say("done.undo") });
    markOld();
    back();
  };
  const primary =
    isBarred || !loaded.value ? (
      <Primary label={say("act.leave")} onPress={back} />
    ) : (
      <Primary
        label={say(act.isUnsure ? "act.retry" : "act.undo")}
        isBusy={act.isBusy}
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
  const { documents, dependents, at, user } = preview;
  const time = momentText(momentOf(at), language);
  return (
    <>
      {dependents.length > 0 ? (
        <div class="strip ask" role="alert">
          <div>
            <strong>{say("undo.barred")}</strong>
            <p>{say("undo.barredHow", { documents: dependents.join(say("list.comma")) })}</p>
          </div>
        </div>
      ) : (
        <p class="lead">{say("undo.how")}</p>
      )}
      <ul class="rows">
        {documents.map((each) => (
          <PlainRow
            key={`${each.what} ${each.customer} ${each.number} ${each.date} ${each.amount}`}
            title={`${creditWord(each.kind, language)} ${each.number}`.trim()}
            sub={[each.customer, dayText(each.date, language)].filter(Boolean).join(" · ")}
            value={<Amount value={each.amount} currency={each.currency} />}
          />
        ))}
      </ul>
      <p class="counts">
        {user === "" ? say("undo.bookedAt", { time }) : say("undo.booked", { time, user })}
      </p>
    </>
  );
}
