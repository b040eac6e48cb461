import { describe, expect, it } from "vitest";
import type { Fault } from "../../addon/local/google/runtime.ts";
import { approvalScenes, collectionScenes, wishScenes } from "./credit-fault-scenes.ts";
import {
  bookingScenes,
  clockScenes,
  damageScenes,
  handScenes,
  identifyScenes,
  importScenes,
  keepingScenes,
  type Scene,
  sampleScene,
} from "./fault-scenes.ts";
import { projection } from "./projection.ts";

/**
 * Every writing action, killed at every server call in every way, and tried again with the same input:
 * it ends as if nothing had happened on the way. Some retries, drawn by SEED, are killed too, at a
 * call that is drawn (DEEP=1: all of them, at every call).
 */
const MODES: Fault["mode"][] = ["before", "after", "unknown", "torn"];
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const IS_DEEP = process.env.DEEP !== undefined;
console.log(`faults: SEED=${SEED}`);

/** Of so many kills one is followed by a kill of the retry. */
const RETRIES_DRAWN = 4;

let drawn = SEED;
function draw(below: number): number {
  drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((drawn / 2 ** 32) * below);
}

/** Where a run is killed, and where the next try of the same action. */
type Kills = readonly Fault[];

function killsOf(scene: Scene): Kills[] {
  const { reply, run } = scene.bench.copy().run(scene.name, scene.input);
  expect(reply).toMatchObject({ ok: true });
  const { calls } = run.counts;
  const all = MODES.flatMap((mode) => Array.from({ length: calls }, (_, i) => ({ at: i + 1, mode })));
  return all.flatMap((first): Kills[] => {
    const again = { at: 1 + draw(calls), mode: MODES[draw(4)] ?? "before" };
    const drawnAgain = draw(RETRIES_DRAWN) === 0 ? [again] : [];
    return [[first], ...(IS_DEEP ? all : drawnAgain).map((next): Kills => [first, next])];
  });
}

/** What the ledger is in the end, and how many rows it says were typed and not taken over. */
function endOf(scene: Scene, kills: Kills): { books: string; marks: number } {
  const bench = scene.bench.copy();
  for (const fault of kills) bench.runKilled(scene.name, scene.input, fault);
  const { reply } = bench.run(scene.name, scene.input);
  const books = JSON.stringify({ reply: reply.ok || reply, ...projection(bench) });
  const aging = bench.run("aging", {}).reply;
  const { notTakenOver } = (aging.ok ? aging.value : {}) as { notTakenOver?: { rows: number } };
  return { books, marks: notTakenOver?.rows ?? -1 };
}

interface Verdict {
  readonly kills: number;
  /** Kills after which something is lost, doubled or half. */
  readonly wrong: string[];
  /** Kills after which rows are said to be not taken over that nobody typed. */
  readonly marked: string[];
}

const verdicts = new Map<Scene, Verdict>();

function verdictOf(scene: Scene, choose = (kills: Kills[]): Kills[] => kills): Verdict {
  const known = verdicts.get(scene);
  if (known) return known;
  const wanted = endOf(scene, []);
  const verdict: Verdict = { kills: 0, wrong: [], marked: wanted.marks === 0 ? [] : ["not killed"] };
  const kills = choose(killsOf(scene));
  for (const each of kills) {
    const { books, marks } = endOf(scene, each);
    const name = each.map(({ at, mode }) => `${mode} ${at}`).join(" + ");
    if (books !== wanted.books) verdict.wrong.push(name);
    if (marks !== 0) verdict.marked.push(name);
  }
  const done = { ...verdict, kills: kills.length };
  verdicts.set(scene, done);
  console.log(`${scene.what}: ${kills.length} kills, ${done.wrong.length} lost, doubled or half`);
  return done;
}

const scenes = [
  ...bookingScenes(),
  ...identifyScenes(),
  ...clockScenes(),
  ...approvalScenes(),
  ...collectionScenes(),
  ...wishScenes(),
  ...importScenes(),
  ...handScenes(),
  ...keepingScenes(),
  ...damageScenes(),
];
const sample = sampleScene();
/** A run of the sample takes seconds: torn or killed as it writes the journal, and before it is all done. */
const some = (kills: Kills[]) => {
  const last = Math.max(...kills.map(([first]) => first?.at ?? 0));
  const at = (fault: Fault) => fault.mode !== "after" && [4, last - 2].includes(fault.at);
  return kills.filter((each) => IS_DEEP || (each.length === 1 && each.every(at)));
};
const choiceFor = (scene: Scene) => (scene === sample ? some : undefined);

describe.each([...scenes, sample])(
  "$what, killed at every call and tried again",
  { timeout: 7_200_000 },
  (scene) => {
    it("ends as if nothing had happened on the way", () => {
      expect(verdictOf(scene, choiceFor(scene)).wrong, `SEED=${SEED}`).toEqual([]);
    });

    it("says of no row that it was typed", () => {
      expect(verdictOf(scene, choiceFor(scene)).marked, `SEED=${SEED}`).toEqual([]);
    });
  },
);
