import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { troubleText } from "../act.ts";
import { every, momentText, now } from "../clock.ts";
import { copyText } from "../copy.ts";
import { useDesk } from "../desk.ts";
import type { Trouble } from "../server.ts";
import type { Loaded } from "../shelf.ts";
import { Quiet, Secondary } from "./buttons.tsx";
import { Icon } from "./icon.tsx";

/** Grey lines in the place of what is being read. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  const { say } = useDesk();
  return (
    <div class="skeleton" role="status">
      <span class="for-readers">{say("say.loading")}</span>
      <div class="bone wide" />
      <div class="bone bar" />
      {Array.from({ length: rows }, (_, i) => `bone ${i}`).map((key) => (
        <div class="bone" key={key} />
      ))}
    </div>
  );
}

type EmptyKind = "nothing" | "done" | "filtered" | "unknown";

const EMPTY_ICONS = { nothing: "add", done: "done", filtered: "search", unknown: "question" } as const;

/** The four kinds of empty: nothing yet, all done, a filter hides, cannot tell. Never one for another. */
export function Empty(props: { kind: EmptyKind; title: string; how?: string; children?: ComponentChildren }) {
  return (
    <div class={`empty ${props.kind}`}>
      <span class="empty-mark">
        <Icon name={EMPTY_ICONS[props.kind]} />
      </span>
      <p class="empty-title">{props.title}</p>
      {props.how ? <p class="empty-how">{props.how}</p> : null}
      {props.children ? <div class="empty-acts">{props.children}</div> : null}
    </div>
  );
}

/** Why something was not done or not read, and what to do; a report is copied, never shown. */
export function TroubleBox({ trouble, kind }: { trouble: Trouble; kind: "read" | "write" }) {
  const { say, tell } = useDesk();
  const copy = async (report: string) => {
    if (await copyText(report)) tell({ text: say("done.reportCopied") });
  };
  return (
    <div class="strip trouble" role="alert">
      <Icon name="alert" />
      <span class="strip-text">{troubleText(trouble, say, kind)}</span>
      {trouble.kind === "refusal" ? null : (
        <Quiet label={say("act.copyReport")} onPress={() => void copy(trouble.report)} />
      )}
    </div>
  );
}

/** Shows what was read, or why not; old data stays on the screen and says how old it is. */
export function Reading<T>(props: {
  loaded: Loaded<T>;
  rows?: number;
  children: (value: T) => ComponentChildren;
}) {
  const { loaded, children } = props;
  const { say } = useDesk();
  if (loaded.value !== undefined) {
    return (
      <>
        <Staleness loaded={loaded} />
        {children(loaded.value)}
      </>
    );
  }
  if (!loaded.trouble) return <Skeleton {...(props.rows ? { rows: props.rows } : {})} />;
  return (
    <>
      <TroubleBox trouble={loaded.trouble} kind="read" />
      <Empty kind="unknown" title={say("trouble.cannot")}>
        <Secondary label={say("act.retry")} onPress={loaded.refresh} />
      </Empty>
    </>
  );
}

/** After so long others may have written: the screen says so. */
const STALE_AFTER = 10 * 60_000;

function Staleness<T>({ loaded }: { loaded: Loaded<T> }) {
  const { say, language } = useDesk();
  const [moment, setMoment] = useState(now);
  useEffect(() => every(30_000, () => setMoment(now())), []);
  const age = moment - loaded.at;
  const text = loaded.trouble
    ? say("say.notRefreshed", { time: momentText(loaded.at, language) })
    : age > STALE_AFTER
      ? say("say.stale", { minutes: Math.floor(age / 60_000) })
      : "";
  if (text === "" || (loaded.isLoading && !loaded.trouble)) return null;
  return (
    <div class="strip stale" role="status">
      <Icon name="question" />
      <span class="strip-text">{text}</span>
      <Quiet label={say("act.refresh")} onPress={loaded.refresh} />
    </div>
  );
}
