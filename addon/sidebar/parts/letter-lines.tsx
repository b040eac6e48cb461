import { useDesk } from "../desk.ts";
import { type Letter, oldestDays } from "../reminders/letter.ts";
import { dayShort } from "../words/days.ts";
import { Fold } from "./fold.tsx";
import { Amount, useMoneyText } from "./money.tsx";
import { PlainRow } from "./row.tsx";
import { levelWord } from "./row-words.ts";

/** Who is reminded, of how much, and which documents the letter names. */
export function LetterLines({ letter }: { letter: Letter }) {
  const { say, language, today } = useDesk();
  const told = useMoneyText();
  const { name, level, total, currency, lines, soon, soonTotal, lastReminder } = letter;
  const days = oldestDays(letter);
  const facts = [
    levelWord(level, language),
    days > 0 ? say("reminders.oldest", { days }) : "",
    lastReminder
      ? say("reminders.last", { day: dayShort(lastReminder, today, language) })
      : say("reminders.never"),
  ];
  return (
    <>
      <p class="from">
        <span class="row-title">{name}</span>
        <strong>
          <Amount value={total} currency={currency} />
        </strong>
      </p>
      <p class="counts">{facts.filter((fact) => fact !== "").join(" · ")}</p>
      <Fold title={say("title.letterLines", { count: lines.length })} aside={told(total, currency)}>
        <Lines lines={lines} currency={currency} />
      </Fold>
      {soon.length > 0 ? (
        <Fold title={say("title.soon", { count: soon.length })} aside={told(soonTotal, currency)}>
          <Lines lines={soon} currency={currency} />
        </Fold>
      ) : null}
    </>
  );
}

function Lines({ lines, currency }: Pick<Letter, "lines" | "currency">) {
  const { say, language, today } = useDesk();
  return (
    <ul class="rows">
      {lines.map(({ item, line, number, due, days, open }) => (
        <PlainRow
          key={`${item} ${line}`}
          title={number ?? say("reminders.noNumber")}
          sub={[
            say("reminders.due", { day: dayShort(due, today, language) }),
            days > 0 ? say("reminders.late", { days }) : "",
          ]
            .filter((fact) => fact !== "")
            .join(" · ")}
          value={<Amount value={open} currency={currency} />}
        />
      ))}
    </ul>
  );
}
