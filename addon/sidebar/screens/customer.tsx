import { useEffect } from "preact/hooks";
import { type PlainDate, UNIDENTIFIED } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { BalanceBlock } from "../parts/balance-block.tsx";
import { Primary, Secondary } from "../parts/buttons.tsx";
import { CreditStrip } from "../parts/credit-strip.tsx";
import { Drafts } from "../parts/drafts.tsx";
import { OpenItems } from "../parts/open-items.tsx";
import { LinkRow } from "../parts/row.tsx";
import { Screen } from "../parts/screen.tsx";
import { StateLine, stateOf } from "../parts/state-line.tsx";
import { Reading } from "../parts/states.tsx";
import { Timeline } from "../parts/timeline.tsx";
import { OwedAgain, Unapplied } from "../parts/unapplied.tsx";
import { useAnswer } from "../shelf.ts";

type Card = Output<"customer">;

/** One customer: its state, why, and what happened. */
export function Customer({ id, asOf }: { id: string; asOf?: PlainDate | undefined }) {
  const { say, open, use } = useDesk();
  const loaded = useAnswer("customer", { id, ...(asOf ? { asOf } : {}) });
  const isUnidentified = id === UNIDENTIFIED;
  // biome-ignore lint/correctness/useExhaustiveDependencies: used once when it opens, not at every rendering.
  useEffect(() => {
    if (!isUnidentified) use(id);
  }, [id]);
  const title = isUnidentified
    ? say("title.unidentified")
    : (loaded.value?.customer.name ?? say("field.customer"));
  const owes = loaded.value?.aging.some((line) => line.balance > 0) ?? true;
  const newItem = () => open({ name: "newItem", customer: id });
  const receipt = () => open({ name: "receipt", customer: id });
  const primary =
    owes || isUnidentified ? (
      <>
        <Primary label={say("act.recordReceipt")} needs="write" onPress={receipt} />
        {isUnidentified ? null : <Secondary label={say("act.newItem")} needs="write" onPress={newItem} />}
      </>
    ) : (
      <>
        <Primary label={say("act.newItem")} needs="write" onPress={newItem} />
        <Secondary label={say("act.recordReceipt")} needs="write" onPress={receipt} />
      </>
    );
  return (
    <Screen title={title} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      <Reading loaded={loaded} rows={5}>
        {(card) =>
          isUnidentified ? <UnidentifiedCard card={card} /> : <CustomerCard card={card} asOf={asOf} />
        }
      </Reading>
    </Screen>
  );
}

function CustomerCard({ card, asOf }: { card: Card; asOf: PlainDate | undefined }) {
  return (
    <>
      <StateLine card={card} />
      <CreditStrip customer={card.customer.id} asOf={asOf} />
      <BalanceBlock card={card} />
      <OwedAgain card={card} />
      <Unapplied card={card} canApply />
      <OpenItems card={card} />
      <Drafts card={card} />
      <CustomerLinks customer={card.customer.id} isOverdue={stateOf(card) === "overdue"} />
      <Timeline card={card} />
    </>
  );
}

/** What else is done with a customer: statements made and seen, a reminder of what is overdue, a promise recorded. */
function CustomerLinks({ customer, isOverdue }: { customer: string; isOverdue: boolean }) {
  const { say, open } = useDesk();
  return (
    <ul class="rows links">
      <LinkRow
        title={say("title.statements")}
        sub={say("customer.statementsHow")}
        onOpen={() => open({ name: "statements", customer })}
      />
      {isOverdue ? (
        <LinkRow
          title={say("title.reminder")}
          sub={say("customer.reminderHow")}
          onOpen={() => open({ name: "reminder", customer })}
        />
      ) : null}
      <LinkRow
        title={say("title.promise")}
        sub={say("customer.promiseHow")}
        needs="write"
        onOpen={() => open({ name: "promise", customer })}
      />
    </ul>
  );
}

function UnidentifiedCard({ card }: { card: Card }) {
  return (
    <>
      <OwedAgain card={card} />
      <Unapplied card={card} />
      <Timeline card={card} />
    </>
  );
}
