import { type Currency, moneyText } from "../../../../core/index.ts";
import type { Output } from "../../../protocol.ts";
import { useDesk } from "../../desk.ts";
import { countsOf, largestFirst, type PolicyChange } from "../../forms/policy/effect-order.ts";
import type { Say } from "../../words/words.ts";
import { Paged } from "../paged.tsx";

/** How many customers change in which way, and each of them, the largest change first. */
export function PolicyEffects({ effect }: { effect: Output<"previewPolicy"> }) {
  const { say } = useDesk();
  const { changes, customers, currency } = effect;
  const counts = Object.entries(countsOf(changes)).filter(([, count]) => count > 0);
  return (
    <>
      <dl class="of-which counted">
        {counts.map(([what, count]) => (
          <div key={what}>
            <dt>{countWord(what, say)}</dt>
            <dd>{say("policy.people", { count })}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h2>{say("title.policy.changes", { count: changes.length, customers })}</h2>
        <p class="field-hint">{say("policy.basis")}</p>
        <Paged list={largestFirst(changes)}>
          {(change) => <ChangeRow key={change.customer} change={change} currency={currency} />}
        </Paged>
      </section>
    </>
  );
}

function countWord(what: string, say: Say): string {
  switch (what) {
    case "gradeUp":
      return say("policy.gradeUp");
    case "gradeDown":
      return say("policy.gradeDown");
    case "graded":
      return say("policy.graded");
    case "ungraded":
      return say("policy.ungraded");
    case "limitUp":
      return say("policy.limitUp");
    case "limitDown":
      return say("policy.limitDown");
    case "terms":
      return say("policy.termsChanged");
    default:
      return say("policy.stateChanged");
  }
}

function ChangeRow({ change, currency }: { change: PolicyChange; currency: Currency }) {
  const { say } = useDesk();
  return (
    <li class="row">
      <div class="row-plain">
        <p class="row-title">{change.name}</p>
        <dl class="changes">
          {linesOf(change, currency, say).map(({ label, before, after }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{say("policy.fromTo", { before, after })}</dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  );
}

interface Line {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

function linesOf({ before, after }: PolicyChange, currency: Currency, say: Say): Line[] {
  const both = (label: string, text: (of: PolicyChange["after"]) => string): Line[] => {
    const [was, is] = [text(before), text(after)];
    return was === is ? [] : [{ label, before: was, after: is }];
  };
  return [
    ...both(say("policy.limit"), ({ limit }) => moneyText(limit, currency)),
    ...both(say("policy.grade"), ({ grade }) => grade),
    ...both(say("policy.terms"), ({ termDays }) => say("policy.days", { days: termDays })),
    ...both(say("policy.state"), ({ decision }) => say(`policy.decision.${decision}`)),
  ];
}
