import { constants, createContext, runInContext, Script } from "node:vm";
import { bundledCode } from "../../addon/local/build.ts";
import { type Fault, type Realm, Runtime } from "../../addon/local/google/runtime.ts";
import { fakeServices } from "../../addon/local/google/services.ts";
import { fakeRange } from "../../addon/local/google/sheet.ts";
import { typedValue } from "../../addon/local/google/typed-value.ts";
import type { Cell, Value } from "../../addon/local/ops.ts";
import { layerAt, type Tab } from "../../addon/local/tab.ts";
import { CallFailed } from "../../addon/local/vm.ts";
import { Workbook } from "../../addon/local/workbook.ts";
import type { Reply } from "../../addon/protocol.ts";
import { Bench } from "./bundle.ts";

/** The day on which these tests happen, whenever they run. */
export const NOW = "2026-06-15T02:00:00.000Z";

/**
 * One context for all calls, with the clock stopped. Starting the bundle is nearly all of what a call
 * costs in a context of its own; the add-on keeps nothing between calls, so the answers are the same.
 */
const codeGeneration = { strings: false, wasm: false };
const context = createContext(constants.DONT_CONTEXTIFY, { codeGeneration });
runInContext(
  `{
    const Running = Date;
    Date = function (...of) {
      return Reflect.construct(Running, of.length === 0 ? ["${NOW}"] : of, new.target ?? Running);
    };
    Object.setPrototypeOf(Date, Running);
    Date.prototype = Running.prototype;
    Date.now = () => Running.parse("${NOW}");
  }`,
  context,
);
new Script(await bundledCode(), { filename: "Code.js" }).runInContext(context);
const realm = runInContext("({ Date, Error })", context) as Realm;

const rpc = new Script("rpc(__name, JSON.parse(__input))");
const edited = new Script("onEdit(__event)");

/** A {@link Bench} for thousands of calls. */
export class QuickBench extends Bench {
  /** What happens elsewhere just before a run's n-th server call: another user, a person who types. */
  meanwhile: ((call: number, name: string) => void) | undefined;

  override run(
    name: string,
    input: unknown,
    options: { user?: string; fault?: Fault } = {},
  ): { reply: Reply<unknown>; run: Runtime } {
    const run = this.open(options.user ?? "wang@example.com", options.fault);
    Object.assign(context, { __name: name, __input: JSON.stringify(input) });
    const value = this.execute(run, rpc);
    return { reply: JSON.parse(String(value)) as Reply<unknown>, run };
  }

  override type(name: string, row: number, col: number, values: Value[][]): void {
    const tab = this.tab(name);
    const cells = values.map((line, down) =>
      line.map((value, right) => typedValue(value, layerAt(tab.formats, row + down, col + right) ?? "").cell),
    );
    this.workbook.apply({ do: "set", tab: tab.id, row, col, cells });
    const run = this.open("wang@example.com");
    const at = { tab: tab.id, row, col, rows: cells.length, cols: cells[0]?.length ?? 1 };
    Object.assign(context, { __event: { range: fakeRange(run, tab.id, at) } });
    this.execute(run, edited);
  }

  override copy(): QuickBench {
    const workbook = new Workbook();
    workbook.tabs = this.workbook.tabs.map(copyOfTab);
    workbook.properties = new Map(this.workbook.properties);
    return new QuickBench({ workbook, zone: this.zone });
  }

  tab(name: string): Tab {
    const tab = this.workbook.tabs.find((candidate) => candidate.name === name);
    if (!tab) throw new Error(`no tab ${name}`);
    return tab;
  }

  private open(user: string, fault?: Fault): Runtime {
    const { workbook, zone } = this;
    const run = new Runtime({ workbook, realm, user, zone, fault });
    const { meanwhile } = this;
    const serverCall = run.serverCall.bind(run);
    if (meanwhile)
      run.serverCall = (name, cells, act, ops) => {
        meanwhile(run.counts.calls + 1, name);
        return serverCall(name, cells, act, ops);
      };
    Object.assign(context, fakeServices(run, this.world));
    return run;
  }

  private execute(run: Runtime, script: Script): unknown {
    try {
      const value: unknown = script.runInContext(context);
      run.settle();
      return value;
    } catch (error) {
      throw new CallFailed(error, run);
    } finally {
      if (this.world.lockHolder === run) this.world.lockHolder = undefined;
    }
  }
}

function copyOfTab(tab: Tab): Tab {
  const layers = <T>(list: readonly T[]): T[] => list.map((layer) => ({ ...layer }));
  return {
    ...tab,
    cells: tab.cells.map((row): Cell[] => [...row]),
    formats: layers(tab.formats),
    styles: layers(tab.styles),
    validations: layers(tab.validations),
    protections: layers(tab.protections),
    notes: new Map(tab.notes),
    frozen: { ...tab.frozen },
    widths: new Map(tab.widths),
    tags: layers(tab.tags),
  };
}
