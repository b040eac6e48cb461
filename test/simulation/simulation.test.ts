import { describe, expect, it } from "vitest";
import { brokenBy } from "./world.ts";

/**
 * Three users and their hands at one ledger, with runs that are killed on the way. After every batch of
 * steps the invariants hold. SEED repeats a run; DEEP=1 makes it long.
 */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const ACTIONS = Number(process.env.ACTIONS ?? (process.env.DEEP === undefined ? 4_000 : 200_000));
const ACTIONS_PER_LEDGER = 200;

describe("random actions, hands and kills", () => {
  it(`keep the books sound (SEED=${SEED})`, { timeout: 36_000_000 }, () => {
    const started = process.cpuUsage();
    for (let done = 0; done < ACTIONS; done += ACTIONS_PER_LEDGER)
      expect(brokenBy(SEED + done / ACTIONS_PER_LEDGER, ACTIONS_PER_LEDGER)).toEqual([]);
    const { user, system } = process.cpuUsage(started);
    const minutes = (user + system) / 60e6;
    console.log(
      `simulation SEED=${SEED}: ${ACTIONS} actions, ${Math.round(ACTIONS / minutes)} a minute of CPU`,
    );
  });
});
