import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayText } from "../words/days.ts";
import { Amount } from "./money.tsx";
import { PlainRow } from "./row.tsx";
import { creditTitle } from "./row-words.ts";

type Preview = Pick<Output<"previewUndo">, "documents" | "dependents" | "closedDay">;

/** Everything that goes when something is taken back, or what stands in the way. */
export function TakenBack({ preview }: { preview: Preview }) {
  const { say, language } = useDesk();
  const { documents } = preview;
  return (
    <>
      <Bar preview={preview} />
      <ul class="rows">
        {documents.map((each) => (
          <PlainRow
            key={`${each.what} ${each.customer} ${each.number} ${each.date} ${each.amount}`}
            title={`${creditTitle(each, say, language)} ${each.number}`.trim()}
            sub={[each.customer, dayText(each.date, language)].filter(Boolean).join(" · ")}
            value={<Amount value={each.amount} currency={each.currency} />}
          />
        ))}
      </ul>
    </>
  );
}

/** What stands in the way, and what to do about it; nothing does where it can be undone. */
function Bar({ preview: { closedDay, dependents } }: { preview: Preview }) {
  const { say, language } = useDesk();
  if (!closedDay && dependents.length === 0) return <p class="lead">{say("undo.how")}</p>;
  const documents = dependents.join(say("list.comma"));
  return (
    <div class="strip ask" role="alert">
      <div>
        <strong>
          {closedDay ? say("undo.closed", { day: dayText(closedDay, language) }) : say("undo.barred")}
        </strong>
        <p>{closedDay ? say("undo.closedHow") : say("undo.barredHow", { documents })}</p>
      </div>
    </div>
  );
}
