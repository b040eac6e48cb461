import type { ComponentChildren } from "preact";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import type { Screen } from "../router.ts";
import type { Loaded } from "../shelf.ts";
import { dayShort } from "../words/days.ts";
import { Quiet, Secondary } from "./buttons.tsx";
import { Amount } from "./money.tsx";
import { PlainRow } from "./row.tsx";

type Duties = Output<"duties">;

/** Broken promises that have a row each. */
const SHOWN = 5;

/** How many rows there are to do. */
export function dutyCount({ reminders, broken, reviews }: Duties): number {
  return (reminders.customers > 0 ? 1 : 0) + Math.min(broken.length, SHOWN) + (reviews.length > 0 ? 1 : 0);
}

/**
 * What there is to do about credit, read behind the first screen: it never waits for this, and what it shows already
 * stays where it is.
 */
export function CreditDuties({ loaded }: { loaded: Loaded<Duties> }) {
  const { say } = useDesk();
  const { value } = loaded;
  if (!value)
    return loaded.trouble ? (
      <div class="strip stale" role="status">
        <span class="strip-text">{say("duties.notRead")}</span>
        <Quiet label={say("act.retry")} onPress={loaded.refresh} />
      </div>
    ) : null;
  if (dutyCount(value) === 0) return null;
  return (
    <section class="duties">
      <h2>{say("title.duties", { count: dutyCount(value) })}</h2>
      <ul class="rows">
        <Remind duties={value} />
        <Broken duties={value} />
        <Review duties={value} />
      </ul>
    </section>
  );
}

function Remind({ duties: { reminders } }: { duties: Duties }) {
  const { say } = useDesk();
  if (reminders.customers === 0) return null;
  return (
    <Duty
      title={say("title.reminders")}
      sub={say("duties.remind", { count: reminders.customers })}
      value={reminders.sums.map(({ currency, amount }) => (
        <span class="sum-line" key={currency}>
          <Amount value={amount} currency={currency} />
        </span>
      ))}
      verb={say("act.collectShort")}
      screen={{ name: "reminders" }}
    />
  );
}

function Broken({ duties: { broken } }: { duties: Duties }) {
  const { say, language, today } = useDesk();
  const rest = broken.length - SHOWN;
  return (
    <>
      {broken.slice(0, SHOWN).map(({ promise, customer, name, until, currency, amount, state }) => (
        <Duty
          key={promise}
          title={name}
          sub={say(`duties.${state}`, { day: dayShort(until, today, language) })}
          value={<Amount value={amount} currency={currency} />}
          verb={say("act.contactShort")}
          screen={{ name: "customer", id: customer }}
        />
      ))}
      {rest > 0 ? (
        <li class="row">
          <div class="row-plain row-sub">{say("duties.moreBroken", { count: rest })}</div>
        </li>
      ) : null}
    </>
  );
}

function Review({ duties: { reviews } }: { duties: Duties }) {
  const { say } = useDesk();
  if (reviews.length === 0) return null;
  return (
    <Duty
      title={say("title.reviews")}
      sub={say("duties.reviews", { count: reviews.length })}
      verb={say("act.reviewShort")}
      screen={{ name: "reviews" }}
    />
  );
}

interface DutyProps {
  readonly title: string;
  readonly sub: string;
  readonly value?: ComponentChildren;
  readonly verb: string;
  readonly screen: Screen;
}

function Duty({ title, sub, value, verb, screen }: DutyProps) {
  const { open } = useDesk();
  return (
    <PlainRow
      title={title}
      sub={sub}
      value={value}
      verb={<Secondary label={verb} onPress={() => open(screen)} />}
    />
  );
}
