import { moneyText } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { currencyWord } from "../words/days.ts";
import { Amount } from "./money.tsx";
import { PlainRow } from "./row.tsx";

type Preview = Output<"previewReanchor">;

/** What would be lost, and who would owe another sum. */
export function ReanchorPreview({ preview }: { preview: Preview }) {
  const { say } = useDesk();
  const { lost, shifts } = preview;
  const places = lost.map(({ from, through }) => (from === through ? from : `${from}–${through}`));
  return (
    <>
      {lost.length > 0 ? (
        <div class="strip ask">
          <div>
            <strong>{say("damage.lost", { places: places.join(say("list.comma")) })}</strong>
            <p>{say("damage.lostHow")}</p>
          </div>
        </div>
      ) : null}
      {shifts.length === 0 ? <p class="strip plain">{say("damage.noShifts")}</p> : <Shifts shifts={shifts} />}
    </>
  );
}

function Shifts({ shifts }: Pick<Preview, "shifts">) {
  const { say } = useDesk();
  return (
    <section>
      <h2>{say("title.shifts", { count: shifts.length })}</h2>
      <ul class="rows">
        {shifts.map(({ customer, name, currency, before, after }) => (
          <PlainRow
            key={`${customer} ${currency}`}
            title={say("damage.customer", { name, currency: currencyWord(currency, say) })}
            sub={say("damage.shift", { before: moneyText(before, currency) })}
            value={<Amount value={after} currency={currency} />}
          />
        ))}
      </ul>
    </section>
  );
}
