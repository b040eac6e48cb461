import { useState } from "preact/hooks";
import { ZERO } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { hasRight } from "../../rights.ts";
import { useDesk } from "../desk.ts";
import type { Screen } from "../router.ts";
import type { Say } from "../words/words.ts";
import { Quiet, Secondary } from "./buttons.tsx";
import { Amount } from "./money.tsx";
import { PlainRow } from "./row.tsx";
import { toDoText } from "./row-words.ts";

type ToDo = Output<"today">["toDo"][number];

const FIRST = 5;
const MORE = 50;

/** What to do now, each with one verb; the first few, then as many as are asked for. */
export function ToDoList({ toDo }: { toDo: readonly ToDo[] }) {
  const { say } = useDesk();
  const [shown, setShown] = useState(FIRST);
  return (
    <>
      <ul class="rows">
        {toDo.slice(0, shown).map((each) => (
          <ToDoRow
            key={`${each.kind} ${each.customer} ${each.currency} ${each.amount} ${each.days}`}
            toDo={each}
          />
        ))}
      </ul>
      {toDo.length > shown ? (
        <Quiet label={say("act.showMore")} onPress={() => setShown(shown + MORE)} />
      ) : null}
    </>
  );
}

function ToDoRow({ toDo }: { toDo: ToDo }) {
  const { say, open, me } = useDesk();
  const mayDecide = me === undefined || hasRight(me.role, "decide");
  const screen = screenOf(toDo);
  const hasAmount = toDo.amount !== ZERO;
  return (
    <PlainRow
      title={titleOf(toDo, say)}
      sub={toDoText(toDo, say)}
      value={hasAmount ? <Amount value={toDo.amount} currency={toDo.currency} /> : null}
      verb={
        screen ? (
          <Secondary
            label={toDo.kind === "approvals" && !mayDecide ? say("act.view") : verbOf(toDo, say)}
            onPress={() => open(screen)}
          />
        ) : null
      }
    />
  );
}

function titleOf(toDo: ToDo, say: Say): string {
  if (toDo.kind === "unidentified") return say("toDo.unidentified", { count: toDo.count });
  return toDo.kind === "approvals" ? say("title.approvals") : toDo.name;
}

/** The screen of a thing to do. */
function screenOf(toDo: ToDo): Screen | undefined {
  switch (toDo.kind) {
    case "unidentified":
      return { name: "identify" };
    case "batch":
      return { name: "batches" };
    case "handEdits":
      return { name: "handEdits" };
    case "approvals":
      return { name: "approvals" };
    case "problem":
      return { name: "checkUp" };
    default:
      return screenOfCustomer(toDo);
  }
}

function screenOfCustomer({ customer, receipt }: ToDo): Screen | undefined {
  if (customer && receipt) return { name: "draft", customer, receipt };
  return customer ? { name: "customer", id: customer } : undefined;
}

/** One verb for each: what the screen behind it does. */
function verbOf(toDo: ToDo, say: Say): string {
  if (toDo.kind === "unidentified") return say("act.identify");
  if (toDo.kind === "batch") return say("act.goOnShort");
  if (toDo.kind === "approvals") return say("act.decideShort");
  return say(toDo.kind === "handEdits" ? "act.takeOverShort" : "act.view");
}
