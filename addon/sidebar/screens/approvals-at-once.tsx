import { useRef, useState } from "preact/hooks";
import type { Input } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import type { Decided } from "../forms/decision-form.ts";
import { askText } from "../parts/approval-words.ts";
import { DeciderField } from "../parts/decider-field.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { Amount } from "../parts/money.tsx";
import { Paged } from "../parts/paged.tsx";
import { PlainRow } from "../parts/row.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { call, newActionId } from "../server.ts";
import { markOld } from "../shelf.ts";
import { decidable, type Queue } from "./approvals.tsx";
import { focusFault } from "./receipt.tsx";

/** A call takes so many; the rest is decided with the next press. */
const AT_ONCE = 200;

interface Props {
  readonly as: Decided;
  readonly queue: Queue;
  readonly onBack: () => void;
}

/** Everything that waits, decided at once: all of it is shown first, and none of it is one's own. */
export function ApprovalsAtOnce({ as, queue, onBack }: Props) {
  const { say, tell, language } = useDesk();
  // Fixed when it was asked: what comes in meanwhile was not shown.
  const [all] = useState(() => decidable(queue).slice(0, AT_ONCE));
  const [by, setBy] = useState("");
  const [showsFault, setShowsFault] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<Input<"decideApprovals"> | undefined>(undefined);
  const act = useAct();
  const count = all.length;
  const own = queue.approvals.length - decidable(queue).length;
  const save = async () => {
    setShowsFault(true);
    if (queue.asksName && by.trim() === "") return focusFault(form.current);
    const approvals = all.map(({ id, customer }) => ({ id, customer }));
    const fresh = { action: newActionId(), approvals, as, ...(by.trim() ? { by: by.trim() } : {}) };
    const input = act.isUnsure && sent.current ? sent.current : fresh;
    sent.current = input;
    if (!(await act.run(() => call("decideApprovals", input)))) return;
    tell({ text: say(as === "granted" ? "done.grantedCount" : "done.refusedCount", { count }) });
    markOld();
    onBack();
  };
  const label = say(as === "granted" ? "act.grantCount" : "act.refuseCount", { count });
  return (
    <Screen
      title={say("title.approvals")}
      part="at-once"
      onBack={onBack}
      primary={<FormFoot act={act} label={label} needs="decide" onSave={() => void save()} />}
    >
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="strip ask" role="alert">
        {say(as === "granted" ? "approvals.askGrant" : "approvals.askRefuse", { count })}
        {own > 0 ? say("approvals.ownLeft", { count: own }) : ""}
      </p>
      {queue.asksName ? (
        <FormBody form={form}>
          <DeciderField
            period={queue}
            value={by}
            showsFault={showsFault}
            isDisabled={act.isBusy || act.isUnsure}
            onValue={setBy}
          />
        </FormBody>
      ) : null}
      <Paged list={all}>
        {(each) => (
          <PlainRow
            key={each.id}
            title={each.name}
            sub={askText(each, say, language)}
            value={each.amount === undefined ? "" : <Amount value={each.amount} currency={each.currency} />}
          />
        )}
      </Paged>
    </Screen>
  );
}
