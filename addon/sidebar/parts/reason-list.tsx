import { useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { Quiet } from "./buttons.tsx";

/** How many reasons are said at once. */
const FIRST = 2;

/** Why, the heaviest reason first; the rest opens. */
export function ReasonList({ reasons }: { reasons: Output<"orderCheck">["reasons"] }) {
  const { say } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const rest = reasons.length - FIRST;
  return (
    <>
      <ul class="reasons" aria-label={say("order.reasons")}>
        {reasons.slice(0, isOpen ? undefined : FIRST).map(({ kind, text }) => (
          <li key={`${kind} ${text}`}>{text}</li>
        ))}
      </ul>
      {rest > 0 && !isOpen ? (
        <Quiet label={say("credit.moreReasons", { count: rest })} onPress={() => setOpen(true)} />
      ) : null}
    </>
  );
}
