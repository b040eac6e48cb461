import { type Currency, daysBetween } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayText } from "../words/days.ts";
import { Amount, useMoneyText } from "./money.tsx";
import { PlainRow } from "./row.tsx";
import { kindWord } from "./row-words.ts";

type Found = Output<"draft">;
type Lines = Found["reopens"];

/** What a bounced draft opens again, each line with the due date that it had and has again. */
export function Reopens({ found }: { found: Found }) {
  const { say } = useDesk();
  const moneyText = useMoneyText();
  const { draft, reopens, refunded, unapplied } = found;
  const { currency } = draft;
  return (
    <section>
      <h2>{say("title.reopens", { count: reopens.length })}</h2>
      <p class="lead">{say(reopens.length > 0 ? "draft.reopensHow" : "draft.reopensNone")}</p>
      <ReopenedLines lines={reopens} currency={currency} />
      {refunded > 0 ? (
        <p class="strip plain">{say("draft.refunded", { amount: moneyText(refunded, currency) })}</p>
      ) : null}
      {unapplied > 0 ? (
        <p class="strip plain">{say("draft.unapplied", { amount: moneyText(unapplied, currency) })}</p>
      ) : null}
    </section>
  );
}

/** Due lines that are owed again, and how much of each. */
export function ReopenedLines({ lines, currency }: { lines: Lines; currency: Currency }) {
  const { language } = useDesk();
  return (
    <ul class="rows">
      {lines.map((each) => (
        <PlainRow
          key={`${each.item} ${each.line}`}
          title={`${kindWord(each.kind, language)} ${each.number ?? ""}`.trim()}
          sub={<DueSaid due={each.due} />}
          value={<Amount value={each.amount} currency={currency} />}
        />
      ))}
    </ul>
  );
}

function DueSaid({ due }: { due: Lines[number]["due"] }) {
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
