import { useState } from "preact/hooks";
import { type PaperKind, type PlainDate, UNNAMED_FIRM } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { typedDate } from "../forms/typed.ts";
import { DateField } from "../parts/fields.tsx";
import { MadeNow } from "../parts/made-now.tsx";
import { PaperChoice } from "../parts/paper-choice.tsx";
import { Screen } from "../parts/screen.tsx";
import { StatementCandidates } from "../parts/statement-candidates.tsx";
import { BeforeRun, DuringRun } from "../parts/statements-foot.tsx";
import { StatementsOf, StatementsView } from "../parts/statements-top.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { useAnswer } from "../shelf.ts";
import type { StatementRun } from "../statements/run.ts";
import type { StatementsWish } from "../statements/wish.ts";
import { NamingFirm } from "./naming-firm.tsx";

interface Props {
  readonly wish: StatementsWish;
  readonly run: StatementRun;
}

/** Who gets a statement and who does not and why; once the run has begun, what it has made. */
export function StatementsToMake({ wish, run }: Props) {
  return run.asks.length > 0 ? <Making wish={wish} run={run} /> : <Choosing wish={wish} run={run} />;
}

function Choosing({ wish, run }: Props) {
  const { say, today, facts } = useDesk();
  const [isNaming, setNaming] = useState(false);
  const typed = typedDate(wish.until, today);
  const loaded = useAnswer(
    "statementCandidates",
    "value" in typed ? { day: typed.value, ...wish.of } : undefined,
  );
  const candidates = loaded.value?.candidates ?? [];
  const makeBy = (day: PlainDate) =>
    run.start(candidates.map(({ customer, currency }) => ({ customer, currency, day })));
  const start = () => ("value" in typed ? void makeBy(typed.value) : undefined);
  if (isNaming) return <NamingFirm onNamed={start} onBack={() => setNaming(false)} />;
  const make = () => (facts?.firm === UNNAMED_FIRM ? setNaming(true) : start());
  const foot = <BeforeRun count={candidates.length} loaded={loaded} onMake={make} />;
  return (
    <Screen title={say("title.statements")} at={loaded.at} refresh={loaded.refresh} primary={foot}>
      <div class="controls">
        <StatementsView wish={wish} />
        <StatementsOf wish={wish} />
        <DateField
          id="until"
          label={say("field.until")}
          value={wish.until}
          today={today}
          fault={"fault" in typed ? typed.fault : undefined}
          onValue={wish.type}
        />
      </div>
      {"value" in typed ? (
        <Reading loaded={loaded} rows={6}>
          {(answer) => <StatementCandidates answer={answer} />}
        </Reading>
      ) : null}
    </Screen>
  );
}

function Making({ wish, run }: Props) {
  const { say } = useDesk();
  const [paper, setPaper] = useState<PaperKind>("a4");
  return (
    <Screen title={say("title.statements")} primary={<DuringRun run={run} paper={paper} />}>
      {run.trouble ? <TroubleBox trouble={run.trouble} kind="write" /> : null}
      <div class="controls">
        <StatementsView wish={wish} />
        <PaperChoice value={paper} onValue={setPaper} />
      </div>
      <MadeNow run={run} paper={paper} />
    </Screen>
  );
}
