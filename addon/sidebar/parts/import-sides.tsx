import type { SideTotals } from "../../../core/index.ts";
import { decimalShown } from "../../importing/import-report.ts";
import { useDesk } from "../desk.ts";
import { currencyWord } from "../words/days.ts";

interface Props {
  readonly sides: readonly SideTotals[] | undefined;
  readonly openingRows: readonly number[] | undefined;
}

/** Of a ledger with a column for each side: what debits and credits were read as, and what of it is no document. */
export function ImportSides({ sides = [], openingRows = [] }: Props) {
  const { say } = useDesk();
  return (
    <>
      {sides.map((each) => (
        <OfCurrency key={each.currency} totals={each} />
      ))}
      {openingRows.length > 0 ? (
        <p class="strip ask">
          {say("import.openingRows", { rows: rowsText(openingRows, say("list.comma")) })}
        </p>
      ) : null}
    </>
  );
}

/** Some of them are enough to find them: a ledger of many customers has one for each. */
function rowsText(rows: readonly number[], comma: string): string {
  const first = rows.slice(0, 5).join(comma);
  return rows.length > 5 ? `${first} …` : first;
}

function OfCurrency({ totals }: { totals: SideTotals }) {
  const { say } = useDesk();
  const { currency, debits, receipts, creditNotes } = totals;
  const lines = [
    { label: say("import.asDebits", { count: debits.rows }), sum: debits },
    { label: say("import.asReceipts", { count: receipts.rows }), sum: receipts },
    { label: say("import.asCreditNotes", { count: creditNotes.rows }), sum: creditNotes },
  ];
  return (
    <section>
      <h2>{say("import.sides", { currency: currencyWord(currency, say) })}</h2>
      <dl class="sums">
        {lines
          .filter(({ sum }) => sum.rows > 0)
          .map(({ label, sum }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd class="money">{decimalShown(sum.amount, currency)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
