import { useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayShort } from "../words/days.ts";
import type { Say } from "../words/words.ts";
import { IconButton, Quiet } from "./buttons.tsx";
import { Icon } from "./icon.tsx";
import { Amount } from "./money.tsx";
import { creditWord, draftWord, receiptTitle } from "./row-words.ts";

type Event = Output<"customer">["timeline"][number];

const FIRST = 5;

/** What happened, newest first. */
export function Timeline({ card }: { card: Output<"customer"> }) {
  const { say, language, today } = useDesk();
  const [shown, setShown] = useState(FIRST);
  const { timeline } = card;
  if (timeline.length === 0) return null;
  return (
    <section>
      <h2>{say("title.timeline")}</h2>
      <ol class="timeline">
        {timeline.slice(0, shown).map((event) => (
          <li key={`${event.id} ${event.seq}`} class={event.voided ? "voided" : ""}>
            <span class="when">{dayShort(event.date, today, language)}</span>
            <span class="what">
              {whatText(event, language, say)}
              {event.draft && !event.voided ? (
                <span class="tag">{draftWord(event.draft, language)}</span>
              ) : null}
              {event.voided ? <span class="tag">{say("timeline.voided")}</span> : null}
            </span>
            <Amount value={event.amount} currency={event.currency} />
            <EventAct event={event} customer={card.customer.id} />
          </li>
        ))}
      </ol>
      {timeline.length > shown ? (
        <Quiet label={say("act.showMore")} onPress={() => setShown(timeline.length)} />
      ) : null}
    </section>
  );
}

/** A statement is shown, an entry taken back, and what an import brought alone or with the whole import. */
function EventAct({ event, customer }: { event: Event; customer: string }) {
  const { say, language, open } = useDesk();
  const screen = screenOf(event, customer);
  if (!screen) return <span class="no-act" />;
  const isShown = screen.name === "statement";
  const what = { what: whatText(event, language, say) };
  return (
    <IconButton
      name={isShown ? say("timeline.show", what) : say("timeline.undo", what)}
      onPress={() => open(screen)}
    >
      <Icon name={isShown ? "search" : "undo"} />
    </IconButton>
  );
}

function screenOf({ id, voided, what, batch, undoes }: Event, customer: string) {
  if (what === "statement") return { name: "statement", id } as const;
  if (voided) return undefined;
  if (batch) return { name: "importedRow", customer, record: id } as const;
  return undoes === undefined ? undefined : ({ name: "undo", of: undoes } as const);
}

function whatText(event: Event, language: "zh" | "en", say: Say): string {
  const number = event.number ? ` ${event.number}` : "";
  if (event.what === "statement") return say("timeline.statement") + number;
  if (event.what === "receipt") return receiptTitle(event, say, language);
  return creditWord(event.kind, language) + number;
}
