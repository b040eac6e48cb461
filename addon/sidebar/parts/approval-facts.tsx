import { useDesk } from "../desk.ts";
import type { Approval } from "../forms/decision-form.ts";
import { dayText } from "../words/days.ts";
import { requestText } from "./approval-words.ts";
import { BulletBar } from "./bullet-bar.tsx";
import { Amount, useMoneyText } from "./money.tsx";
import { subjectWord } from "./row-words.ts";

/** What is asked for against what is in force, by whom and why. */
export function ApprovalFacts({ approval }: { approval: Approval }) {
  const { say, language, today } = useDesk();
  const { kind, code, name, asked, inForce, order, reason, answerBy, requestedBy, amount } = approval;
  const lines = [
    { label: say("field.customer"), value: `${name} ${code}` },
    ...(kind === "release" || kind === "smallDifference"
      ? []
      : [{ label: say("approvals.inForce"), value: inForce || say("approvals.blank") }]),
    { label: say("approvals.order"), value: order },
    {
      label: say(requestedBy === "" ? "approvals.on" : "approvals.who"),
      value: requestText(approval, { say, language, today }),
    },
    { label: say("approvals.reason"), value: reason },
    { label: say("approvals.answerBy"), value: dayText(answerBy, language) },
  ];
  const isSum = kind === "release" || kind === "smallDifference";
  return (
    <section class="facts">
      <p class="from">
        <span>{subjectWord(kind, language)}</span>
        <strong>
          {isSum && amount !== undefined ? <Amount value={amount} currency={approval.currency} /> : asked}
        </strong>
      </p>
      <dl class="of-which">
        {lines
          .filter(({ value }) => value)
          .map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** What the ledger thinks of the customer today. */
export function ApprovalStanding({ standing }: { standing: NonNullable<Approval["standing"]> }) {
  const { say } = useDesk();
  const told = useMoneyText();
  const { grade, score, currency, exposure, limit, overdue, overdueDays, brokenPromises } = standing;
  const late =
    overdue > 0
      ? `${told(overdue, currency)} · ${say("approvals.overdueDays", { days: overdueDays })}`
      : told(overdue, currency);
  // The bar says both figures itself.
  const bar =
    exposure !== undefined && limit !== undefined && limit > 0 ? (
      <BulletBar used={exposure} limit={limit} currency={currency} />
    ) : null;
  const lines = [
    {
      label: say("approvals.grade"),
      value: grade === "N" ? say("approvals.ungraded") : say("approvals.graded", { grade, score }),
    },
    ...(bar
      ? []
      : [
          {
            label: say("approvals.exposure"),
            value: exposure === undefined ? say("approvals.exposureUnknown") : told(exposure, currency),
          },
          {
            label: say("approvals.limit"),
            value: limit === undefined ? say("approvals.limitOpen") : told(limit, currency),
          },
        ]),
    { label: say("approvals.overdue"), value: late },
    ...(brokenPromises > 0 ? [{ label: say("approvals.broken"), value: String(brokenPromises) }] : []),
  ];
  return (
    <section class="facts">
      <h2>{say("title.standingNow")}</h2>
      {bar}
      <dl class="of-which">
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
