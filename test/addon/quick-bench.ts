import { Script } from "node:vm";
import type { Fault, Runtime } from "../../addon/local/google/runtime.ts";
import { fakeRange } from "../../addon/local/google/sheet.ts";
import { typedValue } from "../../addon/local/google/typed-value.ts";
import type { Cell, Value } from "../../addon/local/ops.ts";
import { layerAt, type Tab } from "../../addon/local/tab.ts";
import { Workbook } from "../../addon/local/workbook.ts";
import type { Reply } from "../../addon/protocol.ts";
import type { KnownBy } from "../../core/index.ts";
import { Bench } from "./bundle.ts";
import { WarmBundle } from "./warm-bundle.ts";

/** The day on which these tests happen, whenever they run. */
export const NOW = "2026-06-15T02:00:00.000Z";

const stopped = new WarmBundle(NOW);
const rpc = new Script("rpc(__name, JSON.parse(__input))");
const edited = new Script("onEdit(__event)");

/** A {@link Bench} for thousands of calls. */
export class QuickBench extends Bench {
  /** What happens elsewhere just before a run's n-th server call: another user, a person who types. */
  meanwhile: ((call: number, name: string) => void) | undefined;

  override run(
    name: string,
    input: unknown,
    { user = "wang@example.com", knownBy, fault }: { user?: string; knownBy?: KnownBy; fault?: Fault } = {},
  ): { reply: Reply<unknown>; run: Runtime } {
    const run = this.open(user, fault);
    const said = { __name: name, __input: JSON.stringify(input), onAccountKnownBy: knownBy };
    Object.assign(this.bundle.context, said);
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
    Object.assign(this.bundle.context, { __event: { range: fakeRange(run, tab.id, at) } });
    this.execute(run, edited);
  }

  override copy(): QuickBench {
    return new QuickBench({ workbook: copyOfWorkbook(this.workbook), zone: this.zone });
  }

  /** What the calls run in. */
  protected get bundle(): WarmBundle {
    return stopped;
  }

  tab(name: string): Tab {
    const tab = this.workbook.tabs.find((candidate) => candidate.name === name);
    if (!tab) throw new Error(`no tab ${name}`);
    return tab;
  }

  private open(user: string, fault?: Fault): Runtime {
    const { workbook, zone, meanwhile } = this;
    const run = this.bundle.open({ workbook, user, zone, fault }, this.world);
    const serverCall = run.serverCall.bind(run);
    if (meanwhile)
      run.serverCall = (name, cells, act, ops) => {
        meanwhile(run.counts.calls + 1, name);
        return serverCall(name, cells, act, ops);
      };
    return run;
  }

  private execute(run: Runtime, script: Script): unknown {
    return this.bundle.execute(run, script, this.world);
  }
}

export function copyOfWorkbook({ tabs, properties }: Workbook): Workbook {
  return Object.assign(new Workbook(), { tabs: tabs.map(copyOfTab), properties: new Map(properties) });
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
