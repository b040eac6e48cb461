import { useRef, useState } from "preact/hooks";
import { moneyText } from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import {
  type Approval,
  boundsOf,
  type Decided,
  type DecisionDraft,
  readDecision,
} from "../forms/decision-form.ts";
import { ApprovalFacts, ApprovalStanding } from "../parts/approval-facts.tsx";
import { Primary, Quiet, Secondary } from "../parts/buttons.tsx";
import { DecisionFields } from "../parts/decision-fields.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld } from "../shelf.ts";
import { Answered, Outcome } from "./approval-outcome.tsx";
import type { Queue } from "./approvals.tsx";
import { OwnRequest } from "./own-request.tsx";
import { focusFault } from "./receipt.tsx";

interface Props {
  readonly id: string;
  readonly queue: Queue;
  readonly onBack: () => void;
}

/** One request: decided, taken back by whoever asked, or with what became of it. */
export function ApprovalOf({ id, queue, onBack }: Props) {
  // Others may decide it meanwhile; whose it is must not be forgotten with the row.
  const [first] = useState(() => queue.approvals.find((each) => each.id === id));
  const approval = queue.approvals.find((each) => each.id === id);
  if (approval?.state === "waiting") {
    return approval.isOwn && !queue.asksName ? (
      <OwnRequest approval={approval} onBack={onBack} />
    ) : (
      <Deciding approval={approval} queue={queue} onBack={onBack} />
    );
  }
  return approval ? (
    <Outcome approval={approval} onBack={onBack} />
  ) : (
    <Answered id={id} customer={first?.customer} onBack={onBack} />
  );
}

const drafts = slot<{ readonly of: string; readonly draft: DecisionDraft }>();

interface DecidingProps {
  readonly approval: Approval;
  readonly queue: Queue;
  readonly onBack: () => void;
}

function Deciding({ approval, queue, onBack }: DecidingProps) {
  const { say, today, open } = useDesk();
  const { id, customer, standing } = approval;
  const blank = { until: "", upTo: askedSum(approval), remark: "", by: "" };
  const [kept, keep] = useKept(drafts, () => ({ of: id, draft: blank }));
  const draft = kept.of === id ? kept.draft : blank;
  const [tried, setTried] = useState<Decided | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const { act, send, again } = useDecision(approval, onBack);
  const asked = { approval, today, asksName: queue.asksName };
  const decide = (as: Decided) => {
    setTried(as);
    const { beside } = readDecision(draft, as, asked);
    if (!beside) return focusFault(form.current);
    send({ action: newActionId(), approvals: [{ id, customer }], as, ...beside });
  };
  const grant = say(approval.kind === "release" ? "act.release" : "act.grant");
  const foot = act.isUnsure ? (
    <Primary label={say("act.retry")} isBusy={act.isBusy} needs="decide" onPress={again} />
  ) : (
    <>
      <Primary label={grant} isBusy={act.isBusy} needs="decide" onPress={() => decide("granted")} />
      <Secondary
        label={say("act.refuse")}
        isBusy={act.isBusy}
        needs="decide"
        onPress={() => decide("refused")}
      />
    </>
  );
  return (
    <Screen title={say("title.approval")} part={id} onBack={onBack} primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <ApprovalFacts approval={approval} />
      {standing ? <ApprovalStanding standing={standing} /> : null}
      <Quiet label={say("act.viewCustomer")} onPress={() => open({ name: "customer", id: customer })} />
      <DecisionFields
        {...{ form, draft, queue, approval }}
        bounds={boundsOf(approval)}
        faults={tried ? readDecision(draft, tried, asked).faults : {}}
        isFixed={act.isBusy || act.isUnsure}
        onDraft={(next) => keep({ of: id, draft: next })}
      />
    </Screen>
  );
}

function askedSum({ amount, currency }: Approval): string {
  return amount === undefined ? "" : moneyText(amount, currency);
}

/** One decision at a time; when nobody knows whether it was carried out, the very same is sent again. */
function useDecision({ kind, name }: Approval, onBack: () => void) {
  const { say, tell } = useDesk();
  const act = useAct();
  const sent = useRef<Input<"decideApprovals"> | undefined>(undefined);
  const again = async () => {
    const input = sent.current;
    if (!input) return;
    const answer = await act.run(async () => {
      const told = await call("decideApprovals", input);
      // Somebody else was first: the queue says who.
      if (!told.ok && told.trouble.kind === "refusal") markOld();
      return told;
    });
    if (!answer) return;
    const isRelease = input.as === "granted" && kind === "release";
    const done = isRelease ? "done.released" : input.as === "granted" ? "done.granted" : "done.refused";
    tell({ text: say(done, { name }) });
    markOld();
    onBack();
  };
  const send = (input: Input<"decideApprovals">) => {
    sent.current = input;
    void again();
  };
  return { act, send, again: () => void again() };
}
