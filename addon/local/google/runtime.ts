import type { Op } from "../ops.ts";
import type { Workbook } from "../workbook.ts";
import { changedParts } from "./changed-parts.ts";
import { applyFollowed } from "./formula-refs.ts";

/** Constructors of the VM's own realm: what the add-on tests with `instanceof` must come from there. */
export interface Realm {
  readonly Date: typeof Date;
  readonly Error: typeof Error;
}

/** A fault put into one run: at the nth server call, in one of the ways in which Google fails. */
export interface Fault {
  readonly at: number;
  readonly mode: "before" | "after" | "unknown" | "torn";
}

/** Thrown where a run is killed: nothing in the add-on may catch it and go on. */
export class Killed extends Error {
  override name = "Killed";
}

/** What the fake keeps over one run of the add-on: buffered writes, counts, the fault, who runs it. */
export interface RunCounts {
  /** Calls that must reach Google's servers. */
  calls: number;
  cells: number;
  names: string[];
}

/**
 * One run of the add-on over a workbook. Writes are buffered as at Google: they reach the workbook on
 * flush, on the next read, or when the run ends; a kill keeps what had reached it and nothing is
 * rolled back.
 */
export class Runtime {
  readonly workbook: Workbook;
  readonly realm: Realm;
  readonly user: string;
  readonly zone: string;
  readonly counts: RunCounts = { calls: 0, cells: 0, names: [] };
  /** Operations that have reached the workbook in this run, for disk and browser tabs. */
  readonly applied: Op[] = [];
  lockHeld = false;
  private pending: (() => readonly Op[])[] = [];
  private readonly growing = new Map<string, number>();
  private readonly fault: Fault | undefined;
  private dead = false;

  constructor(options: {
    workbook: Workbook;
    realm: Realm;
    user: string;
    zone: string;
    fault?: Fault | undefined;
  }) {
    this.workbook = options.workbook;
    this.realm = options.realm;
    this.user = options.user;
    this.zone = options.zone;
    this.fault = options.fault;
  }

  /** Killed: nothing that it answers is heard by anybody. */
  get isDead(): boolean {
    return this.dead;
  }

  /** A read: what this run wrote before is seen by it. */
  read<T>(name: string, cells: number, look: () => T): T {
    return this.serverCall(name, cells, () => {
      this.settle();
      return look();
    });
  }

  /**
   * A write: buffered behind what was written before, and made when it reaches the workbook, so that
   * rows inserted and then filled come together.
   */
  write(name: string, cells: number, make: () => readonly Op[]): void {
    this.serverCall(name, cells, () => void this.pending.push(make), make);
  }

  /** A change of looks or shape that our budgets do not count. */
  quiet(ops: readonly Op[]): void {
    this.alive();
    this.pending.push(() => ops);
    for (const op of ops) this.shape(op);
  }

  /** Brings buffered writes to the workbook. */
  settle(): void {
    const pending = this.pending;
    this.pending = [];
    this.growing.clear();
    for (const make of pending) for (const op of make()) this.reach(op);
  }

  /** Rows that a tab will have beyond those it has, once buffered insertions are there. */
  rowsComing(tab: string): number {
    return this.growing.get(tab) ?? 0;
  }

  private shape(op: Op): void {
    if (op.do !== "insertRows" && op.do !== "removeRows") return;
    const by = op.do === "insertRows" ? op.count : -op.count;
    this.growing.set(op.tab, this.rowsComing(op.tab) + by);
  }

  /** A call that must reach the servers, with the fault that was asked for at this number. */
  serverCall<T>(name: string, cells: number, act: () => T, make: () => readonly Op[] = () => []): T {
    this.alive();
    const { counts, fault } = this;
    counts.calls += 1;
    counts.cells += cells;
    counts.names.push(name);
    if (fault?.at !== counts.calls) return act();
    return this.failing(fault.mode, act, make);
  }

  private failing<T>(mode: Fault["mode"], act: () => T, make: () => readonly Op[]): T {
    if (mode === "before") return this.die();
    if (mode === "torn") {
      this.settle();
      for (const op of make()) this.reach(tornHalf(op));
      return this.die();
    }
    act();
    this.settle();
    if (mode === "unknown")
      throw new this.realm.Error("Service Spreadsheets timed out while accessing document.");
    return this.die();
  }

  private die(): never {
    this.dead = true;
    this.pending = [];
    throw new Killed("the run was killed");
  }

  /** After a kill no code of the run goes on, not even a `finally`. */
  private alive(): void {
    if (this.dead) throw new Killed("the run was killed");
  }

  /** Only what really changes reaches the workbook, and so the disk and other browser tabs. */
  private reach(op: Op): void {
    for (const part of changedParts(op, this.workbook))
      this.applied.push(...applyFollowed(this.workbook, part));
  }
}

/** The first half of a write that was torn: some of its rows, or some of one row's cells. */
function tornHalf(op: Op): Op {
  if (op.do !== "set") return op;
  const rows = Math.ceil(op.cells.length / 2);
  if (op.cells.length > 1) return { ...op, cells: op.cells.slice(0, rows) };
  const cells = op.cells[0] ?? [];
  return { ...op, cells: [cells.slice(0, Math.ceil(cells.length / 2))] };
}

/** Every method that strict objects made so far answer to, as "Range.getValues": what the probe must cover. */
export const emulated = new Set<string>();
const namesSeen = new Set<string>();

/** Makes an object whose missing methods throw their name: nothing un-emulated passes in silence. */
export function strict<T extends object>(name: string, methods: T): T {
  if (!namesSeen.has(name)) {
    namesSeen.add(name);
    for (const method of Object.keys(methods)) emulated.add(`${name}.${method}`);
  }
  return new Proxy(methods, {
    get(target, key, self) {
      if (typeof key === "symbol" || key in target) return Reflect.get(target, key, self);
      if (key === "toJSON" || key === "then") return undefined;
      throw new Error(`${name}.${key} is not emulated`);
    },
  });
}
