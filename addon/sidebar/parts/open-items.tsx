import { useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayShort } from "../words/days.ts";
import { Quiet } from "./buttons.tsx";
import { Amount, useMoneyText } from "./money.tsx";
import { PlainRow } from "./row.tsx";
import { kindWord } from "./row-words.ts";

type OpenLine = Output<"customer">["open"][number];

const PAGE = 20;

/** What is still open, line by line, the oldest due first. */
export function OpenItems({ card }: { card: Output<"customer"> }) {
  const { say } = useDesk();
  const [shown, setShown] = useState(PAGE);
  const { open } = card;
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{say("title.open", { count: open.length })}</h2>
      <ul class="rows">
        {open.slice(0, shown).map((line) => (
          <OpenRow key={`${line.item} ${line.due} ${line.open}`} line={line} />
        ))}
      </ul>
      {open.length > shown ? (
        <Quiet label={say("act.showMore")} onPress={() => setShown(shown + PAGE * 5)} />
      ) : null}
    </section>
  );
}

function OpenRow({ line }: { line: OpenLine }) {
  const { say, language } = useDesk();
  const moneyText = useMoneyText();
  const isPart = line.open !== line.amount;
  const of = isPart ? say("customer.openOf", { amount: moneyText(line.amount, line.currency) }) : "";
  return (
    <PlainRow
      title={`${kindWord(line.kind, language)} ${line.number ?? ""}`.trim()}
      sub={
        <>
          <DueWords line={line} />
          {line.disputed ? <span class="tag">{say("customer.disputed")}</span> : null}
          {of ? <span class="of">{of}</span> : null}
        </>
      }
      value={<Amount value={line.open} currency={line.currency} />}
    />
  );
}

/** When it is due, or how late it is; a date that is not fixed is never late. */
export function DueWords({ line }: { line: Pick<OpenLine, "due" | "daysPastDue"> }) {
  const { say, language, today } = useDesk();
  if (!line.due) return <span class="due open-ended">{say("customer.dueNotFixed")}</span>;
  const day = dayShort(line.due, today, language);
  if (line.daysPastDue > 0) {
    return (
      <span class="due late">
        <span class="days">{say("customer.past", { days: line.daysPastDue })}</span>
        <span>{say("customer.dueIn", { day })}</span>
      </span>
    );
  }
  return (
    <span class="due">
      {line.daysPastDue === 0 ? say("customer.dueToday") : say("customer.dueIn", { day })}
    </span>
  );
}
