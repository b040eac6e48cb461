import type { Output } from "../../protocol.ts";
import { momentOf, momentText } from "../clock.ts";
import { useDesk } from "../desk.ts";
import { dayText } from "../words/days.ts";
import { Paged } from "./paged.tsx";
import { PlainRow } from "./row.tsx";

type Change = Output<"check">["periods"][number];

/** Every closing of a period and every opening again, the latest first; the reasons stay for good. */
export function Periods({ check: { periods } }: { check: Output<"check"> }) {
  const { say } = useDesk();
  if (periods.length === 0) return null;
  return (
    <section class="periods">
      <h2>{say("title.periods", { count: periods.length })}</h2>
      <Paged list={[...periods].reverse()}>
        {(change) => <PeriodRow key={change.seq} change={change} />}
      </Paged>
    </section>
  );
}

function PeriodRow({ change }: { change: Change }) {
  const { say, language } = useDesk();
  const { at, by, user, reason } = change;
  const time = momentText(momentOf(at), language);
  const name = by ?? user;
  const facts = [
    name ? say("period.by", { name, time }) : time,
    reason ? say("period.reason", { reason }) : "",
  ];
  return <PlainRow title={useTitle(change)} sub={facts.filter((fact) => fact !== "").join(" · ")} />;
}

/** Only what was opened again has a reason. */
function useTitle({ through, reason }: Change): string {
  const { say, language } = useDesk();
  if (!through) return say("period.reopenedWhole");
  const day = dayText(through, language);
  return reason ? say("period.reopened", { day }) : say("period.closed", { day });
}
