import { type Currency, daysBetween, type Money, moneyText, sumOf } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { type Facts, useDesk } from "../desk.ts";
import { AgingBar, AgingLegend } from "../parts/aging-bar.tsx";
import { Primary, Secondary } from "../parts/buttons.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading } from "../parts/states.tsx";
import { ToDoList } from "../parts/to-do-list.tsx";
import { useAnswer } from "../shelf.ts";
import { currencyWord, dayAge, dayText } from "../words/days.ts";

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
  const { say, open } = useDesk();
  const { facts, totals, toDo } = answer;
  return (
    <>
      {facts.sample ? <p class="strip stale">{say("say.sample")}</p> : null}
      {totals.map((total, i) => (
        <section key={total.currency} class="totals">
          <Headline owed={total.balance} overdue={sumOf(total.buckets)} currency={total.currency} />
          <AgingBar ages={total} currency={total.currency} edges={facts.edges} />
          {i === totals.length - 1 ? (
            <AgingLegend edges={facts.edges} onPick={(bucket) => open({ name: "aging", bucket })} />
          ) : null}
        </section>
      ))}
      <p class="counts">
        {say("today.customers", { customers: answer.customers, overdue: answer.overdueCustomers })}
      </p>
      <ReceiptsThrough facts={facts} />
      <section class="to-do">
        {toDo.length === 0 ? (
          <Empty kind="done" title={say("today.done")} how={say("today.doneWhy")} />
        ) : (
          <>
            <h2>{say("title.toDo", { count: toDo.length })}</h2>
            <ToDoList toDo={toDo} />
          </>
        )}
      </section>
    </>
  );
}

function Headline({ owed, overdue, currency }: { owed: Money; overdue: Money; currency: Currency }) {
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

/** Receipts older than this may hide payments: the line is marked. */
const LATE_AFTER = 3;

function ReceiptsThrough({ facts }: { facts: Facts }) {
  const { say, language } = useDesk();
  const { receiptsEnteredThrough: through, today } = facts;
  if (!through) return <p class="through unknown">{say("today.receiptsUnknown")}</p>;
  const isLate = daysBetween(through, today) > LATE_AFTER;
  return (
    <p class={isLate ? "through late" : "through"}>
      {say("today.receiptsThrough", { day: dayText(through, language), age: dayAge(through, today, say) })}
    </p>
  );
}
