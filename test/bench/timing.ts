import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Draw } from "./sample-ledger.ts";

setFlagsFromString("--expose-gc");
/**
 * Clears away what others left lately, so that nobody pays for somebody else's garbage. Not everything: a
 * full collection throws compiled code away too.
 */
const collectGarbage = runInNewContext("() => gc({ type: 'minor' })") as () => void;

/** One thing that is timed beside others. */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

/** Milliseconds of one contender over all rounds. */
export interface Times {
  readonly median: number;
  /** Half the distance of the quartiles over the median: how restless the machine was. */
  readonly spread: number;
  /** Median of processor time, over all threads: what is left of the noise when others use the machine too. */
  readonly cpu: number;
  readonly all: readonly number[];
}

/** Milliseconds on the clock, and of processors at work. */
interface Sample {
  readonly clock: number;
  readonly cpu: number;
}

/**
 * Runs all contenders in every round, in an order drawn anew, and so often within a round that each takes
 * some milliseconds. Before the first round each runs for a while, so that its code is
 * compiled.
 */
export async function timesOf(
  contenders: readonly Contender[],
  { rounds, draw }: { rounds: number; draw: Draw },
): Promise<Map<string, Times>> {
  const samples = new Map(contenders.map(({ name }) => [name, [] as Sample[]]));
  const repeats = new Map<string, number>();
  for (const { name, run } of contenders) repeats.set(name, repeatsFor((await warmedUp(run)).cpu));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of inDrawnOrder(contenders, draw))
      samples.get(name)?.push(await timed(run, repeats.get(name) ?? 1));
  }
  return new Map([...samples].map(([name, all]) => [name, summaryOf(all)]));
}

const MILLISECONDS_A_ROUND = 10;
const MILLISECONDS_OF_WARM_UP = 400;

async function warmedUp(run: () => unknown): Promise<Sample> {
  const until = performance.now() + MILLISECONDS_OF_WARM_UP;
  while (performance.now() < until) await run();
  return timed(run, 3);
}

function repeatsFor(milliseconds: number): number {
  return Math.max(1, Math.min(2_000, Math.ceil(MILLISECONDS_A_ROUND / Math.max(milliseconds, 0.001))));
}

/** One run, as the mean of so many. */
async function timed(run: () => unknown, repeats: number): Promise<Sample> {
  collectGarbage();
  const [start, atWork] = [performance.now(), process.cpuUsage()];
  for (let i = 0; i < repeats; i += 1) {
    const answer = run();
    if (answer instanceof Promise) await answer;
  }
  const clock = (performance.now() - start) / repeats;
  const { user, system } = process.cpuUsage(atWork);
  return { clock, cpu: (user + system) / 1_000 / repeats };
}

function inDrawnOrder(contenders: readonly Contender[], draw: Draw): Contender[] {
  const keyed = contenders.map((contender) => ({ contender, key: draw.below(1_000_000) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ contender }) => contender);
}

function summaryOf(samples: readonly Sample[]): Times {
  const all = samples.map(({ clock }) => clock);
  const median = quantile(all, 0.5);
  const spread = (quantile(all, 0.75) - quantile(all, 0.25)) / 2 / median;
  return {
    median,
    spread,
    cpu: quantile(
      samples.map(({ cpu }) => cpu),
      0.5,
    ),
    all,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

/** The median of the ratios round by round: what both suffered from the machine cancels out. */
export function ratioOf(slow: Times | undefined, fast: Times | undefined): number {
  return quantile(
    (slow?.all ?? []).map((time, i) => time / (fast?.all[i] ?? Number.NaN)),
    0.5,
  );
}
