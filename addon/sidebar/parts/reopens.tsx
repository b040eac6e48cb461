import { daysBetween } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayText } from "../words/days.ts";
import { Amount, useMoneyText } from "./money.tsx";
import { PlainRow } from "./row.tsx";
import { kindWord } from "./row-words.ts";

type Found = Output<"draft">;

/** What a bounced draft opens again, each line with the due date that it had and has again. */
export function Reopens({ found }: { found: Found }) {
  const { say, language } = useDesk();
  const moneyText = useMoneyText();
  const { draft, reopens, refunded, unapplied } = found;
  const { currency } = draft;
  return (
    <section>
      <h2>{say("title.reopens", { count: reopens.length })}</h2>
      <p class="lead">{say(reopens.length > 0 ? "draft.reopensHow" : "draft.reopensNone")}</p>
      <ul class="rows">
        {reopens.map((each) => (
          <PlainRow
            key={`${each.item} ${each.line}`}
            title={`${kindWord(each.kind, language)} ${each.number ?? ""}`.trim()}
            sub={<DueSaid due={each.due} />}
            value={<Amount value={each.amount} currency={currency} />}
          />
        ))}
      </ul>
      {refunded > 0 ? (
        <p class="strip plain">{say("draft.refunded", { amount: moneyText(refunded, currency) })}</p>
      ) : null}
      {unapplied > 0 ? (
        <p class="strip plain">{say("draft.unapplied", { amount: moneyText(unapplied, currency) })}</p>
      ) : null}
    </section>
  );
}

function DueSaid({ due }: { due: Found["reopens"][number]["due"] }) {
  const { say, language, today } = useDesk();
  if (!due) return <span>{say("customer.dueNotFixed")}</span>;
  const days = daysBetween(due, today);
  return (
    <>
      <span>{say("preview.due", { day: dayText(due, language) })}</span>
      {days > 0 ? <span class="late">{say("customer.past", { days })}</span> : null}
    </>
  );
}
