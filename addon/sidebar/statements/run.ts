import { useEffect, useRef, useState } from "preact/hooks";
import type { Input, Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { slot } from "../router.ts";
import { call, type Trouble } from "../server.ts";
import { markOld } from "../shelf.ts";

export type Made = Output<"makeStatements">["made"][number];

type Ask = Input<"makeStatements">["asks"][number];

/** Statements made in one call. */
const TOGETHER = 10;

interface Progress {
  readonly asks: readonly Ask[];
  readonly made: readonly Made[];
}

/** A run over many statements: it can be stopped and gone on with; what is made is never made again. */
export interface StatementRun extends Progress {
  readonly isRunning: boolean;
  readonly trouble: Trouble | undefined;
  readonly start: (asks: readonly Ask[]) => Promise<void>;
  readonly goOn: () => Promise<void>;
  readonly stop: () => void;
  /** Back to the choice of what to make. */
  readonly forget: () => void;
}

const runs = slot<Progress>();

/** The run of the statements screen; who leaves the screen stops it behind the call that is under way. */
export function useStatementRun(): StatementRun {
  const { say, tell } = useDesk();
  const [progress, setProgress] = useKept<Progress>(runs, () => ({ asks: [], made: [] }));
  const [isRunning, setRunning] = useState(false);
  const stopped = useRef(false);
  const act = useAct();
  const stop = () => {
    stopped.current = true;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen is left.
  useEffect(() => stop, []);

  const run = async ({ asks, made: before }: Progress) => {
    stopped.current = false;
    setRunning(true);
    const made = [...before];
    setProgress({ asks, made });
    while (made.length < asks.length && !stopped.current) {
      const next = asks.slice(made.length, made.length + TOGETHER);
      const answer = await act.run(() => call("makeStatements", { asks: next }));
      if (!answer) break;
      made.push(...answer.made);
      setProgress({ asks, made: [...made] });
    }
    setRunning(false);
    markOld();
    const isDone = made.length === asks.length;
    tell({ text: isDone ? say("statements.done", { count: made.length }) : say("statements.stopped") });
  };
  return {
    ...progress,
    isRunning,
    trouble: act.trouble,
    start: (asks) => run({ asks, made: [] }),
    goOn: () => run(progress),
    stop,
    forget: () => setProgress({ asks: [], made: [] }),
  };
}
