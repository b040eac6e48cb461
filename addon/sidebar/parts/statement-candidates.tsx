import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { Quiet } from "./buttons.tsx";
import { Amount } from "./money.tsx";
import { Paged } from "./paged.tsx";
import { PlainRow } from "./row.tsx";
import { Empty } from "./states.tsx";

type Candidates = Output<"statementCandidates">;

/** Who gets a statement, and who does not and why. */
export function StatementCandidates({ answer }: { answer: Candidates }) {
  const { say } = useDesk();
  const { candidates, excluded } = answer;
  return (
    <>
      {candidates.length === 0 ? (
        <Empty kind="done" title={say("statements.none")} how={say("statements.noneHow")} />
      ) : (
        <Paged list={candidates}>
          {(each) => (
            <PlainRow
              key={`${each.customer} ${each.currency}`}
              title={each.name}
              sub={say("statements.period", { from: each.from, to: each.to })}
              value={<Amount value={each.closing} currency={each.currency} />}
            />
          )}
        </Paged>
      )}
      {excluded.length > 0 ? (
        <section>
          <h2>{say("title.excluded", { count: excluded.length })}</h2>
          <Paged list={excluded}>
            {(each) => <ExcludedRow key={`${each.customer} ${each.currency}`} excluded={each} />}
          </Paged>
        </section>
      ) : null}
    </>
  );
}

/** Why somebody gets none; one that was made already is shown again. */
function ExcludedRow({ excluded }: { excluded: Candidates["excluded"][number] }) {
  const { say, open } = useDesk();
  const { name, why, statement: id } = excluded;
  const verb = id ? (
    <Quiet label={say("act.showStatement")} onPress={() => open({ name: "statement", id })} />
  ) : undefined;
  return <PlainRow title={name} sub={say(`statements.why.${why}`)} verb={verb} />;
}
