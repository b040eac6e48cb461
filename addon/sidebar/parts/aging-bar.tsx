import type { Currency, Money } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { type Buckets, bucketLabel } from "./bucket-label.ts";
import { Figure, useMoneyText } from "./money.tsx";

/** The part of aging figures that a bar shows. */
export interface Ages {
  readonly current: Money;
  readonly buckets: readonly Money[];
}

export function agesOf(ages: Ages): readonly Money[] {
  return [ages.current, ...ages.buckets];
}

/** Colour of a bucket: six steps, spread when a policy has more or fewer buckets. */
export function stepOf(bucket: number, count: number): number {
  if (bucket === 0) return 0;
  return count <= 6 ? bucket : 1 + Math.round(((bucket - 1) * 4) / (count - 2));
}

/** Aging as one stacked bar; credits in a bucket cannot be drawn and are left to the figures. */
export function AgingBar(props: { ages: Ages; currency: Currency; by: Buckets }) {
  const { say } = useDesk();
  const moneyText = useMoneyText();
  const { currency, by } = props;
  const all = agesOf(props.ages);
  const shown = all.map((amount, bucket) => ({ amount, bucket })).filter(({ amount }) => amount > 0);
  const parts = shown.map(({ amount, bucket }) =>
    say("aging.part", { label: bucketLabel(bucket, by, say), amount: moneyText(amount, currency) }),
  );
  return (
    <div class="aging-bar" role="img" aria-label={`${say("aging.legend")}: ${parts.join(", ")}`}>
      {shown.map(({ amount, bucket }) => (
        <span key={bucket} class={`step-${stepOf(bucket, all.length)}`} style={{ flexGrow: amount }} />
      ))}
    </div>
  );
}

/** The colours in words; each opens its list. */
export function AgingLegend(props: { by: Buckets; onPick?: (bucket: number) => void }) {
  const { say } = useDesk();
  const { by, onPick } = props;
  const count = by.edges.length + 2;
  return (
    <ul class="legend" aria-label={say("aging.legend")}>
      {Array.from({ length: count }, (_, bucket) => {
        const words = (
          <>
            <i class={`swatch step-${stepOf(bucket, count)}`} />
            {bucketLabel(bucket, by, say)}
          </>
        );
        return (
          <li key={bucketLabel(bucket, by, say)}>
            {onPick ? (
              <button type="button" onClick={() => onPick(bucket)}>
                {words}
              </button>
            ) : (
              <span>{words}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface TableProps {
  readonly ages: Ages;
  readonly currency: Currency;
  readonly by: Buckets;
  readonly picked: number | undefined;
  readonly onPick: (bucket: number) => void;
}

/** The legend with its amounts; pressing one keeps only who owes in it. */
export function AgingAmounts({ ages, currency, by, picked, onPick }: TableProps) {
  const { say } = useDesk();
  const all = agesOf(ages);
  return (
    <ul class="ages" aria-label={say("aging.legend")}>
      {all.map((amount, bucket) => (
        <li key={bucketLabel(bucket, by, say)}>
          <button type="button" aria-pressed={picked === bucket} onClick={() => onPick(bucket)}>
            <i class={`swatch step-${stepOf(bucket, all.length)}`} />
            <span class="ages-label">{bucketLabel(bucket, by, say)}</span>
            <Figure value={amount} currency={currency} />
          </button>
        </li>
      ))}
    </ul>
  );
}
