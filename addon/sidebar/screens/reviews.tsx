import { useRef, useState } from "preact/hooks";
import type { Input, Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { Primary } from "../parts/buttons.tsx";
import { DeciderField } from "../parts/decider-field.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { Paged } from "../parts/paged.tsx";
import { LinkRow } from "../parts/row.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading, TroubleBox } from "../parts/states.tsx";
import { call, newActionId } from "../server.ts";
import { type Loaded, markOld, useAnswer } from "../shelf.ts";
import { dayShort } from "../words/days.ts";
import { focusFault } from "./receipt.tsx";

type Due = Output<"duties">["reviews"][number];
type Graded = Output<"grade">["customers"][number];

/** A customer whose grade is due for a look, with today's grade. */
type Review = Due & { readonly now: Graded };

/** Credit review 信用复审: the grades of today of everybody who is due for one, recorded once they have been looked at. */
export function Reviews() {
  const { say, goTo } = useDesk();
  const duties = useAnswer("duties", {});
  const grades = useAnswer("grade", (duties.value?.reviews.length ?? 0) > 0 ? {} : undefined);
  const due = duties.value?.reviews;
  const list = due && (due.length === 0 ? [] : grades.value && reviewsOf(due, grades.value.customers));
  if (list && list.length > 0) return <ToReview reviews={list} asks={duties.value} grades={grades} />;
  return (
    <Screen
      title={say("title.reviews")}
      at={duties.at}
      refresh={duties.refresh}
      primary={<Primary label={say("act.openToday")} onPress={() => goTo("today")} />}
    >
      <Reading loaded={duties}>
        {({ reviews }) =>
          reviews.length === 0 ? (
            <Empty kind="done" title={say("reviews.none")} how={say("reviews.noneHow")} />
          ) : (
            <Reading loaded={grades}>{() => null}</Reading>
          )
        }
      </Reading>
    </Screen>
  );
}

function reviewsOf(due: readonly Due[], grades: readonly Graded[]): Review[] {
  const byId = new Map(grades.map((each) => [each.id, each]));
  return due.flatMap((each) => {
    const now = byId.get(each.customer);
    return now ? [{ ...each, now }] : [];
  });
}

interface Props {
  readonly reviews: readonly Review[];
  readonly asks: Pick<Output<"duties">, "deciders" | "asksName"> | undefined;
  readonly grades: Loaded<Output<"grade">>;
}

function ToReview({ reviews, asks = { deciders: [], asksName: false }, grades }: Props) {
  const { say } = useDesk();
  const [by, setBy] = useState("");
  const [showsFault, setShowsFault] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { act, run, done } = useReviewRun();
  const save = () => {
    setShowsFault(true);
    if (asks.asksName && by.trim() === "") return focusFault(form.current);
    void run(
      reviews.map(({ customer }) => customer),
      by.trim(),
    );
  };
  const count = reviews.length;
  const label = act.isUnsure ? say("act.retry") : say("act.reviewN", { count });
  return (
    <Screen
      title={say("title.reviews")}
      at={grades.at}
      refresh={grades.refresh}
      primary={<Primary label={label} isBusy={act.isBusy} needs="decide" onPress={save} />}
    >
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="lead" role="status">
        {done === undefined ? say("reviews.how") : say("reviews.progress", { done, of: count })}
      </p>
      {asks.asksName ? (
        <FormBody form={form}>
          <DeciderField
            period={asks}
            value={by}
            showsFault={showsFault}
            isDisabled={act.isBusy || act.isUnsure}
            onValue={setBy}
          />
        </FormBody>
      ) : null}
      <Reading loaded={grades}>
        {() => <Paged list={reviews}>{(each) => <ReviewRow key={each.customer} review={each} />}</Paged>}
      </Reading>
    </Screen>
  );
}

function ReviewRow({ review: { customer, name, grade, dueOn, now } }: { review: Review }) {
  const { say, open, language, today } = useDesk();
  const counts = now.override?.grade ?? now.grade;
  const facts = [
    grade === "" ? say("reviews.first") : say("reviews.was", { grade }),
    say("reviews.due", { day: dayShort(dueOn, today, language) }),
    now.grade === "N" ? "" : say("reviews.score", { score: now.score }),
  ];
  return (
    <LinkRow
      title={name}
      sub={facts.filter((fact) => fact !== "").join(" · ")}
      value={counts === "N" ? say("approvals.ungraded") : say("reviews.grade", { grade: counts })}
      onOpen={() => open({ name: "customer", id: customer })}
    />
  );
}

/** Customers recorded in one call. */
const TOGETHER = 200;

/** Chunk after chunk; when nobody knows whether one was recorded, the very same is sent again. */
function useReviewRun() {
  const { say, tell } = useDesk();
  const act = useAct();
  const [done, setDone] = useState<number | undefined>(undefined);
  const pending = useRef<{ readonly input: Input<"reviewGrades">; readonly at: number } | undefined>(
    undefined,
  );
  const run = async (customers: readonly string[], by: string) => {
    let at = pending.current?.at ?? 0;
    while (at < customers.length) {
      const chunk = customers.slice(at, at + TOGETHER);
      const fresh = { action: newActionId(), customers: chunk, ...(by === "" ? {} : { by }) };
      const { input } = pending.current ?? { input: fresh };
      pending.current = { input, at };
      if (!(await act.run(() => call("reviewGrades", input)))) break;
      pending.current = undefined;
      at += chunk.length;
      setDone(at);
    }
    setDone(undefined);
    if (at === 0) return;
    markOld();
    tell({ text: say("done.reviewed", { count: at }) });
  };
  return { act, run, done };
}
