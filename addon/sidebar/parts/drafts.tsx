import { useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayText } from "../words/days.ts";
import { Quiet } from "./buttons.tsx";
import { Amount } from "./money.tsx";
import { LinkRow } from "./row.tsx";
import { draftWord, methodWord } from "./row-words.ts";

type Card = Output<"customer">;

const FIRST = 5;

/** Drafts of a customer that may still bounce; each leads to what has become of it. */
export function Drafts({ card }: { card: Card }) {
  const { say, language, open } = useDesk();
  const [shown, setShown] = useState(FIRST);
  const { drafts, customer } = card;
  if (drafts.length === 0) return null;
  return (
    <section>
      <h2>{say("title.drafts")}</h2>
      <ul class="rows drafts">
        {drafts.slice(0, shown).map(({ id, method, number = "", maturity, state, amount, currency }) => (
          <LinkRow
            key={id}
            title={`${methodWord(method, language)} ${number}`.trim()}
            sub={[
              draftWord(state, language),
              say("draft.matures", { day: dayText(maturity, language) }),
            ].join(" · ")}
            value={<Amount value={amount} currency={currency} />}
            onOpen={() => open({ name: "draft", customer: customer.id, receipt: id })}
          />
        ))}
      </ul>
      {drafts.length > shown ? (
        <Quiet label={say("act.showMore")} onPress={() => setShown(drafts.length)} />
      ) : null}
    </section>
  );
}
