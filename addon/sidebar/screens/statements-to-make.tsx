import { useState } from "preact/hooks";
import { type PaperKind, UNNAMED_FIRM } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { typedDate } from "../forms/typed.ts";
import { DateField } from "../parts/fields.tsx";
import { MadeNow } from "../parts/made-now.tsx";
import { PaperChoice } from "../parts/paper-choice.tsx";
import { Screen } from "../parts/screen.tsx";
import { SheetChoice } from "../parts/sheet-choice.tsx";
import { SheetToMake } from "../parts/sheet-to-make.tsx";
import { StatementCandidates } from "../parts/statement-candidates.tsx";
import { BeforeRun, DuringRun } from "../parts/statements-foot.tsx";
import { StatementsOf, StatementsView } from "../parts/statements-top.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { useAnswer } from "../shelf.ts";
import { askedSheet } from "../statements/asked-sheet.ts";
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
  const until = typedDate(wish.until, today);
  const { asks, loaded, shown } = useToMake(wish);
  const start = () => void run.start(asks);
  if (isNaming) return <NamingFirm onNamed={start} onBack={() => setNaming(false)} />;
  const make = () => (facts?.firm === UNNAMED_FIRM ? setNaming(true) : start());
  const foot = <BeforeRun count={asks.length} loaded={loaded} onMake={make} />;
  return (
    <Screen title={say("title.statements")} at={loaded.at} refresh={loaded.refresh} primary={foot}>
      <div class="controls">
        <StatementsView wish={wish} />
        <StatementsOf wish={wish} />
        <SheetChoice wish={wish}>
          <DateField
            id="until"
            label={say("field.until")}
            value={wish.until}
            today={today}
            fault={"fault" in until ? until.fault : undefined}
            onValue={wish.type}
          />
        </SheetChoice>
      </div>
      {shown}
    </Screen>
  );
}

/** What would be made, as it is shown: one sheet of its own kind, or each customer's own period. */
function useToMake(wish: StatementsWish) {
  const { today } = useDesk();
  const sheet = askedSheet(wish, today);
  const until = typedDate(wish.until, today);
  const day = sheet === undefined && "value" in until ? until.value : undefined;
  const ask = sheet && "value" in sheet ? sheet.value : undefined;
  const own = useAnswer("statementCandidates", day ? { day, ...wish.of } : undefined);
  const one = useAnswer("previewStatement", ask);
  if (sheet)
    return {
      asks: ask && one.value && !one.value.made ? [ask] : [],
      loaded: one,
      shown: ask ? <Reading loaded={one}>{(answer) => <SheetToMake answer={answer} />}</Reading> : null,
    };
  const candidates = own.value?.candidates ?? [];
  return {
    asks: day ? candidates.map(({ customer, currency }) => ({ customer, currency, day })) : [],
    loaded: own,
    shown: day ? (
      <Reading loaded={own} rows={6}>
        {(answer) => <StatementCandidates answer={answer} />}
      </Reading>
    ) : null,
  };
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
