import { useState } from "preact/hooks";
import { daysAfter, daysBetween } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { Primary } from "../parts/buttons.tsx";
import { FirmMissing } from "../parts/firm-missing.tsx";
import { Amount } from "../parts/money.tsx";
import { Paged } from "../parts/paged.tsx";
import { ReminderDigest } from "../parts/reminder-digest.tsx";
import { customersIn, ReminderExcluded } from "../parts/reminder-excluded.tsx";
import { LinkRow } from "../parts/row.tsx";
import { levelWord } from "../parts/row-words.ts";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading } from "../parts/states.tsx";
import { type Letter, oldestDays, type Preview } from "../reminders/letter.ts";
import { useAnswer } from "../shelf.ts";
import { dayAge, dayShort, dayText } from "../words/days.ts";
import { RecordReminders } from "./record-reminders.tsx";

/** Reminders 催款提醒: who is due a word, who is not and why, and before all the salespeople. */
export function Reminders() {
  const { say, goTo } = useDesk();
  const loaded = useAnswer("remind", {});
  const [batch, setBatch] = useState<Preview | undefined>(undefined);
  if (batch) return <RecordReminders preview={batch} onBack={() => setBatch(undefined)} />;
  const { value } = loaded;
  const count = value?.letters.length ?? 0;
  const primary =
    value && count > 0 ? (
      <Primary label={say("act.recordN", { count })} needs="write" onPress={() => setBatch(value)} />
    ) : (
      <Primary label={say("act.openToday")} onPress={() => goTo("today")} />
    );
  return (
    <Screen title={say("title.reminders")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      <Reading loaded={loaded} rows={6}>
        {(preview) => (
          <>
            {preview.letters.length > 0 ? <FirmMissing /> : null}
            <Counts preview={preview} />
            <ReminderDigest digest={preview.digest} />
            <Letters preview={preview} />
            <ReminderExcluded excluded={preview.excluded} />
          </>
        )}
      </Reading>
    </Screen>
  );
}

/** Receipts older than this may hide payments: the line is marked. */
const LATE_AFTER = 3;

/** So many go, so many do not, and how far receipts are entered: who has paid must not be reminded. */
export function Counts({ preview }: { preview: Preview }) {
  const { say, language, today } = useDesk();
  const { letters, excluded, lastReceipt, receiptsEnteredThrough: through } = preview;
  const going = new Set(letters.map(({ customer }) => customer));
  const stay = customersIn(excluded.filter(({ customer }) => !going.has(customer)));
  const isLate = !through || daysBetween(through, today) > LATE_AFTER;
  return (
    <>
      <p class="lead">
        <strong>{say("reminders.counts", { count: letters.length, stay })}</strong>
      </p>
      <p class={isLate ? "through late" : "through"}>
        {through
          ? say("today.receiptsThrough", {
              day: dayText(through, language),
              age: dayAge(through, today, say),
            })
          : say("today.receiptsUnknown")}
        {lastReceipt ? (
          <>
            <br />
            {say("reminders.lastReceipt", { day: dayText(lastReceipt, language) })}
          </>
        ) : null}
      </p>
    </>
  );
}

function Letters({ preview }: { preview: Preview }) {
  const { say } = useDesk();
  const { letters } = preview;
  const next = useNext(preview);
  if (letters.length === 0)
    return <Empty kind="done" title={say("reminders.none")} how={next ?? say("reminders.noneHow")} />;
  return (
    <section>
      <h2>{say("title.letters", { count: letters.length })}</h2>
      <Paged list={letters}>
        {(each) => <LetterRow key={`${each.customer} ${each.currency}`} letter={each} />}
      </Paged>
    </section>
  );
}

/** The next customer whose time comes. */
function useNext({ excluded }: Preview): string | undefined {
  const { say, language, today } = useDesk();
  const [next] = excluded
    // A pause names its last day, the others the first day after them.
    .flatMap(({ name, why, until }) =>
      until ? [{ name, until: why === "paused" ? daysAfter(until, 1) : until }] : [],
    )
    .sort((a, b) => (a.until < b.until ? -1 : 1));
  return next && say("reminders.next", { name: next.name, day: dayShort(next.until, today, language) });
}

function LetterRow({ letter }: { letter: Letter }) {
  const { say, open, language, today } = useDesk();
  const { customer, currency, name, level, total, salesperson, lastReminder } = letter;
  const days = oldestDays(letter);
  const facts = [
    levelWord(level, language),
    days > 0 ? say("reminders.oldest", { days }) : "",
    salesperson,
    lastReminder ? say("reminders.last", { day: dayShort(lastReminder, today, language) }) : "",
  ];
  return (
    <LinkRow
      title={name}
      sub={facts.filter((fact) => fact !== "").join(" · ")}
      value={<Amount value={total} currency={currency} />}
      onOpen={() => open({ name: "reminder", customer, currency })}
    />
  );
}
