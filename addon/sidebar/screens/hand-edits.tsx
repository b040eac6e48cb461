import { useRef, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { isAllTaken, sortedProblems } from "../hand-edits.ts";
import { Primary } from "../parts/buttons.tsx";
import { ProblemList } from "../parts/problem-list.tsx";
import { PlainRow } from "../parts/row.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading, TroubleBox } from "../parts/states.tsx";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";

type Result = Output<"takeOver">;

/** Typed rows 手工录入: what people typed into the tabs and nobody has taken over yet. */
export function HandEdits() {
  const { say, tell, goTo, open } = useDesk();
  const loaded = useAnswer("handEdits", {});
  const [result, setResult] = useState<Result | undefined>(undefined);
  const action = useRef(newActionId());
  const act = useAct();
  const takeOver = async () => {
    const done = await act.run(() => call("takeOver", { action: action.current }));
    if (!done) return;
    action.current = newActionId();
    tell({ text: say("check.taken", done) });
    setResult(done);
    markOld();
  };
  const hasMarks = (loaded.value?.marked ?? 0) > 0;
  const hasProposals = result?.problems.some(({ kind }) => kind === "proposed");
  const primary =
    hasMarks || act.isUnsure ? (
      <Primary
        label={say(act.isUnsure ? "act.retry" : "act.takeOver")}
        isBusy={act.isBusy}
        needs="write"
        onPress={() => void takeOver()}
      />
    ) : hasProposals ? (
      <Primary label={say("act.decideApprovals")} onPress={() => open({ name: "approvals" })} />
    ) : (
      <Primary label={say("act.openToday")} onPress={() => goTo("today")} />
    );
  return (
    <Screen title={say("title.handEdits")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      {result ? <NotTaken problems={result.problems} /> : null}
      <Reading loaded={loaded}>
        {({ rows, problems, marked }) => (
          <>
            {result ? null : <NotTaken problems={problems} />}
            {rows.length > 0 ? <Rows rows={rows} /> : null}
            {isAllTaken(rows, [...problems, ...(result?.problems ?? [])]) ? (
              <Nothing marked={marked} />
            ) : null}
          </>
        )}
      </Reading>
    </Screen>
  );
}

/** Nobody has typed anything; or rows were touched and are as before, and only the marks are left. */
function Nothing({ marked }: { marked: number }) {
  const { say } = useDesk();
  if (marked > 0) return <Empty kind="done" title={say("handEdits.same")} how={say("handEdits.sameHow")} />;
  return <Empty kind="done" title={say("handEdits.none")} how={say("handEdits.noneHow")} />;
}

/** What cannot be taken over, and why; and what was, and waits for somebody to decide. */
function NotTaken({ problems }: { problems: Result["problems"] }) {
  const { say } = useDesk();
  const { waiting, notTaken } = sortedProblems(problems);
  return (
    <>
      {notTaken.length > 0 ? (
        <section>
          <h2>{say("title.notTaken", { count: notTaken.length })}</h2>
          <ProblemList problems={notTaken} />
        </section>
      ) : null}
      {waiting.length > 0 ? (
        <section>
          <h2>{say("title.waiting", { count: waiting.length })}</h2>
          <ProblemList problems={waiting} />
        </section>
      ) : null}
    </>
  );
}

/** More rows than this are only counted. */
const SHOWN = 100;

function Rows({ rows }: { rows: Output<"handEdits">["rows"] }) {
  const { say } = useDesk();
  return (
    <section>
      <h2>{say("title.typed", { count: rows.length })}</h2>
      <ul class="rows">
        {rows.slice(0, SHOWN).map(({ tab, row, change, text }) => (
          <PlainRow
            key={`${tab} ${row} ${text}`}
            title={text || "--"}
            sub={row > 0 ? say("handEdits.place", { tab, row }) : tab}
            value={<span class="tag-plain">{say(`handEdits.${change}`)}</span>}
          />
        ))}
      </ul>
    </section>
  );
}
