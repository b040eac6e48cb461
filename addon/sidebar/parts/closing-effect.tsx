import type { PlainDate } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayText } from "../words/days.ts";

/** What closing through a day means, who may open it again, and what would be left outside. */
export function ClosingEffect({ period, through }: { period: Output<"period">; through: PlainDate }) {
  const { say, language } = useDesk();
  const { typedRows, openImports, deciders } = period;
  const day = dayText(through, language);
  return (
    <>
      <ul class="effects">
        <li>{say("close.effect", { day })}</li>
        <li>{say("close.stays")}</li>
        <li>{say(deciders.length > 0 ? "close.who" : "close.anybody")}</li>
      </ul>
      {typedRows > 0 ? <p class="strip ask">{say("close.typed", { count: typedRows, day })}</p> : null}
      {openImports > 0 ? <p class="strip ask">{say("close.imports", { count: openImports, day })}</p> : null}
    </>
  );
}
