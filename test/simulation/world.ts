import type { Fault } from "../../addon/local/google/runtime.ts";
import { QuickBench } from "../addon/quick-bench.ts";
import type { Act } from "./act.ts";
import { importRest, randomAct } from "./acts.ts";
import { randomHands } from "./hands.ts";
import { accountsOf, brokenIn } from "./invariants.ts";
import { Random } from "./random.ts";

const ACTIONS_PER_BATCH = 40;
const USERS = ["wang@example.com", "li@example.com", "zhao@example.com"];
const MODES: Fault["mode"][] = ["before", "after", "unknown", "torn"];

/** A row that a take-over lists, and where it stands. */
interface Listed {
  readonly kind: string;
  readonly place: { readonly table: string; readonly row?: number };
}

/** Listed only so that somebody knows: the row is as the journal says. */
const SETTLED = new Set(["machineCellTyped", "cellEmptied", "rowDeleted", "proposed"]);

/** One ledger, three users and their hands; everything that happens comes from the seed. */
export class World {
  readonly log: string[] = [];
  readonly bench = new QuickBench();
  private readonly random: Random;
  private readonly actions: string[] = [];
  private readonly batches: string[] = [];
  private n = 0;

  constructor(seed: number) {
    this.random = new Random(seed);
    this.bench.call("setup", { language: "zh" });
    this.bench.nameFirm();
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
      return;
    }
    const around = this.around();
    const act = randomAct(around);
    const reply = this.act(act);
    const value = reply?.ok ? (reply.value as { batch?: string }) : undefined;
    if (value?.batch === undefined) return;
    this.batches.push(value.batch);
    for (const next of importRest(around, value.batch)) this.act(next);
  }

  /**
   * Takes everything over, so that the books are what the tabs say. Rows that could not be taken over are
   * deleted, as a person would who has read the list; those that the ledger knows come back whole.
   */
  settle(): void {
    for (let round = 0; round < 3; round += 1) {
      this.n += 1;
      const act = { name: "takeOver", input: { action: `settle-${this.n}`, all: true } };
      const reply = this.act(act, { killed: 0 });
      const { problems = [] } = (reply?.ok ? reply.value : {}) as { problems?: readonly Listed[] };
      if (!this.hasDeleted(problems.filter(({ kind }) => !SETTLED.has(kind)))) return;
    }
  }

  private hasDeleted(listed: readonly Listed[]): boolean {
    const rows = new Map(listed.map(({ place }) => [`${place.table} ${place.row}`, place]));
    const downward = [...rows.values()].sort((a, b) => (b.row ?? 0) - (a.row ?? 0));
    for (const { table, row = 1 } of downward)
      if (row > 1)
        this.bench.workbook.apply({ do: "removeRows", tab: this.bench.tab(table).id, row, count: 1 });
    return downward.some(({ row = 1 }) => row > 1);
  }

  private around() {
    const accounts = accountsOf(this.bench).filter((account) => account.customer.id !== "?");
    return { random: this.random, n: this.n, accounts, actions: this.actions, batches: this.batches };
  }

  /** A call that may be killed; mostly it is tried again, sometimes it is left for the next run to complete. */
  private act({ name, input }: Act, { killed = 15 } = {}) {
    const user = this.random.of(USERS) ?? "wang@example.com";
    if (this.random.isLikely(killed)) {
      const fault = { at: 1 + this.random.below(24), mode: this.random.of(MODES) ?? "before" };
      this.log.push(`${name} ${JSON.stringify(input)} ${fault.mode} ${fault.at}`);
      this.bench.runKilled(name, input, fault);
      if (this.random.isLikely(20)) return undefined;
    }
    this.log.push(`${name} ${JSON.stringify(input)}`);
    const { reply } = this.bench.run(name, input, { user });
    if (!reply.ok && reply.kind === "bug") throw new Error(reply.report);
    if (reply.ok && "action" in input) this.actions.push(String(input.action));
    return reply;
  }
}

/** Runs one ledger's actions; what is broken comes with the steps that led there. */
export function brokenBy(seed: number, count: number): string[] {
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
