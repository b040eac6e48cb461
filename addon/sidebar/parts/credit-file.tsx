import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayText } from "../words/days.ts";
import { stateWord } from "./approval-words.ts";
import { Quiet } from "./buttons.tsx";
import { usePromiseText } from "./credit-lines.tsx";
import { channelWord, dunningLevelWord } from "./credit-words.ts";
import { Fold } from "./fold.tsx";
import { Amount, useMoneyText } from "./money.tsx";
import { PlainRow } from "./row.tsx";
import { subjectWord } from "./row-words.ts";

type Standing = Output<"standing">;

interface Props {
  readonly standing: Standing;
}

/** Holds 冻结 in force, who set them and why, and releases 放行 that still hold. */
export function HoldSection({ standing }: Props) {
  const { say, language, open } = useDesk();
  const { holds, releases, id: customer } = standing;
  return (
    <section class="holds">
      <h2>{say("holds.heading")}</h2>
      {holds.length + releases.length === 0 ? <p class="field-hint">{say("holds.none")}</p> : null}
      <ul class="rows">
        {holds.map(({ id, kind, reason, by, on }) => (
          <PlainRow
            key={id}
            title={say(kind === "block" ? "credit.blocked" : "credit.held", { reason })}
            sub={<ByOn by={by} on={dayText(on, language)} />}
            verb={
              <Quiet
                label={say("act.liftHold")}
                needs="decide"
                onPress={() => open({ name: "hold", customer, lift: id })}
              />
            }
          />
        ))}
        {releases.map((release) => (
          <Release key={`${release.order} ${release.until}`} release={release} currency={standing.currency} />
        ))}
      </ul>
      <Quiet label={say("act.holdCustomer")} needs="write" onPress={() => open({ name: "hold", customer })} />
    </section>
  );
}

function ByOn({ by, on }: { by: string; on: string }) {
  return (
    <>
      {by === "" ? null : <span>{by}</span>}
      <span class="whole">{on}</span>
    </>
  );
}

function Release({ release, currency }: { release: Standing["releases"][number]; currency: string }) {
  const { say, language } = useDesk();
  const moneyText = useMoneyText();
  const { order, ceiling, until, by: name } = release;
  const amount = moneyText(ceiling, currency);
  return (
    <PlainRow
      title={order ? say("holds.release", { order, amount }) : say("holds.releaseAny", { amount })}
      sub={say("holds.releaseUntil", { name, day: dayText(until, language) })}
    />
  );
}

/** Promises to pay 付款承诺, the latest first, each with how it stands. */
export function PromiseSection({ standing }: Props) {
  const { say, language, open } = useDesk();
  const text = usePromiseText();
  const { promises, id: customer } = standing;
  return (
    <Fold title={say("promises.heading")} aside={String(promises.length)}>
      {promises.length === 0 ? <p class="field-hint">{say("promises.none")}</p> : null}
      <ul class="rows">
        {promises.map((each) => (
          <PlainRow
            key={each.id}
            title={text(each)}
            sub={
              <>
                <span>{say("promises.made", { day: dayText(each.madeOn, language) })}</span>
                {each.note ? <span>{each.note}</span> : null}
              </>
            }
          />
        ))}
      </ul>
      <Quiet label={say("act.promise")} needs="write" onPress={() => open({ name: "promise", customer })} />
    </Fold>
  );
}

/** What was asked for lately, and what came of it. */
export function RequestSection({ standing: { requests } }: Props) {
  const { say, language } = useDesk();
  return (
    <Fold title={say("requests.heading")} aside={String(requests.length)}>
      {requests.length === 0 ? <p class="field-hint">{say("requests.none")}</p> : null}
      <ul class="rows">
        {requests.map((each) => {
          const { id, kind, asked, requestedBy: name, requestedOn } = each;
          const day = dayText(requestedOn, language);
          return (
            <PlainRow
              key={id}
              title={say("approvals.asks", { kind: subjectWord(kind, language), asked })}
              sub={name === "" ? say("requests.askedBare", { day }) : say("requests.asked", { name, day })}
              value={stateWord(each, say, language)}
            />
          );
        })}
      </ul>
    </Fold>
  );
}

const REMINDED = {
  drafted: "reminded.drafted",
  sent: "reminded.sent",
  skipped: "reminded.skipped",
} as const;

/** What was said to the customer lately. */
export function ReminderSection({ standing: { reminders } }: Props) {
  const { say, language } = useDesk();
  return (
    <Fold title={say("reminded.heading")} aside={String(reminders.length)}>
      {reminders.length === 0 ? <p class="field-hint">{say("reminded.none")}</p> : null}
      <ul class="rows">
        {reminders.map(({ id, date, state, level, currency, total, channel, until }) => (
          <PlainRow
            key={id}
            title={
              state === "paused"
                ? say("reminded.pausedUntil", { day: until ? dayText(until, language) : "" })
                : level
                  ? dunningLevelWord(level, language)
                  : say("reminded.heading")
            }
            sub={
              <>
                <span>{dayText(date, language)}</span>
                {state === "paused" ? null : <span>{say(REMINDED[state])}</span>}
                {channel ? <span>{channelWord(channel, language)}</span> : null}
              </>
            }
            value={total !== undefined && currency ? <Amount value={total} currency={currency} /> : null}
          />
        ))}
      </ul>
    </Fold>
  );
}
