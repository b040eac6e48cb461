import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import type { Say } from "../words/words.ts";

type Bins = Output<"standing">["histogram"];

const WIDTH = 268;
const HEIGHT = 48;
const GAP = 2;
const DAYS_A_BIN = 10;

/** Where the ground says a day: the ends and the due date, as more would not fit. */
const MARKED: ReadonlySet<number> = new Set([-30, 0, 30, 60]);

/** When a customer pays 付款天数分布: payments by days beyond terms, the due date in the middle of what is drawn. */
export function PaymentDays({ bins }: { bins: Bins }) {
  const { say } = useDesk();
  const most = Math.max(1, ...bins.map(({ payments }) => payments));
  const width = WIDTH / bins.length;
  const told = bins.filter(({ payments }) => payments > 0).map((bin) => binText(bin, bins, say));
  const highest = bins.find(({ payments }) => payments === most);
  return (
    <figure class="payment-days">
      <figcaption>{say("paying.when")}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={say("paying.drawn", { bins: told.join(say("list.comma")) })}
      >
        {bins.map(({ from, payments }, at) => {
          const height = payments === 0 ? 0 : Math.max(2, ((HEIGHT - 2) * payments) / most);
          return (
            <rect
              key={from}
              class={`bar-${stepFor(from)}`}
              x={at * width + GAP / 2}
              y={HEIGHT - 1 - height}
              width={width - GAP}
              height={height}
            />
          );
        })}
        <path class="ground" d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
      </svg>
      <div class="marks" aria-hidden="true">
        {bins.map(({ from }, at) =>
          MARKED.has(from) ? <MarkedDay key={from} from={from} at={at} of={bins.length} /> : null,
        )}
      </div>
      {highest ? <p class="field-hint">{say("paying.most", { bin: binText(highest, bins, say) })}</p> : null}
    </figure>
  );
}

function MarkedDay({ from, at, of }: { from: number; at: number; of: number }) {
  return <span style={{ left: `${(100 * at) / of}%` }}>{from}</span>;
}

/** Before the due date, then later and later: the colours of the aging. */
function stepFor(from: number): number {
  if (from < 0) return 0;
  if (from < DAYS_A_BIN) return 1;
  if (from < 30) return 2;
  return from < 60 ? 3 : 4;
}

function binText({ from, payments: count }: Bins[number], bins: Bins, say: Say): string {
  if (from === bins[0]?.from) return say("paying.binFirst", { days: -(from + DAYS_A_BIN), count });
  if (from === bins.at(-1)?.from) return say("paying.binLast", { days: from, count });
  return say("paying.bin", { from, to: from + DAYS_A_BIN - 1, count });
}
