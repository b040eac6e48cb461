import { useRef, useState } from "preact/hooks";
import type { Input } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { Primary, Quiet } from "../parts/buttons.tsx";
import { type Decided, type Proposal, ProposalRow } from "../parts/proposal-row.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading, TroubleBox } from "../parts/states.tsx";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";

/** A call takes so many; the rest is decided with the next press. */
const AT_ONCE = 500;

/** Proposals 待定: terms and limits that were typed beside customers wait until somebody decides. */
export function Proposals() {
  const { say, goTo } = useDesk();
  const loaded = useAnswer("proposals", {});
  const [asked, setAsked] = useState<Decided | undefined>(undefined);
  const { act, decide, again } = useDecision(() => setAsked(undefined));
  const all = loaded.value?.proposals ?? [];
  const primary = act.isUnsure ? (
    <Primary label={say("act.retry")} isBusy={act.isBusy} onPress={again} />
  ) : all.length === 0 ? (
    <Primary label={say("act.openToday")} onPress={() => goTo("today")} />
  ) : asked ? (
    <Confirm
      {...{ asked, count: all.length, isBusy: act.isBusy }}
      onYes={() => decide(all, asked)}
      onBack={() => setAsked(undefined)}
    />
  ) : (
    <All count={all.length} isBusy={act.isBusy} onAsk={setAsked} />
  );
  return (
    <Screen title={say("title.proposals")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <Reading loaded={loaded}>
        {({ proposals }) => (
          <List
            {...{ proposals, asked }}
            isFixed={act.isBusy || act.isUnsure || asked !== undefined}
            onDecide={(one, as) => decide([one], as)}
          />
        )}
      </Reading>
    </Screen>
  );
}

/** One decision at a time; when nobody knows whether it was carried out, the very same is sent again. */
function useDecision(onDone: () => void) {
  const { say, tell } = useDesk();
  const act = useAct();
  const sent = useRef<{ readonly input: Input<"decideProposals">; readonly as: Decided } | undefined>(
    undefined,
  );
  const send = async () => {
    const { current } = sent;
    if (!current) return;
    const done = await act.run(() => call("decideProposals", current.input));
    if (!done) return;
    tell({
      text: say(current.as === "inForce" ? "done.inForce" : "done.discarded", { count: done[current.as] }),
    });
    markOld();
    onDone();
  };
  const decide = (proposals: readonly Proposal[], as: Decided) => {
    const decisions = proposals
      .slice(0, AT_ONCE)
      .map(({ customer, column, proposed }) => ({ customer, column, proposed, as }));
    sent.current = { input: { action: newActionId(), decisions }, as };
    void send();
  };
  return { act, decide, again: () => void send() };
}

interface AllProps {
  readonly count: number;
  readonly isBusy: boolean;
  readonly onAsk: (as: Decided) => void;
}

function All({ count, isBusy, onAsk }: AllProps) {
  const { say } = useDesk();
  return (
    <>
      <Primary
        label={say("act.putAllInForce", { count })}
        isBusy={isBusy}
        needs="decide"
        onPress={() => onAsk("inForce")}
      />
      <Quiet
        label={say("act.discardAll")}
        isBusy={isBusy}
        needs="decide"
        onPress={() => onAsk("discarded")}
      />
    </>
  );
}

interface ConfirmProps {
  readonly asked: Decided;
  readonly count: number;
  readonly isBusy: boolean;
  readonly onYes: () => void;
  readonly onBack: () => void;
}

/** All at once is asked for once more: a decision is not taken back by undo. */
function Confirm({ asked, count, isBusy, onYes, onBack }: ConfirmProps) {
  const { say } = useDesk();
  const label = say(asked === "inForce" ? "act.putCountInForce" : "act.discardCount", { count });
  return (
    <>
      <Primary label={label} isBusy={isBusy} onPress={onYes} />
      <Quiet label={say("act.leave")} isBusy={isBusy} onPress={onBack} />
    </>
  );
}

interface ListProps {
  readonly proposals: readonly Proposal[];
  readonly asked: Decided | undefined;
  readonly isFixed: boolean;
  readonly onDecide: (proposal: Proposal, as: Decided) => void;
}

const SHOWN = 50;

function List({ proposals, asked, isFixed, onDecide }: ListProps) {
  const { say } = useDesk();
  const [shown, setShown] = useState(SHOWN);
  const count = proposals.length;
  if (count === 0) return <Empty kind="done" title={say("proposals.none")} how={say("proposals.noneHow")} />;
  return (
    <>
      {asked ? (
        <p class="strip ask" role="alert">
          {say(asked === "inForce" ? "proposals.askInForce" : "proposals.askDiscard", { count })}
        </p>
      ) : (
        <p class="lead">{say("proposals.how")}</p>
      )}
      <ul class="rows">
        {proposals.slice(0, shown).map((each) => (
          <ProposalRow
            key={`${each.customer} ${each.column}`}
            proposal={each}
            isFixed={isFixed}
            onDecide={(as) => onDecide(each, as)}
          />
        ))}
      </ul>
      {count > shown ? <Quiet label={say("act.showMore")} onPress={() => setShown(count)} /> : null}
    </>
  );
}
