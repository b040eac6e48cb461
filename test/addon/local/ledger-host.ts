import type { Host, News, Session } from "../../../addon/local/host-port.ts";
import type { Cell, Op } from "../../../addon/local/ops.ts";
import { layerAt } from "../../../addon/local/tab.ts";
import { Workbook } from "../../../addon/local/workbook.ts";

/** A host without an add-on: a workbook whose functions are given by the test, and whose news is real. */
export class LedgerHost implements Host {
  readonly workbook = new Workbook();
  /** The functions that the sidebar may call. */
  functions: Record<string, (...args: readonly unknown[]) => unknown> = {};
  /** The tab that the last call brought before the person's eyes. */
  shownTab: string | undefined;
  readonly edits: (readonly Op[])[] = [];
  readonly #listeners = new Set<(news: News) => void>();

  constructor(ops: readonly Op[] = []) {
    for (const op of ops) this.workbook.apply(op);
  }

  call(name: string, args: readonly unknown[], _who: Session): unknown {
    const found = this.functions[name];
    if (!found) throw new Error(`Script function not found: ${name}`);
    return found(...args);
  }

  edit(ops: readonly Op[], { client }: Session): readonly Op[] {
    const stored = ops.flatMap((op) => this.#coerced(op));
    this.edits.push(stored);
    this.#store(stored, client);
    return stored;
  }

  onOps(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something the add-on does by itself. */
  act(...ops: Op[]): void {
    this.#store(ops, "");
  }

  #store(ops: readonly Op[], origin: string): void {
    for (const op of ops) this.workbook.apply(op);
    for (const listener of this.#listeners) listener({ ops, origin, revision: this.workbook.revision });
  }

  // As a sheet would: what looks like a number or a day becomes one, except in text columns and after
  // an apostrophe; a day in a cell without a format brings its format.
  #coerced(op: Op): Op[] {
    if (op.do !== "set") return [op];
    const { formats } = this.workbook.tab(op.tab);
    const formatOps: Op[] = [];
    const cells = op.cells.map((line, down) =>
      line.map((cell, right) => {
        const [row, col] = [op.row + down, op.col + right];
        const format = layerAt(formats, row, col) ?? "";
        if (format === "" && typeof cell === "string" && DAY.test(cell)) {
          formatOps.push({ do: "format", tab: op.tab, row, col, rows: 1, cols: 1, format: "yyyy-mm-dd" });
        }
        return typed(cell, format);
      }),
    );
    return [{ ...op, cells }, ...formatOps];
  }
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function typed(cell: Cell, format: string): Cell {
  if (typeof cell !== "string") return cell;
  if (cell.startsWith("'")) return cell.slice(1);
  if (format === "@") return cell;
  if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
  return DAY.test(cell) ? Date.parse(cell) / 86_400_000 + 25_569 : cell;
}
