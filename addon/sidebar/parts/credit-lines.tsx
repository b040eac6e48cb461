import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayShort } from "../words/days.ts";
import { Observing } from "./decision-box.tsx";
import { reasonsOf } from "./decision-head.tsx";
import { Icon } from "./icon.tsx";
import { useMoneyText } from "./money.tsx";

type Standing = Output<"standing">;
type Promised = Standing["promises"][number];

/** What else stands in an order's way or was said about it: one line each, drawn and in words. */
export function CreditLines({ standing }: { standing: Standing }) {
  const { say, language, today } = useDesk();
  const { holds, observeUntil, wouldBe, pausedUntil } = standing;
  const reason = reasonShown(standing);
  const last = standing.reminders.find(({ state }) => state === "sent" || state === "drafted");
  return (
    <>
      {holds.map(({ id, kind, reason: why, by, on }) => (
        <p class="credit-line bad" key={id}>
          <Icon name={kind === "block" ? "close" : "pause"} />
          <span>
            {[
              say(kind === "block" ? "credit.blocked" : "credit.held", { reason: why }),
              by,
              dayShort(on, today, language),
            ]
              .filter((part) => part !== "")
              .join(" · ")}
          </span>
        </p>
      ))}
      {reason === "" ? null : <p class="credit-line">{reason}</p>}
      {observeUntil ? (
        <p class="credit-line quiet-line">
          <Observing until={observeUntil} wouldBe={wouldBe} />
        </p>
      ) : null}
      {promisesShown(standing).map((each) => (
        <PromiseLine key={each.id} promised={each} />
      ))}
      {last ? (
        <p class="credit-line quiet-line">
          {say("reminders.last", { day: dayShort(last.date, today, language) })}
        </p>
      ) : null}
      {pausedUntil ? (
        <p class="credit-line quiet-line">
          {say("credit.paused", { day: dayShort(pausedUntil, today, language) })}
        </p>
      ) : null}
    </>
  );
}

/** The heaviest reason that is not said elsewhere on the strip: holds have their own lines, the sum its bar. */
function reasonShown(standing: Standing): string {
  return (
    reasonsOf(standing).find(({ kind }) => !["held", "stopped", "withinLimit"].includes(kind))?.text ?? ""
  );
}

/** The latest that is broken and the latest that still runs. */
function promisesShown({ promises }: Standing): Promised[] {
  const broken = promises.find(({ state }) => state === "broken" || state === "partlyKept");
  const live = promises.find(({ state }) => state === "live");
  return [broken, live].flatMap((each) => each ?? []);
}

const PROMISES = {
  live: "credit.promiseLive",
  broken: "credit.promiseBroken",
  partlyKept: "credit.promisePartly",
  kept: "credit.promiseKept",
} as const;

/** A promise with how it stands, as one sentence. */
export function usePromiseText(): (promised: Promised) => string {
  const { say, language, today } = useDesk();
  const moneyText = useMoneyText();
  return ({ state, until, amount, currency }) =>
    say(PROMISES[state], { day: dayShort(until, today, language), amount: moneyText(amount, currency) });
}

function PromiseLine({ promised }: { promised: Promised }) {
  const text = usePromiseText()(promised);
  const isLive = promised.state === "live";
  return (
    <p class={isLive ? "credit-line" : "credit-line bad"}>
      <Icon name={isLive ? "clock" : "alert"} />
      <span>{text}</span>
    </p>
  );
}
