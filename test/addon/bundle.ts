import { bundledCode } from "../../addon/local/build.ts";
import type { Fault, Runtime } from "../../addon/local/google/runtime.ts";
import type { SharedWorld } from "../../addon/local/google/services.ts";
import { typedValue } from "../../addon/local/google/typed-value.ts";
import type { Value } from "../../addon/local/ops.ts";
import { layerAt } from "../../addon/local/tab.ts";
import { AddonVm, CallFailed } from "../../addon/local/vm.ts";
import { Workbook } from "../../addon/local/workbook.ts";
import type { Reply } from "../../addon/protocol.ts";
import type { KnownBy } from "../../core/index.ts";

const code = await bundledCode();

/** A workbook with the add-on's own bundle over it, in memory, for one test. */
export class Bench {
  readonly workbook: Workbook;
  readonly world: SharedWorld = { spreadsheetId: "s1", lockHolder: undefined, shown: [] };
  readonly zone: string;

  constructor(options: { workbook?: Workbook; zone?: string } = {}) {
    this.workbook = options.workbook ?? new Workbook();
    this.zone = options.zone ?? "Asia/Shanghai";
    if (this.workbook.tabs.length === 0) {
      this.workbook.apply({ do: "addTab", tab: "t0", name: "Sheet1", at: 0, rows: 1000, cols: 26 });
    }
  }

  /** One call that must succeed. */
  call<T = unknown>(name: string, input: unknown, user = "wang@example.com"): T {
    const { reply } = this.run(name, input, { user });
    if (!reply.ok) throw new Error(reply.kind === "refusal" ? `refused: ${reply.sentence}` : reply.report);
    return reply.value as T;
  }

  /** One call with its reply and what it cost. */
  run(
    name: string,
    input: unknown,
    options: { user?: string; knownBy?: KnownBy; fault?: Fault } = {},
  ): { reply: Reply<unknown>; run: Runtime } {
    const vm = new AddonVm({ code, workbook: this.workbook, world: this.world, zone: this.zone });
    const user = options.user ?? "wang@example.com";
    const called = vm.call({
      name: "rpc",
      args: [name, input],
      user,
      ...(options.knownBy ? { knownBy: options.knownBy } : {}),
      ...(options.fault ? { fault: options.fault } : {}),
    });
    return { reply: JSON.parse(String(called.value)) as Reply<unknown>, run: called.run };
  }

  /** One call that may be killed on the way; says whether it was. */
  runKilled(
    name: string,
    input: unknown,
    fault: Fault,
  ): { killed: boolean; reply: Reply<unknown> | undefined } {
    try {
      return { killed: false, reply: this.run(name, input, { fault }).reply };
    } catch (error) {
      if (error instanceof CallFailed && error.message.includes("killed"))
        return { killed: true, reply: undefined };
      throw error;
    }
  }

  /** A copy of the workbook as it stands, so that one state can be tried many times. */
  copy(): Bench {
    const workbook = new Workbook();
    for (const op of this.workbook.asOps()) workbook.apply(structuredClone(op));
    return new Bench({ workbook, zone: this.zone });
  }

  /** A person types into cells, as the grid sends it, and the edit trigger fires. */
  type(name: string, row: number, col: number, values: Value[][]): void {
    const tab = this.workbook.tabs.find((candidate) => candidate.name === name);
    if (!tab) throw new Error(`no tab ${name}`);
    const cells = values.map((line, down) =>
      line.map((value, right) => typedValue(value, layerAt(tab.formats, row + down, col + right) ?? "").cell),
    );
    this.workbook.apply({ do: "set", tab: tab.id, row, col, cells });
    const vm = new AddonVm({ code, workbook: this.workbook, world: this.world, zone: this.zone });
    vm.edited({ tab: tab.id, row, col, rows: cells.length, cols: cells[0]?.length ?? 1 }, "wang@example.com");
  }

  /** Statements are made under the firm's name only. */
  nameFirm(name = "广州早茶有限公司"): void {
    this.call("saveSettings", { action: "name-the-firm", settings: { firm: { name } } });
  }

  cells(name: string): unknown[][] {
    return this.workbook.tabs.find((tab) => tab.name === name)?.cells ?? [];
  }
}
