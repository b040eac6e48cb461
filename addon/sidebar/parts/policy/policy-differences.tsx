import type { Currency, PolicyDifference } from "../../../../core/index.ts";
import { useDesk } from "../../desk.ts";
import { differenceLabel, valueText } from "./difference-words.ts";

/** What a version changed, value by value, with what stood there before. */
export function PolicyDifferences(props: { changes: readonly PolicyDifference[]; currency: Currency }) {
  const { say, language } = useDesk();
  const { changes, currency } = props;
  return (
    <dl class="changes">
      {changes.map((change) => {
        const text = (value: PolicyDifference["after"]) =>
          valueText(change, value, { say, language, currency });
        return (
          <div key={change.path.join(" ")}>
            <dt>{differenceLabel(change, { say, language, currency })}</dt>
            <dd>{say("policy.fromTo", { before: text(change.before), after: text(change.after) })}</dd>
          </div>
        );
      })}
    </dl>
  );
}
