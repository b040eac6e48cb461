import {
  type ICellData,
  type IObjectArrayPrimitiveType,
  type IWorksheetData,
  mergeWorksheetSnapshotWithDefault,
  type Styles,
  VerticalAlign,
} from "@univerjs/core";
import { isFormula } from "../../ops.ts";
import { lastRowOf, type Tab } from "../../tab.ts";
import { toCell } from "./cells.ts";
import { lookAt } from "./looks.ts";

/** Blank rows that wait below the last one: at least the largest paste that is expected. */
const SPARE_ROWS = 2000;
const LEAST_COLS = 20;

/** A tab as a sheet of the library. Every cell, blank ones too, carries its look: column looks are ignored. */
export function sheetOf(tab: Tab, id: string, styles: Styles): IWorksheetData {
  const { rowCount, columnCount } = sizeOf(tab);
  return mergeWorksheetSnapshotWithDefault({
    id,
    name: id,
    rowCount,
    columnCount,
    defaultRowHeight: 25,
    defaultColumnWidth: 110,
    cellData: cellsOf(tab, rowCount, columnCount, styles),
    columnData: Object.fromEntries([...tab.widths].map(([col, w]) => [col - 1, { w }])),
    freeze: freezeOf(tab),
    defaultStyle: {
      ff: "Noto Sans CJK SC",
      fs: 10,
      vt: VerticalAlign.MIDDLE,
      pd: { l: 6, r: 6, t: 0, b: 0 },
    },
  });
}

export function freezeOf({ frozen: { rows, cols } }: Tab): IWorksheetData["freeze"] {
  return { xSplit: cols, ySplit: rows, startRow: rows > 0 ? rows : -1, startColumn: cols > 0 ? cols : -1 };
}

function sizeOf(tab: Tab): { rowCount: number; columnCount: number } {
  return {
    rowCount: Math.max(tab.rows, lastRowOf(tab) + SPARE_ROWS),
    columnCount: Math.max(tab.cols, LEAST_COLS),
  };
}

type Row = IObjectArrayPrimitiveType<ICellData>;

function cellsOf(tab: Tab, rowCount: number, columnCount: number, styles: Styles): Record<number, Row> {
  const lookIds = new Map<string, string>();
  const rows: Record<number, Row> = {};
  for (let row = 1; row <= rowCount; row += 1) {
    const line = lineOf(tab, row, columnCount, (look) => idOf(look, lookIds, styles));
    if (line) rows[row - 1] = line;
  }
  return rows;
}

type Look = NonNullable<ReturnType<typeof lookAt>>;

function lineOf(tab: Tab, row: number, columnCount: number, lookId: (look: Look) => string): Row | null {
  const cells = tab.cells[row - 1] ?? [];
  const line: Row = {};
  let isEmpty = true;
  for (let col = 1; col <= columnCount; col += 1) {
    const cell = cells[col - 1] ?? "";
    const look = lookAt(tab, row, col);
    if (cell === "" && look === null) continue;
    isEmpty = false;
    line[col - 1] = { ...compact(toCell(cell), isFormula(cell)), ...(look ? { s: lookId(look) } : {}) };
  }
  return isEmpty ? null : line;
}

// A new cell needs no mention of what it has not.
function compact({ v, t, f }: ICellData, hasFormula: boolean): ICellData {
  return { ...(v == null ? {} : { v, t: t ?? null }), ...(hasFormula ? { f: f ?? null } : {}) };
}

function idOf(look: Look, known: Map<string, string>, styles: Styles): string {
  const key = JSON.stringify(look);
  const id = known.get(key) ?? styles.setValue(look) ?? "";
  known.set(key, id);
  return id;
}
