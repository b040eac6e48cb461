import type { PlainDate } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayShort } from "../words/days.ts";
import { DecisionWord, decisionKey, outcomeOf, reasonsOf } from "./decision-head.tsx";
import { ReasonList } from "./reason-list.tsx";

type Check = Pick<Output<"orderCheck">, "decision" | "wouldBe" | "observeUntil" | "reasons">;

/** A decision with its reasons; while it is only observed, what it will be. A stop is said at once, the rest in turn. */
export function DecisionBox({ check, isNews }: { check: Check; isNews?: true }) {
  const { observeUntil, wouldBe } = check;
  const outcome = outcomeOf(check);
  const isBarred = outcome === "hold" || outcome === "block";
  return (
    <div class={`outcome ${outcome}`} {...(isNews ? { role: isBarred ? "alert" : "status" } : {})}>
      <DecisionWord outcome={outcome} />
      <ReasonList reasons={reasonsOf(check)} />
      {observeUntil && (wouldBe || !isNews) ? (
        <p class="observing">
          <Observing until={observeUntil} wouldBe={wouldBe} />
        </p>
      ) : null}
    </div>
  );
}

/** 观察期: that nothing is held yet, until when, and what would be. */
export function Observing(props: { until: PlainDate; wouldBe: Check["wouldBe"] }) {
  const { say, language, today } = useDesk();
  const day = dayShort(props.until, today, language);
  if (!props.wouldBe) return <>{say("credit.observing", { day })}</>;
  return <>{say("credit.observingThen", { day, decision: say(decisionKey(props.wouldBe)) })}</>;
}
