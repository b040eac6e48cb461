import { sumsByCurrency } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import type { Preview } from "../reminders/letter.ts";
import { Fold } from "./fold.tsx";
import { Amount, useMoneyText } from "./money.tsx";
import { Paged } from "./paged.tsx";
import { LinkRow } from "./row.tsx";

type Excluded = Preview["excluded"];

/** Who gets no letter, or not for everything, by the reason; each opens the customer. */
export function ReminderExcluded({ excluded }: { excluded: Excluded }) {
  const { say, open } = useDesk();
  const told = useMoneyText();
  if (excluded.length === 0) return null;
  const sumsOf = (lines: Excluded) =>
    sumsByCurrency(lines)
      .map(({ currency, amount }) => told(amount, currency))
      .join(say("list.comma"));
  return (
    <section>
      <h2>{say("title.notReminded")}</h2>
      {byReason(excluded).map(([why, lines]) => (
        <Fold
          key={why}
          title={say(`reminders.why.${why}`)}
          aside={say("reminders.excludedOf", { count: customersIn(lines), sums: sumsOf(lines) })}
        >
          <Paged list={lines}>
            {(each) => (
              <LinkRow
                key={`${each.customer} ${each.currency}`}
                title={each.name}
                sub={each.text}
                value={<Amount value={each.amount} currency={each.currency} />}
                onOpen={() => open({ name: "customer", id: each.customer })}
              />
            )}
          </Paged>
        </Fold>
      ))}
    </section>
  );
}

export function customersIn(lines: readonly { readonly customer: string }[]): number {
  return new Set(lines.map(({ customer }) => customer)).size;
}

type Why = Excluded[number]["why"];

function byReason(excluded: Excluded): [Why, Excluded][] {
  const groups = new Map<Why, Excluded>();
  for (const each of excluded) groups.set(each.why, [...(groups.get(each.why) ?? []), each]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
