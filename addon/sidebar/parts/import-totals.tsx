import { type CurrencyTotals, moneyFromDecimal, moneyText, readRows } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { type ImportPlan, mappingOf } from "../importing/plan.ts";
import { currencyWord } from "../words/days.ts";
import { Icon } from "./icon.tsx";
import { ProblemList } from "./problem-list.tsx";

/** Control totals beside the table's own: the moment in which a person decides to trust it. */
export function ImportTotals({ plan }: { plan: ImportPlan }) {
  const { say } = useDesk();
  const { totals, problems } = readRows(plan.table, mappingOf(plan));
  const [own] = totals.ownTotals;
  return (
    <section class="import-totals">
      <p>{say("import.total", { taken: totals.rowsTaken, listed: totals.rowsListed })}</p>
      {totals.currencies.map((each) => (
        <SourceSums key={each.currency} totals={each} />
      ))}
      {own && !own.agrees ? (
        <p class="strip ask">{say("import.sumDiffers", { amount: own.amount })}</p>
      ) : null}
      {problems.length > 0 ? (
        <>
          <h2>{say("title.problems", { count: totals.rowsListed })}</h2>
          <ProblemList problems={problems} />
        </>
      ) : null}
    </section>
  );
}

/** What is taken, what is only listed, and the sum of the table's own column. */
export function SourceSums({ totals }: { totals: CurrencyTotals }) {
  const { say } = useDesk();
  const { amountTaken, amountListed, sumInFile, currency, rowsRounded, roundingDifference } = totals;
  const isAll = moneyFromDecimal(amountListed, currency || "CNY")?.amount === 0 && rowsRounded === 0;
  const lines = [
    { label: say("import.sum", { currency: currencyWord(currency || "CNY", say) }), value: amountTaken },
    ...(isAll ? [] : [{ label: say("import.sumListed"), value: amountListed }]),
    { label: say("import.sumInFile"), value: sumInFile },
  ];
  return (
    <>
      <dl class="sums">
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="money">{decimalShown(value, currency)}</dd>
          </div>
        ))}
      </dl>
      {rowsRounded > 0 ? (
        <p class="field-hint">{say("import.rounded", { count: rowsRounded, amount: roundingDifference })}</p>
      ) : null}
      {isAll ? (
        <p class="agrees">
          <Icon name="done" />
          {say("import.sumAgrees")}
        </p>
      ) : null}
    </>
  );
}

function decimalShown(decimal: string, currency: string): string {
  const read = moneyFromDecimal(decimal, currency || "CNY");
  return read ? moneyText(read.amount, currency || "CNY") : decimal;
}
