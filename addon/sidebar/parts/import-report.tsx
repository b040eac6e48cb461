import { money, moneyText } from "../../../core/index.ts";
import type { ImportReport as Report } from "../../importing/run-import.ts";
import { useDesk } from "../desk.ts";
import { currencyWord } from "../words/days.ts";
import { SourceSums } from "./import-totals.tsx";
import { ProblemList } from "./problem-list.tsx";
import { Empty } from "./states.tsx";

/** What an import did: rows and sums in the ledger beside the table's own, and every row that is missing. */
export function ImportReport({ report }: { report: Report }) {
  const { say } = useDesk();
  const [only] = report.currencies;
  const isWhole = report.rowsListed === 0;
  return (
    <>
      <Empty kind="done" title={say("import.done", { count: report.rowsTaken })}>
        {report.rowsKnown > 0 ? <p>{say("import.known", { count: report.rowsKnown })}</p> : null}
      </Empty>
      {isWhole ? report.currencies.map((each) => <SourceSums key={each.currency} totals={each} />) : null}
      {!isWhole && report.currencies.length === 1 && only ? (
        <dl class="sums">
          <Sum
            label={say("import.sum", { currency: currencyWord(only.currency || "CNY", say) })}
            value={report.amountTaken}
            currency={only.currency}
          />
          <Sum label={say("import.sumListed")} value={report.amountListed} currency={only.currency} />
        </dl>
      ) : null}
      {report.problems.length > 0 ? (
        <section>
          <h2>{say("title.problems", { count: report.problems.length })}</h2>
          <ProblemList problems={report.problems} />
        </section>
      ) : null}
    </>
  );
}

function Sum({ label, value, currency }: { label: string; value: number; currency: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class="money">{moneyText(money(value), currency || "CNY")}</dd>
    </div>
  );
}
