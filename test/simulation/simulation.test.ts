import { describe, expect, it } from "vitest";
import type { Fault } from "../../addon/local/google/runtime.ts";
import { CallFailed } from "../../addon/local/vm.ts";
import { QuickBench } from "../addon/quick-bench.ts";
import { type Act, importRest, randomAct } from "./acts.ts";
import { randomHands } from "./hands.ts";
import { accountsOf, brokenIn } from "./invariants.ts";
import { Random } from "./random.ts";

/**
 * Three users and their hands at one ledger, with runs that are killed on the way. After every batch of
 * steps the invariants hold. SEED repeats a run; DEEP=1 makes it long.
 */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const ACTIONS = Number(process.env.ACTIONS ?? (process.env.DEEP === undefined ? 6_000 : 200_000));
const ACTIONS_PER_LEDGER = 200;
const ACTIONS_PER_BATCH = 40;
const USERS = ["wang@example.com", "li@example.com", "zhao@example.com"];
const MODES: Fault["mode"][] = ["before", "after", "unknown", "torn"];

/**
 * While known bugs stand (test/addon/known-bugs.test.ts): receipts that were typed are taken over one by
 * one, and no batch is left open.
 */
const AT_ONCE = new Set(["typeReceipt", "copyRow"]);
const BATCHES_STAY_OPEN = false;

class World {
  readonly log: string[] = [];
  readonly bench = new QuickBench();
  private readonly random: Random;
  private readonly actions: string[] = [];
  private readonly batches: string[] = [];
  private n = 0;

  constructor(seed: number) {
    this.random = new Random(seed);
    this.bench.call("setup", { language: "zh" });
    for (const { id: tab, name } of this.bench.workbook.tabs)
      if (name !== "_state") this.bench.workbook.apply({ do: "removeRows", tab, row: 31, count: 970 });
    this.act({ name: "addCustomer", input: { action: "action-0", customer: { code: "K0", name: "甲" } } });
  }

  /** One step: a call of a user, or something typed. */
  step(): void {
    this.n += 1;
    if (this.random.isLikely(25)) {
      const hands = randomHands({ bench: this.bench, random: this.random, n: this.n });
      this.log.push(hands);
      if (AT_ONCE.has(hands)) this.settle();
      return;
    }
    const around = this.around();
    const act = randomAct(around);
    const reply = this.act(act);
    const value = reply?.ok ? (reply.value as { batch?: string }) : undefined;
    if (value?.batch === undefined) return;
    this.batches.push(value.batch);
    for (const next of importRest(around, value.batch)) this.act(next, { isLeft: BATCHES_STAY_OPEN });
  }

  /** Takes everything over, so that the books are what the tabs say. */
  settle(): void {
    this.n += 1;
    this.act({ name: "takeOver", input: { action: `settle-${this.n}`, all: true } }, { killed: 0 });
  }

  /** Known bug (test/addon/known-bugs.test.ts): the service's own error may come out instead of an answer. */
  private killed(name: string, input: object, fault: Fault): void {
    try {
      this.bench.runKilled(name, input, fault);
    } catch (error) {
      if (!(error instanceof CallFailed && fault.mode === "unknown")) throw error;
    }
  }

  private around() {
    const accounts = accountsOf(this.bench).filter((account) => account.customer.id !== "?");
    return { random: this.random, n: this.n, accounts, actions: this.actions, batches: this.batches };
  }

  /** A call that may be killed; mostly it is tried again, sometimes it is left for the next run to complete. */
  private act({ name, input }: Act, { killed = 15, isLeft = true } = {}) {
    const user = this.random.of(USERS) ?? "wang@example.com";
    if (this.random.isLikely(killed) && !isUnidentified(input)) {
      const fault = { at: 1 + this.random.below(24), mode: this.random.of(MODES) ?? "before" };
      this.log.push(`${name} ${JSON.stringify(input)} ${fault.mode} ${fault.at}`);
      this.killed(name, input, fault);
      if (isLeft && this.random.isLikely(20)) return undefined;
    }
    this.log.push(`${name} ${JSON.stringify(input)}`);
    const { reply } = this.bench.run(name, input, { user });
    if (!reply.ok && reply.kind === "bug") throw new Error(reply.report);
    if (reply.ok && "action" in input && !isReopenable(name, input)) this.actions.push(String(input.action));
    return reply;
  }
}

/** Known bug (test/addon/known-bugs.test.ts): these are undone though a bounced draft has reopened them. */
function isReopenable(name: string, input: object): boolean {
  return name === "apply" || JSON.stringify(input).includes('"draft"');
}

/** Known bug (test/addon/known-bugs.test.ts): completed after a kill, it forgets the unidentified before it. */
function isUnidentified(input: object): boolean {
  return "receipt" in input && typeof input.receipt === "object" && !("customer" in (input.receipt ?? {}));
}

/** Runs one ledger's actions; what is broken comes with the steps that led there. */
function brokenBy(seed: number, count: number): string[] {
  const world = new World(seed);
  for (let i = 1; i <= count; i += 1) {
    try {
      world.step();
      if (i % ACTIONS_PER_BATCH !== 0) continue;
      world.settle();
    } catch (error) {
      return [`SEED=${seed} at step ${i}: ${String(error)}`, ...world.log.slice(-25)];
    }
    const broken = brokenIn(world.bench);
    if (broken.length > 0)
      return [`SEED=${seed} at step ${i}`, ...broken.slice(0, 8), ...world.log.slice(-25)];
  }
  return [];
}

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
