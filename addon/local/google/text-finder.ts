import { isFormula, type Rectangle } from "../ops.ts";
import { cellAt } from "../tab.ts";
import { type Runtime, strict } from "./runtime.ts";

/** The fake of TextFinder, as far as the add-on uses it: whole cells, exact case, the first hit. */
export function fakeTextFinder(
  run: Runtime,
  id: string,
  at: Rectangle,
  text: string,
  makeRange: (run: Runtime, id: string, at: Rectangle) => object,
): object {
  const finder: object = strict("TextFinder", {
    matchEntireCell: (_whole: true) => finder,
    matchCase: (_exact: true) => finder,
    findNext: () =>
      run.read("findNext", 1, () => {
        const row = firstRow(run, id, at, text);
        return row === undefined ? null : makeRange(run, id, { tab: id, row, col: at.col, rows: 1, cols: 1 });
      }),
  });
  return finder;
}

function firstRow(run: Runtime, id: string, at: Rectangle, text: string): number | undefined {
  const tab = run.workbook.tab(id);
  const last = Math.min(at.row + at.rows - 1, tab.cells.length);
  for (let row = at.row; row <= last; row += 1) {
    const cell = cellAt(tab, row, at.col);
    if (cell === text || (!isFormula(cell) && typeof cell === "number" && String(cell) === text)) return row;
  }
  return undefined;
}
