import { useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { Primary, Quiet } from "../parts/buttons.tsx";
import { Amount } from "../parts/money.tsx";
import { LinkRow } from "../parts/row.tsx";
import { draftWord, methodWord } from "../parts/row-words.ts";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading } from "../parts/states.tsx";
import { useAnswer } from "../shelf.ts";
import { dayText } from "../words/days.ts";

type Draft = Output<"drafts">["drafts"][number];

const PAGE = 40;

/** Drafts 票据 of all customers that may still bounce: each leads to what has become of it. */
export function Drafts() {
  const { say, open } = useDesk();
  const loaded = useAnswer("drafts", {});
  const primary = (
    <Primary label={say("act.recordReceipt")} needs="write" onPress={() => open({ name: "receipt" })} />
  );
  return (
    <Screen title={say("title.drafts")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      <Reading loaded={loaded}>{({ drafts }) => <List drafts={drafts} />}</Reading>
    </Screen>
  );
}

function List({ drafts }: { drafts: readonly Draft[] }) {
  const { say } = useDesk();
  const [shown, setShown] = useState(PAGE);
  if (drafts.length === 0)
    return <Empty kind="done" title={say("drafts.none")} how={say("drafts.noneHow")} />;
  return (
    <>
      <p class="lead">{say("drafts.how")}</p>
      <ul class="rows drafts">
        {drafts.slice(0, shown).map((each) => (
          <Row key={each.id} draft={each} />
        ))}
      </ul>
      {drafts.length > shown ? (
        <Quiet label={say("act.showMore")} onPress={() => setShown(shown + PAGE * 5)} />
      ) : null}
    </>
  );
}

function Row({ draft }: { draft: Draft }) {
  const { say, language, open } = useDesk();
  const { id, customer, customerName, method, number = "", maturity, state, amount, currency } = draft;
  const facts = [
    `${methodWord(method, language)} ${number}`.trim(),
    draftWord(state, language),
    say("draft.matures", { day: dayText(maturity, language) }),
  ];
  return (
    <LinkRow
      title={customerName}
      sub={facts.join(" · ")}
      value={<Amount value={amount} currency={currency} />}
      onOpen={() => open({ name: "draft", customer, receipt: id })}
    />
  );
}
