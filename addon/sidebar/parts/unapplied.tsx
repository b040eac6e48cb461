import { useRef } from "preact/hooks";
import { negated, sumOf } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { call, newActionId } from "../server.ts";
import { markOld } from "../shelf.ts";
import { dayShort } from "../words/days.ts";
import { Secondary } from "./buttons.tsx";
import { Amount, useMoneyText } from "./money.tsx";
import { PlainRow } from "./row.tsx";
import { creditWord } from "./row-words.ts";
import { TroubleBox } from "./states.tsx";

type Card = Output<"customer">;

/** Money and credits that are on no document yet, and the way to put them there. */
export function Unapplied({ card, canApply = false }: { card: Card; canApply?: boolean }) {
  const { say, language, today } = useDesk();
  const moneyText = useMoneyText();
  const unapplied = card.unapplied.filter(({ open }) => open > 0);
  if (unapplied.length === 0) return null;
  const currencies = [...new Set(unapplied.map((credit) => credit.currency))];
  const sums = currencies.map((currency) =>
    moneyText(
      sumOf(unapplied.filter((credit) => credit.currency === currency).map((credit) => credit.open)),
      currency,
    ),
  );
  const hasOpen = card.open.some((line) => line.open > 0);
  return (
    <section>
      <h2>{say("title.unapplied")}</h2>
      <ul class="rows">
        {unapplied.map((credit) => (
          <PlainRow
            key={credit.id}
            title={creditWord(credit.kind, language)}
            sub={dayShort(credit.date, today, language)}
            value={<Amount value={credit.open} currency={credit.currency} />}
          />
        ))}
      </ul>
      {canApply && hasOpen ? <Apply customer={card.customer.id} sums={sums.join(" + ")} /> : null}
    </section>
  );
}

/** What was paid back 退款 beyond what came in: it is owed again, and on no document. */
export function OwedAgain({ card }: { card: Card }) {
  const { say, language, today } = useDesk();
  const owed = card.unapplied.filter(({ open }) => open < 0);
  if (owed.length === 0) return null;
  return (
    <section>
      <h2>{say("aging.owedAgain")}</h2>
      <p class="lead">{say("customer.owedAgainHow")}</p>
      <ul class="rows">
        {owed.map(({ id, kind, date, open, currency }) => (
          <PlainRow
            key={id}
            title={creditWord(kind, language)}
            sub={dayShort(date, today, language)}
            value={<Amount value={negated(open)} currency={currency} />}
          />
        ))}
      </ul>
    </section>
  );
}

function Apply({ customer, sums }: { customer: string; sums: string }) {
  const { say, tell } = useDesk();
  const act = useAct();
  const action = useRef(newActionId());
  const apply = async () => {
    const booked = await act.run(() => call("apply", { action: action.current, customer }));
    if (!booked) return;
    tell({ text: say("done.apply"), undo: action.current });
    action.current = newActionId();
    markOld();
  };
  return (
    <>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <div class="strip offer">
        <span class="strip-text">{say("customer.applyHint", { amount: sums })}</span>
        <Secondary label={say("act.apply")} isBusy={act.isBusy} needs="write" onPress={() => void apply()} />
      </div>
    </>
  );
}
