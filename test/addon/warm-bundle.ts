import { type Context, constants, createContext, runInContext, Script } from "node:vm";
import { bundledCode } from "../../addon/local/build.ts";
import { type Realm, Runtime } from "../../addon/local/google/runtime.ts";
import { fakeServices, type SharedWorld } from "../../addon/local/google/services.ts";
import { CallFailed } from "../../addon/local/vm.ts";

const code = await bundledCode();

export type RunOptions = Omit<ConstructorParameters<typeof Runtime>[0], "realm">;

/**
 * The bundle in one context for all calls. Starting it is nearly all of what a call costs in a context of its
 * own; the add-on keeps nothing between calls, so the answers are the same.
 */
export class WarmBundle {
  readonly context: Context;
  readonly #realm: Realm;

  /** With a moment its clock stands still at it. */
  constructor(stoppedAt = "") {
    const codeGeneration = { strings: false, wasm: false };
    this.context = createContext(constants.DONT_CONTEXTIFY, { codeGeneration });
    if (stoppedAt !== "") runInContext(stoppedClock(stoppedAt), this.context);
    new Script(code, { filename: "Code.js" }).runInContext(this.context);
    this.#realm = runInContext("({ Date, Error })", this.context) as Realm;
  }

  /** Begins a run; what it is called with is put into the context. */
  open(options: RunOptions, world: SharedWorld): Runtime {
    const run = new Runtime({ ...options, realm: this.#realm });
    Object.assign(this.context, fakeServices(run, world));
    return run;
  }

  /** Carries a run to its end. */
  execute(run: Runtime, script: Script, world: SharedWorld): unknown {
    try {
      const value: unknown = script.runInContext(this.context);
      run.settle();
      return value;
    } catch (error) {
      throw new CallFailed(error, run);
    } finally {
      if (world.lockHolder === run) world.lockHolder = undefined;
    }
  }
}

const stoppedClock = (at: string) => `{
  const Running = Date;
  Date = function (...of) {
    return Reflect.construct(Running, of.length === 0 ? ["${at}"] : of, new.target ?? Running);
  };
  Object.setPrototypeOf(Date, Running);
  Date.prototype = Running.prototype;
  Date.now = () => Running.parse("${at}");
}`;
