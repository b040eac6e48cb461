import { useRef } from "preact/hooks";
import { troubleText, useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { call, newActionId } from "../server.ts";
import { markOld } from "../shelf.ts";

/** Takes a whole import back, or discards one that was not finished, and says so. */
export function useUndoBatch(): { isBusy: boolean; undoBatch: (batch: string) => Promise<boolean> } {
  const { say, tell } = useDesk();
  const act = useAct();
  const ids = useRef(new Map<string, string>());
  const undoBatch = async (batch: string) => {
    const action = ids.current.get(batch) ?? newActionId();
    ids.current.set(batch, action);
    const done = await act.run(async () => {
      const answer = await call("undoBatch", { action, batch });
      if (!answer.ok) tell({ text: troubleText(answer.trouble, say, "write"), isTrouble: true });
      return answer;
    });
    if (!done) return false;
    tell({ text: say("done.undoBatch", { count: done.undone }) });
    markOld();
    return true;
  };
  return { isBusy: act.isBusy, undoBatch };
}
