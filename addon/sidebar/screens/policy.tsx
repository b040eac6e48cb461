import {
  DEFAULT_POLICY,
  moneyText,
  POLICY_PARTS,
  type PolicyPart,
  smallAmountIn,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { Primary } from "../parts/buttons.tsx";
import { LinkRow } from "../parts/row.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading } from "../parts/states.tsx";
import { useAnswer } from "../shelf.ts";
import { dayText } from "../words/days.ts";
import type { Say } from "../words/words.ts";

type Known = Output<"settings">;

/** Credit policy 赊账政策: its parts with what is in force, and which versions wait for their day. */
export function Policy() {
  const { say, open } = useDesk();
  const loaded = useAnswer("settings", {});
  const primary = (
    <Primary label={say("act.viewVersions")} onPress={() => open({ name: "policyVersions" })} />
  );
  return (
    <Screen title={say("title.policy")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      <Reading loaded={loaded}>{(known) => <Parts known={known} />}</Reading>
    </Screen>
  );
}

function Parts({ known }: { known: Known }) {
  const { say, open, language } = useDesk();
  const briefOf = useBrief(known);
  return (
    <>
      <p class="lead">{useInForce(known)}</p>
      {known.planned.map(({ version, effective }) => (
        <p class="strip plain" key={version}>
          {say("policy.planned", { version, day: dayText(effective, language) })}
        </p>
      ))}
      <ul class="rows links">
        {POLICY_PARTS.map((part) => (
          <LinkRow
            key={part}
            title={say(`title.policy.${part}`)}
            sub={briefOf(part)}
            onOpen={() => open({ name: "policyPart", part })}
          />
        ))}
      </ul>
    </>
  );
}

/** Which version is in force, and since when. */
export function useInForce({ policy }: Pick<Known, "policy">): string {
  const { say, language } = useDesk();
  if (policy.effective === DEFAULT_POLICY.effective) return say("policy.default");
  return say("policy.inForce", { version: policy.version, day: dayText(policy.effective, language) });
}

/** From which day a level of the ladder is reached, before the due date or after it. */
function levelDay(days: number, say: Say): string {
  return days < 0 ? say("policy.daysBefore", { days: -days }) : say("policy.daysLate", { days });
}

/** What is in force of a part, in a line. */
function useBrief({ policy, credit }: Known): (part: PolicyPart) => string {
  const { say, currency, today, language } = useDesk();
  const small = smallAmountIn(currency, policy, currency) ?? 0;
  const edges = policy.bucketEdges.join(" / ");
  const days = credit.dunning.ladder.map(({ fromDays }) => fromDays).sort((a, b) => a - b);
  const { A, B, C } = credit.scorecard.cutPoints;
  const { overdueWarnDays: warn, overdueHoldDays: hold } = credit.orders;
  const briefs: Readonly<Record<PolicyPart, () => string>> = {
    aging: () =>
      small === 0
        ? say("policy.brief.agingNone", { edges })
        : say("policy.brief.aging", { edges, amount: moneyText(small, currency) }),
    grades: () => say("policy.brief.grades", { cuts: [A, B, C].join(" / "), days: credit.matrix.A.termDays }),
    orders: () =>
      policy.observeUntil && policy.observeUntil >= today
        ? say("policy.brief.observing", { day: dayText(policy.observeUntil, language) })
        : say("policy.brief.orders", { warn, hold }),
    dunning: () =>
      say("policy.brief.dunning", {
        ...{ first: levelDay(days[0] ?? 0, say), last: levelDay(days.at(-1) ?? 0, say) },
        gap: credit.dunning.gapDays,
      }),
    templates: () => {
      const count = credit.dunning.templates.length;
      return count === 0 ? say("policy.brief.templatesNone") : say("policy.brief.templates", { count });
    },
    rates: () =>
      latestRates(credit.rates)
        .map((rate) => `${rate.currency} ${rate.millionths / 1_000_000}`)
        .join(" · ") || say("policy.brief.ratesNone"),
    approvals: () =>
      say("policy.brief.approvals", {
        ...{ answer: credit.approvals.answerDays, release: credit.approvals.releaseDays },
      }),
  };
  return (part) => briefs[part]();
}

type Rates = Known["credit"]["rates"];

/** The latest rate of each currency. */
function latestRates(rates: Rates): Rates {
  const byCurrency = new Map<string, Rates[number]>();
  for (const rate of [...rates].sort((a, b) => (a.from < b.from ? -1 : 1)))
    byCurrency.set(rate.currency, rate);
  return [...byCurrency.values()];
}
