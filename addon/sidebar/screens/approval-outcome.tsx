import { moneyText } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import type { Approval } from "../forms/decision-form.ts";
import { ApprovalFacts } from "../parts/approval-facts.tsx";
import { outcomeText } from "../parts/approval-words.ts";
import { Primary } from "../parts/buttons.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading } from "../parts/states.tsx";
import { useAnswer } from "../shelf.ts";

/** It is not in the queue any more: who has decided it, and how. */
export function Answered({
  id,
  customer,
  onBack,
}: {
  id: string;
  customer: string | undefined;
  onBack: () => void;
}) {
  const { say } = useDesk();
  const loaded = useAnswer("approvals", customer ? { customer } : {});
  const approval = loaded.value?.approvals.find((each) => each.id === id);
  if (approval) return <Outcome approval={approval} onBack={onBack} />;
  return (
    <Screen title={say("title.approval")} part={id} onBack={onBack}>
      <Reading loaded={loaded}>{() => <Empty kind="done" title={say("approvals.gone")} />}</Reading>
    </Screen>
  );
}

/** What became of a request, by whom, and with which bounds. */
export function Outcome({ approval, onBack }: { approval: Approval; onBack: () => void }) {
  const { say, language } = useDesk();
  const { decision, currency } = approval;
  const beside = [
    decision?.ceiling === undefined
      ? ""
      : say("approvals.upTo", { amount: moneyText(decision.ceiling, currency) }),
    decision?.until ? say("approvals.until", { day: decision.until }) : "",
    decision?.reason ?? "",
  ].filter((fact) => fact !== "");
  return (
    <Screen
      title={say("title.approval")}
      part={approval.id}
      onBack={onBack}
      primary={<Primary label={say("act.backToQueue")} onPress={onBack} />}
    >
      <p class="strip plain">
        <span class="strip-text">
          {outcomeText(approval, say, language)}
          {beside.length > 0 ? <br /> : null}
          {beside.join(" · ")}
        </span>
      </p>
      <ApprovalFacts approval={approval} />
    </Screen>
  );
}
