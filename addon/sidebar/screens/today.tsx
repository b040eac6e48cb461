import { daysBetween, moneyText } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { type Facts, useDesk } from "../desk.ts";
import { AgingBar, AgingLegend } from "../parts/aging-bar.tsx";
import { Primary, Quiet, Secondary } from "../parts/buttons.tsx";
import { CreditDuties, dutyCount } from "../parts/credit-duties.tsx";
import { Figure } from "../parts/money.tsx";
import { type OwedFigures, owedFiguresOf } from "../parts/owed-figures.ts";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading } from "../parts/states.tsx";
import { ToDoList } from "../parts/to-do-list.tsx";
import { type Loaded, useAnswer } from "../shelf.ts";
import { currencyWord, dayAge, dayShort, dayText } from "../words/days.ts";

type Answer = Output<"today">;

/** The first screen: who owes what, and what to do now. */
export function Today() {
  const { say, open } = useDesk();
  const loaded = useAnswer("today", {});
  const isNew =
    loaded.value !== undefined && loaded.value.totals.length === 0 && loaded.value.toDo.length === 0;
  const primary = isNew ? (
    <Primary label={say("act.newItem")} needs="write" onPress={() => open({ name: "newItem" })} />
  ) : (
    <Primary label={say("act.recordReceipt")} needs="write" onPress={() => open({ name: "receipt" })} />
  );
  return (
    <Screen title={say("title.today")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      <Reading loaded={loaded}>{(answer) => (isNew ? <Nothing /> : <Ledger answer={answer} />)}</Reading>
    </Screen>
  );
}

function Nothing() {
  const { say, open } = useDesk();
  return (
    <Empty kind="nothing" title={say("today.nothing")} how={say("today.nothingHow")}>
      <Secondary label={say("act.importTable")} onPress={() => open({ name: "import" })} />
      <Secondary label={say("act.newCustomer")} onPress={() => open({ name: "newCustomer" })} />
    </Empty>
  );
}

function Ledger({ answer }: { answer: Answer }) {
  const duties = useAnswer("duties", {});
  const { say, open } = useDesk();
  const { facts, toDo } = answer;
  const figures = owedFiguresOf(answer);
  return (
    <>
      {facts.sample ? <p class="strip stale">{say("say.sample")}</p> : null}
      {figures.map((each) => (
        <section key={each.currency} class="totals">
          <Headline figures={each} />
          <AgingBar ages={each.ages} currency={each.currency} by={facts} />
          {each === figures.at(-1) ? (
            <AgingLegend by={facts} onPick={(bucket) => open({ name: "aging", bucket })} />
          ) : null}
          <Unapplied figures={each} />
        </section>
      ))}
      <p class="counts">
        {say("today.customers", { customers: answer.customers, overdue: answer.overdueCustomers })}
      </p>
      <ReceiptsThrough facts={facts} />
      <section class="to-do">
        {toDo.length === 0 ? (
          <NothingToDo duties={duties} />
        ) : (
          <>
            <h2>{say("title.toDo", { count: toDo.length })}</h2>
            <ToDoList toDo={toDo} />
          </>
        )}
      </section>
      <CreditDuties loaded={duties} />
    </>
  );
}

/** All is done only when reminders and reviews are known too, and there are none. */
function NothingToDo({ duties: { value, isLoading } }: { duties: Loaded<Output<"duties">> }) {
  const { say, language, today } = useDesk();
  if (value ? dutyCount(value) > 0 : isLoading) return null;
  const next = value?.next;
  const how = next
    ? say(`duties.next.${next.what}`, { name: next.name, day: dayShort(next.day, today, language) })
    : say("today.doneWhy");
  return <Empty kind="done" title={say("today.done")} how={how} />;
}

/** What documents say is owed, and what of it is overdue: a whole and its part. */
function Headline({ figures: { owed, overdue, currency } }: { figures: OwedFigures }) {
  const { say } = useDesk();
  return (
    <dl class="headline">
      <div>
        <dt>{say("today.owed", { currency: currencyWord(currency, say) })}</dt>
        <dd>{moneyText(owed, currency)}</dd>
      </div>
      <div>
        <dt>{say("today.overdue")}</dt>
        <dd>{moneyText(overdue, currency)}</dd>
      </div>
    </dl>
  );
}

/** What is on no document: money lowers the balance, what was refunded and is owed again is a part of it. */
function Unapplied({ figures }: { figures: OwedFigures }) {
  const { say } = useDesk();
  const { currency, owedAgain, unapplied, unidentified, balance } = figures;
  const parts = [
    { label: say("aging.owedAgain"), value: owedAgain },
    { label: say("aging.unapplied"), value: unapplied },
    { label: say("title.unidentified"), value: unidentified },
  ].filter(({ value }) => value !== 0);
  if (parts.length === 0) return null;
  return (
    <dl class="of-which">
      {[...parts, { label: say("today.balance"), value: balance }].map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Figure value={value} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Receipts older than this may hide payments: the line is marked. */
const LATE_AFTER = 3;

function ReceiptsThrough({ facts }: { facts: Facts }) {
  const { say, language, open } = useDesk();
  const { receiptsEnteredThrough: through, today } = facts;
  if (!through)
    return (
      <p class="through unknown">
        {say("today.receiptsUnknown")}
        <Quiet label={say("act.setThrough")} onPress={() => open({ name: "settings" })} />
      </p>
    );
  const isLate = daysBetween(through, today) > LATE_AFTER;
  return (
    <p class={isLate ? "through late" : "through"}>
      {say("today.receiptsThrough", { day: dayText(through, language), age: dayAge(through, today, say) })}
    </p>
  );
}
