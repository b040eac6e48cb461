import { useRef, useState } from "preact/hooks";
import type { Input } from "../../protocol.ts";
import type { RefusalKind } from "../../refusal.ts";
import { useAct } from "../act.ts";
import { call, newActionId, type Trouble } from "../server.ts";
import { markOld } from "../shelf.ts";
import { type Channel, draftFor, type Letter, recordOf } from "./letter.ts";

/** Letters recorded in one call. */
const TOGETHER = 100;

export interface RecordWish {
  readonly state: "drafted" | "sent";
  readonly channel: Channel;
}

interface Progress {
  readonly letters: readonly Letter[];
  readonly wish: RecordWish;
  /** How many letters have been sent to the ledger, and how many of them it took. */
  readonly done: number;
  readonly recorded: number;
  /** Customers who dropped out: they paid, promised or were reminded meanwhile. */
  readonly dropped: readonly { readonly customer: string; readonly name: string }[];
  readonly actions: readonly string[];
}

/** A run over many letters: what is recorded is never recorded again, and a lost answer is asked for again. */
export interface RecordRun {
  readonly progress: Progress | undefined;
  readonly isRunning: boolean;
  readonly isUnsure: boolean;
  readonly trouble: Trouble | undefined;
  readonly start: (letters: readonly Letter[], wish: RecordWish) => void;
  readonly goOn: () => void;
  readonly stop: () => void;
}

/** `onEnd` hears how far it came, however it ended. */
export function useRecordRun(onEnd: (progress: Progress) => void): RecordRun {
  const [progress, setProgress] = useState<Progress | undefined>(undefined);
  const [isRunning, setRunning] = useState(false);
  const stopped = useRef(false);
  const pending = useRef<Input<"recordReminders"> | undefined>(undefined);
  const act = useAct();
  const run = async (from: Progress) => {
    stopped.current = false;
    setRunning(true);
    let now = from;
    setProgress(now);
    while (now.done < now.letters.length && !stopped.current) {
      const input = pending.current ?? chunkOf(now);
      pending.current = input;
      const next = await recorded(act, input, now);
      if (!next) break;
      pending.current = undefined;
      now = next;
      setProgress(now);
    }
    setRunning(false);
    markOld();
    onEnd(now);
  };
  return {
    ...{ progress, isRunning, isUnsure: act.isUnsure, trouble: act.trouble },
    start: (letters, wish) => void run({ letters, wish, done: 0, recorded: 0, dropped: [], actions: [] }),
    goOn: () => void (progress && run(progress)),
    stop: () => {
      stopped.current = true;
    },
  };
}

function chunkOf({ letters, wish, done }: Progress): Input<"recordReminders"> {
  const { state, channel } = wish;
  return {
    ...{ action: newActionId(), state, channel },
    letters: letters.slice(done, done + TOGETHER).map((each) => recordOf(each, draftFor(each, channel))),
  };
}

/** One chunk further; nothing where it could not be, or nobody knows. */
async function recorded(
  act: ReturnType<typeof useAct>,
  input: Input<"recordReminders">,
  now: Progress,
): Promise<Progress | undefined> {
  let areAllGone = false;
  const answer = await act.run(async () => {
    const told = await call("recordReminders", input);
    areAllGone = !told.ok && told.trouble.kind === "refusal" && told.trouble.why === ALL_GONE;
    return told;
  });
  const done = now.done + input.letters.length;
  if (answer) {
    const dropped = [...now.dropped, ...answer.dropped];
    const actions = [...now.actions, input.action];
    return { ...now, done, recorded: now.recorded + answer.recorded, dropped, actions };
  }
  if (!areAllGone) return undefined;
  act.forget();
  return { ...now, done, dropped: [...now.dropped, ...now.letters.slice(now.done, done)] };
}

/** Nobody of a chunk is due what was shown any more. */
const ALL_GONE = "remindersChanged" satisfies RefusalKind;
