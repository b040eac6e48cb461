import { type PaperKind, statementHtml } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { printDocuments } from "../print.ts";
import type { Made, StatementRun } from "../statements/run.ts";
import { Quiet, Secondary } from "./buttons.tsx";
import { Amount } from "./money.tsx";
import { Paged } from "./paged.tsx";
import { PlainRow } from "./row.tsx";

/** Sends statements to the printer, each in the language in which its customer reads. */
export function printMade(made: readonly Made[], paper: PaperKind): Promise<void> {
  return printDocuments(made.map(({ statement, language }) => statementHtml(statement, { paper, language })));
}

/** What a run has made so far, each to be shown or printed. */
export function MadeNow({ run, paper }: { run: StatementRun; paper: PaperKind }) {
  const { say, open } = useDesk();
  const { made, asks, isRunning } = run;
  const counts = { done: made.length, of: asks.length };
  return (
    <section>
      {isRunning ? (
        <p class="strip plain" role="status">
          {say("statements.progress", counts)}
        </p>
      ) : made.length < asks.length ? (
        <p class="strip ask">{say("statements.left", counts)}</p>
      ) : null}
      <h2>{say("title.made", { count: made.length })}</h2>
      <Paged list={made}>
        {(one) => (
          <PlainRow
            key={one.id}
            title={one.statement.customer.name}
            sub={one.statement.number}
            value={<Amount value={one.statement.closing} currency={one.statement.currency} />}
            verb={
              <>
                <Quiet
                  label={say("act.showStatement")}
                  onPress={() => open({ name: "statement", id: one.id })}
                />
                <Secondary label={say("act.print")} onPress={() => void printMade([one], paper)} />
              </>
            }
          />
        )}
      </Paged>
    </section>
  );
}
