import { useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useDesk, useKept } from "../desk.ts";
import type { Approval, Decided } from "../forms/decision-form.ts";
import { askText, outcomeText, requestText } from "../parts/approval-words.ts";
import { Primary, Quiet } from "../parts/buttons.tsx";
import { Choice } from "../parts/fields.tsx";
import { Amount } from "../parts/money.tsx";
import { Paged } from "../parts/paged.tsx";
import { LinkRow } from "../parts/row.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { useAnswer } from "../shelf.ts";
import { ApprovalOf } from "./approval.tsx";
import { ApprovalsAtOnce } from "./approvals-at-once.tsx";

export type Queue = Output<"approvals">;

interface View {
  readonly shows: "waiting" | "latest";
  /** Id of the request that is open. */
  readonly opened?: string;
}

const views = slot<View>();

/** Approvals 审批: what waits for somebody to decide, the oldest first, and what was decided last. */
export function Approvals() {
  const [view, setView] = useKept<View>(views, () => ({ shows: "waiting" }));
  const [asked, setAsked] = useState<Decided | undefined>(undefined);
  const loaded = useAnswer("approvals", view.shows === "waiting" ? { only: "waiting" } : {});
  const { opened } = view;
  const close = () => setView({ shows: view.shows });
  if (opened && loaded.value) return <ApprovalOf id={opened} queue={loaded.value} onBack={close} />;
  if (asked && loaded.value)
    return <ApprovalsAtOnce as={asked} queue={loaded.value} onBack={() => setAsked(undefined)} />;
  return <List {...{ view, setView, loaded }} onAsk={setAsked} />;
}

interface ListProps {
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly loaded: ReturnType<typeof useAnswer<"approvals">>;
  readonly onAsk: (as: Decided) => void;
}

function List({ view, setView, loaded, onAsk }: ListProps) {
  const { say } = useDesk();
  return (
    <Screen
      title={say("title.approvals")}
      at={loaded.at}
      refresh={loaded.refresh}
      primary={<Foot {...{ view, setView, onAsk }} queue={loaded.value} />}
    >
      <div class="controls">
        <Choice
          label={say("approvals.view")}
          value={view.shows}
          options={[
            { value: "waiting", label: say("approvals.view.waiting") },
            { value: "latest", label: say("approvals.view.latest") },
          ]}
          onValue={(shows) => setView({ shows })}
        />
      </div>
      <Reading loaded={loaded}>
        {(queue) => {
          const approvals = shownIn(queue, view);
          return approvals.length === 0 ? (
            <None shows={view.shows} />
          ) : (
            <Paged list={approvals}>
              {(each) => (
                <Row key={each.id} approval={each} onOpen={() => setView({ ...view, opened: each.id })} />
              )}
            </Paged>
          );
        }}
      </Reading>
    </Screen>
  );
}

/** What waits, or what has been answered; a request is in one of them. */
function shownIn({ approvals }: Queue, { shows }: View): readonly Approval[] {
  return approvals.filter(({ state }) => (state === "waiting") === (shows === "waiting"));
}

function None({ shows }: Pick<View, "shows">) {
  const { say } = useDesk();
  return shows === "waiting" ? (
    <Empty kind="done" title={say("approvals.none")} how={say("approvals.noneHow")} />
  ) : (
    <Empty kind="nothing" title={say("approvals.noneLatest")} how={say("approvals.noneHow")} />
  );
}

function Row({ approval, onOpen }: { approval: Approval; onOpen: () => void }) {
  const { say, language, today } = useDesk();
  const { name, amount, currency, state } = approval;
  const isWaiting = state === "waiting";
  const who = isWaiting
    ? requestText(approval, { say, language, today })
    : outcomeText(approval, say, language);
  return (
    <LinkRow
      title={name}
      sub={
        <>
          {askText(approval, say, language)}
          <br />
          {who}
        </>
      }
      value={amount === undefined ? "" : <Amount value={amount} currency={currency} />}
      onOpen={onOpen}
    />
  );
}

interface FootProps extends Pick<ListProps, "view" | "setView" | "onAsk"> {
  readonly queue: Queue | undefined;
}

/** Nobody decides their own; where a name must be said, that name is compared. */
export function decidable({ approvals, asksName }: Queue): Approval[] {
  return approvals.filter(({ isOwn, state }) => state === "waiting" && (asksName || !isOwn));
}

/** The safe way is the filled button: one by one; all at once is asked for again. */
function Foot({ view, setView, queue, onAsk }: FootProps) {
  const { say, goTo } = useDesk();
  const waiting = view.shows === "waiting" ? (queue?.approvals ?? []) : [];
  const [oldest] = waiting;
  const count = queue ? decidable(queue).length : 0;
  if (!oldest)
    return view.shows === "latest" ? (
      <Primary label={say("act.backToQueue")} onPress={() => setView({ shows: "waiting" })} />
    ) : (
      <Primary label={say("act.openToday")} onPress={() => goTo("today")} />
    );
  return (
    <>
      <Primary
        label={say("act.openOldest")}
        onPress={() => setView({ shows: "waiting", opened: oldest.id })}
      />
      {count > 1 ? (
        <div class="row-acts">
          <Quiet label={say("act.grantAll", { count })} needs="decide" onPress={() => onAsk("granted")} />
          <Quiet label={say("act.refuseAll")} needs="decide" onPress={() => onAsk("refused")} />
        </div>
      ) : null}
    </>
  );
}
