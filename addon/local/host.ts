import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { applyFollowed } from "./google/formula-refs.ts";
import type { SharedWorld } from "./google/services.ts";
import { typedValue } from "./google/typed-value.ts";
import type { Host, News, Session } from "./host-port.ts";
import { isFormula, type Op, type TabId } from "./ops.ts";
import { Store } from "./store.ts";
import { layerAt } from "./tab.ts";
import { AddonVm, CallFailed } from "./vm.ts";
import type { Workbook } from "./workbook.ts";

/** A ledger belongs to its folder: a folder that was copied or moved asks what it is. */
function folderIdentity(directory: string): string {
  return `local-${createHash("sha256").update(realpathSync(directory)).digest("hex").slice(0, 24)}`;
}

export interface HostOptions {
  readonly directory: string;
  /** The bundled `Code.js`. */
  readonly code: string;
  readonly zone: string;
  /** The HTML files built beside it, by their names without ".html". */
  readonly files?: Readonly<Record<string, string>>;
}

/** The local host: the add-on's own `Code.js` over a workbook that lives in a folder. */
export class LocalHost implements Host {
  readonly workbook: Workbook;
  private readonly store: Store;
  private readonly vm: AddonVm;
  private readonly world: SharedWorld;
  private readonly listeners = new Set<(news: News) => void>();

  constructor(options: HostOptions) {
    this.store = Store.open(options.directory);
    this.workbook = this.store.workbook;
    this.makeFirstTab();
    this.world = {
      spreadsheetId: folderIdentity(options.directory),
      lockHolder: undefined,
      shown: [],
      ...(options.files ? { files: options.files } : {}),
    };
    this.vm = new AddonVm({
      code: options.code,
      workbook: this.workbook,
      world: this.world,
      zone: options.zone,
    });
  }

  get shownTab(): TabId | undefined {
    const { tabs } = this.workbook;
    return tabs.find(({ id, hidden }) => id === this.world.selection?.tab && !hidden)?.id;
  }

  call(name: string, args: readonly unknown[], who: Session): unknown {
    if (name !== "rpc") throw new Error(`${name} is not a call of the sidebar`);
    this.world.selection = undefined;
    try {
      const { value, run } = this.vm.call({ name, args, user: who.user, knownBy: who.knownBy });
      this.publish(run.applied, who.client);
      return value;
    } catch (error) {
      if (error instanceof CallFailed) this.publish(error.run.applied, who.client);
      throw error;
    }
  }

  edit(ops: readonly Op[], who: Session): readonly Op[] {
    const typed: Op[] = [];
    const stored = ops.flatMap((op) => {
      const own = this.typed(op);
      typed.push(...own);
      return own.flatMap((each) => applyFollowed(this.workbook, each));
    });
    this.publish(stored, who.client);
    for (const op of typed) if (op.do === "set") this.trigger(op, who);
    return stored;
  }

  private trigger(op: Extract<Op, { do: "set" }>, who: Session): void {
    const { tab, row, col, cells } = op;
    const at = { tab, row, col, rows: cells.length, cols: Math.max(1, cells[0]?.length ?? 1) };
    this.publish(this.vm.edited(at, who.user, who.knownBy).applied, "host");
  }

  onOps(listener: (news: News) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.store.close();
  }

  /** What a sheet makes of typed cells under their formats. */
  private typed(op: Op): Op[] {
    if (op.do !== "set") return [op];
    const tab = this.workbook.tab(op.tab);
    const formats: Op[] = [];
    const cells = op.cells.map((line, down) =>
      line.map((cell, right) => {
        if (isFormula(cell)) return cell;
        const [row, col] = [op.row + down, op.col + right];
        const typed = typedValue(cell, layerAt(tab.formats, row, col) ?? "");
        if (typed.format)
          formats.push({ do: "format", tab: op.tab, row, col, rows: 1, cols: 1, format: typed.format });
        return typed.cell;
      }),
    );
    return [{ ...op, cells }, ...formats];
  }

  private publish(ops: readonly Op[], origin: string): void {
    if (ops.length === 0) return;
    this.store.append(ops);
    const news = { ops, origin, revision: this.workbook.revision };
    for (const listener of this.listeners) listener(news);
  }

  private makeFirstTab(): void {
    if (this.workbook.tabs.length > 0) return;
    const op: Op = { do: "addTab", tab: "t0", name: "Sheet1", at: 0, rows: 1000, cols: 26 };
    this.workbook.apply(op);
    this.store.append([op]);
  }
}
