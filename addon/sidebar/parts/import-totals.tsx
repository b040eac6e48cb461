import { type Currency, type CurrencyTotals, moneyFromDecimal, readRows } from "../../../core/index.ts";
import { type DifferingTotal, decimalShown, differingTotals } from "../../importing/import-report.ts";
import { useDesk } from "../desk.ts";
import { type ImportPlan, mappingOf } from "../importing/plan.ts";
import { currencyWord } from "../words/days.ts";
import type { Say } from "../words/words.ts";
import { Icon } from "./icon.tsx";
import { ImportSides } from "./import-sides.tsx";
import { ProblemList } from "./problem-list.tsx";

/** Control totals beside the table's own: the moment in which a person decides to trust it. */
export function ImportTotals({ plan }: { plan: ImportPlan }) {
  const { say } = useDesk();
  const { totals, problems } = readRows(plan.table, mappingOf(plan));
  const { currency } = mappingOf(plan);
  return (
    <section class="import-totals">
      <p>{say("import.total", { taken: totals.rowsTaken, listed: totals.rowsListed })}</p>
      {totals.currencies.map((each) => (
        <SourceSums key={each.currency} totals={each} />
      ))}
      <ImportSides sides={totals.sides} openingRows={totals.openingRows} />
      <OwnTotals totals={differingTotals(totals.ownTotals, currency)} stated={totals.ownTotals.length} />
      {problems.length > 0 ? (
        <>
          <h2>{say("title.problems", { count: totals.rowsListed })}</h2>
          <ProblemList problems={problems} />
        </>
      ) : null}
    </section>
  );
}

const SIDES = { debit: "import.side.debit", credit: "import.side.credit" } as const;

/** Every total that the table states itself: those that its rows do not make, or that they all agree. */
export function OwnTotals({ totals, stated }: { totals: readonly DifferingTotal[]; stated: number }) {
  const { say } = useDesk();
  if (stated > 0 && totals.length === 0)
    return (
      <p class="agrees">
        <Icon name="done" />
        {say("import.sumAgrees")}
      </p>
    );
  return (
    <>
      {totals.map(({ row, side, stated: amount, sumOfRows }) => (
        <p key={`${row} ${side}`} class="strip ask">
          {side
            ? say("import.sideDiffers", { row, side: say(SIDES[side]), amount, sum: sumOfRows })
            : say("import.sumDiffers", { row, amount, sum: sumOfRows })}
        </p>
      ))}
    </>
  );
}

/** What is taken, what is only listed, and the sum of the table's rows. */
export function SourceSums({ totals }: { totals: CurrencyTotals }) {
  const { say, currency: usual } = useDesk();
  const { amountTaken, amountListed, sumInFile, rowsRounded, roundingDifference, rowsWithoutAmount } = totals;
  const currency = totals.currency || usual;
  const isAll =
    moneyFromDecimal(amountListed, currency)?.amount === 0 && rowsRounded === 0 && rowsWithoutAmount === 0;
  const lines = [
    { label: sumLabel(totals.currency, say), value: amountTaken },
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
    </>
  );
}

/** The sum's name with its currency; rows that name one which is not known are in none. */
export function sumLabel(currency: Currency, say: Say): string {
  const unit = currency === "" ? say("import.currencyUnknown") : currencyWord(currency, say);
  return say("import.sum", { currency: unit });
}
