import type { Op, Rectangle, Style } from "../ops.ts";
import { lastColumnOf, lastRowOf, type Tab } from "../tab.ts";
import { setOps, valuesOf } from "./cell-values.ts";
import { type ColumnRange, onlyColumnOf } from "./formula-refs.ts";
import { indexOf } from "./formulas.ts";
import { looksOf } from "./looks.ts";
import { fakeMetadataFinder } from "./metadata.ts";
import { fakeProtection } from "./protection.ts";
import { type Runtime, strict } from "./runtime.ts";
import { fakeTextFinder } from "./text-finder.ts";

/** The fake of Sheet: one tab of the workbook, as Apps Script shows it. */
export function fakeSheet(run: Runtime, id: string) {
  const tab = (): Tab => run.workbook.tab(id);
  const sheet = {
    getName: () => settled(run, tab).name,
    getSheetId: () => numberOf(id),
    getIndex: () => settled(run, () => run.workbook).tabs.indexOf(tab()) + 1,
    getLastRow: () => run.read("getLastRow", 0, () => lastRowOf(tab())),
    getLastColumn: () => run.read("getLastColumn", 0, () => lastColumnOf(tab())),
    getMaxRows: () => settled(run, tab).rows,
    getMaxColumns: () => settled(run, tab).cols,
    getRange: (...at: [string] | [number, number, number?, number?]) =>
      fakeRange(run, id, rectangle(run, id, at)),
    appendRow: (values: unknown[]) => {
      run.write("appendRow", values.length, () => {
        const at = { tab: id, row: lastRowOf(tab()) + 1, col: 1, rows: 1, cols: values.length };
        return setOps(run, at, [values]);
      });
      return strict("Sheet", sheet);
    },
    insertRowsAfter: (row: number, count: number) =>
      run.quiet([{ do: "insertRows", tab: id, row: row + 1, count }]),
    insertRowsBefore: (row: number, count: number) => run.quiet([{ do: "insertRows", tab: id, row, count }]),
    insertColumnsAfter: (col: number, count: number) => {
      run.quiet([{ do: "insertCols", tab: id, col: col + 1, count }]);
      run.settle();
    },
    deleteColumns: (col: number, count: number) => run.quiet([{ do: "removeCols", tab: id, col, count }]),
    moveColumns: (columns: ColumnRange, before: number) =>
      run.quiet([{ do: "moveCols", tab: id, col: onlyColumnOf(columns), before }]),
    deleteRows: (row: number, count: number) => run.quiet([{ do: "removeRows", tab: id, row, count }]),
    hideSheet: () => run.quiet([{ do: "hideTab", tab: id, hidden: true }]),
    showSheet: () => run.quiet([{ do: "hideTab", tab: id, hidden: false }]),
    setName: (name: string) => {
      run.quiet([{ do: "renameTab", tab: id, name }]);
      return strict("Sheet", sheet);
    },
    createDeveloperMetadataFinder: () => fakeMetadataFinder(run, tab, fakeRange),
    setFrozenRows: (rows: number) => run.quiet([{ do: "freeze", tab: id, rows, cols: tab().frozen.cols }]),
    setFrozenColumns: (cols: number) => run.quiet([{ do: "freeze", tab: id, rows: tab().frozen.rows, cols }]),
    setColumnWidth: (col: number, pixels: number) => run.quiet([{ do: "width", tab: id, col, pixels }]),
    isSheetHidden: () => settled(run, tab).hidden,
  };
  return strict("Sheet", sheet);
}

/** Google's id of a tab is a number. */
function numberOf(id: string): number {
  return [...id].reduce((hash, character) => (hash * 31 + character.charCodeAt(0)) % 2_147_483_647, 7);
}

/** Shape and names are known without a call that our budgets count, but after what this run wrote. */
function settled<T>(run: Runtime, look: () => T): T {
  run.settle();
  return look();
}

function rectangle(run: Runtime, tab: string, at: [string] | [number, number, number?, number?]): Rectangle {
  if (typeof at[0] === "string") {
    const columns = /^([A-Z]+)(\d*):([A-Z]+)$/.exec(at[0]);
    if (!columns) throw new run.realm.Error(`getRange("${at[0]}") is not emulated`);
    const [from, to] = [indexOf(columns[1] ?? ""), indexOf(columns[3] ?? "")];
    const row = Number(columns[2] || "1");
    const rows = settled(run, () => run.workbook.tab(tab)).rows - row + 1;
    return { tab, row, col: from, rows, cols: to - from + 1 };
  }
  const [row, col = 1, rows = 1, cols = 1] = at as [number, number, number?, number?];
  if (row < 1 || col < 1) throw new run.realm.Error("The starting row or column of the range is too small.");
  if (rows < 1 || cols < 1)
    throw new run.realm.Error("The number of rows or columns in the range must be at least 1.");
  return { tab, row, col, rows, cols };
}

/** The fake of Range: a rectangle of one tab. */
export function fakeRange(run: Runtime, id: string, at: Rectangle): object {
  const tab = (): Tab => run.workbook.tab(id);
  const size = at.rows * at.cols;
  const look = (ops: Op[]) => {
    run.quiet(ops);
    return range;
  };
  const style = (part: Style) => {
    const place = toEnd(settled(run, tab), at);
    const known = tab().styles.find((layer) => isSamePlace(layer, place))?.value;
    return look([{ do: "style", ...place, style: { ...known, ...part } }]);
  };
  const range: object = strict("Range", {
    getSheet: () => fakeSheet(run, id),
    getRow: () => at.row,
    getColumn: () => at.col,
    getNumRows: () => at.rows,
    getNumColumns: () => at.cols,
    getValues: () => run.read("getValues", size, () => within(run, tab(), at) && valuesOf(run, tab(), at)),
    getValue: () => run.read("getValue", 1, () => valuesOf(run, tab(), { ...at, rows: 1, cols: 1 })[0]?.[0]),
    setValues: (values: unknown[][]) => {
      sameSize(run, at, values);
      within(run, tab(), at);
      run.write("setValues", size, () => setOps(run, at, values));
      return range;
    },
    setValue: (value: unknown) => {
      run.write("setValue", 1, () => setOps(run, at, [[value]]));
      return range;
    },
    createTextFinder: (text: string) => fakeTextFinder(run, id, at, text, fakeRange),
    setNumberFormat: (format: string) => look([{ do: "format", ...toEnd(tab(), at), format }]),
    setFontWeight: (weight: string) => style({ bold: weight === "bold" }),
    setBackground: (background: string) => style({ background }),
    setFontColor: (color: string) => style({ color }),
    setWrap: (wrap: boolean) => style({ wrap }),
    setHorizontalAlignment: (align: "left" | "center" | "right") => style({ align }),
    setNote: (note: string) => look([{ do: "note", tab: id, row: at.row, col: at.col, note }]),
    setDataValidation: (rule: { list: readonly string[] }) =>
      look([{ do: "validate", ...toEnd(tab(), at), list: rule.list }]),
    protect: () => fakeProtection(run, toEnd(tab(), at)),
    addDeveloperMetadata: (key: string, value = "") => {
      wholeColumn(run, tab(), at);
      return look([{ do: "tag", tab: id, col: at.col, key, value }]);
    },
    ...looksOf(run, tab, at),
  });
  return range;
}

/** The workbook keeps one style for a rectangle, so what it has must go into the next one. */
function isSamePlace(a: Omit<Rectangle, "tab">, b: Omit<Rectangle, "tab">): boolean {
  return a.row === b.row && a.col === b.col && a.rows === b.rows && a.cols === b.cols;
}

/** A look down to the last row goes on for rows added later, as in a sheet whose last row is copied. */
function toEnd(tab: Tab, at: Rectangle): Rectangle {
  return at.row + at.rows - 1 >= tab.rows ? { ...at, rows: 0 } : at;
}

function wholeColumn(run: Runtime, tab: Tab, at: Rectangle): void {
  run.settle();
  if (at.row === 1 && at.rows >= tab.rows && at.cols === 1) return;
  throw new run.realm.Error(
    "Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.",
  );
}

function within(run: Runtime, tab: Tab, at: Rectangle): true {
  const fits = at.row + at.rows - 1 <= tab.rows + run.rowsComing(tab.id) && at.col + at.cols - 1 <= tab.cols;
  if (!fits)
    throw new run.realm.Error("The coordinates of the range are outside the dimensions of the sheet.");
  return true;
}

function sameSize(run: Runtime, at: Rectangle, values: unknown[][]): void {
  if (values.length !== at.rows) {
    throw new run.realm.Error(
      `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${at.rows}.`,
    );
  }
  const wrong = values.find((row) => row.length !== at.cols);
  if (wrong) {
    throw new run.realm.Error(
      `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${at.cols}.`,
    );
  }
}
