import { moneyText } from "../../../core/index.ts";
import { type ImportReport as Report, reportedSums } from "../../importing/import-report.ts";
import { useDesk } from "../desk.ts";
import { Secondary } from "./buttons.tsx";
import { ImportSides } from "./import-sides.tsx";
import { OwnTotals, SourceSums, sumLabel } from "./import-totals.tsx";
import { ProblemList } from "./problem-list.tsx";
import { Empty } from "./states.tsx";

/** What an import did: rows and sums in the ledger beside the table's own, and every row that is missing. */
export function ImportReport({ report }: { report: Report }) {
  const { say } = useDesk();
  const isWhole = report.rowsListed === 0;
  return (
    <>
      <Empty kind="done" title={say("import.done", { count: report.rowsTaken })}>
        {report.rowsKnown > 0 ? <p>{say("import.known", { count: report.rowsKnown })}</p> : null}
      </Empty>
      {isWhole ? report.currencies.map((each) => <SourceSums key={each.currency} totals={each} />) : null}
      {isWhole ? null : reportedSums(report).map((each) => <LedgerSums key={each.currency} sums={each} />)}
      <ImportSides sides={report.sides} openingRows={report.openingRows} />
      {report.totalsDiffering ? <OwnTotals totals={report.totalsDiffering} stated={0} /> : null}
      {report.proposals ? <Proposed count={report.proposals} /> : null}
      {report.problems.length > 0 ? (
        <section>
          <h2>{say("title.problems", { count: report.problems.length })}</h2>
          <ProblemList problems={report.problems} />
        </section>
      ) : null}
    </>
  );
}

/** Terms and limits that wait to be decided, and the way there. */
function Proposed({ count }: { count: number }) {
  const { say, open, isDialog } = useDesk();
  return (
    <div class="strip ask">
      <span class="strip-text">{say("import.proposals", { count })}</span>
      {isDialog ? null : (
        <Secondary label={say("act.decideApprovals")} onPress={() => open({ name: "approvals" })} />
      )}
    </div>
  );
}

/** Of one currency: what is in the ledger now, and what of the table is not. */
function LedgerSums({ sums }: { sums: ReturnType<typeof reportedSums>[number] }) {
  const { say, currency: usual } = useDesk();
  const { amountTaken, amountListed, currency } = sums;
  return (
    <dl class="sums">
      <Sum label={sumLabel(currency, say)} value={moneyText(amountTaken, currency || usual)} />
      <Sum label={say("import.sumListed")} value={moneyText(amountListed, currency || usual)} />
    </dl>
  );
}

function Sum({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class="money">{value}</dd>
    </div>
  );
}
