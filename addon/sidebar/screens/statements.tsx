import { useRef, useState } from "preact/hooks";
import {
  moneyText,
  monthEndOf,
  monthsAfter,
  type PaperKind,
  type Statement,
  statementHtml,
  statementText,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { copyText } from "../copy.ts";
import { useDesk } from "../desk.ts";
import { typedDate } from "../forms/typed.ts";
import { Primary, Quiet, Secondary } from "../parts/buttons.tsx";
import { Choice, DateField } from "../parts/fields.tsx";
import { PlainRow } from "../parts/row.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading, TroubleBox } from "../parts/states.tsx";
import { printDocuments } from "../print.ts";
import { call } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";

type Candidates = Output<"statementCandidates">;
type Made = Output<"makeStatements">["made"][number];

/** Statements made in one call. */
const TOGETHER = 10;

const PAPERS: readonly PaperKind[] = ["a4", "tractorHalf", "tractorFull"];

/** Statements of account 对账单: who gets one, who does not and why, and the run that makes them. */
export function Statements({ customer }: { customer?: string | undefined }) {
  const { say, today, tell } = useDesk();
  const [until, setUntil] = useState<string>(() => monthEndOf(monthsAfter(today, -1)));
  const [paper, setPaper] = useState<PaperKind>("a4");
  const [made, setMade] = useState<readonly Made[]>([]);
  const [wanted, setWanted] = useState(0);
  const stopped = useRef(false);
  const act = useAct();
  const typed = typedDate(until, today);
  const day = "value" in typed ? typed.value : undefined;
  const asked = day ? { day, ...(customer ? { customer } : {}) } : undefined;
  const loaded = useAnswer("statementCandidates", made.length === 0 ? asked : undefined);
  const candidates = loaded.value?.candidates ?? [];

  const run = async () => {
    if (!day) return;
    stopped.current = false;
    setWanted(candidates.length);
    const all: Made[] = [];
    for (let at = 0; at < candidates.length && !stopped.current; at += TOGETHER) {
      const asks = candidates
        .slice(at, at + TOGETHER)
        .map((each) => ({ customer: each.customer, currency: each.currency, day }));
      const answer = await act.run(() => call("makeStatements", { asks }));
      if (!answer) break;
      all.push(...answer.made);
      setMade([...all]);
    }
    const isDone = all.length === candidates.length;
    tell({ text: isDone ? say("statements.done", { count: all.length }) : say("statements.stopped") });
    if (isDone) markOld();
  };
  const print = (some: readonly Made[]) => printDocuments(some.map((each) => htmlOf(each.statement, paper)));
  const isRunning = act.isBusy;
  const primary = isRunning ? (
    <Secondary label={say("act.stop")} onPress={() => (stopped.current = true)} />
  ) : made.length > 0 ? (
    <Primary label={say("act.print")} onPress={() => void print(made)} />
  ) : candidates.length > 0 ? (
    <Primary label={say("act.makeN", { count: candidates.length })} onPress={() => void run()} />
  ) : (
    <Primary label={say("act.refresh")} isBusy={loaded.isLoading} onPress={loaded.refresh} />
  );
  return (
    <Screen title={say("title.statements")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <div class="controls">
        <DateField
          id="until"
          label={say("field.until")}
          value={until}
          today={today}
          isDisabled={isRunning || made.length > 0}
          fault={"fault" in typed ? typed.fault : undefined}
          onValue={setUntil}
        />
        <Choice
          label={say("field.paper")}
          value={paper}
          options={PAPERS.map((value) => ({ value, label: say(`paper.${value}`) }))}
          onValue={setPaper}
        />
      </div>
      {made.length > 0 ? (
        <MadeList made={made} of={wanted} isRunning={isRunning} onPrint={(one) => void print([one])} />
      ) : day ? (
        <Reading loaded={loaded} rows={6}>
          {(answer) => <Preview answer={answer} />}
        </Reading>
      ) : null}
    </Screen>
  );
}

function htmlOf(statement: Statement, paper: PaperKind): string {
  const language = /[\u4e00-\u9fff]/.test(statement.customer.name) ? "zh" : "en";
  return statementHtml(statement, { paper, language });
}

function Preview({ answer }: { answer: Candidates }) {
  const { say } = useDesk();
  const { candidates, excluded } = answer;
  return (
    <>
      {candidates.length === 0 ? (
        <Empty kind="done" title={say("statements.none")} how={say("statements.noneHow")} />
      ) : (
        <ul class="rows">
          {candidates.slice(0, 200).map((each) => (
            <PlainRow
              key={`${each.customer} ${each.currency}`}
              title={each.name}
              sub={say("statements.period", { from: each.from, to: each.to })}
              value={moneyText(each.closing, each.currency)}
            />
          ))}
        </ul>
      )}
      {excluded.length > 0 ? (
        <section>
          <h2>{say("title.excluded", { count: excluded.length })}</h2>
          <ul class="rows">
            {excluded.slice(0, 100).map((each) => (
              <PlainRow
                key={`${each.customer} ${each.currency}`}
                title={each.name}
                sub={say(`statements.why.${each.why}`)}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

interface MadeProps {
  readonly made: readonly Made[];
  readonly of: number;
  readonly isRunning: boolean;
  readonly onPrint: (one: Made) => void;
}

function MadeList({ made, of, isRunning, onPrint }: MadeProps) {
  const { say, tell, language } = useDesk();
  const copy = async (statement: Statement) => {
    if (await copyText(statementText(statement, language))) tell({ text: say("done.copied") });
  };
  return (
    <section>
      {isRunning ? (
        <p class="strip plain" role="status">
          {say("statements.progress", { done: made.length, of })}
        </p>
      ) : null}
      <h2>{say("title.made", { count: made.length })}</h2>
      <ul class="rows">
        {made.map((one) => (
          <PlainRow
            key={one.id}
            title={one.statement.customer.name}
            sub={one.statement.number}
            value={moneyText(one.statement.closing, one.statement.currency)}
            verb={
              <>
                <Quiet label={say("act.copyText")} onPress={() => void copy(one.statement)} />
                <Secondary label={say("act.print")} onPress={() => onPrint(one)} />
              </>
            }
          />
        ))}
      </ul>
    </section>
  );
}
