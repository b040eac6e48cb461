import { useState } from "preact/hooks";
import { monthEndOf, monthsAfter, type PlainDate } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { copyText } from "../copy.ts";
import { useDesk, useKept } from "../desk.ts";
import { typedDate } from "../forms/typed.ts";
import { AgingAmounts, AgingBar } from "../parts/aging-bar.tsx";
import { AgingControls } from "../parts/aging-controls.tsx";
import { AgingList } from "../parts/aging-list.tsx";
import { agingAsText } from "../parts/aging-text.ts";
import type { AgingWish } from "../parts/aging-wish.ts";
import { Primary, Secondary } from "../parts/buttons.tsx";
import { Figure } from "../parts/money.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading, TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call } from "../server.ts";
import { useAnswer } from "../shelf.ts";
import { currencyWord } from "../words/days.ts";

type Answer = Output<"aging">;

/** The tab that has what is on the screen. */
interface Written {
  readonly tab: string;
  readonly wish: AgingWish;
}

const wishes = slot<AgingWish>();

/** Aging 账龄 at the end of any day, by customer, payer or salesperson, down to the lines. */
export function Aging({ bucket }: { bucket?: number | undefined }) {
  const { say, today, tell } = useDesk();
  const [wish, setWish] = useKept<AgingWish>(wishes, () => ({
    ...{ asOf: today, by: "customer", order: "overdue", salesperson: undefined, bucket },
    // A bucket is picked on the first screen, which counts from the due date.
    basis: bucket === undefined ? undefined : "dueDate",
  }));
  const typed = typedDate(wish.asOf, today);
  const asOf = "value" in typed ? typed.value : undefined;
  const basis = wish.basis ? { basis: wish.basis } : {};
  const input = asOf ? { asOf, by: wish.by, ...basis } : undefined;
  const loaded = useAnswer("aging", input);
  const act = useAct();
  const [written, setWritten] = useState<Written | undefined>(undefined);
  const copy = async () => {
    if (loaded.value && (await copyText(agingAsText(loaded.value, say)))) tell({ text: say("done.copied") });
  };
  const write = async () => {
    const done = input && (await act.run(() => call("writeAging", input)));
    if (!done) return;
    tell({ text: say("done.writeAging", { tab: done.tab, count: done.rows }) });
    setWritten({ tab: done.tab, wish });
  };
  const show = (tab: string) => act.run(() => call("showTab", { tab }));
  const primary = (
    <>
      <Primary label={say("act.copyAging")} isBusy={act.isBusy} onPress={() => void copy()} />
      {written?.wish === wish ? (
        <Secondary label={say("act.showTab")} isBusy={act.isBusy} onPress={() => void show(written.tab)} />
      ) : input ? (
        <Secondary
          label={say("act.writeAging")}
          isBusy={act.isBusy}
          needs="write"
          onPress={() => void write()}
        />
      ) : null}
    </>
  );
  return (
    <Screen title={say("title.aging")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <AgingControls
        wish={wish}
        fault={"fault" in typed ? typed.fault : undefined}
        basis={wish.basis ?? loaded.value?.basis ?? "dueDate"}
        monthEnd={monthEndOf(monthsAfter(today, -1))}
        onWish={setWish}
      />
      {asOf ? (
        <Reading loaded={loaded} rows={6}>
          {(answer) => <Figures answer={answer} wish={wish} asOf={asOf} onWish={setWish} />}
        </Reading>
      ) : null}
    </Screen>
  );
}

interface Props {
  readonly answer: Answer;
  readonly wish: AgingWish;
  readonly asOf: PlainDate;
  readonly onWish: (wish: AgingWish) => void;
}

function Figures({ answer, wish, asOf, onWish }: Props) {
  const { say } = useDesk();
  const { totals, notTakenOver } = answer;
  const pick = (bucket: number) => onWish({ ...wish, bucket: wish.bucket === bucket ? undefined : bucket });
  if (totals.length === 0)
    return <Empty kind="nothing" title={say("aging.none")} how={say("aging.noneHow")} />;
  return (
    <>
      {notTakenOver.rows > 0 ? (
        <p class="strip stale">
          {say("aging.notTakenOver", {
            count: notTakenOver.rows,
            tabs: notTakenOver.tabs.join(say("list.comma")),
          })}
        </p>
      ) : null}
      {totals.map((total) => (
        <section key={total.currency} class="totals">
          <p class="balance-line">
            <span>{say("aging.balance", { currency: currencyWord(total.currency, say) })}</span>
            <strong>
              <Figure value={total.balance} currency={total.currency} />
            </strong>
          </p>
          <AgingBar ages={total} currency={total.currency} by={answer} />
          <AgingAmounts
            ages={total}
            currency={total.currency}
            by={answer}
            picked={wish.bucket}
            onPick={pick}
          />
          <Details total={total} />
        </section>
      ))}
      <AgingList answer={answer} wish={wish} asOf={asOf} onWish={onWish} />
    </>
  );
}

const DETAILS = ["disputed", "notInvoiced", "dueNotFixed", "draftsHeld"] as const;

function Details({ total }: { total: Answer["totals"][number] }) {
  const { say } = useDesk();
  const shown = DETAILS.filter((detail) => total.ofWhich[detail] !== 0);
  return (
    <dl class="of-which">
      {total.unapplied !== 0 ? (
        <div>
          <dt>{say(total.unapplied > 0 ? "aging.owedAgain" : "aging.unapplied")}</dt>
          <dd>
            <Figure value={total.unapplied} currency={total.currency} />
          </dd>
        </div>
      ) : null}
      {shown.map((detail) => (
        <div key={detail}>
          <dt>{say(`aging.ofWhich.${detail}`)}</dt>
          <dd>
            <Figure value={total.ofWhich[detail]} currency={total.currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
