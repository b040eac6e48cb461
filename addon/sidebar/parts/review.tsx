import { useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { call, newActionId } from "../server.ts";
import { markOld } from "../shelf.ts";
import { dayText } from "../words/days.ts";
import { ActorField, isNamed } from "./actor-field.tsx";
import { Secondary } from "./buttons.tsx";
import { TroubleBox } from "./states.tsx";

type Standing = Output<"standing">;

/** Credit review 复审: the last one, and today's, by who decides; it lets the grade of today stand on record. */
export function Review({ standing }: { standing: Standing }) {
  const { say, tell } = useDesk();
  const { acting, id } = standing;
  const [action, setAction] = useState(newActionId);
  const [by, setBy] = useState("");
  const [showsFault, setShowsFault] = useState(false);
  const act = useAct();
  const asked = { asks: acting.asksDecider, names: acting.deciders };
  const record = async () => {
    setShowsFault(true);
    if (!isNamed(asked, by)) return;
    const input = { action, customers: [id], ...(asked.asks ? { by: by.trim() } : {}) };
    if (!(await act.run(() => call("reviewGrades", input)))) return;
    setAction(newActionId());
    setShowsFault(false);
    tell({ text: say("done.review"), undo: action });
    markOld();
  };
  return (
    <div class="review">
      <p class="field-hint">
        <Reviewed review={standing.review} />
      </p>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <ActorField
        {...asked}
        id="reviewer"
        label={say("field.vouchedBy")}
        value={by}
        showsFault={showsFault}
        onValue={setBy}
      />
      <Secondary
        label={say(act.isUnsure ? "act.retry" : "act.reviewGrade")}
        isBusy={act.isBusy}
        needs="decide"
        onPress={() => void record()}
      />
    </div>
  );
}

function Reviewed({ review }: { review: Standing["review"] }) {
  const { say, language } = useDesk();
  if (!review) return <>{say("grade.neverReviewed")}</>;
  const { on, by, grade, dueOn } = review;
  const day = dayText(on, language);
  return (
    <>
      {by === "" ? say("grade.reviewedBare", { day, grade }) : say("grade.reviewed", { day, grade, by })}
      <br />
      {say("grade.reviewDue", { day: dayText(dueOn, language) })}
    </>
  );
}
