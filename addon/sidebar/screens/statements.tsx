import { useDesk } from "../desk.ts";
import { Primary } from "../parts/buttons.tsx";
import { MadeList } from "../parts/made-list.tsx";
import { Screen } from "../parts/screen.tsx";
import { StatementsOf, StatementsView } from "../parts/statements-top.tsx";
import { useAnswer } from "../shelf.ts";
import { useStatementRun } from "../statements/run.ts";
import { type StatementsWish, useStatementsWish } from "../statements/wish.ts";
import { StatementsToMake } from "./statements-to-make.tsx";

/** Statements of account 对账单: those to be made, with the run that makes them, and all that were made. */
export function Statements({ customer }: { customer?: string | undefined }) {
  const wish = useStatementsWish(customer);
  // Here, so that a run goes on while the person looks at what was made before.
  const run = useStatementRun();
  return wish.view === "made" ? <StatementsMade wish={wish} /> : <StatementsToMake wish={wish} run={run} />;
}

function StatementsMade({ wish }: { wish: StatementsWish }) {
  const { say } = useDesk();
  const made = useAnswer("madeStatements", wish.of);
  const primary = (
    <Primary label={say("act.makeStatements")} needs="write" onPress={() => wish.show("toMake")} />
  );
  return (
    <Screen title={say("title.statements")} at={made.at} refresh={made.refresh} primary={primary}>
      <div class="controls">
        <StatementsView wish={wish} />
        <StatementsOf wish={wish} />
      </div>
      <MadeList key={wish.of.customer} loaded={made} customer={wish.of.customer} />
    </Screen>
  );
}
