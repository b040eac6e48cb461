import { isFormula, type Op } from "../../ops.ts";

/**
 * Formula results arrive again and again: after the formula, after the calculation, after the host's
 * answer. A result goes to the host once; if the host then shows another value, the host's stays.
 */
export class FormulaEchoes {
  readonly #told = new Map<string, string>();

  /** The formula results that were not told before, cell by cell. */
  unknownIn(ops: readonly Op[]): Op[] {
    return ops.flatMap((op) => (op.do === "set" ? this.#unknownCells(op) : []));
  }

  #unknownCells({ tab, row, col, cells }: Extract<Op, { do: "set" }>): Op[] {
    const ops: Op[] = [];
    for (const [down, line] of cells.entries()) {
      for (const [right, cell] of line.entries()) {
        const key = `${tab}:${row + down}:${col + right}`;
        const text = JSON.stringify(cell);
        if (!isFormula(cell) || this.#told.get(key) === text) continue;
        this.#told.set(key, text);
        ops.push({ do: "set", tab, row: row + down, col: col + right, cells: [[cell]] });
      }
    }
    return ops;
  }
}
