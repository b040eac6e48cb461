import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Random } from "../simulation/random.ts";
import { CopiedTree } from "./copied-tree.ts";
import { PLANTED, type PlantedBug } from "./planted-bugs.ts";

/**
 * Bugs planted in a copy of the sources, one at a time: the tests named beside each must fail. A few drawn by
 * SEED with `npm test`, all of them with DEEP=1. Without a bug the same tests pass.
 */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const FEW = 3;
const seconds = (n: number) => n * 1_000;

const planted = process.env.DEEP === undefined ? drawn(new Random(SEED), FEW) : PLANTED;
const missed: string[] = [];
let tree: CopiedTree;

function drawn(random: Random, count: number): PlantedBug[] {
  const left = PLANTED.filter((bug) => !bug.caughtBy.includes("faults"));
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)).flat();
}

describe(`planted bugs (SEED=${SEED})`, () => {
  beforeAll(() => {
    tree = new CopiedTree();
  });
  afterAll(() => {
    tree.remove();
    console.log(`planted bugs caught: ${planted.length - missed.length} of ${planted.length}, SEED=${SEED}`);
  });

  it("are not there yet: the tests pass", { timeout: seconds(600) }, async () => {
    expect(await tree.passes([...new Set(planted.map((bug) => bug.caughtBy))])).toBe(true);
  });

  it.each(planted)("$name", { timeout: seconds(300) }, async ({ name, file, find, put, caughtBy }) => {
    tree.write(
      file,
      tree.read(file).replace(find, () => put),
    );
    const passes = await tree.passes([caughtBy]);
    tree.restore(file);
    if (passes) missed.push(name);
    expect(passes, `${name} is not noticed by ${caughtBy}`).toBe(false);
  });
});
