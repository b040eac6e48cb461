import { constants, createContext, runInContext, Script } from "node:vm";
import type { KnownBy } from "../../core/index.ts";
import { type Fault, Killed, type Realm, Runtime } from "./google/runtime.ts";
import { fakeServices, type SharedWorld } from "./google/services.ts";
import { fakeRange } from "./google/sheet.ts";
import type { Rectangle } from "./ops.ts";
import type { Workbook } from "./workbook.ts";

/** One call of a global function of the add-on. */
export interface VmCall {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly user: string;
  /** How the host knows the user; without it the run is as at Google, which knows an address or nobody. */
  readonly knownBy?: KnownBy;
  readonly fault?: Fault;
}

/**
 * The very `Code.js` that is pushed to Google, inside a bare VM context: no URL, timers, console,
 * fetch or crypto, only the language and the fake of Google's services. Every call gets a context of
 * its own, as every run at Google does.
 */
export class AddonVm {
  private readonly script: Script;
  private readonly workbook: Workbook;
  private readonly world: SharedWorld;
  private readonly zone: string;

  constructor(options: { code: string; workbook: Workbook; world: SharedWorld; zone: string }) {
    this.script = new Script(options.code, { filename: "Code.js" });
    this.workbook = options.workbook;
    this.world = options.world;
    this.zone = options.zone;
  }

  /** Runs one function to its end; what it wrote, and what it cost, are told with its answer. */
  call(call: VmCall): { value: unknown; run: Runtime } {
    const args = call.args.map((arg) => JSON.stringify(arg)).join(",");
    return this.run(call, `${call.name}(${args})`);
  }

  /** Fires the simple trigger onEdit, as Google does after a person typed or pasted into a rectangle. */
  edited(at: Rectangle, user: string, knownBy?: KnownBy): Runtime {
    const known = knownBy ? { knownBy } : {};
    return this.run({ name: "onEdit", args: [], user, ...known }, "onEdit(__event)", at).run;
  }

  private run(call: VmCall, source: string, at?: Rectangle): { value: unknown; run: Runtime } {
    const { context, run } = this.open(call);
    if (at) Object.assign(context, { __event: { range: fakeRange(run, at.tab, at) } });
    try {
      const value = runInContext(source, context);
      if (run.isDead) throw new Killed("the run was killed"); // whatever the add-on made of it
      run.settle();
      return { value, run };
    } catch (error) {
      throw new CallFailed(error, run);
    } finally {
      if (this.world.lockHolder === run) this.world.lockHolder = undefined;
    }
  }

  private open(call: VmCall): { context: object; run: Runtime } {
    // A global object of its own: behind a contextified one every `Math` and `Map` is looked up many times slower.
    const codeGeneration = { strings: false, wasm: false };
    const context = createContext(constants.DONT_CONTEXTIFY, { codeGeneration });
    const realm = runInContext("({ Date, Error })", context) as Realm;
    const { workbook, zone } = this;
    const run = new Runtime({ workbook, realm, user: call.user, zone, fault: call.fault });
    Object.assign(context, fakeServices(run, this.world));
    if (call.knownBy) Object.assign(context, { onAccountKnownBy: call.knownBy });
    this.script.runInContext(context);
    return { context, run };
  }
}

/** A call that threw or was killed, with what it had written by then. */
export class CallFailed extends Error {
  override name = "CallFailed";
  override readonly cause: unknown;
  readonly run: Runtime;

  constructor(cause: unknown, run: Runtime) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.cause = cause;
    this.run = run;
  }
}
