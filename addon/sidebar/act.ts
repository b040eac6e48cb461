import { useRef, useState } from "preact/hooks";
import type { RefusalKind } from "../refusal.ts";
import { useDesk } from "./desk.ts";
import { type Answer, call, newActionId, type Trouble } from "./server.ts";
import { markOld } from "./shelf.ts";
import type { Say } from "./words/words.ts";

/** One thing being done at the server: busy while in flight, and what became of it. */
export interface Act {
  readonly isBusy: boolean;
  readonly trouble: Trouble | undefined;
  /** It may have been booked: the same must be sent again before anything is changed. */
  readonly isUnsure: boolean;
  readonly run: <T>(job: () => Promise<Answer<T>>) => Promise<T | undefined>;
  readonly forget: () => void;
}

/** Runs calls one at a time: a second press while one is in flight does nothing. */
export function useAct(): Act {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | undefined>(undefined);
  const inFlight = useRef(false);
  const run = async <T>(job: () => Promise<Answer<T>>): Promise<T | undefined> => {
    if (inFlight.current) return undefined;
    inFlight.current = true;
    setBusy(true);
    const answer = await job();
    inFlight.current = false;
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok && isNewDamage(answer.trouble)) markOld();
    return answer.ok ? answer.value : undefined;
  };
  const isUnsure = trouble !== undefined && trouble.kind !== "refusal";
  return { isBusy, trouble, isUnsure, run, forget: () => setTrouble(undefined) };
}

/** Somebody met damage: every screen is to say so. */
function isNewDamage(trouble: Trouble): boolean {
  return trouble.kind === "refusal" && trouble.why === ("damaged" satisfies RefusalKind);
}

/** A trouble as one sentence: nothing of what a report says. */
export function troubleText(trouble: Trouble, say: Say, kind: "read" | "write" = "read"): string {
  if (trouble.kind === "bug") return say(kind === "read" ? "trouble.bug" : "trouble.bugWrite");
  if (trouble.kind === "lost") return say(kind === "read" ? "trouble.lost" : "trouble.lostWrite");
  return isSentence(trouble.sentence) ? trouble.sentence : say("refusal.other");
}

/** The server says sentences; a bare code name is not one. */
function isSentence(text: string): boolean {
  return /[\u4e00-\u9fff]/.test(text) || /\s/.test(text.trim());
}

/** Takes a whole action back and says so. */
export function useUndo(): { isBusy: boolean; undo: (of: string) => Promise<void> } {
  const { say, tell } = useDesk();
  const act = useAct();
  const ids = useRef(new Map<string, string>());
  const undo = async (of: string) => {
    const action = ids.current.get(of) ?? newActionId();
    ids.current.set(of, action);
    const done = await act.run(async () => {
      const answer = await call("undo", { action, of });
      if (!answer.ok) tell({ text: troubleText(answer.trouble, say, "write"), undo: of, isTrouble: true });
      return answer;
    });
    if (!done) return;
    markOld();
    tell({ text: say("done.undo") });
  };
  return { isBusy: act.isBusy, undo };
}
