import { useRef } from "preact/hooks";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import type { Approval } from "../forms/decision-form.ts";
import { ApprovalFacts, ApprovalStanding } from "../parts/approval-facts.tsx";
import { Primary } from "../parts/buttons.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { call, newActionId } from "../server.ts";
import { markOld } from "../shelf.ts";

/** Nobody decides what they asked for themselves; they may take it back. */
export function OwnRequest({ approval, onBack }: { approval: Approval; onBack: () => void }) {
  const { say, tell } = useDesk();
  const act = useAct();
  const action = useRef(newActionId());
  const { id, customer, name, standing } = approval;
  const withdraw = async () => {
    const input = { action: action.current, id, customer };
    if (!(await act.run(() => call("withdrawApproval", input)))) return;
    tell({ text: say("done.withdrawn", { name }) });
    markOld();
    onBack();
  };
  const label = say(act.isUnsure ? "act.retry" : "act.withdraw");
  return (
    <Screen
      title={say("title.approval")}
      part={id}
      onBack={onBack}
      primary={<Primary label={label} isBusy={act.isBusy} needs="ask" onPress={() => void withdraw()} />}
    >
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="strip ask">{say("approvals.own")}</p>
      <ApprovalFacts approval={approval} />
      {standing ? <ApprovalStanding standing={standing} /> : null}
    </Screen>
  );
}
