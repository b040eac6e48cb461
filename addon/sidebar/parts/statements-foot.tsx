import type { PaperKind } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import type { StatementRun } from "../statements/run.ts";
import { Primary, Quiet, Secondary } from "./buttons.tsx";
import { printMade } from "./made-now.tsx";

/** Before a run: so many statements can be made, or there is nothing to make. */
export function BeforeRun(props: {
  readonly count: number;
  readonly loaded: { readonly isLoading: boolean; readonly refresh: () => void };
  readonly onMake: () => void;
}) {
  const { say } = useDesk();
  const { count, loaded, onMake } = props;
  if (count > 0) return <Primary label={say("act.makeN", { count })} needs="write" onPress={onMake} />;
  return <Primary label={say("act.refresh")} isBusy={loaded.isLoading} onPress={loaded.refresh} />;
}

/** While a run goes on it can be stopped; afterwards what it made is printed, and the rest gone on with. */
export function DuringRun({ run, paper }: { readonly run: StatementRun; readonly paper: PaperKind }) {
  const { say } = useDesk();
  const { made, asks, goOn, forget } = run;
  if (run.isRunning) return <Secondary label={say("act.stop")} onPress={run.stop} />;
  const rest = asks.length - made.length;
  return (
    <>
      {made.length > 0 ? (
        <Primary label={say("act.print")} onPress={() => void printMade(made, paper)} />
      ) : null}
      {rest > 0 ? <Secondary label={say("act.makeRest")} needs="write" onPress={() => void goOn()} /> : null}
      <Quiet label={say("act.chooseAgain")} onPress={forget} />
    </>
  );
}
