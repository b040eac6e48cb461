import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { currencyWord, dayText } from "../words/days.ts";
import type { Say } from "../words/words.ts";
import { Fold } from "./fold.tsx";
import { Amount } from "./money.tsx";
import { PaymentDays } from "./payment-days.tsx";

type Standing = Output<"standing">;
type History = Standing["history"][number];

/** How the customer paid 付款历史, when, and what may be expected from it. */
export function PayingSection({ standing }: { standing: Standing }) {
  const { say } = useDesk();
  const { history, histogram, expected } = standing;
  const count = history.reduce((sum, { payments }) => sum + payments, 0);
  return (
    <>
      <Fold title={say("paying.heading")} aside={say("paying.summary", { count })}>
        {count === 0 ? <p class="field-hint">{say("paying.none")}</p> : null}
        {history.map((each, at) => (
          <div key={each.currency}>
            {history.length > 1 ? <h3>{currencyWord(each.currency, say)}</h3> : null}
            <Figures history={each} />
            {at === 0 && each.payments > 0 ? <PaymentDays bins={histogram} /> : null}
          </div>
        ))}
      </Fold>
      {expected.length > 0 ? <Expected weeks={expected} /> : null}
    </>
  );
}

/** The figures that are known; what nothing speaks of is left out. */
function Figures({ history }: { history: History }) {
  const { say, language } = useDesk();
  const { since, payments, onTimeShare, meanDays, medianDays, worstDays, trendDays, overdue } = history;
  const lines = [
    [say("paying.since"), since && dayText(since, language)],
    [say("paying.count"), String(payments)],
    [say("paying.onTime"), onTimeShare === undefined ? undefined : `${oneDigit(onTimeShare / 100)}%`],
    [say("paying.mean"), daysText(meanDays, say)],
    [say("paying.median"), daysText(medianDays, say)],
    [say("paying.worst"), daysText(worstDays, say)],
    [say("paying.trend"), trendText(trendDays, say)],
    [say("paying.notTheirs"), notTheirsText(history, say)],
  ] as const;
  return (
    <dl class="sums">
      {lines.map(([label, value]) =>
        value ? (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
      <div>
        <dt>{say("paying.overdue")}</dt>
        <dd>
          <Amount value={overdue.amount} currency={history.currency} />
          {overdue.oldestDays !== undefined && overdue.oldestDays > 0
            ? ` · ${say("paying.days", { days: overdue.oldestDays })}`
            : ""}
        </dd>
      </div>
    </dl>
  );
}

function oneDigit(value: number): number {
  return Math.round(value * 10) / 10;
}

function daysText(days: number | undefined, say: Say): string | undefined {
  if (days === undefined) return undefined;
  const by = oneDigit(Math.abs(days));
  if (by === 0) return say("paying.onTheDay");
  return say(days > 0 ? "paying.late" : "paying.early", { days: by });
}

function trendText(days: number | undefined, say: Say): string | undefined {
  if (days === undefined) return undefined;
  const by = oneDigit(Math.abs(days));
  if (by === 0) return say("paying.same");
  return say(days > 0 ? "paying.later" : "paying.earlier", { days: by });
}

function notTheirsText({ notTheirs }: History, say: Say): string {
  const { dispute = 0, taxInvoice = 0 } = notTheirs;
  return [
    dispute > 0 ? say("paying.disputes", { count: dispute }) : "",
    taxInvoice > 0 ? say("paying.lateInvoices", { count: taxInvoice }) : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function Expected({ weeks }: { weeks: Standing["expected"] }) {
  const { say, language } = useDesk();
  return (
    <Fold title={say("paying.expected")}>
      <dl class="sums">
        {weeks.map(({ from, amount, currency }) => (
          <div key={`${currency} ${from ?? ""}`}>
            <dt>{from ? say("paying.week", { day: dayText(from, language) }) : say("paying.noWeek")}</dt>
            <dd>
              <Amount value={amount} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
