import { useEffect, useRef, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { Anchor } from "../parts/anchor.tsx";
import { Primary } from "../parts/buttons.tsx";
import { JournalDamage, Reanchorings } from "../parts/journal-damage.tsx";
import { Figure } from "../parts/money.tsx";
import { Periods } from "../parts/periods.tsx";
import { ProblemList } from "../parts/problem-list.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading, TroubleBox } from "../parts/states.tsx";
import { call, newActionId } from "../server.ts";
import { type Loaded, markOld, markOvertaken, useAnswer } from "../shelf.ts";
import { currencyWord } from "../words/days.ts";
import { Reanchor } from "./reanchor.tsx";

type Check = Output<"check">;

/** Is the ledger sound? Journal, stored accounts, totals, and every row that hands may have changed. */
export function CheckUp() {
  const { say, tell, facts } = useDesk();
  const [isVouching, setVouching] = useState(false);
  const loaded = anew(useAnswer("check", {}));
  const act = useAct();
  const action = useRef(newActionId());
  const takeOver = async () => {
    const done = await act.run(() => call("takeOver", { action: action.current, all: true }));
    if (!done) return;
    action.current = newActionId();
    tell({ text: say("check.taken", done) });
    markOld();
  };
  const rebuild = async () => {
    const done = await act.run(() => call("rebuild", {}));
    if (!done) return;
    tell({ text: say("check.rebuilt", { accounts: done.accounts, rows: done.restored }) });
    markOld();
  };
  const { value } = loaded;
  const trust = value && trustIn(value);
  const isDamaged = trust === "damage";
  const isSaid = trust === (facts?.damagedRow !== undefined ? "damage" : facts?.doubt ? "doubt" : "whole");
  const told = useRef(trust);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each finding, so that other screens say it too.
  useEffect(() => {
    if (trust === undefined || trust === told.current || !facts) return;
    told.current = trust;
    if (!isSaid) markOvertaken();
  }, [trust]);
  if (isVouching) return <Reanchor onDone={() => setVouching(false)} />;
  const primary =
    !value || value.sound || isDamaged ? (
      <Primary label={say("act.checkLedger")} onPress={loaded.refresh} />
    ) : value.toTake + value.toRestore > 0 ? (
      <Primary
        label={say("act.takeOver")}
        isBusy={act.isBusy}
        needs="write"
        onPress={() => void takeOver()}
      />
    ) : needsRebuild(value) ? (
      <Primary label={say("act.rebuild")} isBusy={act.isBusy} needs="write" onPress={() => void rebuild()} />
    ) : (
      <Primary label={say("act.checkLedger")} onPress={loaded.refresh} />
    );
  return (
    <Screen title={say("title.checkUp")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <Reading loaded={loaded}>
        {(check) =>
          check.damage.length > 0 ? (
            <JournalDamage check={check} onVouch={() => setVouching(true)} />
          ) : (
            <Findings check={check} />
          )
        }
      </Reading>
    </Screen>
  );
}

/** While it is checked again the earlier finding says nothing: damage may be over, or have come. */
function anew({ value, ...asked }: Loaded<Check>): Loaded<Check> {
  return asked.isLoading || value === undefined ? asked : { ...asked, value };
}

/** What every screen is to say of the ledger. */
function trustIn(check: Check): "damage" | "doubt" | "whole" {
  if (check.damage.length > 0) return "damage";
  return check.problems.some(({ kind }) => kind === "accountDiffers") ? "doubt" : "whole";
}

function needsRebuild(check: Check): boolean {
  return check.problems.some(({ kind }) => kind === "accountDiffers" || kind === "totalsDiffer");
}

function Findings({ check }: { check: Check }) {
  const { say } = useDesk();
  const { sound, entries, head, toTake, toRestore, problems } = check;
  const count = problems.length;
  return (
    <>
      {sound ? (
        <Empty
          kind="done"
          title={say("check.sound")}
          how={say("check.soundHow", { count: entries, hash: head.slice(0, 12) || "--" })}
        />
      ) : (
        <p class="strip ask">{say("check.unsound", { count: Math.max(count, toTake + toRestore) })}</p>
      )}
      {toTake > 0 ? <p class="strip plain">{say("check.toTake", { count: toTake })}</p> : null}
      {toRestore > 0 ? <p class="strip plain">{say("check.toRestore", { count: toRestore })}</p> : null}
      {count > 0 ? (
        <section>
          <h2>{say("title.found", { count })}</h2>
          <ProblemList problems={problems} />
        </section>
      ) : null}
      <Totals check={check} />
      <Reanchorings check={check} />
      <Periods check={check} />
      {head === "" ? null : <Anchor head={head} />}
    </>
  );
}

function Totals({ check }: { check: Check }) {
  const { say } = useDesk();
  return (
    <dl class="of-which">
      {check.totals.flatMap(({ currency, items, receipts, balance }) => {
        const word = { currency: currencyWord(currency, say) };
        const lines = [
          { label: say("check.items", word), value: items },
          { label: say("check.receipts", word), value: receipts },
          { label: say("check.balance", word), value: balance },
        ];
        return lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Figure value={value} currency={currency} />
            </dd>
          </div>
        ));
      })}
    </dl>
  );
}
